"""Whether a sentence that names no framework tells a date of the text's own."""

import re

from importers.document.finding.dating.calling import THIS, calls, mentions, speaks_of
from importers.document.finding.dating.telling import DONE, Said, tells_after, tells_its_day
from importers.document.finding.own import Own
from importers.document.structure.kinds import CONVENTION, DELIBERATION

_IT = re.compile(
    r"(?:version (?=signee)|ils?|elles?|celui(?:-ci)?|celle(?:-ci)?|signee?|conclue?|etablie?)\b"
)
_SIGNED_IT = re.compile(r"\bl'(?:a|ont) (?:co)?signe")
_SIGNATURE = re.compile(r"\b(?:la|sa|les|leurs) signatures?\b")
_THEY = re.compile(r"(?:ils|elles|tous|toutes) (?:l')?(?:ont|avaient) signe")
_LINE = re.compile(r" ?[:–-] signature\W*")
_BY_SIGNING = re.compile(r"\b(?:par (?:cette|leur) signature|en (?:la |le )?signant)\b")
_COVERS = re.compile(
    r"(?:(?:il|elle|ce (?:contrat|document|programme|plan)|cette convention|le (?:nouveau "
    r")?(?:plan|"
    r"programme)(?: d'actions?)?|le (?:nouveau )?document|le (?:second|deuxieme|troisieme|"
    r"nouveau|dernier),? qui)\b[^.;]{0,60}? (?:couvr\w+|porte\w* sur|"
    r"s'etend\w*|court|vaut|fixe|est (?:valable|conclue?|etablie?)|engage)|"
    r"(?:sa )?(?:periode|duree)s?(?: couverte| de validite| d'application| du \w+)? ?:)"
)
"""What covers a period without the framework's being named again."""
_A_COMMITMENT = re.compile(
    r"(?:^(?:une (?:demarche|convention|strategie|contractualisation) (?:de|pour|sur) )?|\bpour )"
    r"\w+ ans ?\($"
)
"""*Une démarche de cinq ans (2022-2027)*, on a page about a framework."""
_TO_SIGN = re.compile(
    r"\b(?:conclure|approuver|renouveler|signer) (?:la|une) (?:\w+ )?convention\b"
)
"""What a deliberation on a plan proposes to sign with those who pay for it."""
_OF_PART = re.compile(
    r"\b(?:le|la|les|l'|ce|cette|cet) ?(?!present|convention|contrat|avenant|protocole|charte|"
    r"pacte|"
    r"accord|schema|projet|programme|partenariat|document|texte|entree|prise|date|duree)\w+ "
    r"(?:prend|prendra|entre|entrera)(?:nt|ont)? (?:effet|en vigueur)[^.;]*$"
)
"""*Le transfert prend effet le...*: a clause of an agreement, not the agreement."""
_CONCLUDED = re.compile(
    r"(?:il|elle|celui-ci|celle-ci) (?:sera|est|serait|a ete) (?:conclue?|etablie?)\b|"
    r"la convention (?:correspondante|afferente|proposee|jointe)\b"
)
_THE = re.compile(
    r"\b(?:la|le|cette|ce) (?:strategie|convention|contrat|schema|programme|projet)\b"
)
"""What may mean the framework named in the sentences before."""
_LASTS = re.compile(r"\bduree|\bvigueur|\beffet|periode|\bconclue?\b|\bson terme\b")


def is_implied(said: Said, what: str, own: Own, kind: str) -> bool:
    """Whether a sentence that names no framework speaks of the text's own."""
    if _by_itself(said, what, own, kind) or _comes_back(said, own):
        return True
    if THIS.search(said.before):
        return kind == CONVENTION or what == "signed" or calls(own, said.before)
    if _OF_PART.search(said.before) and what == "start":
        return False
    if (what == "start" or (what == "signed" and kind != CONVENTION)) and speaks_of(
        own, said.sentence
    ):
        return True
    lasts = said.lasting or _LASTS.search(said.before)
    return kind == CONVENTION and what in ("start", "end", "period") and bool(lasts)


def _comes_back(said: Said, own: Own) -> bool:
    """Whether *il*, *la convention* means the framework named in the sentences before."""
    it = _IT.match(said.sentence)
    again = it or _THE.search(said.before) or _SIGNED_IT.search(said.before)
    if again and said.earlier is not None and said.earlier.kind == own.kind:
        return True
    return bool(it) and (mentions(own, said.last) or calls(own, said.after))


def _by_itself(said: Said, what: str, own: Own, kind: str) -> bool:
    """Whether the words around a date suffice to bind it, as they are read for what it is."""
    match what:
        case "signed":
            return _is_signed(said, own)
        case "period":
            return _covers(said, own, kind)
        case "start":  # « il sera conclu à compter du... », in the deliberation on it
            return kind == DELIBERATION and bool(_CONCLUDED.match(said.sentence))
    return False


def _is_signed(said: Said, own: Own) -> bool:
    """*La signature a eu lieu le...*, *21 janvier 2019 : signature*."""
    sentence = _THEY.match(said.sentence) or DONE.match(said.sentence)
    alone = sentence or _LINE.fullmatch(said.after)
    if alone or tells_its_day(said) or _SIGNATURE.search(said.before):
        return True
    return tells_after(said) and calls(own, said.after)


def _covers(said: Said, own: Own, kind: str) -> bool:
    """*Il couvre les années 2024 à 2028*; a period alone on its line; the period of the agreement
    on which a deliberation decides."""
    alone = not said.before and not said.after.strip(" .")
    about = mentions(own, said.before) or bool(_TO_SIGN.search(said.before))
    decided = kind == DELIBERATION and about
    found = (
        _BY_SIGNING.search(said.before)
        or _COVERS.match(said.sentence)
        or _A_COMMITMENT.search(said.before)
    )
    return alone or decided or bool(found)
