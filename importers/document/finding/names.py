"""What follows the head of an actor's name: a territory, or a name of its own."""

import re
from typing import NamedTuple

from importers.document.finding.gazetteer import Found, gazetteer
from importers.document.finding.heads import SCANNER, Head, Tail
from importers.document.structure.clean import Clean

_OF = re.compile(r"\s+(?:de la |de l'|du |des |de |d')\s*")
_CAP = r"(?:[A-ZÀ-Þ]|\d+(?=\s[A-ZÀ-Þ]))(?:[\w'&@+-]|\.(?=\w))*"
_PARTICLE = (
    r"(?:de la|de l'|de|du|des|d'|la|le|les|l'|à l'|à la|à|au|aux|en|sur|sous|lès|lez|&|et de|"
    r"et d'|et(?= [A-ZÀ-Þ][a-zà-ÿ]+(?:[ ,.;)]|$)))"
)
NAME = re.compile(
    rf"(?!(?:ET|Et|ENTRE|Entre) )(?:[Ll][ea]s? |[Ll]')?{_CAP}(?:(?:[ ]?[/-][ ]?|[ "
    rf"])(?:{_PARTICLE}[ ]?){{0,2}}{_CAP}){{0,8}}(?: (?:\d\d|2[AB]|97\d)(?=[\s,;.)]|$))?"
)
"""Words with capitals, small words between them."""
_QUOTED = re.compile(r"[ ]?[«\"“][ ]?(?P<name>[^»\"”\n]{2,60}?)[ ]?[»\"”]")
_NO_NAME = (
    r"(?!(?:qui|que|reçoit|gère|anime|porte|assure|propose|bénéficie|organise|tient|est|a|ou"
    r"|avec|sont|ont|au|aux|dont|afin|ne|se|il|elle)\b|et (?:l|d[eu'a]|une? |s[ao]n? |à |avec ))"
)
_DISTRICT = re.compile(r"\s+du quartier (?:de la |de l'|des |du |de |d')?")
"""*Le centre social du quartier de Beausoleil* has the name of its quartier."""
_FAR = re.compile(rf"(?: {_NO_NAME}[a-zà-ÿ'-]+){{1,8}} (?=[A-ZÀ-Þ«\"“])")
_ADJECTIVES = re.compile(
    rf"(?: {_NO_NAME}(?!(?:de|du|des|sur|en|dans|pour|comme)\b)[a-zà-ÿ'-]{{4,}}){{1,2}} "
    r"(?=[A-ZÀ-Þ«\"“])"
)
_BRANCH = re.compile(r" (?:\d\d|2[AB]|97\d)(?=\s*(?:[.,;:)|]|$))")
"""An association told by its département's number: *foyers ruraux 54*."""
_STOP = re.compile(
    r"(?:^| )(?:M|MM|Mme|Mr|Monsieur|Madame|Président\w*|Maire|Préf[eè]te?|Direct\w+|Article|Il|"
    r"Elle|Ils|Dans|Pour|Ce|Cette|Cet|Ces|Un|Une|En|Par|Vu|Considérant|Représenté\w*|Fait|Tél|"
    r"Axe|Fiche|Total|Le(?= [a-z])|POUR|ET|AVEC|DANS|ENTRE|EN|DEPARTEMENT|DÉPARTEMENT|"
    r"ARRONDISSEMENT|CANTON|COMMUNE|VILLE|EXTRAIT|CONSEIL|SEANCE|SÉANCE|RELATI\w+|PORTANT|PREAMBULE|"
    r"[Aa]nnexe|ANNEXE|Convention|Contrat|CONVENTION|CONTRAT)\b.*$"
)
_LEVELS = {"Département": "DEPARTEMENT", "Région": "REGION", "Commune": "COMMUNE", "EPCI": "EPCI"}
_ARTICLES = ("la ", "le ", "les ", "l'")
_CONTRACTED = {"du ": "le ", "des ": "les "}


class Name(NamedTuple):
    """A name's span; ``quoted`` when it stands between quotes, which end it."""

    start: int
    end: int
    quoted: bool = False


def place_after(clean: Clean, text: str, end: int, short: str = "") -> Found | None:
    """The territory named after a head: *de la Corrèze*, *Hauts-de-France*, *du Val d'Oise*."""
    of = _OF.match(clean.fold, end)
    start = of.end() if of else end
    while start < len(text) and text[start] in " («-–" and start - end < 4:
        start += 1
    level = _LEVELS.get(short)
    for article in _ARTICLES:
        # « de La Rochelle », « du Mans » (Le Mans): the article is part of the name
        before = start - len(article)
        if of and clean.fold[before:start] == article and text[before].isupper():
            place = gazetteer().at(text, clean.fold, before, level)
            if place is not None:
                return place
    found = gazetteer().at(text, clean.fold, start, level)
    if found is None and of and of[0].lstrip() in _CONTRACTED:
        found = _contracted(text, start, _CONTRACTED[of[0].lstrip()])
    if found and text[start - 1] == "(" and text[start : found.end].isupper():
        return None  # an acronym that is also a commune's name
    if found is None or text[found.end : found.end + 1] == "-":
        return None
    return found


def _contracted(text: str, start: int, article: str) -> Found | None:
    """The commune whose article the text has contracted: *du Mans*, *des Herbiers*."""
    name = NAME.match(text, start)
    words = name[0].split(" ") if name else []
    for count in range(len(words), 0, -1):
        said = " ".join(words[:count])
        places = [each for each in gazetteer().named(article + said) if each.level == "COMMUNE"]
        if places:
            return Found(start, start + len(said), tuple(places))
    return None


def name_after(clean: Clean, text: str, end: int, head: Head, *, acronym: bool) -> Name | None:
    """A name of its own after a head, on the same line."""
    limit = text.find("\n", end)
    limit = len(text) if limit < 0 else limit
    if quoted := _QUOTED.match(text, end, limit):
        return Name(quoted.start("name"), quoted.end(), True)
    start = _start(clean, text, end, limit, head, acronym)
    if start is None:
        return None
    if quoted := _QUOTED.match(text, start, limit):
        return Name(quoted.start("name"), quoted.end(), True)
    if head.kind == "ASSOCIATION" and (branch := _BRANCH.match(text, end, limit)):
        return Name(branch.start() + 1, branch.end())
    name = NAME.match(text, start, limit)
    if name is None:
        return None
    said = re.sub(r"[ .,;:'-]+$", "", _STOP.sub("", name[0]))
    for joint in re.finditer(" et ", said):
        if SCANNER.match(clean.fold, start + joint.end()):
            said = said[: joint.start()]  # « la Mission locale Nord Vienne et France Travail »
            break
    if len(said) < 2:
        return None
    stop = start + len(said)
    if head.kind == "ASSOCIATION" and (branch := _BRANCH.match(text, stop, limit)):
        stop = branch.end()
    if quoted := _QUOTED.match(text, stop, limit):
        return Name(quoted.start("name"), quoted.end(), True)
    return Name(start, stop)


def _start(clean: Clean, text: str, end: int, limit: int, head: Head, acronym: bool) -> int | None:
    """Where a name may begin: after *de*, after adjectives, or at once."""
    of = _DISTRICT.match(clean.fold, end) or _OF.match(clean.fold, end)
    if of and of.end() < limit and (text[of.end()].isupper() or text[of.end()] in '«"“'):
        return of.end()
    if head.tail is Tail.PLACE:
        return _spaces(text, end, limit) if acronym else None
    if head.kind == "ASSOCIATION" and (far := _FAR.match(text, end, limit)):
        return far.end()
    if adjectives := _ADJECTIVES.match(text, end, limit):
        return adjectives.end()
    return _spaces(text, end, limit)


def _spaces(text: str, place: int, limit: int) -> int:
    while place < limit and text[place] == " ":
        place += 1
    return place
