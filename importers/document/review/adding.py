"""Facts that the reader missed, added by a person with the passage that says them."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graph.errors import InvalidData, Place
from importers.document.exchange import parse_fact
from importers.document.model import FrameworkFact, Reading
from importers.document.review.passages import contains, quoted
from importers.document.review.paths import FRAMEWORK, located
from importers.document.review.private import check_fields
from importers.document.structure.persons import privates


class Added(NamedTuple):
    """A fact that a person adds to a list of a reading (``actors``...), by its fields."""

    list: str
    fact: Mapping[str, Any]


def with_added(reading: Reading, added: Iterable[Added]) -> Reading:
    """The reading with more facts, each at the end of its list: paths stay. A framework without
    an end is said to have none when that is added."""
    for each in added:
        if each.list == FRAMEWORK:
            framework = reading.framework or FrameworkFact()
            opened = framework.model_copy(update=dict(each.fact))
            reading = reading.model_copy(update={FRAMEWORK: opened})
            continue
        fact = parse_fact(each.list, {**each.fact, "added": True})
        facts = (*getattr(reading, each.list), fact)
        reading = reading.model_copy(update={each.list: facts})
    return reading


def added_fact(text: str, list_: str, fields: Mapping[str, Any]) -> Added:
    """A fact to add, its passage in the text's own words.

    Raises InvalidData (French): a field that is wrong, or a passage that ``own_words`` refuses.
    """
    given = {name: value for name, value in fields.items() if value not in (None, "", [])}
    passage = own_words(text, str(given.get("passage", "")), given.get("mention"))
    fact = {**given, "passage": passage}
    parse_fact(list_, fact)
    check_fields(fact, Place())
    return Added(list_, fact)


def open_end(text: str, reading: Reading, passage: str) -> Added:
    """That the framework of a reading has no end, which a passage says.

    Raises as ``added_fact``, and when the reading gives it an end.
    """
    if reading.framework is not None and reading.framework.end is not None:
        raise InvalidData("la lecture donne une fin au cadre : corriger ou refuser ce fait-là")
    return Added(FRAMEWORK, {"open_ended": True, "end_passage": own_words(text, passage)})


def own_words(text: str, passage: str, mention: str | None = None) -> str:
    """The text's own words for a passage that a person gives.

    Raises InvalidData (French): no passage, one that the text lacks, or as ``check_words``.
    """
    if not passage.strip():
        raise InvalidData("donner le passage du texte qui dit ce fait", code="MISQUOTED")
    words = quoted(text, passage)
    if words is None:
        raise InvalidData(
            "ce passage n'est pas dans le texte : le recopier mot pour mot, ou donner ses premiers "
            "et ses derniers mots séparés par « … »",
            code="MISQUOTED",
        )
    check_words(words, mention)
    return words


def check_words(words: str, mention: str | None = None) -> None:
    """Raise InvalidData (French) for a passage that names a person, or that has not the
    ``mention`` of its actor."""
    if privates(words, len(words)):
        raise InvalidData(
            "ce passage nomme une personne, ou dit comment la joindre : en prendre un qui ne le "
            "fait pas, aucune personne n'est gardée",
            code="PERSON",
        )
    if mention is not None and not contains(words, mention):
        raise InvalidData(
            f"le passage ne nomme pas « {mention} » : en prendre un qui le nomme, ou dire comment "
            "il le nomme",
            code="MISQUOTED",
        )


def check_added(reading: Reading, file: str | None = None) -> None:
    """The same of the facts that a person wrote in a reading; ``file`` names it."""
    for each in located(reading):
        if each.fact.added and each.passage:
            try:
                check_words(each.passage, getattr(each.fact, "mention", None))
            except InvalidData as error:
                told = f"{each.path} : {error.message}"
                raise InvalidData(told, code=error.code, place=Place(file)) from None
