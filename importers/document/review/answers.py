"""What a person says of each fact, and the reading that results."""

from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from importers.document.exchange import parse_reading
from importers.document.model import FRAMEWORK_DATES, DatedEvent, FrameworkFact, Reading
from importers.document.review.passages import absent
from importers.document.review.paths import DATES, FRAMEWORK, LISTS, Located, located


class Choice(StrEnum):
    """What becomes of a fact. NOT_SAID: the fact may be true, this text does not say it."""

    KEEP = "KEEP"
    REFUSE = "REFUSE"
    NOT_SAID = "NOT_SAID"


GONE = (Choice.REFUSE, Choice.NOT_SAID)
"""The choices of what is not written."""
NOT_SAID_WORDS = "que le texte ne dit pas"
CORRECTED = "corrigé par une personne"
"""Follows the passage of a date that a person corrected."""
_MOST_TOLD = 5
"""Facts told by name in the journal."""


class Answer(NamedTuple):
    """A person's answer. ``fact`` holds the fields that were corrected or joined, None when the
    fact stands as it was read."""

    choice: Choice | None
    fact: Mapping[str, Any] | None = None


Answers = Mapping[str, Answer]
"""Answers by the path of their fact."""


class Tally(NamedTuple):
    """How many facts have each fate; ``corrected`` and ``added`` are among those kept."""

    kept: int
    corrected: int
    added: int
    refused: int
    not_said: int
    open: int

    @property
    def words(self) -> str:
        """What became of the facts, in French, for the journal."""
        kept = _many(self.kept, "fait gardé")
        ours = [(self.corrected, "corrigé"), (self.added, "ajouté")]
        told = " et ".join(_many(number, word) for number, word in ours if number)
        kept += f" dont {told}" if told else ""
        parts = [kept, *([_many(self.refused, "refusé")] if self.refused else [])]
        parts += [f"{self.not_said} {NOT_SAID_WORDS}"] if self.not_said else []
        parts += [f"{self.open} sans réponse"] if self.open else []
        return ", ".join(parts)


def _many(number: int, words: str) -> str:
    """A number and its words, all in the plural from two on."""
    said = "s ".join(words.split()) + "s" if number > 1 else words
    return f"{number} {said}"


def choice_of(answers: Answers, each: Located) -> Choice | None:
    """The choice on a fact: the person's, else KEEP for one of a labelled block or added."""
    answer = answers.get(each.path)
    if answer is not None:
        return answer.choice
    return Choice.KEEP if each.fact.labelled or each.fact.added else None


def is_taken_back(answers: Answers, each: Located) -> bool:
    """Whether a person added a fact, then took it away: nobody need hear of it."""
    return each.fact.added and choice_of(answers, each) is not Choice.KEEP


def corrected_reading(reading: Reading, answers: Answers) -> Reading:
    """The reading with every correction, whatever was kept: paths stay."""
    return _made(reading, answers, lambda _: True)


def confirmed_reading(reading: Reading, answers: Answers) -> Reading:
    """What a person confirmed: the facts kept, corrected."""
    kept = {each.path for each in located(reading) if choice_of(answers, each) is Choice.KEEP}
    return _made(reading, _marked(reading, answers), lambda path: path in kept)


def _marked(reading: Reading, answers: Answers) -> Answers:
    """The answers, corrected dates with a passage that says so: its words are not the date kept."""
    marked = dict(answers)
    for each in located(reading):
        name = each.path.partition(".")[2]
        if (each.list == DATES or isinstance(each.fact, DatedEvent)) and is_corrected(
            reading, answers, each.path
        ):
            passage = f"{each.passage} ({FRAMEWORK_DATES.get(name, 'date')} : {CORRECTED})".strip()
            field = f"{name}_passage" if name else "passage"
            marked[each.path] = Answer(
                answers[each.path].choice, {field: passage, **_change(answers, each.path)}
            )
    return marked


def tally(reading: Reading, answers: Answers) -> Tally:
    """How many facts have each fate."""
    told = [each for each in located(reading) if not is_taken_back(answers, each)]
    counted = Counter(choice_of(answers, each) for each in told)
    ours = [each for each in told if choice_of(answers, each) is Choice.KEEP]
    added = sum(each.fact.added for each in ours)
    corrected = sum(
        not each.fact.added and is_corrected(reading, answers, each.path) for each in ours
    )
    return Tally(
        counted[Choice.KEEP],
        corrected,
        added,
        counted[Choice.REFUSE],
        counted[Choice.NOT_SAID],
        counted[None],
    )


def unquoted(text: str, reading: Reading, answers: Answers) -> list[Located]:
    """The facts kept, as corrected, whose passage is not in the text."""
    kept = [
        each
        for each in located(corrected_reading(reading, answers))
        if choice_of(answers, each) is Choice.KEEP
    ]
    missing = set(absent(text, ((each.path, each.passage) for each in kept)))
    return [each for each in kept if each.path in missing]


def told(reading: Reading, answers: Answers) -> str:
    """What became of the facts, in French, for the journal: counts, and what the text does not
    say by name."""
    absent = [
        each.words
        for each in located(corrected_reading(reading, answers))
        if choice_of(answers, each) is Choice.NOT_SAID and not each.fact.added
    ]
    more = f" et {len(absent) - _MOST_TOLD} autres" if len(absent) > _MOST_TOLD else ""
    names = f" ({' ; '.join(absent[:_MOST_TOLD])}{more})" if absent else ""
    counts = tally(reading, answers).words
    return counts.replace(NOT_SAID_WORDS, f"{NOT_SAID_WORDS}{names}")


def is_corrected(reading: Reading, answers: Answers, path: str) -> bool:
    """Whether a person changed what a fact says; joining it to the graph is no correction."""
    answer = answers.get(path)
    if answer is None or answer.fact is None:
        return False
    before = _fields(reading, path)
    return any(
        before.get(name) != value for name, value in answer.fact.items() if name not in _JOINS
    )


_JOINS = frozenset({"entity", "distinct"})


def _made(reading: Reading, answers: Answers, is_kept: Callable[[str], bool]) -> Reading:
    """The facts whose path is kept, each with its correction."""
    made: dict[str, Any] = {}
    framework = reading.framework
    if framework is not None:
        made[FRAMEWORK] = _framework(framework, answers, is_kept)
    for name in LISTS:
        facts = []
        for number in range(len(getattr(reading, name))):
            path = f"{name}[{number}]"
            if is_kept(path):
                facts.append({**_fields(reading, path), **_change(answers, path)})
        made[name] = facts
    return parse_reading(made)


def _framework(
    framework: FrameworkFact, answers: Answers, is_kept: Callable[[str], bool]
) -> dict[str, Any] | None:
    """The framework with those of its dates that are kept; None when nothing of it is."""
    fields = {**framework.model_dump(mode="json"), **_change(answers, FRAMEWORK)}
    dated = False
    for name in FRAMEWORK_DATES:
        path = f"{FRAMEWORK}.{name}"
        if is_kept(path):
            fields |= dict(_change(answers, path))
            dated = True
        else:
            gone = {name: None, f"{name}_passage": None}
            fields |= gone | ({"open_ended": False} if name == "end" else {})
    if is_kept(FRAMEWORK):
        return fields
    return {**fields, "kind": None, "title": None, "reference": None} if dated else None


def _fields(reading: Reading, path: str) -> dict[str, Any]:
    name, bracket, number = path.partition("[")
    if not bracket:
        framework = reading.framework or FrameworkFact()
        return framework.model_dump(mode="json")
    fact = getattr(reading, name)[int(number.removesuffix("]"))]
    fields: dict[str, Any] = fact.model_dump(mode="json")
    return fields


def _change(answers: Answers, path: str) -> Mapping[str, Any]:
    answer = answers.get(path)
    return {} if answer is None or answer.fact is None else answer.fact
