"""A text made fit for patterns, each character of it tied to where it stands in the raw text.

Apostrophes and spaces take one shape, words cut at a line's end are joined, slips that OCR makes
before an apostrophe are mended, and lines that only wrap become one block: afterwards a line end
is a real one. ``quote`` gives back the raw text, so that a passage is an exact quote.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_SLIPS = re.compile(
    r"(?P<nothing>\*\*|^#{1,6} (?=\S)|^---+$|[\u00ad\u200b-\u200f\u2060\ufeff\r])"
    r"|(?P<cell>(?<=\S)(?:[ ]*\t+[ ]*|[ ]{3,})(?=\S)|(?<=\b(?:19|20)\d\d)[ ]{2}(?=[a-zà-ÿ]))"
    r"|(?P<cut>(?<=[^\W\d_])[-\u2010\u2011][ \t]*\n[ \t]*(?=[^\W\d_]))"
    r"|(?P<dotted>\b(?:[A-Z]\.){2,}(?:[A-Z]\b)?)"
    r"|(?P<elision>(?<![^\W_])l?I['’](?:['’])?(?=[^\W\d_]))"
    r"|(?P<euro>€(?=[a-zà-ÿ]{2})|(?<=[a-zà-ÿ]{2})€(?=\s))"
    r"|(?P<glued>(?<=[a-zà-ÿ\d)])(?=(?:Porteur|Partenaire|Objectif|Origine|Coordonnée|Auteur)\(s\)|"
    r"(?:Porteur|Partenaire|Pilote|Financeur|Signataire)[\w() ']{0,40}$)|"
    r"(?<=[ld]['’]action)(?=[A-ZÀ-Þ]))"
    r"|(?P<zero>(?<=\b[12])O(?=[\dO]{2}\b)|(?<=\b[12][\dO])O(?=[\dO]\b)|(?<=\b[12][\dO]{2})O\b)"
    r"|(?P<one>(?<=[a-z])1(?=[a-z]))"
    r"|(?P<capital>(?<=[A-Z]{2})l(?=[A-Z]))"
    r"|(?P<first>\bl(?=er (?:(?:janv|f[ée]vr|avr|juil|sept|oct|nov|d[ée]c)|mars|mai|juin|ao[uû]t)))"
    r"|(?P<twice>['’‘ʼ`´]{2,})"
    r"|(?P<apostrophe>[’‘ʼ`´])"
    r"|(?P<hyphen>[\u2010\u2011])"
    r"|(?P<dash>[—―])"
    r"|(?P<space>[\u00a0\u2000-\u200a\u202f\t\f\v])"
    r"|(?P<double>[œŒæÆﬁﬂﬀ])",
    re.M,
)
_SAID = {"elision": "l'", "euro": "é", "twice": "'", "apostrophe": "'", "hyphen": "-"}
_SAID |= {"zero": "0", "first": "1", "glued": "\n", "capital": "I", "one": "l"}
_SAID |= {"dash": "–", "space": " ", "nothing": "", "cell": " | "}
_DOUBLE = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"}
_KEEPS_HYPHEN = frozenset(
    [
        "non",
        "lui",
        "elle",
        "eux",
        "celui",
        "celle",
        "ceux",
        "sous",
        "demi",
        "mi",
        "ex",
        "vice",
        "socio",
        "médico",
        "contre",
        "avant",
        "après",
        "au",
        "auto",
        "mi",
        "peut",
        "quasi",
        "inter",
        "co",
    ]
)
_BULLET = re.compile(r"(?:[-–•*▪■●○◦◊‣►➢✓»→·>\uf0b7]|[eo](?= )|\d{1,2}[.)°-]|[a-z]\))\s*(?=\S)")
_CONNECTS = re.compile(
    r"(?:^|[\s'(])(?:de|du|des|d|la|le|les|l|et|ou|a|au|aux|en|par|pour|sur|sous|dans|avec|un|une|"
    r"qui|que|dont|ce|cette|ces|son|sa|ses|leur|leurs|entre|ainsi que|afin)['’]?$"
)
_WHOLE_LINE = 60
"""Characters from which a line that stops without a mark is no label."""
_AND = re.compile(r"ET |Et (?=[A-ZÀ-Þ])")
_REPRESENTED = re.compile(r"\brepr[ée]sent")
_ARTICLE = re.compile(r"[Ll](?:[ae]s? |['’])\w")
_EDGES = " |"
_NEXT_PARTY = re.compile(r"(?:L[AaEe][Ss]? |L['’])(?=[A-ZÀ-Þ])")
"""The next of several parties: within a sentence, no article has a capital after a comma."""
_PARTY = re.compile(
    r"(?:et )?l(?:[ae]s? |['’ ])[^\n]{3,120}? (?:par s(?:on|a) |représentée? |en la personne d)"
)
"""One of several parties, each a paragraph without a mark at its end."""
_ALONE = re.compile(
    r"(?:entre|et)\s*:?|entre les soussign\w*\s*:?|d'une part,?|d'autre part,?", re.I
)
_CELL = re.compile(r"[^|:.\n]{2,60}(?: \| | ?: (?=\S)| :$)")
"""A label and its value: a row of a table, or a field of a form."""
_STRUCTURED = re.compile(
    r"(?:article|art\.|titre|chapitre|axe|orientation|annexe|fiche|action|objectif)s?\s+"
    r"(?:n°\s*)?[\dIVX]",
    re.I,
)


class Clean(NamedTuple):
    """A clean text; ``fold`` is the same without case and accents, character by character."""

    raw: str
    text: str
    fold: str
    starts: "array[int]"
    ends: "array[int]"

    def quote(self, start: int, end: int) -> str:
        """The raw text that a span of the clean one comes from."""
        return self.raw[self.starts[start] : self.ends[end - 1]] if end > start else ""


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    plain = unicodedata.normalize("NFD", char)[0].lower()
    return plain if len(plain) == 1 else char


def fold(text: str) -> str:
    """A text without case and accents, as long as it was."""
    return "".join(map(_bare, text))


def clean(raw: str) -> Clean:
    """The clean form of a raw text."""
    text, starts, ends = [], array("q"), array("q")
    for said, start, end in _mended(raw):
        step = 1 if len(said) == end - start else 0
        for place, char in enumerate(said):
            text.append(char)
            starts.append(start + place * step)
            ends.append(start + place + 1 if step else end)
    return _blocks(raw, "".join(text), starts, ends)


def _mended(raw: str) -> Iterator[tuple[str, int, int]]:
    """Stretches of text as they should read, with their raw spans."""
    lower = raw.lower()
    place = 0
    for found in _SLIPS.finditer(raw):
        if found.start() > place:
            yield raw[place : found.start()], place, found.start()
        kind = found.lastgroup or ""
        if kind == "cut":
            said = _joint(raw, lower, found.start(), found.end())
        elif kind == "dotted":
            said = found[0].replace(".", "")
        elif kind == "double":
            said = _DOUBLE[found[0]]
        else:
            said = _SAID[kind]
        if said:
            yield said, found.start(), found.end()
        place = found.end()
    if place < len(raw):
        yield raw[place:], place, len(raw)


def _joint(raw: str, lower: str, start: int, end: int) -> str:
    """What stands between the halves of a word cut at a line's end: a hyphen of its own, or not."""
    left = re.search(r"\w+$", lower[max(0, start - 30) : start])
    right = re.match(r"\w+", lower[end : end + 30])
    if left is None or right is None or not raw[end].islower():
        return "-"
    own = left[0] in _KEEPS_HYPHEN or f"{left[0]}-{right[0]}" in lower
    return "-" if own else ""


def _blocks(raw: str, text: str, starts: "array[int]", ends: "array[int]") -> Clean:
    """Lines that only wrap joined by a space, blank lines and spaces around lines dropped."""
    chars: list[str] = []
    from_, to = array("q"), array("q")
    lines = [_trimmed(text, *found.span()) for found in re.finditer(r"[^\n]+", text)]
    wide = _width(text, lines)
    last: tuple[int, int] | None = None
    for start, end in lines:
        if start >= end:
            last = None
            continue
        if chars:
            wraps = last is not None and _goes_on(text, last, (start, end), wide)
            chars.append(" " if wraps else "\n")
            from_.append(starts[start])
            to.append(starts[start])
        chars += text[start:end]
        from_ += starts[start:end]
        to += ends[start:end]
        last = (start, end)
    joined = "".join(chars)
    return Clean(raw, joined, fold(joined), from_, to)


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], wide: int) -> bool:
    """Whether a line goes on in the next one, or beyond one blank line: some texts have one after
    each line, and pages end anywhere."""
    said, further = text[slice(*line)], text[slice(*following)]
    gap = text.count("\n", line[1], following[0])
    if gap == 2:
        whole = len(said) >= _WHOLE_LINE and said[-1] not in ".!?:;"
        begins = _BULLET.match(further) or _PARTY.match(further)
        return whole and further[0].islower() and not begins
    return gap == 1 and _wraps(said, further, wide)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the spaces at its ends, and the rules of a table."""
    line = text[start:end]
    left, right = line.lstrip(_EDGES), line.rstrip(_EDGES)
    return start + len(line) - len(left), max(start, end - len(line) + len(right))


def _width(text: str, lines: list[tuple[int, int]]) -> int:
    """How long a full line of this text is."""
    lengths = sorted(len(text[start:end].strip()) for start, end in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _begins_party(line: str, following: str) -> bool:
    """Whether a line is the next of several parties, each on its line."""
    if _PARTY.match(following) and not _CONNECTS.search(fold(line)):
        return True
    after = line[-1] == "," and _REPRESENTED.search(line) and _ARTICLE.match(following)
    return bool(after) or (line[-1] == "," and bool(_NEXT_PARTY.match(following)))


def _wraps(line: str, following: str, wide: int) -> bool:
    """Whether a line goes on in the one under it."""
    if _BULLET.match(following) or _ALONE.fullmatch(line) or _ALONE.fullmatch(following):
        return False
    if (
        _AND.match(following)
        or _CELL.match(following)
        or _STRUCTURED.match(following)
        or line[-1] in ".!?:;"
    ):
        return False
    if _begins_party(line, following):
        return False
    if line[-1] in ",-(" or _CONNECTS.search(fold(line)):
        return True
    if following[0].islower():
        return True
    if line.isupper() and following.isupper():  # a title over several lines
        return True
    return wide >= 60 and len(line) >= 0.85 * wide and not following.endswith(":")
