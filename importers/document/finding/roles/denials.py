"""Who does not sign, as a sentence says: *la CAF n'est pas signataire*, *il n'a pas signé*; and
what a sentence says by denying or supposing it."""

import re

from importers.document.finding.mentions import Mention
from importers.document.finding.roles.statements import Said
from importers.document.structure.clean import Clean

_NOT_SIGNED = re.compile(
    r"\b(?:n'(?:est|etait|a|ont)|ne (?:sont|seront|sera|signe|signent)|sans etre) "
    r"(?:pas |plus |ni )?(?:ete )?(?:souhaite |pu |encore )?(?:signataires?|signee?s?|signer|"
    r"parties? (?:a|au))\b"
    r"|\b(?:s'est|se sont) retire\w*"
    r"|\brefus\w+ de (?:le |la |l')?signer\b"
    r"|\bne signe(?:nt)? pas\b|\bmanqu\w+ (?:\w+ ){0,2}signatures?\b|\bsignatures? (?:manqu\w+|"
    r"(?:est|sont) (?:encore )?attendue?s?)\b"
)


_NOT_THESE = re.compile(
    r"\bsignataires? (?:pressenti|potentiel|envisage|a venir)\w*|\bnon[- ]signataires?\b"
)
"""*Signataires pressentis : ...*, *associés mais non signataires : ...*"""
_DOUBT = re.compile(
    r"\bn(?:e |')(?:\w+ ){0,2}?(?:pas|plus|rien|jamais)\b(?: \w+){0,2}? "
    r"(?:sign|financ|port|pilot|conclu|vers)|\bn(?:e |')(?:sign|financ|port|pilot)\w+ "
    r"(?:pas|plus|rien)\b|\bsans (?:le soutien|l'aide|signer)\b|\bnon signataires?|"
    r"\brefus(?:e|ent|er|ee?s?)\b|\bpressenti\w*|\ba solliciter\b|\ben presence de\b|"
    r"\bavai(?:t|ent) signe|\bsera sollicit|\bsi l\S* ?\w+ (?:co)?financ"
)
"""*N'a pas signé*, *pressenti*, *avait signé*, *en présence de*."""
_IT = re.compile(r" ?(?:il|elle)s?\b")


def deny_signatures(
    clean: Clean, start: int, end: int, told: list[Mention], before: list[Mention], said: Said
) -> None:
    """Deny the signature of those whom a sentence, from ``start`` to ``end``, says it of; *il*
    means the first one told in the sentence before."""
    if these := _NOT_THESE.search(clean.fold, start, end):
        for mention in told:
            if mention.start >= these.end():
                said.deny(mention, "SIGNATORY")
    found = _NOT_SIGNED.search(clean.fold, start, end)
    if found is None:
        return
    awaited = "signature" in found[0]  # « trois signatures manquent : celles de... »
    clause = max(clean.fold.rfind(mark, start, found.start()) for mark in ";:")
    if clause >= start and _IT.match(clean.fold, clause + 1):  # « l'État est sollicité ; il ne... »
        subjects = told[:1]
    else:
        subjects = told if awaited else [each for each in told if each.end <= found.start()]
    if not subjects and re.match(r"(?:il|elle)s?\b|mais ", clean.fold[start:end]):
        subjects = before[:1]
    for mention in subjects:
        said.deny(mention, "SIGNATORY")


def is_doubtful(clean: Clean, start: int, end: int) -> bool:
    """Whether a sentence denies, supposes or recalls what its words would otherwise say: they are
    no evidence of a role that no rule reads."""
    return _DOUBT.search(clean.fold, start, end) is not None
