"""The words by which a text calls its own framework without naming it: *la convention*, *il*."""

import re

from importers.document.finding.dating.telling import Said
from importers.document.finding.own import Own, noun_of
from importers.document.structure.clean import fold

THIS = re.compile(
    r"\b(?:(?:la|le|cette|ce|cet|present|presente|du|de la|notre|ledit|ladite|son|sa)) "
    r"(?:(?:presente?|nouvel\w*|nouveau) )?(?:convention|contrat|avenant|protocole|charte|projet|"
    r"programme|pacte|schema|accord|ctg|cls|pst|cpom|pedt|document|texte|demarche|partenariat|"
    r"strategie)\b|"
    r"\b(?:celui-ci|celle-ci|il|"
    r"elle)\b"
)
_WORD = re.compile(
    r"\b(convention|contrat|protocole|charte|pacte|dispositif|schema|programme|strategie)s?\b"
)
_IT_IS = re.compile(r"\b(?:elle|il) (?:a ete|est|fut) signe")


def mentions(own: Own, plain: str) -> bool:
    """Whether a sentence has the common noun of the own framework."""
    word = noun_of(own)
    return bool(word) and bool(re.search(rf"\b{word}s?\b", plain))


def calls(own: Own, plain: str) -> bool:
    """Whether a text means its own framework by the common noun of its kind or of its title (*la
    convention* of a CTG, *le nouveau contrat* of a CLS), or by *le texte*."""
    words = {"texte", *_WORD.findall(fold(own.title))}
    words |= {noun_of(own), (own.kind or "").lower()} - {""}
    return bool(
        re.search(
            rf"\b(?:la|le|cette|ce|leur|notre|present\w*|nouve\w+) (?:{'|'.join(words)})\b", plain
        )
    )


def is_told_signed(own: Own, said: Said) -> bool:
    """*Une convention entre... Elle est signée en 2006*, in a text whose title is a convention."""
    return bool(_IT_IS.search(said.before)) and speaks_of(own, said.sentence)


def speaks_of(own: Own, plain: str) -> bool:
    """Whether a sentence that names no framework has the word that its own has in the title, or
    that its kind has."""
    words = {*_WORD.findall(fold(own.title)), noun_of(own)} - {""}
    return any(re.search(rf"\b{word}\b", plain) for word in words)
