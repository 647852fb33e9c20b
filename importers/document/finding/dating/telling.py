"""What a date of a sentence is: a signature, a start, an end, a period."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from importers.document.finding.dating.when import DAY_LENGTH, When
from importers.document.finding.frameworks import Named
from importers.document.finding.own import Own
from importers.document.structure.blocks import Zone


class Said(NamedTuple):
    """A date where it stands: the folded sentence, what of it is before and after the date, the
    frameworks that it names, the one named last before it, the zone of its block, whether it
    is the article on the duration, and the folded sentence before."""

    when: When
    sentence: str
    before: str
    after: str
    inside: Sequence[Named]
    earlier: Named | None
    zone: Zone
    lasting: bool = False
    last: str = ""


_SIGNED = re.compile(
    r"\b(?:co-?)?(?:sign(?:ee?s?|atures?|e)|paraphee?s?|signai(?:en)?t|signent|"
    r"officialisee?)\b[^.;]{0,90}$|"
    r"\bporte la date du $"
)
_HAD_SIGNED = re.compile(
    r"\bavai(?:t|ent)(?: \w+)? (?:signe|paraphe|conclu)e?s?\b|\b(?:apres|depuis|avant) (?:la|sa|"
    r"leur) signature\b"
)
"""Who had signed did so before what the text tells; what comes after the signature is not it."""
_SIGNED_AFTER = re.compile(
    r"[ ,]*(?:qu')?(?:les |la |sa )?(?:a ete |ont ete |avait ete |etait |est |fut |a |ont "
    r")?(?:co)?sign"
)
_CONCLUDED = (
    r"\b(?:a|ont) (?:\w+ment )?(?:(?:conclu|signe|paraphe|renouvele|contractualise)e?s?\b|"
    r"appose\w* (?:leurs?|sa|ses) signatures?|"
    r"(?:accueilli) la "
    r"signature)\b"
)
_CONCLUDED_BEFORE = re.compile(rf"{_CONCLUDED}[^.;]{{0,40}}$")
_SIGNED_LATER = re.compile(
    r"[^.;]{0,160}?\bpour (?:(?:une|la) signature|apposer (?:leurs?|sa) signatures?|signer|"
    r"parapher)\b|"
    r"[^.;]{0,160}?\b(?:a recu ses signatures?|signatures? (?:a|ont) ete apposee?s?)\b|"
    r"[^.;]{0,160}?\b(?:a|ont) ete (?:officiellement )?(?:co)?(?:signe|paraphe|conclu)e?s?\b"
)
_ITS_DAY = re.compile(r",? jour (?:de (?:sa|la) signature|ou (?:il|elle) (?:a ete|fut) signee?)\b")
"""*Depuis le 3 juillet 2015, jour de sa signature*."""
_SINCE = re.compile(r"^depuis (?:le )?(?:[a-z]+di )?$")
_BOUND = re.compile(r"[^.;]{0,200}\b(?:est|sont) (?:\w+ )?liee?s? par (?:une?|la|le)\b")
"""*Depuis le 24 janvier 2023, la Ville et la CAF sont liées par une convention*."""
_CONCLUDED_AFTER = re.compile(rf"[^.;]{{0,260}}?{_CONCLUDED}")
_SIGNATURE_AFTER = re.compile(
    r" ?[:–-] (?:signature\b|l[ea] [^.;:]{3,80} (?:(?:est|a ete) (?:signe|paraphe)e?\b|"
    r"(?:signe|paraphe)(?:nt)? (?:son|sa|leur|le|la|une?) ))"
)
"""A line of a chronology: *21 janvier 2019 : signature*."""
_INSTALLED_AFTER = re.compile(
    r" ?[:–-] (?:installation|creation|lancement|demarrage|mise en place)\b"
)
_NOT_SIGNED = re.compile(
    r"\b(?:sera|seront|serait|(?:doit|devra|devrait|va) etre) (?:\w+ment "
    r")?(?:co)?signe\w*[^.;]{0,60}$|"
    r"\bsigna\w*,? (?:par|de)? ?(?:delegation|prevue)|\bprolong\w* (?:au|jusqu'au) $|(?:deliber|"
    r"adopt|approuv|vot)\w*[^.;,]{0,60}$"
)
_FAIT = re.compile(
    r"\b(?:fait|etabli) (?:a|aux?|en)\b(?:[^.;]|\.{3,}){0,60}$|\bfait[^.;]{0,40}le ?$"
)
_START = re.compile(
    r"\b(?:(?:lancement|creation|installation)\b[^.;]{0,40} (?:date|remonte|a eu lieu)|a "
    r"compter (?:du|de)|a partir (?:du|de)|(?:entr\w+|prend\w*|pris[e]?) (?:en "
    r"vigueur|effet|d'effet)[^.;]{0,40}?|date d'effet|debut\w*(?: le| en| au)?|"
    r"demarr\w+(?: le| en| au)?|"
    r"(?:mis|mise) en (?:place|oeuvre)(?: depuis| en| des)?|depuis|lance\w*(?: en| le| "
    r"depuis)?|conclue? en|cree\w* en|engage\w* depuis)[ :]*(?:le |du |l'annee |"
    r"(?:la )?rentree (?:scolaire )?(?:d[eu] )?|la |septembre |au )?$"
)
_END = re.compile(
    r"\b(?:jusqu'(?:au|en|a)(?: la fin de l'annee| fin)?|(?:pren\w+|prendra) fin (?:le|"
    r"au|en)?|s'achev\w+ (?:[^.;]{0,60}, soit )?(?:le|au|en)?|expir\w+ (?:le|au)?|arriv\w+ a "
    r"(?:echeance|terme|"
    r"son terme) (?:le|au|en|fin)?|echeance(?: au| le|:| fixee au)?|(?:echeance|"
    r"terme)\b[^.;]{0,50}\b(?:report|repouss|"
    r"port|prolong)\w+ (?:au|a|en)|date de fin|fin "
    r"(?:de validite)?)[ :]*(?:le |au |fin |31 )?$"
)
_REPLACED = re.compile(r"\bremplace\w* par (?:les mots|la date|celle du|le)?[^.;]{0,6}$")
_TERM = re.compile(r"\b(?:date du|terme|duree|echeance|prolong\w+|proroge\w*|report\w+)\b")
"""*Le terme est reporté : les mots... sont remplacés par « 31 décembre 2026 »*."""
_PERIOD = re.compile(
    r"\b(?:periodes?|exercices?|pour (?:la periode|les annees|une duree|une annee|"
    r"\w+ ans)|"
    r"durees?|couvr\w+|"
    r"conclu\w*|etabli\w*|porte\w* sur|programmation|valable|validite|etendu\w*|engag\w+|"
    r"s'etend\w*|vaut|valent|court|courent|s'applique|effets?|annees?|pluriannuel\w*|deroul\w+|"
    r"signee?)\b[^.;]{0,60}$"
)
_INITIAL = re.compile(r"\b(?:initiale?s?|precedente?s?)\b[^.;]{0,60}$")
"""What was signed before this text was."""
_PLANS = frozenset(
    ("PSD", "SCHEMA", "PLAN", "PROGRAMME", "STRATEGIE", "PROJET", "PACTE", "CHARTE", "PEDT")
)
_PAID = re.compile(r"(?:€|\b(?:euros?|recu)\b)[^.;]{0,30}$")
_DENIED = re.compile(
    r"\bn(?:e |')(?:\w+ ){0,2}?(?:pas|plus|jamais)\b[^.;,]{0,50}$|"
    r"\b(?:pourrai(?:t|ent)|pourra|pourront|devai(?:t|ent)|previsionnelle?s?|probablement)\b"
    r"[^.;,]{0,50}$"
)
"""*N'a pas été signé le...*, *pourrait prendre fin le...*: a date that is not, or not yet."""
DONE = re.compile(r"^c'est (?:desormais |maintenant )?(?:chose faite|fait|signe|officiel)\b")
"""*C'est chose faite depuis hier, lundi 24 janvier 2022*."""
_ADOPTED = re.compile(
    r"\b(?:adopte|vote|approuve|valide)e?s? (?:par [^.;,]{3,60} )?(?:le|en|du) ?$"
)
"""A plan that one body adopts has no signature: it begins when it is adopted."""


def is_denied(before: str) -> bool:
    """Whether the folded words before a date say that it is not, or not yet."""
    return _DENIED.search(before) is not None


def what_of(said: Said, own: Own) -> str:
    """What a date is: ``start``, ``end``, ``signed``, ``period``, or nothing that counts."""
    return "" if is_denied(said.before) else _what_of(said, own)


def _what_of(said: Said, own: Own) -> str:
    before = said.before
    if said.when.until is not None:
        if _PAID.search(said.before) and not said.lasting:
            return ""  # « 163 000 euros pour l'année scolaire 2020-2021 »
        told = said.lasting or _PERIOD.search(before) or re.search(r"(?:^|[(,]|\bpour) ?$", before)
        return "period" if told else ""
    if _is_signature(said):
        return "signed"
    if _END.search(before) or (_REPLACED.search(before) and _TERM.search(f"{said.last} {before}")):
        return "end"
    if tells_its_day(said):
        return "signed"
    bound = _SINCE.search(before) and _BOUND.match(said.after)
    if (_START.search(before) and not bound) or (own.kind in _PLANS and _ADOPTED.search(before)):
        return "start"
    if _INSTALLED_AFTER.match(said.after):
        return "start"
    signed = (
        bound
        or _SIGNATURE_AFTER.match(said.after)
        or _SIGNED.search(before)
        or _SIGNED_AFTER.match(said.after)
        or _CONCLUDED_BEFORE.search(before)
        or _CONCLUDED_AFTER.match(said.after)
        or _SIGNED_LATER.match(said.after)
    )
    other = _INITIAL.search(before) or _HAD_SIGNED.search(before) or _NOT_SIGNED.search(before)
    return "signed" if signed and not other else ""


def _is_signature(said: Said) -> bool:
    """Whether a date stands where a text is signed: *Fait à Bourges, le...*"""
    made = _FAIT.search(said.before)
    if DONE.match(said.sentence) and len(said.when.value) == DAY_LENGTH:
        return True
    if said.zone is Zone.SIGNATURES:
        alone = re.fullmatch(
            r"(?:les signataires ?\()?(?:[a-z' -]+, )?(?:le )?(?:[a-z]+di )?", said.before
        )
        return bool(made or alone or _SIGNED.search(said.before))
    return bool(made) and len(said.when.value) == DAY_LENGTH


def tells_after(said: Said) -> bool:
    """Whether a date comes before what it is of: *le 3 mars, la Ville a conclu son contrat...*"""
    return bool(
        _CONCLUDED_AFTER.match(said.after)
        or _SIGNED_LATER.match(said.after)
        or _INSTALLED_AFTER.match(said.after)
        or _CONCLUDED_BEFORE.search(said.before)
    )


def tells_its_day(said: Said) -> bool:
    """Whether a date is said to be the day of the signature."""
    return bool(_ITS_DAY.match(said.after))
