"""Which forms of an actor's name are worth keeping as its other names, beyond its document."""

import re
from collections.abc import Iterable

from importers.document.finding.gazetteer import key, telling

_NOUN = re.compile(
    r"(?:agence|agglomeration|assemblee|association|bailleur|beneficiaire|cabinet|caisse|centre|"
    r"club|collectif|collectivite|comite|commune|communaute|conseil|delegation|departement|"
    r"direction|ecole|etablissement|etat|federation|financeur|fondation|gestionnaire|groupement|"
    r"hopital|institution|intercommunalite|mairie|maison|metropole|mission|municipalite|"
    r"operateur|organisme|partenaire|partie|pole|porteur|prefecture|prefet|prestataire|projet|"
    r"rectorat|region|reseau|service|signataire|societe|structure|syndicat|territoire|union|"
    r"universite|ville)s?"
)
"""Common nouns of institutions and organisations, and what a contract calls its parties."""
_QUALIFIER = re.compile(
    r"(?:action|allocation|assurance|base|culturel|familiale|francais|generale?|hospitalier|"
    r"locale?|locaux|maladie|nationale?|primaire|publique?|public|sante|sociale?|socioculturel|"
    r"technique|urbain|(?:departement|region|municip|(?:inter)?commun|territori)(?:ale?|aux)|"
    r"communautaire)e?s?"
)
"""Words that tell which kind of institution is meant, and never which one of them."""


def other_names(called: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The forms that name an actor elsewhere than in its document, in their order.

    Left out: what a text calls its parties for short (*la Ville*, *l'association*), which would
    name any of their kind, and what differs from ``called`` or from an earlier form by case,
    accents or articles only.
    """
    kept = {telling(key(called)): called}
    for form in forms:
        plain = telling(key(form))
        if not _is_label(plain):
            kept.setdefault(plain, form)
    return tuple(kept.values())[1:]


def _is_label(plain: str) -> bool:
    """Whether a name is a common noun and what qualifies it, or no word at all."""
    others = [word for word in plain.split() if not _NOUN.fullmatch(word)]
    bare = len(others) < len(plain.split()) and all(map(_QUALIFIER.fullmatch, others))
    return bare or not plain
