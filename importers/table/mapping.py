"""From the rows of a tracking table to actions, frameworks and their actors."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from graph.errors import Place
from graph.ontology import KINDS, EntityKind
from graph.ontology.values import shown
from graph.reconciliation import Territories
from graph.view import GraphView
from graph.view.labels import folded
from importers.actor_kinds import bare_kind_of, kind_of
from importers.columns import Cells
from importers.contrats_ville.towns import of
from importers.french import read_amount, read_date
from importers.listing import (
    FactCells,
    Remark,
    Told,
    Whereabouts,
    fingerprint,
    one_line,
    stated,
)
from importers.mentions import Mentions
from importers.table.columns import NEAR, TITLES
from importers.table.concepts import Concepts, actors, framework_kind, headed_kind

_LONGEST_NAME = 250
_LOCAL = frozenset({"CCAS", "CIAS", "COMMUNE", "CENTRE_SOCIAL", "MISSION_LOCALE"})
"""Kinds of actor that a commune has its own of: « le CCAS » is that of the row's commune."""
_ROLES = (("porteur", "LEAD"), ("partenaires", "PARTNER"), ("financeurs", "FUNDER"))


class Tracked:
    """The rows of one table."""

    def __init__(
        self,
        document: str,
        view: GraphView,
        places: Territories,
        within: str | None,
        named: Iterable[str] = (),
    ) -> None:
        """``named`` are the cells of the whole file that name territories."""
        self._document = document
        self._places = places
        self._concepts = Concepts(view, places, within)
        self._concepts.look_around(named)
        self._mentions = Mentions(view, document)
        self._periods: dict[str, str] = {}
        self._frameworks: set[str] = set()

    def row(self, cells: Cells, place: Place) -> Iterator[Told]:
        """What a row states, and what of it could not be read; refused without a title."""
        if not cells.get("action") and not cells.get("cadre"):
            yield Remark(place, "ni action ni cadre : rien à recenser", True)
            return
        try:
            period = _period(cells)
            amount = _amount(cells.get("montant", ""))
        except ValueError as error:
            yield Remark(place, str(error), True)
            return
        source = f"{self._document}#{shown(one_line(cells.get('action') or cells['cadre']), 80)}"
        territories: list[str] = []
        for part, found in self._concepts.territories(
            cells.get("territoires", ""), cells.get(NEAR, "")
        ):
            if len(found) == 1:
                territories += found
            else:
                yield Remark(place, _unplaced(part, found))
        initiative = self._initiative(cells, period, territories, source)
        id_ = initiative["id"]
        funders = actors(cells.get("financeurs", ""))
        facts: list[FactCells] = [
            {**initiative, "budget": amount if amount and len(funders) != 1 else ""},
            *({**_link("COVERS", id_, each), "source": source} for each in territories),
        ]
        for column, type_, kind in (
            ("themes", "ADDRESSES", EntityKind.THEME),
            ("publics", "TARGETS", EntityKind.AUDIENCE),
        ):
            for part, concept in self._concepts.named(kind, cells.get(column, "")):
                if concept is None:
                    label = KINDS[kind].label
                    yield Remark(place, f"« {shown(part)} » : {label} absent du vocabulaire")
                else:
                    facts.append({**_link(type_, id_, concept), "source": source})
        facts += self._framework(cells, id_, source)
        yield from (stated(fact, place) for fact in facts)
        year = cells.get("annee", "")[:4] or (period["start"] or "")[:4]
        for column, role in _ROLES:
            for name in actors(cells.get(column, "")):
                fact = {**_link("INVOLVED_IN", "", id_), "role": role, "source": source}
                if role == "FUNDER" and amount and len(funders) == 1:
                    fact |= {"amount": amount, "year": year if year.isdigit() else ""}
                yield from self._involved(name, fact, territories, place)
        yield from (Whereabouts(id_, territory) for territory in territories)

    def _initiative(
        self, cells: Cells, period: FactCells, territories: Sequence[str], source: str
    ) -> dict[str, str]:
        """The row's own action, or framework when it says of which type."""
        name = one_line(cells.get("action") or cells["cadre"], _LONGEST_NAME)
        kind = framework_kind(cells["type"]) if cells.get("type") else headed_kind(name)
        is_framework = kind is not None or not cells.get("action")
        base = (
            self._document,
            folded(name),
            *sorted(territories),
            folded(cells.get("porteur", "")),
        )
        key = fingerprint(*base)
        first = self._periods.setdefault(key, period["start"])
        if first != period["start"]:  # the same action, another time
            key = fingerprint(*base, period["start"])
        common = {
            "name": name,
            "description": one_line(cells.get("description", "")),
            "note": one_line(cells.get("note", "")),
            "source": source,
            **period,
        }
        if is_framework:
            own = kind or framework_kind(name) or "OTHER"
            return {"id": f"fra:{key}", "kind": "Framework", "framework_kind": own, **common}
        return {"id": f"axn:{key}", "kind": "Action", **common}

    def _framework(self, cells: Cells, id_: str, source: str) -> Iterator[FactCells]:
        """The frameworks that an action is part of; they are created by their names."""
        if not cells.get("action") or not cells.get("cadre") or not id_.startswith("axn:"):
            return
        for name in actors(cells["cadre"]):
            framework = f"fra:{fingerprint(self._document, folded(name))}"
            if framework not in self._frameworks:
                self._frameworks.add(framework)
                yield {
                    "id": framework,
                    "kind": "Framework",
                    "name": one_line(name, _LONGEST_NAME),
                    "framework_kind": framework_kind(name) or "OTHER",
                    "source": self._document,
                }
            yield {**_link("PART_OF", id_, framework), "source": source}

    def _involved(
        self, name: str, fact: FactCells, territories: Sequence[str], place: Place
    ) -> Iterator[Told]:
        """An actor and its part; « le CCAS » of a row about one commune is that commune's."""
        kind = bare_kind_of(name)
        context = ""
        if kind in _LOCAL and len(territories) == 1:
            context = territories[0]
            name = f"{name} {of(self._places.name(context))}"
        actor = self._mentions.id_of(name, {}, context)
        unnamed = {"generic": "true"} if kind in _LOCAL and not context else {}
        told = self._mentions.state(actor, name, {}, actor_kind=kind or kind_of(name), **unnamed)
        for cells in chain(told, ({**fact, "from": actor},)):
            yield stated(cells, place)
        if not unnamed:
            yield from (Whereabouts(actor, territory) for territory in territories)


def _link(type_: str, origin: str, target: str) -> dict[str, str]:
    return {"type": type_, "from": origin, "to": target}


def _period(cells: Cells) -> dict[str, str]:
    """Start and end; a range of years in one cell gives both. ValueError (French) otherwise."""
    start, end = cells.get("debut", ""), cells.get("fin", "")
    years = [part.strip() for part in start.replace("–", "-").split("-")]
    if not end and len(years) == 2 and all(len(part) == 4 and part.isdigit() for part in years):
        start, end = years
    begun, ended = _date(start, "debut"), _date(end, "fin")
    if begun and ended and ended[: len(begun)] < begun[: len(ended)]:
        raise ValueError(f"la fin ({ended}) précède le début ({begun})")
    return {"start": begun or "", "end": ended or ""}


def _date(text: str, name: str) -> str | None:
    """The date of a cell; ValueError (French) names its column."""
    try:
        return read_date(text) if text else None
    except ValueError as error:
        raise ValueError(f"colonne « {TITLES[name]} » : {error}") from None


def _amount(text: str) -> str:
    try:
        return read_amount(text) if text else ""
    except ValueError as error:
        raise ValueError(f"colonne « {TITLES['montant']} » : {error}") from None


def _unplaced(part: str, found: Sequence[str]) -> str:
    if not found:
        return f"territoire « {shown(part)} » inconnu"
    more = f" et {len(found) - 5} autres" if len(found) > 5 else ""
    return (
        f"sans territoire, car « {shown(part)} » est ambigu ({', '.join(found[:5])}{more}) ; "
        "donner le code INSEE, ou « territoire » dans la correspondance, ou une colonne "
        "« Département »"
    )
