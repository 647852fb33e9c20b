"""Mentions of actors in a text: a head of the grammar and the name that goes on after it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.document.finding import acronyms
from importers.document.finding.frameworks import Named
from importers.document.finding.gazetteer import Found, Place, gazetteer, key, telling
from importers.document.finding.heads import HEADS, SCANNER, Head, Tail
from importers.document.finding.names import NAME, name_after, place_after
from importers.document.structure.clean import Clean


@dataclass(slots=True)
class Mention:
    """One place where an actor is named.

    ``core`` is what tells it among those of its kind, as it is compared (empty for a bare *la
    CAF*); ``places`` the territories that the core names; ``generic`` an unnamed group, ``many`` by
    its plural; ``weak`` a bare common noun (*la commune*), which alone says no new actor; ``name``
    a fuller name than the text's own; ``proper`` the name that follows the head, alone.
    """

    start: int
    end: int
    kind: str
    short: str
    core: str = ""
    places: tuple[Place, ...] = ()
    generic: bool = False
    many: bool = False
    weak: bool = False
    name: str = ""
    proper: str = ""
    aliases: list[str] = field(default_factory=list)


_PLURAL = re.compile(r"\w+(?:s|aux|x)\b")
_WITHIN = re.compile(r"[ ]?\([A-Z][\w.&-]{1,9}\)(?= (?:de la |de l'|du |des |de |d')(?=[A-ZÀ-Þ]))")
"""The acronym that stands between a kind and its territory: *la caisse (CAF) de l'Ardèche*."""
_SAME_IN_PLURAL = frozenset(
    ("CCAS", "CIAS", "CPTS", "ARS", "DDETS", "DDCS", "Chambre", "URPS", "ORS", "IREPS")
)
_MANY = re.compile(
    r"(?:^|[^\w'])(?:les|des|aux|ces|nos|ses|leurs|plusieurs|deux|trois|quatre|cinq|six|\d+|"
    r"certains|differents|autres|ou|tous les|toutes les|chaque|une?)\s+(?:(?!la |le )\w+ )?$"
)
_DEFINITE = re.compile(r"(?:^|[^\w])(?:le|la|l'|du|au|par le|son|sa|notre|votre|ce|cette|cet)\s*$")
_ALWAYS_NAMED = frozenset(("Réseau national", "Grand bailleur", "Entreprise nationale"))
_BODY = "Conférence des financeurs"
"""A body, but for what it pays for."""
NEEDS_ROLE = frozenset(("Éducation nationale", "Police nationale", "Justice"))
"""Institutions that are as often a mere complement (*inspecteur de l'éducation nationale*)."""
_CAPITAL_NAME = re.compile(
    r"[A-Za-zÀ-ÿ-]+(?: [a-zà-ÿ]{6,})?(?: (?:de la|de l'|des|du|de|d'))? ?[A-ZÀ-Þ]"
)
_INNER_CAPITAL = re.compile(r"(?<=[ '])[A-ZÀ-Þ]")
_SPELT = frozenset(("Ordre", "Ministère"))
_TERRITORIES = frozenset(("EPCI", "EPT"))
_LONG_NAME = 3
"""Words from which an official name is no common noun, even without capitals."""
_PLACE_OF = re.compile(
    r"\b(?:(?:territoires?|perimetres?|secteurs?|habitants?|population|enfants|jeunes|"
    r"familles|eleves|quartiers?) (?:de|du|des|d')|"
    r"(?:dans|sur) (?:le|la|les)|au sein (?:de|du)|situee?s? (?:dans|sur)|echelle (?:de|du))"
    r"(?: la| l'| les)? ?$"
)
"""Words after which an institution's name is that of its territory."""
_OF_STATE = frozenset(("Préfet", "Préfecture"))
_STANDS_FOR = re.compile(
    r"\b(?:representee?s? par (?:le |la |l'|monsieur |madame )*|etat ?\((?:la |le )?)$"
)
"""A prefect who represents the State is no party beside it: *l'État (préfecture de l'Aisne)*."""
_SHARED = re.compile(
    r"\b(?!(?:chaque|cette|[nv]otre|toutes?|autres?|quelques|plusieurs|certaines|entre|quatre|"
    r"trente|vingt|trois|leurs|\w*elles?|\w*iennes?|seules?|premieres?|differentes|dont|petites?|"
    r"grandes?|mille|quinze|douze|treize|seize|\w+ante)\b)[a-z]{5,} $"
)
"""*Une culture commune*: the adjective."""
_GOES_ON = re.compile(r"[ ](?:(?:de la |de l'|du |des |de |d')?[A-ZÀ-Þ])|-[A-ZÀ-Þ]")
"""A name that goes on after its first territory: *MSA Beauce Cœur de Loire*."""
_ONE_NAME = re.compile(
    r"(?:L(?:es?|a) )?[A-ZÀ-Þ][\w'’-]+(?: (?:de |du |des |la |le )?[A-ZÀ-Þ][\w'’-]+){0,3}"
)
_OPENS_NAMES = re.compile(r"(?: :)? (?=(?:L(?:es?|a) )?[A-ZÀ-Þ])")
_NEXT_NAME = re.compile(r"(?:, | et |, et )(?:de |du |d['’])?(?=[A-ZÀ-Þ])")
_AGAIN = re.compile(r"(?: ?,(?: et)?| et)(?= )")
_THAT_OF = re.compile(r"(?: ?,(?: et)?| et) cel(?:le|ui) (?:de la |de l'|du |des |de |d')(?=\w)")


def mentions(clean: Clean, text: str, named: Sequence[Named]) -> Iterator[Mention]:
    """The mentions of a text in order; ``text`` is the clean one with persons blanked out, and
    the words of a framework (*contrat de ville*) name no actor."""
    inside = {spot for each in named for spot in range(each.start, each.head)}
    place = 0
    while found := SCANNER.search(clean.fold, place):
        told = [] if found.start() in inside else list(_found(clean, text, found))
        place = max([found.end(), *(each.end for each in told)]) if told else found.start() + 1
        yield from told


def _found(clean: Clean, text: str, found: re.Match[str]) -> Iterator[Mention]:
    """The mentions that a head found by the scanner begins, with the acronyms given to them."""
    acronym = (found.lastgroup or "")[0] == "a"
    head = HEADS[int((found.lastgroup or "")[1:])]
    before = clean.fold[max(0, found.start() - 40) : found.start()]
    if text[found.start()] == "\x00" or (head.short in _OF_STATE and _STANDS_FOR.search(before)):
        return
    if found[0].startswith("commune") and text[found.start()].islower() and _SHARED.search(before):
        return
    if acronym and not acronyms.is_one(text[found.start() : found.end()]):
        return
    if head.short == "Association" and _names_another(clean, text, found.end()):
        return
    spelt = acronyms.spelt_out(text, found.start()) if head.tail is Tail.OWN else None
    if spelt is not None:
        core = key(text[found.start() : spelt.end])
        aliases = [spelt.letters]
        yield Mention(found.start(), spelt.end, head.kind, head.short, core, aliases=aliases)
        return
    for mention in _from_head(clean, text, found.start(), found.end(), head, acronym):
        place_of = _PLACE_OF.search(clean.fold, max(0, mention.start - 45), mention.start)
        if place_of or (head.short == _BODY and not mention.places):
            mention.weak = True
        if rest := acronyms.rest_before(text, mention.start, mention.end) if mention.core else "":
            mention.core = key(mention.core + rest)
            mention.proper += rest if mention.proper else ""
            mention.end += len(rest)
        mention.aliases += acronyms.given(clean, text, mention.start, mention.end)
        yield mention


def _names_another(clean: Clean, text: str, end: int) -> bool:
    """Whether the name after a head is itself a head: *l'association Centre social du Parc*."""
    start = end + 1
    inner = SCANNER.match(clean.fold, start) if text[end:start] == " " else None
    if inner is None or not text[start].isupper():
        return False
    head = HEADS[int((inner.lastgroup or "")[1:])]
    return (inner.lastgroup or "")[0] != "a" and head.kind == "CENTRE_SOCIAL"


def _from_head(
    clean: Clean, text: str, start: int, end: int, head: Head, acronym: bool
) -> Iterator[Mention]:
    """The mention that a head begins, several when it is plural and names territories."""
    if head.short in _ALWAYS_NAMED:
        branch = place_after(clean, text, end)
        core = key(text[start:end]).removesuffix(" francaise").removesuffix(" francais")
        yield Mention(start, branch.end if branch else end, head.kind, head.short, core)
        return
    if head.tail is Tail.NONE:
        weak = head.short in NEEDS_ROLE and text[start].islower()
        yield Mention(start, end, head.kind, head.short, weak=weak)
        return
    if head.tail is Tail.WHOLE:
        yield from _whole(clean, text, start, end, head)
        return
    end = _past_acronym(text, end)
    before = clean.fold[max(0, start - 30) : start]
    plural = _is_plural(clean, start, end, head, acronym, before)
    placed = head.tail is not Tail.OWN or head.kind in _TERRITORIES
    place = place_after(clean, text, end, head.short) if placed else None
    name = name_after(clean, text, end, head, acronym=acronym)
    if name is not None and name.quoted and head.tail is Tail.PLACE:
        name = None
    if (
        place is not None
        and head.kind in _TERRITORIES
        and any(
            telling(key(each.name)).endswith(telling(key(text[place.start : place.end])))
            for each in place.places
        )
    ):
        name = None
    if plural and (head.kind == "COMMUNE" or (place and _AGAIN.match(clean.fold, place.end))):
        name = None
    if place is not None and head.tail is Tail.PLACE and not _GOES_ON.match(text, place.end):
        name = None
    if place is not None and (name is None or name.end <= place.end):
        yield _placed(start, place, head)
        if plural or head.kind in _TERRITORIES:
            yield from _distributed(clean, text, place.end, head)
    elif plural and head.tail is Tail.OWN and (names := _OPENS_NAMES.match(text, end)):
        yield from _several(text, names.end() if ":" in names[0] else start, names.end(), head)
    elif name is not None and (name.quoted or not plural or head.tail is Tail.PLACE):
        core = key(text[name.start : name.end]).strip(' "«»“”.')
        places = tuple(gazetteer().named(core))
        proper = text[name.start : name.end] if head.tail is Tail.OWN and not places else ""
        yield Mention(start, name.end, head.kind, head.short, core, places, proper=proper)
    elif head.short != "Maire":
        yield _bare(text, start, end, head, acronym, plural, bool(_DEFINITE.search(before)))


def _past_acronym(text: str, end: int) -> int:
    """Where the name of a head goes on, after the acronym that stands between."""
    within = _WITHIN.match(text, end)
    return within.end() if within else end


def _several(text: str, start: int, first: int, head: Head) -> Iterator[Mention]:
    """The names that a plural head has: *les collèges Henri-Dunant, Beaumarchais et Camus*."""
    name = _ONE_NAME.match(text, first)
    while name is not None:
        yield Mention(start, name.end(), head.kind, head.short, key(name[0]), proper=name[0])
        joint = _NEXT_NAME.match(text, name.end())
        start = joint.end() if joint else name.end()
        name = _ONE_NAME.match(text, start) if joint else None


def _whole(clean: Clean, text: str, start: int, end: int, head: Head) -> Iterator[Mention]:
    """A head that is a whole name: a capital within, or an acronym after it, makes it one."""
    end = start + len(clean.fold[start:end].rstrip())
    named = (
        _CAPITAL_NAME.match(text, start, end)
        or (text[start].isupper() and _INNER_CAPITAL.search(text, start + 1, end))
        or acronyms.is_spelt(text, start, end)
    )
    if "\x00" in text[start:end] or not (named or head.short in _SPELT):
        return
    branch = place_after(clean, text, end)
    core = key(text[start:end])
    end = branch.end if branch else end
    yield Mention(start, end, head.kind, head.short, core, weak=core.startswith("coordination"))


def _is_plural(clean: Clean, start: int, end: int, head: Head, acronym: bool, before: str) -> bool:
    if acronym or head.short in _SAME_IN_PLURAL:
        return bool(_MANY.search(before))
    return bool(_PLURAL.match(clean.fold, start, end))


def _bare(
    text: str, start: int, end: int, head: Head, acronym: bool, plural: bool, definite: bool
) -> Mention:
    """A head without a name: the text's own one, or an unnamed group."""
    common = len(text[start:end].split()) < _LONG_NAME or head.kind in _TERRITORIES
    weak = not acronym and text[start].islower() and common
    if (
        not plural and not acronym and " " in text[start:end] and text[start:end].istitle()
    ):  # « Mission Locale » is a name
        return Mention(start, end, head.kind, head.short)
    one_of_many = head.tail is not Tail.PLACE and head.kind not in _TERRITORIES and not definite
    return Mention(
        start, end, head.kind, head.short, generic=plural or one_of_many, many=plural, weak=weak
    )


def _placed(start: int, found: Found, head: Head) -> Mention:
    core = key(found.places[0].name)
    short = "Commune" if head.short == "Maire" else head.short
    return Mention(start, found.end, head.kind, short, core, found.places)


def _distributed(clean: Clean, text: str, end: int, head: Head) -> Iterator[Mention]:
    """The further territories of a plural head: *les communes de A, B et C*."""
    while gap := _AGAIN.match(clean.fold, end):
        found = place_after(clean, text, gap.end(), head.short)
        if found is None:
            return
        yield _placed(found.start, found, head)
        end = found.end
    if that := _THAT_OF.match(clean.fold, end):
        name = NAME.match(text, that.end())
        if name:
            core = key(name[0])
            yield Mention(*name.span(), head.kind, head.short, core, name=f"{head.short} {name[0]}")
