"""Names of persons and ways to reach them: where they stand, so that nothing of them is kept."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from importers.document.model import SkippedKind
from importers.document.structure.given_names import GIVEN

_NAME = r"(?:[A-ZÀ-Þ][\wà-ÿ'-]*\.?)"
_FULL = (
    rf"{_NAME}(?:[ ]+(?:(?:de|du|des|d'|(?<![A-ZÀ-Þ]{{2}} )l[ea]|van|von|ben|el)[ "
    rf"]*)?{_NAME}){{0,3}}"
)
_CIVILITY = (
    r"(?:M\.|MM\.|Mr\.?|Mme\.?|Mmes|Mlle|Cdt|Cne|Col|Lt|Maj|Dr\.?|Pr\.?|Me(?= [A-Z])|"
    r"(?i:messieurs|mesdames|monsieur|madame|mademoiselle|docteure?|professeure?|maître)|"
    r"(?i:commandante?|capitaine|colonel(?:le)?|lieutenant(?:e|-colonel(?:le)?)?|major|"
    r"adjudant(?:e|-chef)?|brigadi(?:er|ère)(?:-chef)?|sergent(?:e|-chef)?))"
)
_TITLES = (
    r"(?:l[ea] |l')?(?:vice-)?(?:président|maire|préf[eè]t|direct(?!ion)|délégu|conseill|"
    r"sous-|adjoint|"
    r"recteur|rectrice|chef|ministre|procureur|secrétaire|élu)\w*"
)
_AFTER_CIVILITY = re.compile(
    rf"\b{_CIVILITY}[ ]*(?:(?i:l[ea] |l')(?i:{_TITLES})[ ]+)?(?!(?i:{_TITLES}))(?P<who>{_FULL})"
)
_REPRESENTED = re.compile(
    rf"\b(?i:représentée?s? par|en la personne de|ayant pour (?:président|maire)e?)[ ]+"
    rf"(?:(?i:s[oa]n? |l[ea] |l')?(?i:{_TITLES})[^,\n]{{0,60}}?,?[ ]+)?(?P<who>{_NAME}[ ]+{_FULL})"
)
_BY_TITLE = re.compile(
    rf"(?<![\w'’-])(?P<who>{_NAME}-?[ ]+(?:de |d'|[A-Z]\. )?{_NAME}(?:[ ]{_NAME})?),[ ]+"
    rf"(?i:{_TITLES}|représentante?)\b"
)
_UPPER = r"[A-ZÀ-Þ]{2,}(?:[ '-][A-ZÀ-Þ]{2,})*"
_BY_FUNCTION = re.compile(
    rf"\b(?i:{_TITLES})[^,.;\n]{{0,60}}?,?[ ]+(?P<who>{_NAME}(?:[ ]{_NAME})?[ ]+{_UPPER})(?![\w'-])"
)
_LABELLED = re.compile(
    r"(?:^|\n|[.;|] |\()(?i:contacts?|référente?s?|interlocut\w+|rédact\w+|personnes? ressources?|"
    rf"nom du (?:référent|responsable)|suivi par)[^:\n]{{0,40}}[:\n][ ]*(?P<who>{_NAME}[ "
    rf"]+{_NAME}(?:[ ]{_NAME})?)"
)
_OFFICE = (
    r"\b(?i:l[ea] |l')(?:(?:vice-)?présidente?|maire|(?:sous-)?préf[eè]te?|direct(?:eur|rice)|"
    r"adjointe?(?: au maire)?|rect(?:eur|rice)|ministre|procureure?)"
)
_AFTER_OFFICE = re.compile(
    rf"{_OFFICE} (?!Généra|Adjoin|Délégu|Exécut|Académ|Territ|Munici)(?P<who>{_NAME}"
    rf"(?: {_NAME}){{0,2}})(?= [a-zà-ÿ]|[,.;)]|$)"
)
"""*Le préfet Paul Martin signe*."""
_BESIDE_OFFICE = re.compile(
    rf"{_OFFICE}(?: (?:de |du |des |d')[^,.;\n]{{2,50}})?, (?!L[ea]s? )(?P<who>{_NAME} {_NAME}"
    rf"(?: {_NAME})?)(?=[,)])"
)
"""*Le maire de Vire, Paul Martin, signe*."""
_GIVEN_NAME = re.compile(
    rf"(?:^|(?<=[\n(])|(?<=[:,–•*-] )|(?<=\bpar )|(?<=\bet )|(?<=\bà )|"
    rf"(?<=\bavec )|(?<=\bpour )|(?<=\baccompagne ))(?P<who>{GIVEN}(?:-{GIVEN})? "
    rf"(?:de |d'|le )?{_NAME})(?=\s*(?:[,;.()|–\n-]|et\b|$))"
)
"""*Pilote : Anne Martin, CAF*: a given name and another word, by themselves."""
_UPPER_GIVEN = re.compile(rf"(?<![\w'’-])(?P<who>{_UPPER}[ ]{GIVEN}(?:-{GIVEN})?)(?![\w'-])")
"""*DIALLO Fatou*, as lists write it."""
_ROLL = re.compile(
    r"^(?i:(?:membres |étaient |élus )?(?:présents|absents|excusés|représentés|pouvoirs|"
    r"procurations))"
    r"\b[^\n]*",
    re.M,
)
"""The line of a record that says who was there."""
_ON_ROLL = re.compile(rf"\b(?P<who>{_UPPER} [A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)\b")
_NAMED_AFTER = re.compile(
    r"\b(?i:coll[eè]ge|lyc[ée]e|[ée]cole|centre|rue|avenue|place|boulevard|all[ée]e|maison|espace|"
    r"salle|fondation|association|gymnase|stade|h[oô]pita|clinique|r[ée]sidence|quartier|cr[eè]che|"
    r"m[ée]diath|biblioth|groupe|cit[ée]|foyer|ehpad|qpv|institut|universit|th[ée][aâ]tre|prix)"
    r"[^.;\n]*$"
)
"""What is named after somebody."""
_LAST_NAME = re.compile(
    r"\b(?P<who>(?!(?:La|Le|Les|Une?|Des?|Du|Et|Entre|Pour|Avec|Par|Aux?) "
    r")[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?[ ]+[A-ZÀ-Þ]{3,}(?:-[A-ZÀ-Þ]{3,})?)\b"
)
_BARE_LINE = re.compile(rf"(?:^|\n)(?P<who>{_NAME}[ ]+{_NAME}(?:[ ]{_NAME}){{0,4}})(?=\n|$)")
_REACHED = re.compile(
    r"(?P<who>(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+|"
    r"(?<!\d)(?:\+33[ .]?|0)[1-9](?:[ .-]?\d\d){4}(?!\d))"
)
_INSTITUTION = re.compile(
    r"\b(?i:départ|commun|ville|préf|conseil|direct|agence|caisse|centre|maison|associ|france|"
    r"santé|social|service|pôle|mission|comité|contrat|projet|article|région|état|hôpital|"
    r"européen|territoire|collectivit|groupement|"
    r"éducation|président|maire|seine|saint|sainte|tribunal|cour d|convention)|^(?:DE|DU|LA|La) "
    r"|\b(?:ARS|C[Aa][Ff]|M[Ss][Aa]|CPAM|CCAS|CIAS|CHU|"
    r"DSDEN|DDETS|EPCI|MDPH|CPTS|CARSAT|GIP|OPH|SIAO|UDAF|CIDFF|ADIL|MJC|EHPAD)\b"
)


class Private(NamedTuple):
    """A stretch of the clean text that must not be kept."""

    start: int
    end: int
    kind: SkippedKind


def privates(text: str, signatures: int, parties: Sequence[tuple[int, int]] = ()) -> list[Private]:
    """Persons' names and contacts in a clean text, in order; signatures begin at a place, parties
    stand in spans.

    A name counts where a civility, a function, a label or the place of a signature says that it
    is a person's: capital letters alone are as often an association's or a street's.
    """
    found: list[Private] = []
    for pattern in (_AFTER_CIVILITY, _REPRESENTED):
        found += _spans(pattern, text, 0, "PERSON")
    for pattern in (_LABELLED, _BY_FUNCTION, _BY_TITLE, _AFTER_OFFICE, _BESIDE_OFFICE):
        found += _named(pattern, text, 0)
    for pattern in (_GIVEN_NAME, _UPPER_GIVEN):
        named = _named(pattern, text, 0)
        found += [each for each in named if not _is_house(text, each.start)]
    for pattern in (_BARE_LINE, _LAST_NAME):
        found += _named(pattern, text, signatures)
    for roll in _ROLL.finditer(text):
        found += _named(_ON_ROLL, text, *roll.span())
    for start, end in parties:
        found += _named(_LAST_NAME, text, start, end)
    found += _spans(_REACHED, text, 0, "CONTACT")
    return _apart(sorted(found))


def names_somebody(words: str) -> bool:
    """Whether a few words name a person with a civility, or say how to reach somebody."""
    return bool(_AFTER_CIVILITY.search(words) or _REACHED.search(words))


def _is_house(text: str, start: int) -> bool:
    """Whether the words before a name on its line say that something is called after somebody."""
    return bool(_NAMED_AFTER.search(text, max(text.rfind("\n", 0, start) + 1, start - 120), start))


def _named(
    pattern: re.Pattern[str], text: str, start: int, end: int | None = None
) -> list[Private]:
    """Words with capitals that are a person's name, as no word of an institution is among them."""
    found = pattern.finditer(text, start, len(text) if end is None else end)
    named = [Private(each.start("who"), each.end("who"), "PERSON") for each in found]
    return [each for each in named if not _INSTITUTION.search(text[each.start : each.end])]


def _spans(pattern: re.Pattern[str], text: str, since: int, kind: SkippedKind) -> list[Private]:
    found = pattern.finditer(text, since)
    return [Private(each.start("who"), each.end("who"), kind) for each in found]


def _apart(found: list[Private]) -> list[Private]:
    """Overlapping stretches made one."""
    kept: list[Private] = []
    for each in found:
        if kept and each.start < kept[-1].end:
            kept[-1] = kept[-1]._replace(end=max(kept[-1].end, each.end))
        else:
            kept.append(each)
    return kept


def blanked(text: str, found: list[Private]) -> str:
    """A text with what is private replaced by blanks, as long as it was."""
    parts, place = [], 0
    for each in found:
        parts += [text[place : each.start], "\x00" * (each.end - each.start)]
        place = each.end
    return "".join([*parts, text[place:]])
