"""Whether a date of a sentence is one of the text's own framework, and which.

A cue says what the date is (*signé le*, *pour la période*, *à compter du*); the framework that the
sentence speaks of says whose it is.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from importers.document.finding.dating.when import When
from importers.document.finding.frameworks import Named
from importers.document.finding.own import OF_ANOTHER, Own, noun_of
from importers.document.structure.blocks import Zone
from importers.document.structure.clean import fold
from importers.document.structure.kinds import CONVENTION


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


_SIGNED = re.compile(r"\b(?:co-?)?(?:sign(?:ee?s?|ature|e)|signai(?:en)?t|signent)\b[^.;]{0,90}$")
_SIGNED_AFTER = re.compile(
    r"[ ,]*(?:qu')?(?:a ete |ont ete |avait ete |etait |est |fut |a |ont )?(?:co)?sign"
)
_CONCLUDED = r"\b(?:a|ont) (?:conclu|signe|paraphe|renouvele|contractualise)\w*\b"
_CONCLUDED_BEFORE = re.compile(rf"{_CONCLUDED}[^.;]{{0,40}}$")
_CONCLUDED_AFTER = re.compile(rf"[^.;]{{0,260}}?{_CONCLUDED}")
_INSTALLED_AFTER = re.compile(
    r" ?[:–-] (?:installation|creation|lancement|demarrage|mise en place)\b"
)
_NOT_SIGNED = re.compile(
    r"\bsigna\w* (?:par|de)? ?(?:delegation|prevue)|(?:deliber|adopt|approuv|vot)\w*[^.;,]{0,60}$"
)
_FAIT = re.compile(r"\b(?:fait|etabli) (?:a|en)\b[^.;]{0,60}$|\bfait[^.;]{0,40}le ?$")
_START = re.compile(
    r"\b(?:(?:lancement|creation|installation)\b[^.;]{0,40} (?:date|remonte|a eu lieu)|a "
    r"compter (?:du|de)|a partir (?:du|de)|(?:entr\w+|prend\w*|prise) (?:en "
    r"vigueur|effet|d'effet)[^.;]{0,40}?|date d'effet|debut\w*(?: le| en| au)?|"
    r"demarr\w+(?: le| en| au)?|"
    r"(?:mis|mise) en (?:place|oeuvre)(?: depuis| en| des)?|depuis|lance\w*(?: en| le| "
    r"depuis)?|conclue? en|cree\w* en|engage\w* depuis)[ :]*(?:le |du |l'annee |la |"
    r"septembre |au )?$"
)
_END = re.compile(
    r"\b(?:jusqu'(?:au|en|a)(?: la fin de l'annee| fin)?|(?:pren\w+|prendra) fin (?:le|"
    r"au|en)?|s'achev\w+ (?:le|au|en)?|expir\w+ (?:le|au)?|arriv\w+ a (?:echeance|terme|"
    r"son terme) (?:le|au|en|fin)?|echeance(?: au| le|:| fixee au)?|date de fin|fin "
    r"(?:de validite)?)[ :]*(?:le |au |fin |31 )?$"
)
_PERIOD = re.compile(
    r"\b(?:periodes?|pour (?:la periode|les annees|une duree|une annee|\w+ ans)|durees?|couvr\w+|"
    r"conclu\w*|etabli\w*|porte\w* sur|programmation|valable|validite|etendu\w*|"
    r"s'etend\w*|vaut|valent|court|courent|s'applique|effets?|annees?|pluriannuel\w*|deroul\w+|signee?)\b[^.;]{0,60}$"
)
_THIS = re.compile(
    r"\b(?:(?:la|le|cette|ce|cet|present|presente|du|de la|notre|ledit|ladite|son|sa)) "
    r"(?:(?:presente?|nouvel\w*|nouveau) )?(?:convention|contrat|avenant|protocole|charte|projet|"
    r"programme|pacte|schema|accord|document|texte|demarche|partenariat|strategie)\b|\b(?:celui-ci|celle-ci|il|"
    r"elle)\b"
)
_OTHERS = re.compile(
    r"\b(?:loi|decret|agrement|arrete|code|circulaire|ordonnance|deliberation|article [lrd]\b|"
    r"precedente?|premiere?|ancien\w*|anterieur\w*|diagnostic|enquete|recensement|insee|"
    r"habitants|bilan)\b"
)
_INITIAL = re.compile(r"\b(?:initiale?s?|precedente?s?)\b[^.;]{0,60}$")
"""What was signed before this text was."""
_BEFORE = re.compile(
    r"\bavai(?:t|ent) (?:ete )?(?:approuve|conclu|adopte|proroge|prolonge|etabli|valide|vote)"
)
"""What had been agreed before is the framework that this one follows."""
_WORD = re.compile(
    r"\b(convention|contrat|protocole|charte|pacte|dispositif|schema|programme|strategie)s?\b"
)
_PLANS = frozenset(
    ("PSD", "SCHEMA", "PLAN", "PROGRAMME", "STRATEGIE", "PROJET", "PACTE", "CHARTE", "PEDT")
)
_IT = re.compile(r"(?:il|elle|celui(?:-ci)?|celle(?:-ci)?|signee?|conclue?|etablie?)\b")
_IT_IS = re.compile(r"\b(?:elle|il) (?:a ete|est|fut) signe")
_THE = re.compile(
    r"\b(?:la|le|cette|ce) (?:strategie|convention|contrat|schema|programme|projet)\b"
)
"""What may mean the framework named in the sentences before."""
_IN_NAME = 25
"""Characters after its kind within which a year is part of a framework's name."""
_NEAR = 60
_YEAR = 4
_LASTS = re.compile(r"\bduree|\bvigueur|\beffet|periode|\bconclue?\b")
_ADOPTED = re.compile(
    r"\b(?:adopte|vote|approuve|valide)e?s? (?:par [^.;,]{3,60} )?(?:le|en|du) ?$"
)
"""A plan that one body adopts has no signature: it begins when it is adopted."""


def what_of(said: Said, own: Own) -> str:
    """What a date is: ``start``, ``end``, ``signed``, ``period``, or nothing that counts."""
    before = said.before
    if said.when.until is not None:
        told = said.lasting or _PERIOD.search(before) or re.search(r"[(,] ?$", before)
        return "period" if told else ""
    if _is_signature(said):
        return "signed"
    if _END.search(before):
        return "end"
    if _START.search(before) or (own.kind in _PLANS and _ADOPTED.search(before)):
        return "start"
    if _INSTALLED_AFTER.match(said.after):
        return "start"
    signed = (
        _SIGNED.search(before)
        or _SIGNED_AFTER.match(said.after)
        or _CONCLUDED_BEFORE.search(before)
        or _CONCLUDED_AFTER.match(said.after)
    )
    other = _INITIAL.search(before) or _NOT_SIGNED.search(before)
    return "signed" if signed and not other else ""


def _is_signature(said: Said) -> bool:
    """Whether a date stands where a text is signed: *Fait à Bourges, le...*"""
    made = _FAIT.search(said.before)
    if said.zone is Zone.SIGNATURES:
        alone = re.fullmatch(r"(?:[a-z' -]+, )?(?:le )?(?:[a-z]+di )?", said.before)
        return bool(made or alone or _SIGNED.search(said.before))
    return bool(made) and len(said.when.value) == 10


def is_own(said: Said, what: str, own: Own, kind: str) -> bool:
    """Whether a date is the own framework's: the framework named nearest decides, else the words
    *la présente convention*; a sentence that names none is trusted in a convention."""
    if what == "signed" and said.zone is Zone.SIGNATURES:
        return True
    if _OTHERS.search(said.before[-70:]):
        return False
    if what != "signed" and _BEFORE.search(said.before):
        return False
    if what != "signed" and _is_new(own, said.sentence):
        return True
    nearest = _nearest(said)
    names_own = any(each.kind == own.kind for each in said.inside)
    if kind == CONVENTION and OF_ANOTHER.search(said.before) and not names_own:
        return False
    bare = nearest is None and len(said.when.value) == _YEAR
    if what == "signed" and bare and not (_calls(own, said.before) or _it_is_signed(own, said)):
        return False
    if nearest is None and _tells_after(said):
        nearest = next((each for each in said.inside if each.start > said.when.start), None)
    if nearest is not None and not _means_own(own, nearest, said):
        return _is_of(nearest, said, own, kind)
    return own.kind not in (None, "FICHE") and _is_implied(said, what, own, kind)


def _is_new(own: Own, plain: str) -> bool:
    """Whether a sentence is about *le nouveau projet*, *le présent contrat*."""
    word = noun_of(own)
    return bool(word) and bool(
        re.match(rf"(?:le|la|ce|cette) (?:nouveau|nouvelle|present|presente) {word}\b", plain)
    )


def _tells_after(said: Said) -> bool:
    """Whether a date comes before what it is of: *le 3 mars, la Ville a conclu son contrat...*"""
    return bool(
        _CONCLUDED_AFTER.match(said.after)
        or _INSTALLED_AFTER.match(said.after)
        or _CONCLUDED_BEFORE.search(said.before)
    )


def _means_own(own: Own, nearest: Named, said: Said) -> bool:
    """Whether a sentence comes back to its own framework after naming another: *un protocole est
    venu prolonger le contrat jusqu'au...*"""
    since = said.sentence[len(said.before) - (said.when.start - nearest.end) : len(said.before)]
    return nearest.end <= said.when.start and nearest.kind != own.kind and _calls(own, since)


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
    this = bool(_THIS.search(said.before)) and kind == CONVENTION
    return not within and not named.specific and this


def _is_implied(said: Said, what: str, own: Own, kind: str) -> bool:
    """Whether a sentence that names no framework speaks of the text's own."""
    if what == "signed" and re.search(r"\b(?:la|sa) signature\b", said.before):
        return True
    again = _IT.match(said.sentence) or _THE.search(said.before)
    if again and said.earlier is not None and said.earlier.kind == own.kind:
        return True
    if _IT.match(said.sentence) and _mentions(own, said.last):
        return True
    if _THIS.search(said.before):
        return kind == CONVENTION or what == "signed" or _calls(own, said.before)
    if what == "start" and _speaks_of(own, said.sentence):
        return True
    lasts = said.lasting or _LASTS.search(said.before)
    return kind == CONVENTION and what in ("start", "end", "period") and bool(lasts)


def _mentions(own: Own, plain: str) -> bool:
    """Whether a sentence has the common noun of the own framework."""
    word = noun_of(own)
    return bool(word) and bool(re.search(rf"\b{word}s?\b", plain))


def _calls(own: Own, plain: str) -> bool:
    """Whether a text means its own framework by the common noun of its kind or of its title (*la
    convention* of a CTG, *le nouveau contrat* of a CLS), or by *le texte*."""
    words = {"texte", *_WORD.findall(fold(own.title))}
    words |= {noun_of(own)} - {""}
    return bool(
        re.search(rf"\b(?:la|le|cette|ce|present\w*|nouve\w+) (?:{'|'.join(words)})\b", plain)
    )


def _it_is_signed(own: Own, said: Said) -> bool:
    """*Une convention entre... Elle est signée en 2006*, in a text whose title is a convention."""
    return bool(_IT_IS.search(said.before)) and _speaks_of(own, said.sentence)


def _speaks_of(own: Own, plain: str) -> bool:
    """Whether a sentence that names no framework has the word that the title has for its own."""
    words = _WORD.findall(fold(own.title))
    return any(re.search(rf"\b{word}s?\b", plain) for word in words)
