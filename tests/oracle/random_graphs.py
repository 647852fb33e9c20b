"""Small random bundles, dense in rare cases, and the days on which they change.

A bundle is one draw of bytes: a seed, how many entities of each kind, and one byte per bucket of
facts. Every fact takes its chances from the seed and its own name alone, so that fewer entities,
or a byte at zero that drops its facts, leave the others as they were: a failing example shrinks
by losing entities and relations, not by turning into another bundle.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from hypothesis import assume
from hypothesis import strategies as st

from tests.oracle.cells import Scene, details, relation_details
from tests.oracle.chances import ANCHORS, COUNTS, MOODS, PREFIXES, RULES, TOKENS, Rule
from tests.oracle.rows import Row, add_months, first_day, last_day

BUCKETS = 128


@dataclass(frozen=True)
class Bundle:
    """The rows of a bundle, and a day that its periods lie around."""

    entities: list[dict[str, str]]
    relations: list[dict[str, str]]
    anchor: date


@dataclass(frozen=True)
class _Recipe:
    """The draws that decide a bundle."""

    seed: int
    counts: Mapping[str, int]
    kept: bytes
    dressed: bytes

    def chances(self, *name: str) -> Random:
        """The chances of one fact, whatever the others."""
        return Random("/".join((str(self.seed), *name)))

    def keeps(self, *name: str) -> bool:
        """Is the relation in the bundle?"""
        return self.kept[_bucket(name)] != 0

    def dresses(self, *name: str) -> bool:
        """Has the fact more than its bare columns?"""
        return self.dressed[_bucket(name)] != 0


def _bucket(name: tuple[str, ...]) -> int:
    return zlib.crc32("/".join(name).encode()) % BUCKETS


@st.composite
def bundles(draw: st.DrawFn, crowd: bool = False) -> Bundle:
    """A small bundle; with `crowd`, one more body has some twenty members of its own."""
    size = len(COUNTS)
    drawn = draw(st.binary(min_size=4 + size + 2 * BUCKETS, max_size=4 + size + 2 * BUCKETS))
    recipe = _Recipe(
        seed=int.from_bytes(drawn[:4]),
        counts={
            kind: numbers[byte * len(numbers) // 256]
            for (kind, numbers), byte in zip(COUNTS.items(), drawn[4:], strict=False)
        },
        dressed=drawn[4 + size : -BUCKETS],
        kept=drawn[-BUCKETS:],
    )
    # Else every other example would be the simplest one: no relation at all.
    assume(any(recipe.kept))
    anchor = recipe.chances("anchor").choice(ANCHORS)
    scene = Scene(anchor, recipe.chances("mood").choice(MOODS))
    kinds = _kinds(recipe, scene)
    entities = [{"id": "doc:1", "kind": "Document", "name": "Source"}]
    entities += [_entity(recipe, scene, id, kind) for id, kind in kinds.items()]
    relations = list(_relations(recipe, scene, kinds))
    if recipe.chances("repeat").random() < 0.25:
        entities.append(dict(entities[-1]))
        relations.extend(dict(row) for row in relations[-1:])
    if crowd:
        _add_crowd(recipe, entities, relations)
    return Bundle(entities, relations, anchor)


def _kinds(recipe: _Recipe, scene: Scene) -> dict[str, str]:
    """The ids of the bundle, each with its kind; some bundles name all initiatives alike."""
    alike = recipe.chances("alike").random() < 0.5
    kinds: dict[str, str] = {}
    for group, count in recipe.counts.items():
        tokens = recipe.chances("tokens", group).sample(TOKENS, len(TOKENS))
        for number, token in enumerate(tokens[:count]):
            kind = group
            if group == "INITIATIVE":
                chances = recipe.chances(group, str(number))
                kind = chances.choices(("FRAMEWORK", "SCHEME", "ACTION"), scene.mood.mix)[0]
            kinds[f"{PREFIXES[group if alike else kind]}:{token}"] = kind
    return kinds


def _ends(rule: Rule, kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The ends that a relation may have; in one order only where a cycle must not appear."""
    ids = list(kinds)
    for i, source in enumerate(ids):
        for j, target in enumerate(ids):
            allowed = kinds[source] in rule.sources and kinds[target] in rule.targets
            if rule.same_kind and kinds[source] != kinds[target]:
                allowed = False
            if allowed and (j < i if rule.one_way(kinds[source], kinds[target]) else i != j):
                yield source, target


def _entity(recipe: _Recipe, scene: Scene, id: str, kind: str) -> dict[str, str]:
    chances = recipe.chances(id)
    written = chances.choice((kind.capitalize(), kind.capitalize(), kind, kind.lower()))
    row = {"id": id, "kind": written, "name": f"Nom {id}"}
    if recipe.dresses(id):
        row |= details(chances, scene, kind)
    return row


def _relations(recipe: _Recipe, scene: Scene, kinds: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Every relation, once per identity: none between two entities most often, at times several."""
    seen: set[tuple[str, ...]] = set()
    for number, rule in enumerate(RULES):
        for source, target in _ends(rule, kinds):
            name = (rule.type, source, target)
            chances = recipe.chances(str(number), *name)
            chance = rule.chance * scene.mood.scale.get(rule.type, 1)
            chance = chance if recipe.keeps(*name) else 0
            while chances.random() < chance:
                row = dict(zip(("type", "from", "to"), name, strict=True))
                row |= relation_details(chances, scene, rule, bare=not recipe.dresses(*name))
                identity = (*name, row["role"], row.get("start", ""), row.get("year", ""))
                if identity not in seen:
                    seen.add(identity)
                    yield row | (_lowered(row) if chances.random() < 0.1 else {})
                chance = 0.15


def _lowered(row: Row) -> dict[str, str]:
    """The enumerated cells of a relation in lower case, which says the same."""
    return {column: row[column].lower() for column in ("type", "role")}


def _add_crowd(
    recipe: _Recipe, entities: list[dict[str, str]], relations: list[dict[str, str]]
) -> None:
    """A body with so many members that it may be a hub, or may just not be one."""
    entities.append({"id": "bod:crowd", "kind": "Body", "name": "Conférence"})
    actors = [row["id"] for row in entities if row["kind"].upper() == "ACTOR"]
    for number in range(recipe.chances("crowd").randint(17, 21)):
        actors.append(f"act:crowd{number}")
        entities.append({"id": actors[-1], "kind": "Actor", "name": f"Membre {number}"})
    for actor in actors:
        if recipe.chances("crowd", actor).random() < 0.95:
            relations.append({"type": "MEMBER_OF", "from": actor, "to": "bod:crowd"})


def boundary_days(rows: list[dict[str, str]]) -> list[date]:
    """The days on which something changes, the days around, and those six months before."""
    days: set[date] = set()
    for row in rows:
        start, end = first_day(row.get("start", "")), last_day(row.get("end", ""))
        if start is not None:
            days |= {start, start - timedelta(days=1)}
        if end is not None:
            limit = add_months(end, -6)
            days |= {end, end + timedelta(days=1), limit, limit + timedelta(days=1)}
    return sorted(days)


def days(bundle: Bundle) -> st.SearchStrategy[date]:
    """A day to ask about: the anchor half of the time, else a day of change."""
    changes = boundary_days(bundle.entities + bundle.relations)
    anchor = st.just(bundle.anchor)
    return anchor | st.sampled_from(changes) if changes else anchor


@st.composite
def cases(draw: st.DrawFn, crowd: bool = False) -> tuple[Bundle, date]:
    """A bundle and a day to ask about."""
    bundle = draw(bundles(crowd))
    return bundle, draw(days(bundle))
