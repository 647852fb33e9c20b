"""From a text to its reading: what each finder says, put together with its passages."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from graph.view import DayView
from importers.document.finding import links as other_frameworks
from importers.document.finding.actions import Action, actions
from importers.document.finding.actors import Actors, found_actors
from importers.document.finding.amounts import amounts
from importers.document.finding.bodies import bodies
from importers.document.finding.dating.dated import Dated, Rank
from importers.document.finding.dating.likely import likely_dates
from importers.document.finding.dating.validity import validity
from importers.document.finding.dating.when import dates
from importers.document.finding.frameworks import Named, frameworks
from importers.document.finding.learned.around_dates import candidates
from importers.document.finding.needs import Need, needs
from importers.document.finding.own import Own, own_framework
from importers.document.finding.passages import Quoting
from importers.document.finding.territories import territories
from importers.document.finding.themes import themes
from importers.document.model import (
    FRAMEWORK_DATES,
    ActionFact,
    AmountFact,
    ArticulationFact,
    BodyFact,
    DatedEvent,
    FrameworkFact,
    NeedFact,
    Reading,
    Skipped,
    SkippedKind,
    TerritoryFact,
    ThemeFact,
)
from importers.document.structure.blocks import Zone, blocks
from importers.document.structure.clean import Clean
from importers.document.structure.kinds import document_kind
from importers.document.structure.layout import Layout
from importers.document.structure.persons import Private, blanked, privates

_EVENTS = re.compile(
    r"\b(?P<what>deliberations?|conseil municipal|commission permanente|conseil "
    r"communautaire|adopte\w*|approuve\w*|vote\w*|labellis\w+|inaugur\w+|cree\w*|"
    r"renouvel\w+|arrete\w*)\b[^.;]{0,60}$"
)
_OF_CONTRACT = {"SDSF": "SCHEMA", "CPO": "CONVENTION"}
"""Kinds of framework that the product keeps under a wider one."""
_PRIVATE: tuple[SkippedKind, ...] = ("PERSON", "CONTACT")


class Found(NamedTuple):
    """What a text says, the kind of document that it is, and its title."""

    reading: Reading
    kind: str
    title: str


class Parts(NamedTuple):
    """What the finders of a text build on: its layout, the framework that it is about, those that
    it names, its kind, its actors."""

    layout: Layout
    quoting: Quoting
    private: list[Private]
    shown: str
    named: list[Named]
    own: Own
    kind: str
    actors: Actors


def parts_of(text: Clean, day: DayView | None, *, by_rules_alone: bool = False) -> Parts:
    """A clean text taken apart; ``day`` is the graph whose actors are known by name, if any."""
    laid = blocks(text)
    layout = Layout(text, laid)
    signatures = next((each.start for each in laid if each.zone is Zone.SIGNATURES), len(text.text))
    parties = [(each.start, each.end) for each in laid if each.zone is Zone.PARTIES]
    private = privates(text.text, signatures, parties)
    shown = blanked(text.text, private)
    kind = document_kind(text, laid)
    named = list(frameworks(text))
    own = own_framework(text, laid, named, kind)
    quoting = Quoting(layout, private)
    start, end = quoting.clear_part(own.start, own.end)
    own = own._replace(start=start, end=max(start, end), title=text.text[start:end])
    actors = found_actors(
        layout, shown, own, named, kind, quoting, day, by_rules_alone=by_rules_alone
    )
    return Parts(layout, quoting, private, shown, named, own, kind, actors)


def find(text: Clean, day: DayView | None, *, by_rules_alone: bool = False) -> Found:
    """The reading of a clean text; ``day`` is the graph whose actors are known by name, if any.

    ``by_rules_alone`` leaves out what learned weights add.
    """
    parts = parts_of(text, day, by_rules_alone=by_rules_alone)
    layout, quoting, private, shown, named, own, kind, actors = parts
    laid, mentions = layout.blocks, actors.mentions
    spans = [(one.start, one.end) for one in mentions] + [(one.start, one.end) for one in named]
    dated = validity(text, laid, own, named, kind)
    if not by_rules_alone:
        dated = [*dated, *likely_dates(dated, candidates(layout, own, named, kind))]
    reading = Reading(
        framework=_framework(quoting, own, dated),
        actors=actors.facts,
        themes=tuple(
            ThemeFact(theme=each.theme, passage=quoting.around(each.start, each.end))
            for each in themes(text, laid, own, spans)
            if quoting.around(each.start, each.end)
        ),
        territories=tuple(
            TerritoryFact(
                name=each.name, level=each.level, passage=quoting.around(each.start, each.end)
            )
            for each in territories(text, shown, laid, actors)
        ),
        bodies=tuple(
            BodyFact(
                name=each.name,
                level=each.level,
                frequency=each.frequency,
                members=tuple(dict.fromkeys(actors.words(one, quoting) for one in each.members)),
                passage=quoting.around(each.start, each.end),
            )
            for each in bodies(text, laid, mentions)
            if quoting.is_clear(each.start, each.end)
        ),
        dates=_events(quoting, dated),
        articulations=tuple(
            ArticulationFact(
                name=quoting.words(each.named.start, each.named.end),
                kind=each.named.kind,
                relation=each.relation,
                passage=quoting.around(each.named.start, each.named.end),
            )
            for each in other_frameworks.links(text, own, named, kind)
            if quoting.is_clear(each.named.start, each.named.end)
        ),
        amounts=tuple(
            AmountFact(
                amount=each.amount,
                year=each.year,
                actor=actors.words(each.actor, quoting) if each.actor else None,
                passage=quoting.around(each.start, each.end),
            )
            for each in amounts(text, laid, mentions)
        ),
        actions=tuple(
            _action(quoting, each, actors)
            for each in actions(text, laid, own, kind, mentions)
            if quoting.is_clear(*each.name)
        ),
        needs=tuple(
            _need(quoting, each) for each in needs(text, laid) if quoting.is_clear(*each.label)
        ),
        skipped=_skipped(private),
    )
    return Found(reading, kind, quoting.words(own.start, own.end))


def _framework(quoting: Quoting, own: Own, dated: Sequence[Dated]) -> FrameworkFact | None:
    if own.end <= own.start:
        return None
    first: dict[str, Dated] = {}
    for each in dated:
        first.setdefault(each.what, each)

    def said(what: str) -> tuple[str | None, str | None]:
        each = first.get(what)
        return (each.value, quoting.around(each.start, each.end)) if each else (None, None)

    start, end, signed = said("start"), said("end"), said("signed")
    if start[0] and end[0] and start[0][:4] > end[0][:4]:
        end = (None, None)
    told = zip(FRAMEWORK_DATES, (start, end, signed), strict=True)
    likely = (what for what, (date, _) in told if date and first[what].rank is Rank.LIKELY)
    return FrameworkFact(
        kind=_OF_CONTRACT.get(own.kind or "", own.kind),
        title=quoting.words(own.start, own.end),
        start=start[0],
        end=end[0],
        signed=signed[0],
        start_passage=start[1],
        end_passage=end[1],
        signed_passage=signed[1],
        likely=tuple(likely),
        passage=quoting.around(own.start, own.end),
    )


def _action(quoting: Quoting, told: Action, actors: Actors) -> ActionFact:
    return ActionFact(
        name=quoting.words(*told.name),
        lead=actors.words(told.lead, quoting) if told.lead else None,
        partners=tuple(dict.fromkeys(actors.words(each, quoting) for each in told.partners)),
        audience=_words(quoting, told.audience),
        means=_words(quoting, told.means),
        passage=quoting.around(*told.name),
    )


def _need(quoting: Quoting, told: Need) -> NeedFact:
    return NeedFact(
        label=quoting.words(*told.label),
        indicator=_words(quoting, told.indicator),
        year=told.year,
        passage=quoting.around(*told.label),
    )


def _words(quoting: Quoting, span: tuple[int, int] | None) -> str | None:
    """The words of a span, those of a person left out."""
    return quoting.words(*quoting.clear_part(*span)) or None if span else None


def _events(quoting: Quoting, dated: Sequence[Dated]) -> tuple[DatedEvent, ...]:
    """Other dated events, in order: deliberations, votes..."""
    text = quoting.clean
    taken = {(each.start, each.end) for each in dated}
    found: list[DatedEvent] = []
    for block in quoting.layout.blocks:
        for when in dates(text, block.start, block.end):
            if (when.start, when.end) in taken or when.until is not None:
                continue
            since = max(block.start, when.start - 90)
            cue = _EVENTS.search(text.fold, since, when.start)
            if cue:
                found.append(
                    DatedEvent(
                        date=when.value,
                        what=text.text[slice(*cue.span("what"))].lower(),
                        passage=quoting.around(when.start, when.end),
                    )
                )
    return tuple(dict.fromkeys(found))


def _skipped(private: Sequence[Private]) -> tuple[Skipped, ...]:
    kinds = [each.kind for each in private]
    return tuple(Skipped(kind=kind, count=kinds.count(kind)) for kind in _PRIVATE if kind in kinds)
