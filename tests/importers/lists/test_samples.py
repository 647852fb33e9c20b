"""Every sample imports, with counts made by hand; the same import twice changes nothing.

Facts are counted so: SCDL, the Document, each actor once, and three facts a row (the grant, its
funder, its beneficiary). RNA and FINESS, the Document, an actor a row, its commune when known.
"""

import pytest

from graph.ontology import RelationType
from graph.repository import Repository
from importers import IMPORTERS
from importers.listing import ListImporter
from importers.report import Fate
from tests.importers.lists.conftest import Import, fates, listed, reasons, samples

# Files; facts created; rows by fate.
COUNTS: dict[str, tuple[str, tuple[str, ...], int, dict[str, int]]] = {
    # one funder (a row lacks its name, one its number), four beneficiaries: 1 + 5 + 4 x 3
    "semicolons, object, rows without funder": (
        "subventions",
        ("fixture_SCDL.csv",),
        18,
        {"CREATED": 4},
    ),
    # titles in words with stars; one funder, four beneficiaries
    "titles in words": (
        "subventions",
        ("fixture_SCDL_DILCRAH_2019.csv",),
        18,
        {"CREATED": 4},
    ),
    "a column exercice": ("subventions", ("fixture_SCDL_WITH_EXERCICE.csv",), 18, {"CREATED": 4}),
    # the last row has another number for the same name: a question (RESEMBLES is a fact too).
    # 1 + funders 2 + beneficiaries 4 + 9 x 3 + 1
    "a wrong number": (
        "subventions",
        ("fixture_SCDL_SECOND_IMPORT.csv",),
        35,
        {"QUESTION": 1, "CREATED": 8},
    ),
    # the third sheet, header in row 4: one funder, seven beneficiaries, ten grants
    "a workbook of several sheets": (
        "subventions",
        ("fixture_SCDL.xlsx",),
        1 + 1 + 7 + 10 * 3,
        {"CREATED": 10},
    ),
    # no commune of Mayotte in the vocabularies
    "associations": ("rna", ("rna_waldec_extrait.csv",), 5, {"CREATED": 4}),
    "associations in ISO-8859-1": ("rna", ("rna_waldec_extrait.latin1.csv",), 5, {"CREATED": 4}),
    "establishments": ("finess", ("etalab-cs1100502-extrait.csv",), 7, {"CREATED": 6}),
    "establishments in ISO-8859-1": (
        "finess",
        ("etalab-cs1100502-extrait.latin1.csv",),
        7,
        {"CREATED": 6},
    ),
    "a town hall": ("annuaire", ("gouv_local_extrait.json",), 2, {"CREATED": 1}),
    # three posts: Document, eleven texts of law, the State, three bearers, and three facts a
    # post (the contracts are not in the graph)
    "adultes-relais": (
        "contrats-ville",
        ("adultes-relais_extrait.json",),
        1 + 7 + 1 + 3 + 3 * 3,
        {"CREATED": 3},
    ),
    # four cités in three rows, one commune known: Document, texts, 4 x (cité, theme), 1 COVERS
    "cités": (
        "contrats-ville",
        ("cites_educatives_extrait.csv",),
        1 + 7 + 4 * 2 + 1,
        {"CREATED": 3},
    ),
}


@pytest.mark.parametrize("name", COUNTS)
def test_counts(vocabularies: Repository, import_list: Import, name: str) -> None:
    source, names, created, rows = COUNTS[name]
    paths = samples(source, *names)
    dry = import_list(source, paths, dry_run=True)
    assert (dry.change_set, vocabularies.store.revision()) == (None, 1)
    report = import_list(source, paths)
    assert (report.created, fates(report)) == (created, rows)
    assert (dry.created, fates(dry)) == (report.created, fates(report))
    again = import_list(source, paths)
    assert (again.change_set, again.created, again.changed) == (None, 0, 0)
    assert listed(again).questions == listed(again).disappeared == 0
    assert set(fates(again)) == {"UNCHANGED"}


def test_accents_survive_both_encodings(vocabularies: Repository, import_list: Import) -> None:
    """The same facts from UTF-8 and from ISO-8859-1: the second file only adds its source."""
    for source, names in (
        ("rna", ("rna_waldec_extrait.csv", "rna_waldec_extrait.latin1.csv")),
        ("finess", ("etalab-cs1100502-extrait.csv", "etalab-cs1100502-extrait.latin1.csv")),
    ):
        described = []
        for name in names:
            import_list(source, samples(source, name))
            view = vocabularies.view()
            described.append(
                [
                    view.entity(row)._replace(sources=())
                    for row in range(view.size)
                    if "act:" in view.entity(row).id
                ]
            )
        assert described[0] == described[1]
        assert any("é" in str(record) for record in described[0])


def test_the_register_of_associations(vocabularies: Repository, import_list: Import) -> None:
    """Read on the file: an overseas number with a letter, dates, a short title that is cut."""
    import_list("rna", samples("rna", "rna_waldec_extrait.csv"))
    view = vocabularies.view()
    dissolved = view.entity(view.rows_by_id["act:rna-w9t1002359"])
    assert (dissolved.name, dissolved.start, dissolved.end) == (
        "ESCALE",
        "2014-06-12",
        "2020-09-30",
    )
    active = view.entity(view.rows_by_id["act:rna-w9t1002867"])
    assert (active.end, active.props["rna"]) == (None, ("W9T1002867",))
    assert "alias" not in active.props
    assert not any("LES AVIRONS" in str(view.entity(row)) for row in range(view.size))


def test_a_grant(vocabularies: Repository, import_list: Import) -> None:
    """A dated convention of kind SUBVENTION with funder, beneficiary and amount."""
    import_list("subventions", samples("subventions", "fixture_SCDL_WITH_EXERCICE.csv"))
    view = vocabularies.view()
    (pride,) = (
        view.entity(row)
        for row in range(view.size)
        if view.entity(row).name == "Subvention : Pride Marseille 2019"
    )
    assert (pride.props["framework_kind"], pride.start, pride.props["signed"]) == (
        "SUBVENTION",
        "2019-05-21",
        "2019-05-21",
    )
    relations = [view.relation(number) for number in view.touching(view.rows_by_id[pride.id])]
    assert {(each.origin, each.role, each.year) for each in relations} == {
        ("act:siret-12000123400023", "FUNDER", 2023),
        ("act:siret-98876554100014", "OPERATOR", None),
    }
    assert [each.props["amount"] for each in relations if each.role == "FUNDER"] == [5000]


def test_the_five_intercommunal_contracts_of_the_93_join(
    vocabularies: Repository, import_list: Import
) -> None:
    """Their SIREN of 2015 is none of today's; the seven others are of communes."""
    report = import_list(
        "contrats-ville", samples("contrats-ville", "contrats_de_ville_extrait.csv")
    )
    assert reasons(report) == {
        14: "territoire 240100883 inconnu : rattaché à aucun lieu",
        15: "territoire 200042935 inconnu : rattaché à aucun lieu",
    }
    day = vocabularies.view().on(736000)  # in 2016
    covered = {}
    for number in (349, 350, 351, 352, 353, 907):
        row = day.view.rows_by_id[f"fra:contrat-de-ville-cv{number}"]
        covered[number] = [
            day.view.entity(each).id for each in day.targets(RelationType.COVERS, row)
        ]
    assert covered == {
        349: ["ept:200057867"],
        350: ["ept:200057875"],
        351: ["epci:200006385"],
        352: ["epci:249300070"],
        353: ["epci:200023448"],
        907: ["commune:93005"],
    }


def test_all_lists_are_offered() -> None:
    lists = {name for name, each in IMPORTERS.items() if isinstance(each, ListImporter)}
    assert lists == {
        "table",
        "data-inclusion",
        "subventions",
        "annuaire",
        "rna",
        "finess",
        "contrats-ville",
    }


def test_a_refused_row_leaves_the_others(
    vocabularies: Repository, import_list: Import, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Without a date, an amount or a beneficiary; the reason is told by row."""
    path = tmp_path_factory.mktemp("list") / "subventions.csv"
    path.write_text(
        "nomAttribuant,idAttribuant,dateConvention,nomBeneficiaire,idBeneficiaire,objet,montant\n"
        "Département,22930008200453,2024-03-01,A,,Accueil,1000\n"
        "Département,22930008200453,bientôt,B,,Accueil,1000\n"
        "Département,22930008200453,2024-03-01,C,,Accueil,beaucoup\n"
        "Département,22930008200453,2024-03-01,,,Accueil,1000\n"
        ",,2024-03-01,D,,Accueil,1000\n",
        encoding="utf-8",
    )
    report = import_list("subventions", [path])
    assert (report.refused, fates(report)) == (4, {"REFUSED": 4, "CREATED": 1})
    told = reasons(report, Fate.REFUSED)
    assert "n'est pas une date" in told[3]
    assert "n'est pas un montant" in told[4]
    assert "« nomBeneficiaire » est vide" in told[5]
    assert "ni le nom ni le numéro" in told[6]
