"""Social landlords by their names: *Partenord Habitat*, *Notre Logis (SA d'HLM)*."""

import re
from collections.abc import Iterator

from importers.document.finding.gazetteer import key
from importers.document.finding.mentions import Mention

_NAMED = re.compile(
    r"(?<![\w'’-])(?!(?:Le|La|Les|Maison|Programme|Plan|Action|Espace|Pôle|Service|Direction) )"
    r"(?:[A-ZÀ-Þ][\w'’-]+ (?:de |du |d['’]|la |le |et )?){1,4}Habitat\b(?! (?:Jeunes|et|Indigne))"
)
_CAP = r"(?:[dDlL]['’])?[A-ZÀ-Þ0-9][\w'’&/-]*"
_TOLD = re.compile(
    rf"(?<![\w'’-])(?P<name>{_CAP}(?: (?:(?:de|du|des|la|le|les|et|en) )*{_CAP}){{0,6}}"
    r"(?: (?:et )?[a-zà-ÿ]{4,}){0,3})(?:, [A-Z][\w ]{1,9})? "
    r"\((?:SA d['’ ]?HLM|S\.A\.|ESH|OPH|OPAC|Office [Pp]ublic)[^)\n]*\)"
)


def landlords(text: str) -> Iterator[Mention]:
    """Names that end in *Habitat*, and those whose form is told in brackets."""
    for pattern in (_TOLD, _NAMED):
        for found in pattern.finditer(text):
            start, end = found.span("name" if pattern is _TOLD else 0)
            if "\x00" not in text[start:end]:
                yield Mention(start, end, "BAILLEUR", "Nom", key(text[start:end]))
