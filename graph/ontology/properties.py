"""The properties: one row each with value type, kinds that bear it, and French label.

The order is that of the bundle's columns. ``name``, ``start``, ``end`` and ``open_ended``
are properties like the others for readers; records keep them apart because every view
needs them (``graph.records``).
"""

from dataclasses import dataclass

from graph.ontology import enumerations as enums
from graph.ontology.enumerations import EntityKind as K
from graph.ontology.values import Boolean, Choice, Date, Integer, Number, Text, Texts, ValueType


@dataclass(frozen=True)
class Property:
    """One property: its name is the bundle's column and the key in stores."""

    name: str
    label: str
    description: str
    value: ValueType
    kinds: frozenset[K]
    choices: dict[str, str] | None = None


ANY = frozenset(K)
INITIATIVES = frozenset({K.FRAMEWORK, K.SCHEME, K.ACTION})
_PLACED = frozenset({K.ACTOR, K.TERRITORY})
_GATHERING = INITIATIVES | {K.BODY, K.MEETING}
_GROUPS = _GATHERING | {K.ACTOR}
_MEANS = INITIATIVES | {K.BODY, K.ACTOR}


def _choice(
    name: str, label: str, description: str, members: dict[str, str], kinds: frozenset[K]
) -> Property:
    return Property(name, label, description, Choice(frozenset(members)), kinds, members)


def _only(*kinds: K) -> frozenset[K]:
    return frozenset(kinds)


ENTITY_PROPERTIES: tuple[Property, ...] = (
    Property("name", "nom", "Name shown to readers.", Text(), ANY),
    Property("alias", "autres noms", "Former names, acronyms, other spellings.", Texts(), ANY),
    _choice("actor_kind", "nature", "What the actor is.", enums.ACTOR_KINDS, _only(K.ACTOR)),
    _choice(
        "framework_kind",
        "type de cadre",
        "What kind of framework it is.",
        enums.FRAMEWORK_KINDS,
        _only(K.FRAMEWORK),
    ),
    _choice(
        "scheme_kind",
        "type de dispositif",
        "POLICY, or RESOURCE for what only equips others.",
        enums.SCHEME_KINDS,
        _only(K.SCHEME),
    ),
    _choice(
        "meeting_kind",
        "type de réunion",
        "What kind of meeting it was.",
        enums.MEETING_KINDS,
        _only(K.MEETING),
    ),
    Property(
        "territory_level",
        "échelon",
        "Level of the territory: COMMUNE, EPT, DEPARTEMENT...",
        Text(),
        _only(K.TERRITORY),
    ),
    _choice("level", "niveau", "Level of the body.", enums.LEVELS, _only(K.BODY)),
    _choice(
        "status",
        "statut",
        "A label that changes no answer, except DRAFT: never active.",
        enums.STATUSES,
        ANY,
    ),
    Property("start", "début", "First day, at its known precision.", Date(), ANY),
    Property("end", "fin", "Last day, at its known precision.", Date(), ANY),
    Property(
        "open_ended", "sans terme", "Whether a source states that it has no end.", Boolean(), ANY
    ),
    Property("signed", "signature", "Date of signature.", Date(), INITIATIVES),
    Property("date", "date", "Date of the sitting or document.", Date(), ANY),
    Property("activity_type", "type d'activité", "Kind of activity, free.", Text(), INITIATIVES),
    Property("code", "codes", "Codes in reference lists.", Texts(), ANY),
    Property("cog", "code géographique", "INSEE codes, several in time.", Texts(), _PLACED),
    Property("siren", "SIREN", "SIREN numbers, several in time.", Texts(), _PLACED),
    Property("siret", "SIRET", "SIRET numbers.", Texts(), _PLACED),
    Property("rna", "RNA", "Numbers in the register of associations.", Texts(), _PLACED),
    Property("finess", "FINESS", "Numbers in the register of health and care.", Texts(), _PLACED),
    _choice("frequency", "fréquence", "How often it meets.", enums.FREQUENCIES, _GATHERING),
    Property(
        "expected_month",
        "mois habituel",
        "Month (1-12) in which it usually meets.",
        Integer(1, 12),
        _GATHERING,
    ),
    Property("fte", "équivalents temps plein", "Staff, full-time equivalents.", Number(), _MEANS),
    Property("budget", "budget", "Budget in euros.", Number(), _MEANS),
    Property(
        "participants", "participants", "Number of participants.", Integer(), _GATHERING | {K.ACTOR}
    ),
    _choice(
        "inventory",
        "liste des actions",
        "Whether the source lists all actions of the framework.",
        enums.INVENTORIES,
        INITIATIVES,
    ),
    Property(
        "stages",
        "étapes",
        "Steps of a PST, each NAME:date:true or NAME:date:false.",
        Texts(),
        _only(K.FRAMEWORK),
    ),
    Property("exemplary", "exemplaire", "Named as an example to follow.", Boolean(), INITIATIVES),
    Property("open", "ouvert à tous", "Whether anyone may take part.", Boolean(), _GATHERING),
    Property("generic", "groupe non nommé", "An unnamed group; never counted.", Boolean(), ANY),
    Property("count", "effectif", "How many an unnamed group or series holds.", Integer(), ANY),
    Property(
        "family", "série", "A series named as a whole; never counted.", Boolean(), INITIATIVES
    ),
    Property("indicator", "indicateur", "What the diagnosis measured.", Text(), _only(K.NEED)),
    Property("value", "valeur", "Value of the indicator.", Text(), _only(K.NEED)),
    Property("year", "année", "Year of the figure.", Integer(1, 9999), ANY),
    Property("reference", "référence", "Official number or reference.", Text(), ANY),
    Property("hash", "empreinte", "SHA-256 of the file.", Text(), _only(K.DOCUMENT)),
    Property(
        "full_text",
        "texte intégral",
        "The whole text, when whoever imported the document asked to keep it.",
        Text(),
        _only(K.DOCUMENT),
    ),
    Property("description", "description", "A few sentences.", Text(), ANY),
    Property("note", "note", "Remark, or the other value when sources disagree.", Text(), ANY),
)

RELATION_PROPERTIES: tuple[Property, ...] = (
    Property("id", "identifiant", "Identifier given by the source.", Text(), ANY),
    Property("role", "rôle", "Role of the relation's origin.", Text(), ANY),
    Property("start", "début", "First day, at its known precision.", Date(), ANY),
    Property("end", "fin", "Last day, at its known precision.", Date(), ANY),
    Property(
        "open_ended", "sans terme", "Whether a source states that it has no end.", Boolean(), ANY
    ),
    Property("amount", "montant", "Amount in euros.", Number(), ANY),
    Property("year", "année", "Year of the amount.", Integer(1, 9999), ANY),
    Property("intensity", "intensité", "Strength from 1 to 5.", Integer(1, 5), ANY),
    _choice("extent", "étendue", "Whole territory or part of it.", enums.EXTENTS, ANY),
    Property("note", "note", "Remark, or the other value when sources disagree.", Text(), ANY),
)
