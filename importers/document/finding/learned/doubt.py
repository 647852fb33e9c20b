"""Sentences that deny, suppose or recall what their words would otherwise say."""

import re

from importers.document.structure.layout import Layout

_DOUBT = re.compile(
    r"\bn(?:e |')(?:\w+ ){0,2}?(?:pas|plus|rien|jamais)\b(?: \w+){0,2}? "
    r"(?:sign|financ|port|pilot|conclu|vers)|\bn(?:e |')(?:sign|financ|port|pilot)\w+ "
    r"(?:pas|plus|rien)\b|\bsans (?:le soutien|l'aide|signer)\b|\bnon signataires?|"
    r"\brefus(?:e|ent|er|ee?s?)\b|\bpressenti\w*|\ba solliciter\b|\ben presence de\b|"
    r"\bavai(?:t|ent) signe|\bsera sollicit|\bsi l\S* ?\w+ (?:co)?financ"
)


def is_doubtful(layout: Layout, place: int) -> bool:
    """Whether the sentence at a place says *n'a pas signé*, *pressenti*, *avait signé*, *en
    présence de*: its words are no evidence of a role."""
    return _DOUBT.search(layout.clean.fold, *layout.sentence_at(place)) is not None
