"""Random bundles that use every column, with hostile text, for what must survive a round trip.

The graph is one of `random_graphs`; ids are replaced, and cells are added to its rows. What is
added to a row depends on a seed, its id and the column alone, so that repeated rows stay identical.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from tests.oracle.random_graphs import Bundle, bundles

_INITIATIVES = ("FRAMEWORK", "SCHEME", "ACTION")
_EVERYTHING = (
    *("ACTOR", "BODY", "MEETING", "THEME", "AUDIENCE", "TERRITORY", "NEED", "DOCUMENT"),
    *_INITIATIVES,
)
_DATES = ("2013", "2013-07", "2013-07-11", "2016-02-29", "1999-12")
_SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

# Columns with values of their own, and the kinds on which they make sense.
CELLS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "actor_kind": (("ACTOR",), ("COMMUNE", "ars", "SERVICE", "HABITANTS", "OTHER")),
    "framework_kind": (("FRAMEWORK",), ("PST", "cls", "CONTRAT_DE_VILLE", "ABS", "OTHER")),
    "scheme_kind": (("SCHEME",), ("POLICY", "resource")),
    "meeting_kind": (("MEETING",), ("CONFERENCE", "evaluation", "TESTIMONY", "OTHER")),
    "territory_level": (("TERRITORY",), ("COMMUNE", "DEPARTEMENT")),
    "level": (("BODY",), ("STRATEGIC", "technical", "WATCH")),
    "status": (_INITIATIVES, ("DRAFT", "signed", "ACTIVE", "AMENDED", "TERMINATED")),
    "signed": (("FRAMEWORK",), _DATES),
    "date": (("MEETING", "DOCUMENT"), _DATES),
    "cog": (("TERRITORY",), ("93066", "93066|93059", "2A004")),
    "siren": (("ACTOR",), ("229300082", "200057867")),
    "siret": (("ACTOR",), ("22930008200018", "20005786700026")),
    "rna": (("ACTOR",), ("W931001234", "W9T1002867")),
    "finess": (("ACTOR",), ("930000336", "930000344")),
    "frequency": (("BODY",), ("MONTHLY", "quarterly", "HALF_YEARLY", "YEARLY", "OTHER")),
    "expected_month": (("BODY",), ("1", "9", "12")),
    "fte": (("FRAMEWORK", "ACTION"), ("0.5", "2", "12.25")),
    "budget": (("FRAMEWORK", "ACTION"), ("1500", "0.1", "1234567.89")),
    "participants": (("FRAMEWORK",), ("0", "40")),
    "inventory": (("FRAMEWORK",), ("COMPLETE", "examples")),
    "family": (("FRAMEWORK",), ("true", "false")),
    "exemplary": (("ACTION",), ("true", "false")),
    "generic": (("ACTOR",), ("true", "false")),
    "value": (("NEED",), ("12.5", "3", "0")),
    "year": (("NEED",), ("2014", "1999")),
    "hash": (("DOCUMENT",), (_SHA,)),
}
# Columns of free text.
TEXTS: dict[str, tuple[str, ...]] = {
    "name": _EVERYTHING,
    "description": _EVERYTHING,
    "note": _EVERYTHING,
    "alias": _EVERYTHING,
    "activity_type": ("ACTION",),
    "code": ("THEME", "AUDIENCE", "TERRITORY"),
    "indicator": ("NEED",),
    "reference": ("DOCUMENT", "MEETING"),
    "full_text": ("DOCUMENT",),
}
# Those where a bar separates values.
LISTS = frozenset({"alias", "code"})

SPECIMENS = (
    *('dit "le 9.3"', "l'été, déjà", "a;b,c", "deux\nlignes", "fin de\n\nparagraphe", "=1+1"),
    *("+33", "-1", "@SUM(A1)", "été", unicodedata.normalize("NFD", "été"), "Œuvre — n° 3"),
    *("🙂👩🏽‍⚕️", "مرحبا", "שלום, עולם", "\u202eabc\u202c", "a\u00a0b", "a\u2028b", "a\tb"),
    *("<b>&amp;</b>", "\\", "''", '""', "a#b", "0", "007", "1e3", "null", "true", "2013-07", "%s"),
)
# What may follow in an id: all but the separators of lists and of locators, and ends of lines.
ENDINGS = (
    *("", "", "é", unicodedata.normalize("NFD", "é"), "É", " b", ', "c"', "'", "🙂", "שלום"),
    *("/a?b=c&d", "%20", "\\", ";", "=1+1", "_", "-", "<i>"),
)


def hostile_texts() -> st.SearchStrategy[str]:
    """Text that a careless reader, writer or page would spoil; no space at its ends."""
    letters = st.text("aé \"',;\n|=#<\\🙂ש\u0301", min_size=1, max_size=12)
    return st.sampled_from(SPECIMENS) | letters.map(str.strip).filter(bool)


@st.composite
def wide_bundles(draw: st.DrawFn, values: Mapping[str, Sequence[str]] | None = None) -> Bundle:
    """A bundle in which every column may appear.

    `values` gives the cells of columns whose form the contract leaves to the product, such as the
    `stages` of a Framework; without it that column stays out.
    """
    pool = draw(st.lists(hostile_texts(), min_size=1, max_size=8))
    seed = draw(st.integers(0, 2**32 - 1))
    share = draw(st.sampled_from((0.3, 0.6, 0.9)))
    cells = dict(CELLS)
    for column, forms in (values or {}).items():
        kinds = cells[column][0] if column in cells else ("FRAMEWORK",)
        cells[column] = (kinds, tuple(forms))
    dresser = _Dresser(seed, share, pool, cells)
    bundle = draw(bundles())
    extra = [{"id": f"doc:{n}", "kind": "Document", "name": f"Pièce {n}"} for n in (2, 3)]
    return replace(
        bundle,
        entities=[dresser.entity(row) for row in extra + bundle.entities],
        relations=[dresser.relation(row) for row in bundle.relations],
    )


class _Dresser:
    """Adds to rows what one seed, one pool of texts and one share of cells decide."""

    def __init__(
        self,
        seed: int,
        share: float,
        pool: Sequence[str],
        cells: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]],
    ) -> None:
        self._seed, self._share, self._pool, self._cells = seed, share, pool, cells

    def entity(self, row: Mapping[str, str]) -> dict[str, str]:
        """The row of an entity with more cells; those that it has stay."""
        kind, wide = row["kind"].upper(), {**row, "id": self._id(row["id"])}
        for column, (kinds, forms) in self._cells.items():
            if kind in kinds and not wide.get(column) and self._adds(row["id"], column):
                wide[column] = self._chances(row["id"], column, "form").choice(forms)
        for column, kinds in TEXTS.items():
            if kind in kinds and self._adds(row["id"], column):
                wide[column] = self._text(row["id"], column)
        if wide.get("generic") == "true" and kind == "ACTOR" and self._adds(row["id"], "count"):
            wide["count"] = "5"
        return wide | self._source(row["id"])

    def relation(self, row: Mapping[str, str]) -> dict[str, str]:
        """The row of a relation with more cells; its identity stays."""
        columns = ("type", "from", "to", "role", "start", "year")
        name = " ".join(row.get(column, "") for column in columns)
        wide = {**row, "from": self._id(row["from"]), "to": self._id(row["to"])}
        if self._adds(name, "id"):
            wide["id"] = self._id(f"rel:{name}")
        if self._adds(name, "note"):
            wide["note"] = self._text(name, "note")
        return wide | self._source(name)

    def _chances(self, *name: str) -> Random:
        return Random("/".join((str(self._seed), *name)))

    def _adds(self, row: str, column: str) -> bool:
        return self._chances(row, column).random() < self._share

    def _id(self, id: str) -> str:
        return id + self._chances("id", id).choice(ENDINGS)

    def _text(self, row: str, column: str) -> str:
        chances = self._chances(row, column, "text")
        if column not in LISTS:
            return chances.choice(self._pool)
        found = [chances.choice(self._pool).replace("|", "/") for _ in range(chances.randint(1, 3))]
        return "|".join(dict.fromkeys(found))

    def _source(self, row: str) -> dict[str, str]:
        """Documents, some with a locator; or the import itself, which an empty cell says."""
        chances = self._chances(row, "source")
        found = chances.sample(("doc:1", "doc:2", "doc:3"), chances.randint(0, 3))
        places = [chances.choice(self._pool).replace("|", "/").replace("#", "n") for _ in found]
        located = zip(found, places, strict=True)
        cells = [
            self._id(id) + (f"#{place}" if self._adds(row, id) else "") for id, place in located
        ]
        return {"source": "|".join(cells)}
