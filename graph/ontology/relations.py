"""The relations: allowed ends, roles, what they mean, and French labels both ways."""

from dataclasses import dataclass, field

from graph.ontology import enumerations as enums
from graph.ontology.enumerations import EntityKind as K
from graph.ontology.enumerations import RelationType as R
from graph.ontology.properties import INITIATIVES


@dataclass(frozen=True)
class Relation:
    """One type of relation.

    ``ends`` holds the allowed (origin, target) kinds. ``roles`` is None when any text is
    a role. ``any_date`` relations are active by their own period alone, whatever the dates
    of their ends (questions, "Common notions").
    """

    type: R
    label: str
    inverse_label: str
    description: str
    ends: frozenset[tuple[K, K]]
    roles: dict[str, str] | None = field(default=None, hash=False)
    symmetric: bool = False
    acyclic: bool = False
    any_date: bool = False


def _pairs(origins: frozenset[K], targets: frozenset[K]) -> frozenset[tuple[K, K]]:
    return frozenset((origin, target) for origin in origins for target in targets)


def _same(*kinds: K) -> frozenset[tuple[K, K]]:
    return frozenset((kind, kind) for kind in kinds)


_ACTOR = frozenset({K.ACTOR})
_BODY = frozenset({K.BODY})
_THEME = frozenset({K.THEME})
_TERRITORY = frozenset({K.TERRITORY})
_NEED = frozenset({K.NEED})

RELATIONS: dict[R, Relation] = {
    relation.type: relation
    for relation in (
        Relation(
            R.INVOLVED_IN,
            "participe à",
            "mobilise",
            "The actor takes part in the initiative.",
            _pairs(_ACTOR, INITIATIVES),
            enums.INVOLVEMENT_ROLES,
        ),
        Relation(
            R.EXPECTED_IN,
            "est attendu dans",
            "attend",
            "A source says that this partner is still missing; it is no involvement.",
            _pairs(_ACTOR, INITIATIVES | _BODY),
        ),
        Relation(
            R.MEMBER_OF,
            "siège à",
            "réunit",
            "The actor sits on the body.",
            _pairs(_ACTOR, _BODY),
            enums.MEMBERSHIP_ROLES,
        ),
        Relation(
            R.ATTENDED,
            "a assisté à",
            "a réuni",
            "The actor attended the meeting.",
            _pairs(_ACTOR, frozenset({K.MEETING})),
            any_date=True,
        ),
        Relation(
            R.HELD_BY,
            "est une réunion de",
            "a tenu",
            "The meeting is a sitting of the body or an event of the framework.",
            _pairs(frozenset({K.MEETING}), _BODY | {K.FRAMEWORK}),
            any_date=True,
        ),
        Relation(
            R.GOVERNED_BY,
            "est piloté par",
            "pilote",
            "The body governs the initiative.",
            _pairs(INITIATIVES, _BODY),
        ),
        Relation(
            R.PART_OF,
            "fait partie de",
            "comprend",
            "Part and whole: volet, déclinaison, service of an institution.",
            _same(K.ACTOR, K.FRAMEWORK)
            | {(K.ACTION, K.FRAMEWORK), (K.ACTION, K.SCHEME), (K.SCHEME, K.FRAMEWORK)},
            acyclic=True,
        ),
        Relation(
            R.IMPLEMENTS,
            "met en œuvre",
            "est mis en œuvre par",
            "The framework puts a scheme or another framework into practice.",
            _pairs(frozenset({K.FRAMEWORK}), frozenset({K.SCHEME, K.FRAMEWORK})),
        ),
        Relation(
            R.ARTICULATED_WITH,
            "s'articule avec",
            "s'articule avec",
            "The two initiatives are declared to work together.",
            _pairs(INITIATIVES, INITIATIVES),
            symmetric=True,
        ),
        Relation(
            R.SUCCEEDS,
            "succède à",
            "a pour suite",
            "From the new one to the old one: renewal, renaming, merger.",
            _same(K.FRAMEWORK, K.SCHEME, K.ACTION, K.ACTOR),
            acyclic=True,
            any_date=True,
        ),
        Relation(
            R.REPLICATES,
            "reproduit",
            "est reproduit par",
            "From the copy to the model (essaimage).",
            _pairs(INITIATIVES, INITIATIVES),
            any_date=True,
        ),
        Relation(
            R.ADDRESSES,
            "traite de",
            "est traité par",
            "What it is about.",
            _pairs(INITIATIVES | _NEED | _BODY, _THEME),
        ),
        Relation(
            R.COVERS,
            "couvre",
            "est couvert par",
            "Where it takes place.",
            _pairs(INITIATIVES | _NEED | _ACTOR, _TERRITORY),
        ),
        Relation(
            R.TARGETS,
            "s'adresse à",
            "est le public de",
            "For whom it is.",
            _pairs(INITIATIVES | _NEED, frozenset({K.AUDIENCE})),
        ),
        Relation(
            R.RESPONDS_TO,
            "répond à",
            "reçoit la réponse de",
            "The initiative answers an identified need.",
            _pairs(INITIATIVES, _NEED),
        ),
        Relation(
            R.IDENTIFIED_IN,
            "est identifié dans",
            "identifie",
            "Where the need was identified.",
            _pairs(_NEED, frozenset({K.DOCUMENT, K.FRAMEWORK, K.MEETING})),
            any_date=True,
        ),
        Relation(
            R.BROADER,
            "relève de",
            "englobe",
            "From the narrower concept to the broader one (SKOS broader).",
            _same(K.THEME, K.AUDIENCE),
            acyclic=True,
        ),
        Relation(
            R.WITHIN,
            "est dans",
            "contient",
            "From the narrower territory to the broader one.",
            _same(K.TERRITORY),
            acyclic=True,
        ),
        Relation(
            R.HOLDS_POST,
            "exerce auprès de",
            "a pour contact",
            "Where a professional function is held.",
            _pairs(frozenset({K.CONTACT}), _ACTOR | INITIATIVES | _BODY),
        ),
        Relation(
            R.NOT_APPLICABLE,
            "n'est pas concerné par",
            "ne concerne pas",
            "An analyst judges that the theme does not apply here.",
            _pairs(_TERRITORY, _THEME),
        ),
        Relation(
            R.CHECKED_ABSENT,
            "n'a rien, après vérification, sur",
            "est absent, après vérification, de",
            "An analyst checked that nothing exists here on the theme.",
            _pairs(_TERRITORY, _THEME),
        ),
        Relation(
            R.RESEMBLES,
            "est peut-être",
            "est peut-être",
            "Reconciliation asks whether the two are the same; a merge or DISTINCT_FROM answers.",
            _same(K.ACTOR, *INITIATIVES),
            symmetric=True,
            any_date=True,
        ),
        Relation(
            R.DISTINCT_FROM,
            "n'est pas",
            "n'est pas",
            "A person judges that the two are not the same.",
            _same(K.ACTOR, *INITIATIVES),
            symmetric=True,
            any_date=True,
        ),
    )
}
