"""Answers on the five documents, each found by reading them before the product was asked."""

import re

from graph.dates import parse_day
from graph.ontology import EntityKind, RelationType
from graph.repository import Repository
from graph.view import DayView
from graph.view.labels import resolve
from queries.articulations import articulations
from queries.path import path
from queries.who import who_works_on
from tests.shipped import import_shipped


def _row(day: DayView, id_: str) -> int:
    row = day.view.row(id_)
    assert row is not None, id_
    return row


def _ids(day: DayView, rows: list[int] | tuple[int, ...]) -> list[str]:
    return [day.view.entity(row).id for row in rows]


def test_importing_the_shipped_data_again_changes_nothing(shipped: Repository) -> None:
    revision = shipped.view().revision
    again = import_shipped(shipped)
    assert [(each.created, each.changed, each.change_set) for each in again] == [(0, 0, None)] * 2
    assert shipped.view().revision == revision


def test_every_fact_names_a_document_as_its_source(shipped: Repository) -> None:
    view = shipped.view()
    unsourced = [
        record.id
        for record in view.entities.records
        if not record.sources and record.kind is not EntityKind.DOCUMENT
    ]
    unsourced += [
        str(view.relation(number).key)
        for number in view.relation_numbers()
        if not view.relation(number).sources
    ]
    assert unsourced == []


def test_who_works_on_health_in_la_courneuve(in_2015: DayView) -> None:
    theme = resolve(in_2015.view, "santé", [EntityKind.THEME], "le thème")
    territory = resolve(in_2015.view, "la courneuve", [EntityKind.TERRITORY], "le territoire")
    found = who_works_on(in_2015, theme, territory).page()
    assert [(each.distance, _ids(in_2015, [each.initiative])[0]) for each in found] == [
        (0, "fra:cls-la-courneuve"),
        (1, "fra:cd93-conventions-gestion-pmi"),
        (1, "fra:cd93-conventions-villes-prevention"),
        (1, "fra:cd93-cpam-pmi"),
        (1, "fra:cd93-delegations-etat-sante"),
        (1, "fra:contrats-locaux-de-sante-93"),
        (1, "sch:programme-bucco-dentaire-93"),
        (1, "sch:programme-cancer-93"),
        (1, "sch:programme-ist-93"),
        (1, "sch:programme-tuberculose-93"),
        (1, "sch:programme-vaccination-93"),
    ]


def test_the_convention_of_la_courneuve_is_unsigned_and_undated(in_2015: DayView) -> None:
    convention = in_2015.view.entity(_row(in_2015, "fra:pst-la-courneuve"))
    assert convention.start is None
    assert convention.end is None
    assert convention.open_ended
    assert {"signed", "reference", "status"}.isdisjoint(convention.props)


def test_cls_and_pst_of_la_courneuve_are_declared_to_meet_but_the_cls_is_unknown(
    in_2015: DayView,
) -> None:
    pair = {_row(in_2015, "fra:cls-la-courneuve"), _row(in_2015, "fra:pst-la-courneuve")}
    (met,) = [
        each
        for each in articulations(in_2015, _row(in_2015, "commune:93027")).page()
        if {each.left, each.right} == pair
    ]
    assert (met.status, met.declared, met.shared_actors) == ("UNKNOWN", True, ())


def test_bondys_council_has_four_chairs(in_2015: DayView) -> None:
    council = _row(in_2015, "bod:bondy-conseil-local-de-gouvernance")
    record = in_2015.view.entity(council)
    assert (record.props["level"], record.props["frequency"], record.props["expected_month"]) == (
        "STRATEGIC",
        "YEARLY",
        9,
    )
    seats = [in_2015.view.relation(each) for each in in_2015.into(RelationType.MEMBER_OF, council)]
    assert sorted(seat.origin for seat in seats if seat.role == "CHAIR") == [
        "act:caf-93",
        "act:commune-93010",
        "act:departement-93",
        "act:est-ensemble",
    ]


def test_bondys_pst_has_seven_committees_and_a_watch_cell(in_2015: DayView) -> None:
    bodies = in_2015.targets(RelationType.GOVERNED_BY, _row(in_2015, "fra:pst-bondy"))
    levels = [in_2015.view.entity(body).props.get("level") for body in set(bodies)]
    assert sorted(map(str, levels)) == ["STRATEGIC", *["TECHNICAL"] * 7, "WATCH"]


def test_bondys_means(in_2015: DayView) -> None:
    pst = _row(in_2015, "fra:pst-bondy")
    props = in_2015.view.entity(pst).props
    assert (props["fte"], props["participants"]) == (0.75, 80)
    funders = [
        (record.origin, record.props["amount"], record.year)
        for number in in_2015.into(RelationType.INVOLVED_IN, pst)
        if (record := in_2015.view.relation(number)).role == "FUNDER"
    ]
    assert funders == [("act:commune-93010", 3000, 2015)]


def test_the_partner_that_bondys_pst_still_lacks(in_2015: DayView) -> None:
    lacking = in_2015.origins(RelationType.EXPECTED_IN, _row(in_2015, "fra:pst-bondy"))
    assert _ids(in_2015, lacking) == ["act:pole-emploi"]


def test_who_joined_tourcoings_convention_later(in_2015: DayView) -> None:
    """The others signed in 2006; the source gives no date for the one that joined."""
    convention = _row(in_2015, "fra:convention-tourcoing")
    signatories = {
        record.origin: record.start
        for number in in_2015.into(RelationType.INVOLVED_IN, convention)
        if (record := in_2015.view.relation(number)).role == "SIGNATORY"
    }
    assert signatories == {
        "act:departement-59": "2006",
        "act:commune-59599": "2006",
        "act:ccas-59599": "2006",
        "act:caf-tourcoing": None,
    }
    (joined,) = [
        record
        for number in in_2015.into(RelationType.INVOLVED_IN, convention)
        if (record := in_2015.view.relation(number)).origin == "act:caf-tourcoing"
        and record.role == "SIGNATORY"
    ]
    assert "ensuite" in str(joined.props["note"])


def test_annex_frameworks_active_in_2012_and_no_more_in_2016(shipped: Repository) -> None:
    view = shipped.view()
    then, later = view.on(parse_day("2012-06-30")), view.on(parse_day("2016-01-01"))
    ended = [
        view.entity(row).id
        for row in then.active_rows(EntityKind.FRAMEWORK)
        if not later.active[row] and any("Annexes" in source for source in view.entity(row).sources)
    ]
    assert sorted(ended) == [
        "fra:cd93-cnsa-aide-a-domicile-2012-2014",
        "fra:cd93-schema-protection-enfance-2010-2014",
    ]


def test_the_path_from_bondys_ccas_to_the_matpps_in_words(in_2015: DayView) -> None:
    ends = (_row(in_2015, "act:ccas-93010"), _row(in_2015, "act:matpps"))
    (found,) = path(in_2015, *ends).page()
    assert _ids(in_2015, found.nodes) == ["act:ccas-93010", "fra:pst-bondy", "act:matpps"]
    assert found.text.startswith("CCAS de Bondy participe à Projet social de territoire de Bondy")
    assert "source : " in found.text


def test_no_person_is_named(shipped: Repository) -> None:
    """No civility, e-mail address or telephone number, which give persons away."""
    personal = re.compile(r"\b(M\.|MM\.|Mme|Mmes|Monsieur|Madame)\s|\w@\w|\b0\d([ .]?\d\d){4}\b")
    view = shipped.view()
    texts = [
        text
        for record in view.entities.records
        for value in (record.name, *record.props.values())
        for text in (value if isinstance(value, tuple) else (value,))
        if isinstance(text, str)
    ]
    assert [text for text in texts if personal.search(text)] == []
