"""Whether a date of a sentence is one of the text's own framework: the framework that the sentence
speaks of says whose it is."""

import re

from importers.document.finding.dating.calling import THIS, calls, is_told_signed
from importers.document.finding.dating.implying import is_implied
from importers.document.finding.dating.telling import Said, tells_after
from importers.document.finding.dating.when import DAY_LENGTH, YEAR_LENGTH
from importers.document.finding.frameworks import Named
from importers.document.finding.own import OF_ANOTHER, THAT, Own, is_call, noun_of
from importers.document.structure.blocks import Zone
from importers.document.structure.kinds import CONVENTION, DELIBERATION

_OTHERS = re.compile(
    r"\b(?:loi|decret|agrement|arrete|code|circulaire|ordonnance|deliberation|article [lrd]\b|"
    r"precedente?|(?<!c'est une )premiere?|ancien\w*|anterieur\w*|diagnostic|enquete|"
    r"recensement|insee|"
    r"habitants|bilan|en cours|\w+ en vigueur(?=, )|\w+ actuel\w*(?= ))\b"
)
_BEFORE = re.compile(
    r"\bavai(?:t|ent) (?:ete )?(?:approuve|conclu|adopte|proroge|prolonge|etabli|valide|vote)|"
    r"\bcel(?:le|ui) (?:signe|conclu)e?\b"
)
"""What had been agreed before is the framework that this one follows."""
_HAD = re.compile(r"\bavaient\b[^.;]{0,80}$")
_THAT_IS = re.compile(r", soit (?:le |en |au )?$")
"""*S'achève en même temps que l'agrément, soit le 31 décembre 2026*."""
_OVER = re.compile(
    r"[^.;]{0,80}\b(?:arriv\w+ a (?:son terme|terme|echeance)|expir\w+|pren\w+ fin|s'acheve|"
    r"est (?:echue|caduque|terminee))\b"
)
"""What is signed and ends now is what the text replaces."""
_EXPIRES = re.compile(r"\b(?:arriv|vien|parvien)\w+ a (?:echeance|expiration|(?:son )?terme)\b")
"""In a deliberation, what expires is what it renews."""
_SINCE_A_YEAR = re.compile(r"\bdepuis (?:l'annee )?$")
_FIRST = re.compile(
    r"(?:une? |la |le )(?:toute )?premi(?:er|ere) (?:convention|contrat|protocole|charte)"
)
"""*Un premier contrat a été signé le...*: the one before this."""
_TO_DO = re.compile(r"\b(?:actions?|projets?|realisation)\b[^.;]{0,60}$")
"""*Les actions devront se dérouler entre le... et le...*, in a call for projects."""
NO_AGREEMENT = frozenset(("LABEL", "RESEAU", "QPV", "FONDS", "FSL"))
"""Kinds of which a text tells years without their being signed or valid."""
_IN_NAME = 25
"""Characters after its kind within which a year is part of a framework's name."""
_NEAR = 60
_APPROVES = re.compile(
    r"(?:[–-] ?)?(?:article \w+ ?[:.–-] ?)?(?:d'|de )?(?:approuv|adopt|renouvel)\w* (?=l)"
)


def is_own(said: Said, what: str, own: Own, kind: str) -> bool:
    """Whether a date is the own framework's: the framework named nearest decides, else the words
    *la présente convention*; a sentence that names none is trusted in a convention."""
    if what == "signed" and said.zone is Zone.SIGNATURES:
        return True
    if _is_excluded(said, what, own, kind):
        return False
    if what != "signed" and _is_new(own, said.sentence):
        return True
    nearest = _nearest(said)
    bare = nearest is None and len(said.when.value) == YEAR_LENGTH
    if what == "signed" and bare and not (calls(own, said.before) or is_told_signed(own, said)):
        return False
    if nearest is None and tells_after(said):
        nearest = next((each for each in said.inside if each.start > said.when.start), None)
    if kind == DELIBERATION and what != "signed" and _approves_own(own, said):
        return True
    if nearest is not None and not _means_own(own, nearest, said):
        return _is_of(nearest, said, own, kind)
    if what == "period" and _is_of_action(said, own):
        return True
    return own.kind not in (None, "FICHE") and is_implied(said, what, own, kind)


def _is_excluded(said: Said, what: str, own: Own, kind: str) -> bool:
    """Whether the words before a date say that it is of a law, of what came before, of another
    agreement; or the own framework is one that nobody signs."""
    if what == "signed" and (
        _FIRST.match(said.sentence) or (kind == CONVENTION and THAT.search(said.before))
    ):
        return True
    if kind == DELIBERATION and what != "signed" and _EXPIRES.search(said.sentence):
        return True
    year = len(said.when.value) == YEAR_LENGTH
    another = kind == CONVENTION and OF_ANOTHER.search(said.before)
    return bool(
        own.kind in NO_AGREEMENT
        or (_OTHERS.search(said.before[-70:]) and not _THAT_IS.search(said.before))
        or (what == "signed" and _OVER.match(said.after))
        or (kind == CONVENTION and year and _SINCE_A_YEAR.search(said.before))
        or (what != "signed" and (_BEFORE.search(said.before) or _HAD.search(said.before)))
        or (another and not any(each.kind == own.kind for each in said.inside))
    )


def _is_new(own: Own, plain: str) -> bool:
    """Whether a sentence is about *le nouveau projet*, *le présent contrat*."""
    word = noun_of(own)
    return bool(word) and bool(
        re.match(rf"(?:le|la|ce|cette) (?:nouveau|nouvelle|present|presente) {word}\b", plain)
    )


def _is_of_action(said: Said, own: Own) -> bool:
    """Whether a period is that of the actions of a call for projects, or of the action of a sheet:
    *Du 10 juillet au 18 août 2023, une équipe installe...*"""
    if is_call(own):
        return bool(_TO_DO.search(said.before))
    days = said.when.until is not None and len(said.when.until) == DAY_LENGTH
    return own.kind == "FICHE" and days and not said.before and said.zone is not Zone.NEED


def _approves_own(own: Own, said: Said) -> bool:
    """*Approuve le projet éducatif valant plan mercredi, pour la période...*"""
    approves = _APPROVES.match(said.sentence)
    return bool(approves) and any(
        each.kind == own.kind and each.start < said.when.start for each in said.inside
    )


def _means_own(own: Own, nearest: Named, said: Said) -> bool:
    """Whether a sentence comes back to its own framework after naming another: *un protocole est
    venu prolonger le contrat jusqu'au...*"""
    since = said.sentence[len(said.before) - (said.when.start - nearest.end) : len(said.before)]
    return nearest.end <= said.when.start and nearest.kind != own.kind and calls(own, since)


def _nearest(said: Said) -> Named | None:
    """The framework named last before a date, or right after it."""
    before = (each for each in reversed(said.inside) if each.start < said.when.start)
    after = next((each for each in said.inside if 0 <= each.start - said.when.end < _NEAR), None)
    if after and re.search(r"\bet\b|[;:]", said.after[: after.start - said.when.end]):
        after = None
    return next(before, None) or after


def _is_of(named: Named, said: Said, own: Own, kind: str) -> bool:
    within = named.start <= said.when.start < min(named.end, named.head + _IN_NAME)
    if named.kind == own.kind:
        return not within or said.when.until is not None
    this = bool(THIS.search(said.before)) and kind == CONVENTION
    return not within and not named.specific and this
