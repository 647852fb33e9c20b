"""Whether two entities are the same: a decision, and what speaks for and against it.

Official identifiers decide when they agree and nothing contradicts them. Names decide alone only
when they are the same, in the same territory, for the same nature. All else that looks alike is a
question for a person. Nothing doubtful is ever merged.
"""

from enum import StrEnum
from typing import NamedTuple

from graph.dates import first_day, last_day
from graph.ontology import INITIATIVES, PROPERTY
from graph.reconciliation.faces import IDENTIFIERS, Face
from graph.reconciliation.names import Compared, Likeness, compare_names
from graph.reconciliation.territories import Territories

_PRECISE = frozenset({"siret", "rna", "finess", "code"})
"""Lists of which a number names one actor; a SIREN is shared by all services of an institution."""
_TELLING = frozenset({"siren", "rna", "finess", "code"})
"""Lists of which two different numbers name two actors."""
_FORMS = frozenset({"ASSOCIATION", "ENTREPRISE"})
_OF_FORM = frozenset({"CENTRE_SOCIAL", "MISSION_LOCALE", "BAILLEUR", "HOPITAL", "HABITANTS"})
"""What may be an association or a company in law."""
_ONE_EACH = frozenset({"CAF", "CPAM", "MSA", "MDPH", "DEPARTEMENT", "CARSAT"})
"""Kinds of actor of which a département has one."""
_LOCAL_AUTHORITIES = frozenset({"COMMUNE", "EPCI", "EPT", "DEPARTEMENT", "REGION"})
_SHARE_HERE, _SHARE_ANYWHERE = 0.5, 0.6
"""Share of the words in common from which a name within another is a question."""
_WEIGHTS = {Likeness.SAME: 0.6, Likeness.NEAR: 0.5, Likeness.PARTIAL: 0.3, Likeness.DIFFERENT: 0.0}


class Decision(StrEnum):
    """What becomes of two entities."""

    SAME = "SAME"
    ASK = "ASK"
    DIFFERENT = "DIFFERENT"


class Verdict(NamedTuple):
    """A decision with its score (0 to 1) and reasons, in French."""

    decision: Decision
    score: float
    pros: tuple[str, ...]
    cons: tuple[str, ...]


class _Place(StrEnum):
    SAME = "même territoire"
    NESTED = "l'un des territoires contient l'autre"
    UNKNOWN = ""
    APART = "territoires différents"


class _Case(NamedTuple):
    """The signs of a pair."""

    shared: frozenset[str]
    conflicts: frozenset[str]
    name: Compared
    acronym: bool
    is_service: bool
    natures_differ: bool
    place: _Place
    apart_in_time: bool
    one_each: bool
    is_local_authority: bool
    is_initiative: bool


def verdict(left: Face, right: Face, territories: Territories) -> Verdict:
    """Compare two entities of a kind. Cost: the product of their numbers of labels."""
    case = _case(left, right, territories)
    pros, cons = _reasons(left, right, case)
    score = 0.4 * bool(case.shared) + _WEIGHTS[case.name.likeness] * case.name.share
    score += 0.1 * case.acronym + 0.15 * (case.place is _Place.SAME)
    score += 0.05 * (case.place is _Place.NESTED) - 0.1 * len(cons)
    return Verdict(_decision(case), round(min(max(score, 0.0), 1.0), 3), pros, cons)


def _case(left: Face, right: Face, territories: Territories) -> _Case:
    lists = left.identifiers.keys() & right.identifiers.keys()
    shared = frozenset(name for name in lists if left.identifiers[name] & right.identifiers[name])
    own, other = left.nature, right.nature
    return _Case(
        shared=shared,
        conflicts=frozenset(lists - shared),
        name=_best_name(left, right),
        acronym=_share_acronym(left, right),
        is_service=(own == "SERVICE") != (other == "SERVICE"),
        natures_differ=not _compatible(own, other),
        place=_place(left, right, territories),
        apart_in_time=_apart_in_time(left, right),
        is_local_authority=bool({own, other} & _LOCAL_AUTHORITIES),
        is_initiative=left.record.kind in INITIATIVES,
        one_each=own == other and own in _ONE_EACH and left.names_departement,
    )


def _decision(case: _Case) -> Decision:
    if case.shared & _PRECISE:
        return Decision.ASK if _is_disputed(case) else Decision.SAME
    if case.shared:
        return _by_siren(case)
    if case.conflicts & _TELLING:
        return Decision.DIFFERENT
    return _by_name(case)


def _is_disputed(case: _Case) -> bool:
    """Whether a precise identifier in common is contradicted."""
    if case.conflicts & _TELLING or case.is_service:
        return True
    different = case.name.likeness is Likeness.DIFFERENT and not case.acronym
    return different and (case.natures_differ or case.place is _Place.APART)


def _by_siren(case: _Case) -> Decision:
    alike = case.name.likeness
    if case.is_service or "siret" in case.conflicts or case.conflicts & _TELLING:
        return Decision.ASK if alike >= Likeness.NEAR else Decision.DIFFERENT
    if case.natures_differ or (alike is Likeness.DIFFERENT and not case.acronym):
        return Decision.ASK
    return Decision.SAME


def _by_name(case: _Case) -> Decision:
    alike = case.name.likeness
    if case.place is _Place.APART or (alike < Likeness.SAME and case.natures_differ):
        return Decision.DIFFERENT
    if alike is Likeness.SAME:
        if case.is_initiative:  # two actions of one name in one town may well be two
            return Decision.ASK if not case.apart_in_time else Decision.DIFFERENT
        agreed = case.place is _Place.SAME or (case.one_each and case.place is not _Place.NESTED)
        doubted = case.is_service or case.natures_differ or case.apart_in_time
        return Decision.SAME if agreed and not doubted else Decision.ASK
    if alike is Likeness.NEAR or case.acronym:
        return Decision.ASK
    if case.is_local_authority:  # their names are exact: L'Île-Saint-Denis is not Saint-Denis
        return Decision.DIFFERENT
    is_here = case.place is not _Place.UNKNOWN
    enough = case.name.share >= (_SHARE_HERE if is_here else _SHARE_ANYWHERE)
    return Decision.ASK if alike is Likeness.PARTIAL and enough else Decision.DIFFERENT


def _best_name(left: Face, right: Face) -> Compared:
    found = (compare_names(one, other) for one in left.names for other in right.names)
    return max(found, default=Compared(Likeness.DIFFERENT, 0.0))


def _share_acronym(left: Face, right: Face) -> bool:
    (own, made), (other_own, other_made) = left.acronyms, right.acronyms
    return bool(own & (other_own | other_made) or made & other_own)


def _compatible(left: str | None, right: str | None) -> bool:
    if left is None or right is None or left == right:
        return True
    return bool({left, right} & _FORMS) and bool({left, right} & _OF_FORM)


def _place(left: Face, right: Face, territories: Territories) -> _Place:
    if not left.territories or not right.territories:
        return _Place.UNKNOWN
    if left.territories & right.territories:
        return _Place.SAME
    for one in left.territories:
        for other in right.territories:
            if other in territories.above(one) or one in territories.above(other):
                return _Place.NESTED
    return _Place.APART


def _apart_in_time(left: Face, right: Face) -> bool:
    """Whether one ended before the other began; for initiatives, whether they began apart."""
    one, other = left.record, right.record
    if one.kind in INITIATIVES and one.start and other.start:
        return one.start[:4] != other.start[:4]
    return any(
        first.end is not None
        and second.start is not None
        and last_day(first.end) < first_day(second.start)
        for first, second in ((one, other), (other, one))
    )


def _reasons(left: Face, right: Face, case: _Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pros = [
        f"même {IDENTIFIERS[name]} {min(left.identifiers[name] & right.identifiers[name])}"
        for name in IDENTIFIERS
        if name in case.shared
    ]
    cons = [f"{IDENTIFIERS[name]} différents" for name in IDENTIFIERS if name in case.conflicts]
    match case.name.likeness:
        case Likeness.SAME:
            pros.append("même nom, aux mots outils et aux sigles près")
        case Likeness.NEAR:
            pros.append("noms semblables à une faute près")
        case Likeness.PARTIAL:
            pros.append("l'un des noms contient l'autre")
            cons.append("l'un des noms en dit plus")
        case Likeness.DIFFERENT if not case.acronym:
            cons.append("noms différents")
    if case.acronym:
        pros.append("l'un est le sigle de l'autre, ou leur sigle est le même")
    if case.place in (_Place.SAME, _Place.NESTED):
        pros.append(str(case.place))
    elif case.place is _Place.APART:
        cons.append(str(case.place))
    else:
        cons.append("territoire inconnu d'un côté")
    if case.is_service:
        cons.append("l'un est un service, l'autre non")
    elif case.natures_differ:
        labels = [_nature_label(face) for face in (left, right)]
        cons.append(f"natures différentes ({labels[0]} ; {labels[1]})")
    if case.apart_in_time:
        cons.append("périodes différentes")
    return tuple(pros), tuple(cons)


def _nature_label(face: Face) -> str:
    nature = face.nature or ""
    for name in ("actor_kind", "framework_kind", "scheme_kind"):
        choices = PROPERTY[name].choices or {}
        if nature in choices:
            return choices[nature]
    return nature
