"""``check``: each rule finds what it is for, and leaves the rest alone."""

from datetime import date

from hypothesis import given, settings

from queries.check import RULES, check
from tests.check.found import TODAY, find, found
from tests.exports.drawn import draw_shipped, drawn, table
from tests.oracle.random_graphs import Bundle, bundles


def test_without_theme() -> None:
    """A draft, a series and a resource enter no answer: they may go without."""
    entities = """id,kind,name,status,family,scheme_kind
        theme:t,Theme,T
        axn:with,Action,A
        axn:without,Action,B
        axn:draft,Action,C,DRAFT
        fra:series,Framework,D,,true
        sch:resource,Scheme,E,,,RESOURCE"""
    relations = "type,from,to,end\nADDRESSES,axn:with,theme:t,2001"
    assert find("INITIATIVE_WITHOUT_THEME", entities, relations) == ["axn:without"]


def test_without_territory() -> None:
    """An Action may take the territory of its framework; a framework may not."""
    entities = """id,kind,name
        terr:t,Territory,T
        fra:with,Framework,A
        fra:part,Framework,B
        axn:part,Action,C
        axn:without,Action,D"""
    relations = """type,from,to
        COVERS,fra:with,terr:t
        PART_OF,fra:part,fra:with
        PART_OF,axn:part,fra:with"""
    missing = find("INITIATIVE_WITHOUT_TERRITORY", entities, relations)
    assert missing == ["axn:without", "fra:part"]


def test_without_signatory() -> None:
    """A part is signed with the whole, a schéma is adopted by one institution."""
    entities = """id,kind,name,framework_kind,status,family
        act:caf,Actor,CAF
        fra:cls,Framework,A,CLS
        fra:ctg,Framework,B,CTG
        fra:draft,Framework,C,CLS,DRAFT
        fra:part,Framework,D,CONVENTION
        fra:schema,Framework,E,SCHEMA
        fra:series,Framework,F,CONVENTION,,true
        fra:one-of-series,Framework,G,CONVENTION"""
    relations = """type,from,to,role,end
        INVOLVED_IN,act:caf,fra:cls,LEAD
        INVOLVED_IN,act:caf,fra:ctg,SIGNATORY,2001
        PART_OF,fra:part,fra:ctg
        PART_OF,fra:one-of-series,fra:series"""
    missing = find("FRAMEWORK_WITHOUT_SIGNATORY", entities, relations)
    assert missing == ["fra:cls", "fra:one-of-series"]


def test_ended_without_end() -> None:
    entities = """id,kind,name,status,end,open_ended
        fra:a,Framework,A,ENDED
        fra:b,Framework,B,TERMINATED,,true
        fra:c,Framework,C,ENDED,2015
        fra:d,Framework,D,ACTIVE
        act:e,Actor,E,ENDED"""
    assert find("ENDED_WITHOUT_END", entities) == ["act:e", "fra:a", "fra:b"]


def test_without_source() -> None:
    """Entities and relations; a document needs none."""
    entities = """id,kind,name,source
        doc:d,Document,D
        act:a,Actor,A,doc:d
        act:b,Actor,B
        bod:c,Body,C,doc:d#p. 1"""
    relations = """type,from,to,source
        MEMBER_OF,act:a,bod:c,doc:d
        MEMBER_OF,act:b,bod:c"""
    assert find("FACT_WITHOUT_SOURCE", entities, relations) == ["act:b", "act:b bod:c"]


UNCONFIRMED = """id,kind,name,date,start,end,open_ended,source,generic
    doc:old,Document,Ancien,2024-01-30,,,
    doc:edge,Document,Juste,2024-01-31,,,
    doc:month,Document,Du mois,2024-01,,,
    doc:undated,Document,Sans date,,,,
    act:old,Actor,A,,,,,doc:old
    act:edge,Actor,B,,,,,doc:edge
    act:month,Actor,C,,,,,doc:month
    act:undated,Actor,D,,,,,doc:undated
    act:none,Actor,E,,,,,
    act:ended,Actor,F,,,2027,,doc:old
    act:open,Actor,G,,,,true,doc:old
    act:later,Actor,H,,2027,,,doc:old
    act:both,Actor,I,,,,,doc:old|doc:edge
    act:group,Actor,J,,,,,doc:old,true
    theme:t,Theme,T,,,,,doc:old"""


def test_unconfirmed_by_dated_sources() -> None:
    """Two years to the day; what has a known end or has not begun is not asked about."""
    assert find("UNCONFIRMED", UNCONFIRMED) == ["act:old", "act:open"]


def test_unconfirmed_by_change_sets() -> None:
    """An undated source, or none, counts on the day of the change set."""
    stated = date(2024, 1, 30).toordinal()
    assert find("UNCONFIRMED", UNCONFIRMED, stated=stated) == [
        *("act:none", "act:old", "act:open", "act:undated")
    ]
    assert find("UNCONFIRMED", UNCONFIRMED, stated=stated + 1) == ["act:old", "act:open"]


def test_unconfirmed_relations_are_told_with_what_they_are_about() -> None:
    entities = """id,kind,name,date,source
        doc:old,Document,Ancien,2015
        doc:new,Document,Récent,2025
        act:caf,Actor,CAF,,doc:new
        fra:ctg,Framework,CTG,,doc:new
        fra:old,Framework,CEJ,,doc:new
        theme:t,Theme,T,,doc:new"""
    relations = """type,from,to,role,end,source
        INVOLVED_IN,act:caf,fra:ctg,LEAD,,doc:old
        INVOLVED_IN,act:caf,fra:ctg,FUNDER,2027,doc:old
        ADDRESSES,fra:ctg,theme:t,,,doc:old
        SUCCEEDS,fra:ctg,fra:old,,,doc:old"""
    with drawn(table(entities), table(relations)) as (repository, _):
        assert found(repository, "UNCONFIRMED") == ["fra:ctg"]
        (finding,) = [
            each
            for each in check(repository.view().on(TODAY), lambda _: TODAY).page()
            if each.rule == "UNCONFIRMED"
        ]
        assert finding.message == (
            "« CTG » : 2 de ses liens, en cours sans date de fin, "
            "sans confirmation depuis le 31/12/2015"
        )


@given(bundles())
@settings(max_examples=40)
def test_findings_are_ordered_and_explained(bundle: Bundle) -> None:
    """By severity, then in the order of the rules, then by id, on any graph."""
    with drawn(bundle.entities, bundle.relations) as (repository, _):
        view = repository.view()
        findings = check(view.on(TODAY), lambda _: TODAY).page()
        rank = view.entities.rank
        names = list(RULES)
        keys = [
            (
                ("HIGH", "MEDIUM", "LOW").index(each.severity),
                names.index(each.rule),
                int(rank[each.subject]),
            )
            for each in findings
        ]
        assert keys == sorted(keys)
        assert all(each.message and each.remedy for each in findings)


def test_nothing_to_look_at() -> None:
    for rule in RULES:
        assert find(rule, "id,kind,name\ndoc:d,Document,D") == []


def test_the_shipped_documents() -> None:
    """Read in the fiches: who signed Bondy's project and La Courneuve's CLS is not said, and
    nothing is recorded twice or without a source."""
    with drawn([]) as (repository, _):
        draw_shipped(repository)
        assert "fra:pst-bondy" in found(repository, "FRAMEWORK_WITHOUT_SIGNATORY")
        assert found(repository, "LIKELY_DOUBLE") == []
        assert found(repository, "FACT_WITHOUT_SOURCE") == []
        assert found(repository, "ENDED_WITHOUT_END") == []
