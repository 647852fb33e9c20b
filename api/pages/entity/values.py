"""The values of an entity in words: no code is shown where a label is known."""

from collections.abc import Iterator

from api import french
from api.pages.choices import level_words
from api.pages.sheet.stages import STEPS, state_words
from graph.dates import MONTHS
from graph.ontology import ENTITY_PROPERTIES, Property, Value
from graph.records import Entity
from queries.sheet import read_stage

_APART = frozenset({"name", "start", "end", "open_ended", "note", "description", "full_text"})
_DATES = frozenset({"signed", "date"})


def property_words(record: Entity) -> Iterator[tuple[str, str]]:
    """Labels and values of what is known of an entity, but for what its page tells apart."""
    for prop in ENTITY_PROPERTIES:
        value = record.props.get(prop.name)
        if value is None or prop.name in _APART:
            continue
        level = prop.name == "territory_level"
        yield french.capital(prop.label), level_words(record) if level else _words(prop, value)


def _words(prop: Property, value: Value) -> str:
    match value:
        case bool():
            return "oui" if value else "non"
        case tuple():
            each = (_stage_words(text) if prop.name == "stages" else text for text in value)
            return " ; ".join(each)
        case str() if prop.choices:
            return prop.choices[value]
        case str() if prop.name in _DATES:
            return french.date_words(value)
        case int() if prop.name == "expected_month":
            return MONTHS[value - 1]
        case int() if prop.name == "year":
            return str(value)
        case int() | float():
            return french.number_words(value) + (" euros" if prop.name == "budget" else "")
    return str(value)


def _stage_words(text: str) -> str:
    stage = read_stage(text)
    return f"{STEPS.get(stage.name, stage.name.lower())} : {state_words(stage)}"
