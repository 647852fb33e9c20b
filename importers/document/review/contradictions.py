"""Facts of a reading that cannot all be kept, set side by side for a person."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from graph.ontology.enumerations import ACTOR_KINDS
from graph.records import source_parts
from graph.view import GraphView
from graph.view.labels import folded
from importers.document.apply.actors import bare
from importers.document.apply.framework import framework_date
from importers.document.model import FRAMEWORK_DATES, ActorFact, Reading
from importers.document.review.answers import GONE, Answers, corrected_reading
from importers.document.review.paths import FRAMEWORK
from importers.french import amount_text


class Side(NamedTuple):
    """One of the values: ``path`` is None for what the graph says; ``passage`` is where it is
    said."""

    path: str | None
    value: str
    passage: str


class Contradiction(NamedTuple):
    """What is said in several ways; ``key`` names it whatever its order."""

    key: str
    title: str
    sides: tuple[Side, ...]


def contradictions(view: GraphView, reading: Reading, gone: Collection[str]) -> list[Contradiction]:
    """What cannot all be kept, without the facts whose paths are ``gone`` (refused).

    ``reading`` holds the corrections made so far.
    """
    found = [*_dates(view, reading), *_natures(reading), *_amounts(reading)]
    standing = (
        each._replace(sides=tuple(side for side in each.sides if side.path not in gone))
        for each in found
    )
    return [each for each in standing if len({side.value for side in each.sides}) > 1]


def open_contradictions(
    view: GraphView, reading: Reading, answers: Answers, settled: Collection[str]
) -> list[Contradiction]:
    """The contradictions of a reading that a person neither settled nor refused a side of."""
    gone = [path for path, answer in answers.items() if answer.choice in GONE]
    found = contradictions(view, corrected_reading(reading, answers), gone)
    return [each for each in found if each.key not in settled]


def _dates(view: GraphView, reading: Reading) -> Iterator[Contradiction]:
    """Each date of the framework: in the text, elsewhere in the text, in the graph."""
    framework = reading.framework
    if framework is None:
        return
    for name, label in FRAMEWORK_DATES.items():
        sides = []
        stated = getattr(framework, name)
        if stated:
            passage = getattr(framework, f"{name}_passage") or framework.passage
            sides.append(Side(f"{FRAMEWORK}.{name}", stated, passage))
        sides += [
            Side(f"dates[{number}]", event.date, event.passage)
            for number, event in enumerate(reading.dates)
            if framework_date(event) == name
        ]
        sides += _known_date(view, framework.entity, name)
        yield Contradiction(f"date {name}", f"Date du cadre : {label}", tuple(sides))


def _known_date(view: GraphView, entity: str | None, name: str) -> list[Side]:
    """What the graph says of a date of the framework that this one is."""
    row = None if entity is None else view.row(entity)
    if row is None:
        return []
    record = view.entity(row)
    value = {"start": record.start, "end": record.end}.get(name, record.props.get(name))
    if not value:
        return []
    names = []
    for source in record.sources:
        document, locator = source_parts(source)
        place = view.row(document)
        title = document if place is None else view.entity(place).name
        names.append(f"{title}, {locator}" if locator else title)
    return [Side(None, str(value), " ; ".join(names))]


def _natures(reading: Reading) -> Iterator[Contradiction]:
    """One actor to which two facts give two natures."""
    alike: dict[str, dict[int, ActorFact]] = defaultdict(dict)
    for number, fact in enumerate(reading.actors):
        for form in {folded(bare(form)) for form in (fact.mention, fact.called, *fact.aliases)}:
            alike[form][number] = fact
        if fact.entity:
            alike[f"\x1f{fact.entity}"][number] = fact
    seen = set()
    for facts in alike.values():
        numbers = tuple(facts)
        if len(numbers) > 1 and numbers not in seen:
            seen.add(numbers)
            sides = tuple(
                Side(f"actors[{number}]", ACTOR_KINDS.get(fact.kind or "", "?"), fact.passage)
                for number, fact in facts.items()
                if fact.kind
            )
            title = f"Nature de « {facts[numbers[0]].called} »"
            yield Contradiction(f"nature {numbers}", title, sides)


def _amounts(reading: Reading) -> Iterator[Contradiction]:
    """Two budgets of the framework, or two amounts of one actor for one year."""
    alike: dict[tuple[str, int | None], list[Side]] = defaultdict(list)
    for number, fact in enumerate(reading.amounts):
        actor = folded(bare(fact.actor)) if fact.actor else ""
        year = fact.year if fact.actor else None
        side = Side(f"amounts[{number}]", amount_text(fact.amount), fact.passage)
        alike[actor, year].append(side)
    for (actor, year), sides in alike.items():
        title = f"Montant donné par « {actor} »" if actor else "Budget du cadre"
        title += f" en {year}" if year else ""
        yield Contradiction(f"amount {actor} {year}", title, tuple(sides))
