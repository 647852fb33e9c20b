"""Names of no known kind that an acronym spells: *le Régime local d'assurance maladie (RLAM)*."""

import re
from collections.abc import Iterator

from importers.document.finding.acronyms import spelt_out
from importers.document.finding.gazetteer import key
from importers.document.finding.mentions import Mention

_BEGINS = re.compile(
    r"\b(?:[Ii]nstitut|[Oo]ffice|[Aa]gence|[Cc]onfédération|[Ss]yndicat|[Mm]utuelle|[Rr]égime|"
    r"[Hh]ôpitaux|[Éé]tablissement|[Cc]oordination|[Cc]aisse|[Cc]entre)(?= )"
)


def spelt(text: str) -> Iterator[Mention]:
    """The names of a text that begin with a word for an organisation and end at their acronym."""
    for found in _BEGINS.finditer(text):
        name = spelt_out(text, found.start())
        if name is not None:
            words = text[found.start() : name.end]
            aliases = [name.letters]
            yield Mention(found.start(), name.end, "OTHER", "Nom", key(words), aliases=aliases)
