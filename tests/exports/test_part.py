"""What a day and a territory keep equals a literal reading, and has every end and source."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from api.exports import Part, part, write_bundle
from graph.changes import ChangeSet, Merge
from graph.ontology import EntityKind
from graph.records import source_parts
from graph.view import GraphView
from tests.exports.brute_part import BrutePart, Identity
from tests.exports.drawn import drawn, table
from tests.oracle.random_graphs import Bundle, bundles, days
from tests.oracle.rows import read_rows


@st.composite
def limits(draw_: st.DrawFn) -> tuple[Bundle, date | None, str | None]:
    """A bundle, with or without a day, with or without a territory of it."""
    bundle = draw_(bundles())
    places = [row["id"] for row in bundle.entities if row["kind"].upper() == "TERRITORY"]
    return (
        bundle,
        draw_(st.none() | days(bundle)),
        draw_(st.none() | st.sampled_from(places) if places else st.none()),
    )


def ids(view: GraphView, kept: Part) -> list[str]:
    """The entities of a part, in its order."""
    return [view.entity(row).id for row in kept.rows]


def identities(view: GraphView, kept: Part) -> list[Identity]:
    """The relations of a part, in its order."""
    keys = [view.relation(number).key for number in kept.relations]
    return [
        (
            key.type.value,
            key.origin,
            key.target,
            key.role or "",
            key.start or "",
            str(key.year or ""),
        )
        for key in keys
    ]


@given(limits())
@settings(max_examples=300)
def test_part_is_what_a_literal_reading_keeps(
    limited: tuple[Bundle, date | None, str | None],
) -> None:
    bundle, day, territory = limited
    brute = BrutePart(bundle, day, territory)
    with drawn(bundle.entities, bundle.relations) as (repository, _):
        view = repository.view()
        place = None if territory is None else view.row(territory)
        kept = part(view, None if day is None else day.toordinal(), place)
        assert ids(view, kept) == sorted(brute.entities)
        assert set(identities(view, kept)) == brute.relations
        assert len(kept.relations) == len(brute.relations)


@given(limits())
@settings(max_examples=60)
def test_a_part_can_be_imported_alone(limited: tuple[Bundle, date | None, str | None]) -> None:
    """A bundle limited to a territory and a day holds all ends and sources of its facts."""
    bundle, day, territory = limited
    with drawn(bundle.entities, bundle.relations) as (repository, out):
        view = repository.view()
        place = None if territory is None else view.row(territory)
        kept = part(view, None if day is None else day.toordinal(), place)
        write_bundle(view, out, kept)
        with drawn(*read_rows(out)) as (alone, _):
            again = alone.view()
            whole = part(again)
            assert ids(again, whole) == ids(view, kept)
            assert set(identities(again, whole)) == set(identities(view, kept))


ENTITIES = """id,kind,name,source,status
doc:a,Document,A,doc:b,
doc:b,Document,B,,
terr:93,Territory,93,,
terr:bondy,Territory,Bondy,,
terr:lille,Territory,Lille,,
theme:sante,Theme,Santé,,
theme:pmi,Theme,PMI,,
fra:cls,Framework,CLS,doc:a,
axn:bilan,Action,Bilan,,
axn:ailleurs,Action,Ailleurs,,
bod:copil,Body,Copil,,
act:ars,Actor,ARS,,
act:lille,Actor,Ville de Lille,,
"""
RELATIONS = """type,from,to
WITHIN,terr:bondy,terr:93
BROADER,theme:pmi,theme:sante
COVERS,fra:cls,terr:bondy
COVERS,axn:ailleurs,terr:lille
COVERS,act:lille,terr:lille
PART_OF,axn:bilan,fra:cls
ADDRESSES,axn:bilan,theme:pmi
GOVERNED_BY,fra:cls,bod:copil
MEMBER_OF,act:ars,bod:copil
"""


def test_a_territory_keeps_what_is_around_it() -> None:
    """Asked on the département: what Bondy has, an Action by its framework, the ARS by the
    body, the broader theme, the document that a document cites; nothing of Lille."""
    with drawn(table(ENTITIES), table(RELATIONS)) as (repository, _):
        view = repository.view()
        kept = part(view, territory=view.row("terr:93"))
        assert ids(view, kept) == [
            *("act:ars", "axn:bilan", "bod:copil", "doc:a", "doc:b", "fra:cls"),
            *("terr:93", "terr:bondy", "theme:pmi", "theme:sante"),
        ]
        assert not kept.is_bare(view)


def test_a_territory_without_anything_keeps_itself() -> None:
    with drawn(table("id,kind,name\nterr:vide,Territory,Vide")) as (repository, _):
        view = repository.view()
        kept = part(view, territory=view.row("terr:vide"))
        assert ids(view, kept) == ["terr:vide"]
        assert kept.is_bare(view)


def test_sources_of_merged_documents_lead_to_the_survivor() -> None:
    """The bundle names a document that it holds, so that it can be imported."""
    documents = (
        "id,kind,name,source\ndoc:a,Document,A,\ndoc:b,Document,B,\nact:ars,Actor,ARS,doc:b#p. 1"
    )
    with drawn(table(documents)) as (repository, out):
        repository.apply(ChangeSet([Merge(("doc:b",), "doc:a")], "Camille", "test", ""))
        write_bundle(repository.view(), out)
        entities, relations = read_rows(out)
        sources = {row["id"]: row["source"] for row in entities}
        assert sources == {"act:ars": "doc:a#p. 1", "doc:a": ""}
        with drawn(entities, relations) as (again, _):
            row = again.view().row("act:ars")
            assert row is not None
            assert source_parts(again.view().entity(row).sources[0])[0] == "doc:a"


def test_contacts_stay(repository_with_contact: tuple[GraphView, str]) -> None:
    view, _ = repository_with_contact
    kept = part(view)
    assert EntityKind.CONTACT not in {view.kind(row) for row in kept.rows}
    assert kept.relations == []
