"""The closed lists of values, each member with its French label."""

from enum import StrEnum


class _Hashed(StrEnum):
    """Members are keys of many dictionaries: they hash as the texts that they equal, in C."""

    __hash__ = str.__hash__


class EntityKind(_Hashed):
    """Kinds of entity; ``label`` is the Neo4j label and the GraphQL type."""

    ACTOR = "ACTOR"
    FRAMEWORK = "FRAMEWORK"
    SCHEME = "SCHEME"
    ACTION = "ACTION"
    BODY = "BODY"
    MEETING = "MEETING"
    THEME = "THEME"
    AUDIENCE = "AUDIENCE"
    TERRITORY = "TERRITORY"
    NEED = "NEED"
    DOCUMENT = "DOCUMENT"
    CONTACT = "CONTACT"

    @property
    def label(self) -> str:
        """``Actor``, ``Framework``..."""
        return self.value.title()


class RelationType(_Hashed):
    """Types of relation, as in the bundle's column ``type``."""

    INVOLVED_IN = "INVOLVED_IN"
    EXPECTED_IN = "EXPECTED_IN"
    MEMBER_OF = "MEMBER_OF"
    ATTENDED = "ATTENDED"
    HELD_BY = "HELD_BY"
    GOVERNED_BY = "GOVERNED_BY"
    PART_OF = "PART_OF"
    IMPLEMENTS = "IMPLEMENTS"
    ARTICULATED_WITH = "ARTICULATED_WITH"
    SUCCEEDS = "SUCCEEDS"
    REPLICATES = "REPLICATES"
    ADDRESSES = "ADDRESSES"
    COVERS = "COVERS"
    TARGETS = "TARGETS"
    RESPONDS_TO = "RESPONDS_TO"
    IDENTIFIED_IN = "IDENTIFIED_IN"
    BROADER = "BROADER"
    WITHIN = "WITHIN"
    HOLDS_POST = "HOLDS_POST"
    NOT_APPLICABLE = "NOT_APPLICABLE"
    CHECKED_ABSENT = "CHECKED_ABSENT"


ACTOR_KINDS = {
    "COMMUNE": "commune",
    "EPCI": "intercommunalité",
    "EPT": "établissement public territorial",
    "DEPARTEMENT": "département",
    "REGION": "région",
    "ETAT": "service de l'État",
    "CCAS": "CCAS",
    "CIAS": "CIAS",
    "CAF": "caisse d'allocations familiales",
    "MSA": "mutualité sociale agricole",
    "CPAM": "caisse primaire d'assurance maladie",
    "CARSAT": "caisse d'assurance retraite",
    "ARS": "agence régionale de santé",
    "EDUCATION": "autorité scolaire",
    "HOPITAL": "hôpital",
    "FRANCE_TRAVAIL": "France Travail",
    "MISSION_LOCALE": "mission locale",
    "MDPH": "maison du handicap",
    "BAILLEUR": "bailleur",
    "ASSOCIATION": "association",
    "CENTRE_SOCIAL": "centre social",
    "ENTREPRISE": "entreprise",
    "HABITANTS": "groupe d'habitants",
    "SERVICE": "service",
    "OTHER": "autre acteur",
}

FRAMEWORK_KINDS = {
    "PST": "projet social de territoire",
    "CLS": "contrat local de santé",
    "CLSM": "conseil local de santé mentale",
    "CTG": "convention territoriale globale",
    "CEJ": "contrat enfance jeunesse",
    "CONTRAT_DE_VILLE": "contrat de ville",
    "CUCS": "contrat urbain de cohésion sociale",
    "PEDT": "projet éducatif territorial",
    "PROJET_EDUCATIF": "projet éducatif",
    "PRE": "programme de réussite éducative",
    "CLSPD": "conseil local de sécurité et de prévention de la délinquance",
    "CITE_EDUCATIVE": "cité éducative",
    "SCHEMA": "schéma",
    "PROGRAMME": "programme",
    "PROJET_SOCIAL": "projet social",
    "PROJET_DE_SERVICE": "projet de service",
    "REFERENTIEL": "référentiel",
    "CHARTE": "charte",
    "PACTE": "pacte",
    "PROTOCOLE": "protocole",
    "CPOM": "contrat pluriannuel d'objectifs et de moyens",
    "CONVENTION": "convention",
    "DELEGATION": "délégation",
    "ABS": "analyse des besoins sociaux",
    "SUBVENTION": "subvention",
    "POSTE": "poste financé",
    "OTHER": "autre cadre",
}

SCHEME_KINDS = {"POLICY": "politique ou dispositif", "RESOURCE": "ressource"}

STATUSES = {
    "DRAFT": "en projet",
    "SIGNED": "signé",
    "ACTIVE": "en cours",
    "AMENDED": "modifié par avenant",
    "RENEWING": "en renouvellement",
    "ENDED": "terminé",
    "TERMINATED": "résilié",
}

FREQUENCIES = {
    "MONTHLY": "mensuelle",
    "QUARTERLY": "trimestrielle",
    "HALF_YEARLY": "semestrielle",
    "YEARLY": "annuelle",
    "OTHER": "autre",
}

MEETING_KINDS = {
    "CONFERENCE": "conférence",
    "COMMITTEE": "comité",
    "EVALUATION": "évaluation",
    "TRAINING": "formation",
    "TESTIMONY": "témoignages",
    "OTHER": "autre réunion",
}

LEVELS = {"STRATEGIC": "stratégique", "TECHNICAL": "technique", "WATCH": "veille"}

INVENTORIES = {"COMPLETE": "toutes les actions", "EXAMPLES": "des exemples d'actions"}

EXTENTS = {"WHOLE": "en entier", "PARTIAL": "en partie"}

INVOLVEMENT_ROLES = {
    "LEAD": "porteur",
    "CO_LEAD": "copilote",
    "SIGNATORY": "signataire",
    "FUNDER": "financeur",
    "OPERATOR": "opérateur",
    "PARTNER": "partenaire",
}

MEMBERSHIP_ROLES = {
    "CHAIR": "président",
    "MEMBER": "membre",
    "INVITED": "invité",
    "REFERENT": "référent",
    "FACILITATOR": "animateur",
}

PUBLIC_KINDS = frozenset(list(ACTOR_KINDS)[:16]) | {"MDPH"}
"""Actor kinds that are institutions; a SERVICE of one is an institution too (contract)."""
