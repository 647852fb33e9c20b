"""Names of French territories, found in a text: longest name first, homonyms by département."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from importers.document.structure.clean import fold

_FORMER_REGIONS = (
    *("Alsace", "Aquitaine", "Auvergne", "Basse-Normandie", "Bourgogne", "Champagne-Ardenne"),
    *("Franche-Comté", "Haute-Normandie", "Languedoc-Roussillon", "Limousin", "Lorraine"),
    *("Midi-Pyrénées", "Nord-Pas-de-Calais", "Nord Pas-de-Calais", "Picardie", "PACA"),
    *("Poitou-Charentes", "Rhône-Alpes", "Centre", "Paca"),
)
_LONGEST = 9
"""Words in the longest name looked for."""
_WORD = re.compile(r"[^\W_]+")
_CAPITAL_WORD = re.compile(r"(?<!['’])\b[^\W_]+")
_SPACE = re.compile(r"[\s'-]+")
_FORM = re.compile(
    r"(?:communaute (?:de communes|d agglomeration|urbaine)|metropole|communaute de l "
    r"agglomeration|"
    r"etablissement public territorial|cc|ca|cu|ept)\s*(?:de la |de l |du |des |de |d )?"
)


class Place(NamedTuple):
    """A territory of the gazetteer; ``department`` is the number of its département, or empty."""

    name: str
    level: str
    department: str


class Found(NamedTuple):
    """A name of the gazetteer in a text, with what it may name."""

    start: int
    end: int
    places: tuple[Place, ...]


class Gazetteer:
    """Places by their folded names."""

    def __init__(self, rows: Iterator[Place]) -> None:
        self._places: dict[str, list[Place]] = defaultdict(list)
        self._initials: dict[str, list[Place]] = defaultdict(list)
        for place in rows:
            plain = key(place.name)
            self._places[plain].append(place)
            if place.level == "EPCI":
                bare = _FORM.sub("", plain, count=1)
                for form in {bare, telling(bare)} - {plain}:
                    self._places[form].append(place)
                self._initials[initials(place.name)].append(place)
        self._begin = {name.partition(" ")[0] for name in self._places} | _SMALL

    def at(self, text: str, plain: str, start: int, level: str | None = None) -> Found | None:
        """The longest name that begins at a place of a text (``plain`` is the text folded)."""
        words: list[str] = []
        best: Found | None = None
        end = start
        for found in _WORD.finditer(plain, start, start + 120):
            gap = plain[end : found.start()] if words else ""
            if len(words) == _LONGEST or (words and not re.fullmatch(r"[ '-]{1,3}", gap)):
                break
            if not words and found.start() != start:
                break
            if not words and found[0] not in self._begin:
                break
            words.append(found[0])
            end = found.end()
            said = " ".join(words)
            places = self._places.get(said)
            if not places and level == "EPCI" and found[0] not in _SMALL:
                places = self._places.get(telling(said))
            if places and _is_name(text[start:end]):
                kept = tuple(each for each in places if level is None or each.level == level)
                best = Found(start, end, kept) if kept else best
        return best

    def named(self, name: str) -> list[Place]:
        """Places of a name."""
        return self._places.get(key(name), [])

    def of_initials(self, letters: str) -> list[Place]:
        """Intercommunalities whose initials these letters are."""
        return self._initials.get(letters.lower(), [])


def key(name: str) -> str:
    """A name as it is compared."""
    return _SPACE.sub(" ", fold(name.replace("œ", "oe").replace("’", "'"))).strip()


def telling(plain: str) -> str:
    """A folded name without its small words."""
    return " ".join(word for word in plain.split() if word not in _SMALL)


def initials(name: str) -> str:
    """The initials of a name, articles left out."""
    words = [word for word in key(name).split() if word not in _SMALL]
    return "".join(word[0] for word in words)


_SMALL = frozenset(["de", "du", "des", "la", "le", "les", "l", "d", "et", "en", "sur", "sous"])


def _is_name(text: str) -> bool:
    """Whether each word that counts has a capital, as names have; what follows an apostrophe may
    have none (*M'tsamboro*)."""
    return (
        all(
            word[0].isupper()
            or word[0].isdigit()
            or fold(word) in _SMALL | {"aux", "a", "au", "lez", "les", "di"}
            for word in _CAPITAL_WORD.findall(text)
        )
        and text[0].isupper()
    )


def main_department(found: list[Found]) -> str | None:
    """The département that most names of a text agree on, None when none does; of several that as
    many do, the one first named, itself rather than by a commune of its name."""
    votes: Counter[str] = Counter()
    for each in found:
        places = sorted(each.places, key=lambda place: (place.level != "DEPARTEMENT", place))
        departments = dict.fromkeys(place.department for place in places if place.department)
        weight = 3 if any(place.level == "DEPARTEMENT" for place in each.places) else 1
        for department in departments:
            votes[department] += weight / len(departments)  # type: ignore[assignment]
    best = votes.most_common(1)
    return best[0][0] if best else None


@cache
def gazetteer() -> Gazetteer:
    """The territories shipped with Maillage."""
    return Gazetteer(_rows())


def _rows() -> Iterator[Place]:
    """Territories of the two shipped lists, and regions as they were called before 2016."""
    for name in _FORMER_REGIONS:
        yield Place(name, "REGION", "")
    with gzip.open(_shipped("territories/entities.csv.gz"), "rt", encoding="utf-8") as stream:
        yield from _of_list(stream)
    with _shipped("vocabularies/entities.csv").open(encoding="utf-8") as stream:
        yield from _of_list(stream)


def _shipped(name: str) -> Path:
    packaged = Path(str(files("graph.search") / name))
    return packaged if packaged.is_file() else Path(__file__).parents[3] / "data" / name


def _of_list(stream: Iterable[str]) -> Iterator[Place]:
    for row in csv.DictReader(stream):
        if row["kind"] != "Territory":
            continue
        level, cog = row["territory_level"], row["cog"].partition("|")[0]
        department = cog if level == "DEPARTEMENT" else ""
        if level == "COMMUNE":
            department = cog[:3] if cog.startswith("97") else cog[:2]
        for name in (row["name"], *filter(None, row["alias"].split("|"))):
            yield Place(name, "EPCI" if level == "EPT" else level, department)
