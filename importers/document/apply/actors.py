"""The actors of a reading: who they are in the graph, and their part in the framework."""

from collections.abc import Mapping

from graph.errors import InvalidData
from graph.ontology import EntityKind, RelationType, Value
from graph.view.labels import folded
from importers.document.apply.joining import whereabouts_of
from importers.document.apply.writer import Writer, listed
from importers.document.model import MENTIONED, ActionFact, ActorFact, Reading
from importers.document.other_names import other_names

_ARTICLES = ("l'", "l’", "la ", "le ", "les ", "un ", "une ", "des ", "du ", "d'", "d’")


class Actors:
    """The actors of one reading by every form that the text gives them."""

    def __init__(self, writer: Writer, reading: Reading) -> None:
        self._writer = writer
        self._reading = reading
        self._ids: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def state(self) -> None:
        """State each actor once. Raises InvalidData when two facts give one actor two kinds."""
        for number, fact in enumerate(self._reading.actors):
            path = f"actors[{number}]"
            id_ = self._id(fact, path)
            self._check_alone(id_, number)
            values: dict[str, Value | None] = {}
            if fact.entity is None:
                name = bare(fact.called)
                aliases = listed((*other_names(name, [bare(fact.mention)]), *fact.aliases))
                values = {
                    "name": name,
                    "alias": tuple(each for each in aliases if each != name),
                    "actor_kind": fact.kind,
                    "generic": fact.generic or None,
                }
            self._writer.entity(id_, EntityKind.ACTOR, values, (fact.passage,), path)
            for form in (fact.mention, fact.called, *fact.aliases):
                self._ids.setdefault(folded(bare(form)), id_)

    def involve(self, framework: str, period: Mapping[str, Value | None]) -> None:
        """The part of each actor in the framework, during the framework; amounts with funders.

        Who stands under a label as lead or partner, and is that of an action, is so in the action:
        in the framework it is involved.
        """
        funded = self._amounts(framework, period)
        bound = {
            (self._ids.get(folded(bare(name))), role)
            for action in self._reading.actions
            if not is_own(self._reading, action)
            for name, role in parts_of(action)
        }
        for number, fact in enumerate(self._reading.actors):
            id_ = self._ids[folded(bare(fact.mention))]
            roles = [
                role
                for role in fact.roles
                if role != MENTIONED and not (fact.labelled and (id_, role) in bound)
            ]
            for role in roles or (None,):
                if role == "FUNDER" and id_ in funded:
                    continue
                values: dict[str, Value | None] = {"role": role, **period}
                self._writer.relation(
                    RelationType.INVOLVED_IN,
                    id_,
                    framework,
                    fact.passage,
                    f"actors[{number}]",
                    values,
                )

    def parts(self, but: str) -> dict[tuple[str, str], str]:
        """The passages of what each actor does, by its id and its role, ``but`` this one."""
        return {
            (self._ids[folded(bare(fact.mention))], role): fact.passage
            for fact in self._reading.actors
            for role in fact.roles
            if role not in (MENTIONED, but)
        }

    def named(self, name: str, path: str) -> str | None:
        """The id of the actor that another fact names; None, with a remark, when none is."""
        id_ = self._ids.get(folded(bare(name)))
        if id_ is None:
            self._writer.remarks.append(
                f"{path} : « {name} » n'est pas un acteur gardé de cette lecture, ce lien n'est "
                "pas écrit"
            )
        return id_

    def whereabouts(self, covered: set[str]) -> dict[str, set[str]]:
        """Territories that names tell, by actor; the framework's are ``covered``."""
        found = dict[str, set[str]]()
        for fact in self._reading.actors:
            told = whereabouts_of(self._writer.view, fact, covered)
            if told:
                found[self._ids[folded(bare(fact.mention))]] = told
        return found

    def _id(self, fact: ActorFact, path: str) -> str:
        if fact.entity is not None:
            return self._writer.known(fact.entity, path)
        return self._writer.new_id("act", bare(fact.mention))

    def _check_alone(self, id_: str, number: int) -> None:
        """One entry per actor, or entries that agree on its kind."""
        facts = self._reading.actors
        first = self._numbers.setdefault(id_, number)
        kinds = {facts[first].kind, facts[number].kind} - {None}
        if len(kinds) > 1:
            raise InvalidData(
                f"actors[{first}] et actors[{number}] donnent deux natures à un même acteur "
                f"({' ; '.join(sorted(filter(None, kinds)))}) : n'en garder qu'une",
                code="CONTRADICTION",
            )

    def _amounts(self, framework: str, period: Mapping[str, Value | None]) -> set[str]:
        """State who gives how much; the ids of these funders."""
        funded: dict[tuple[str, int | None], float] = {}
        for number, fact in enumerate(self._reading.amounts):
            path = f"amounts[{number}]"
            id_ = None if fact.actor is None else self.named(fact.actor, path)
            if id_ is None:
                continue
            if funded.setdefault((id_, fact.year), fact.amount) != fact.amount:
                raise InvalidData(
                    f"{path} donne à « {fact.actor} » un autre montant qu'un montant précédent : "
                    "n'en garder qu'un, ou dire l'année (year)",
                    code="CONTRADICTION",
                )
            values: dict[str, Value | None] = {
                "role": "FUNDER",
                "amount": fact.amount,
                "year": fact.year,
                **period,
            }
            self._writer.relation(
                RelationType.INVOLVED_IN, id_, framework, fact.passage, path, values
            )
        return {id_ for id_, _ in funded}


def is_own(reading: Reading, fact: ActionFact) -> bool:
    """Whether the document is the sheet of this action: its only one, that gives it its title."""
    framework = reading.framework
    title = framework.title if framework else None
    return len(reading.actions) == 1 and folded(title or "") == folded(fact.name)


def parts_of(fact: ActionFact) -> list[tuple[str, str]]:
    """The names that an action itself gives, each with its role."""
    lead = [(fact.lead, "LEAD")] if fact.lead else []
    return [*lead, *((partner, "PARTNER") for partner in fact.partners)]


def bare(name: str) -> str:
    """A name without the article that a sentence gives it."""
    text = " ".join(name.split())
    for article in _ARTICLES:
        if text.casefold().startswith(article) and len(text) > len(article):
            return text[len(article) :].strip()
    return text
