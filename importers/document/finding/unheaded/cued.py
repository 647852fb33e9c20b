"""A name right after *financé par*, *mis en place par*, *conclue avec*."""

from collections.abc import Iterator

from importers.document.finding.gazetteer import key
from importers.document.finding.mentions import Mention
from importers.document.finding.names import NAME
from importers.document.finding.roles.cues import FOLLOWED
from importers.document.finding.unheaded.names import ARTICLE, is_actor
from importers.document.structure.clean import Clean


def cued(clean: Clean, text: str) -> Iterator[Mention]:
    """A name right after *financé par*, *mis en place par*, *conclue avec*."""
    for cue in FOLLOWED:
        if cue.role == "PARTNER":
            continue
        for found in cue.pattern.finditer(clean.fold):
            article = ARTICLE.match(
                text, found.end() + (text[found.end() : found.end() + 1] == " ")
            )
            start = article.end() if article else found.end()
            limit = text.find("\n", start)
            name = NAME.match(text, start, limit if limit > 0 else len(text))
            if name and "\x00" not in name[0] and is_actor(name[0]):
                yield Mention(*name.span(), "OTHER", "Nom", key(name[0]))
