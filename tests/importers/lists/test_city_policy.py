"""Lists of the city policy: the shipped frameworks found again, posts, programmes, archives."""

import tarfile
from pathlib import Path

import pytest

from graph.ontology import RelationType
from graph.repository import Repository
from importers import IMPORTERS, run_import
from tests.drawing import AUTHOR
from tests.importers.lists.conftest import Import, fates, listed, reasons, samples
from tests.shipped import DATA


@pytest.fixture
def shipped(vocabularies: Repository) -> Repository:
    """The graph, with the territories and frameworks shipped too."""
    paths = [DATA / "territories", DATA / "frameworks"]
    run_import(vocabularies, IMPORTERS["bundle"], paths, author=AUTHOR)
    return vocabularies


def test_the_shipped_frameworks_are_found_again(
    shipped: Repository, import_list: Import, tmp_path: Path
) -> None:
    """Part of the list that data/frameworks comes from, said to be so: no twin of any contract."""
    content = samples("contrats-ville", "contrats_de_ville_extrait.csv")[0].read_bytes()
    path = tmp_path / "contrats_de_ville_2015_2023.csv"
    path.write_bytes(content)
    before = shipped.view()
    report = import_list("contrats-ville", [path], named="doc:contrats-de-ville-2015-2023")
    view = shipped.view()
    contracts = [id_ for id_ in view.rows_by_id if id_.startswith("fra:contrat-de-ville-cv")]
    assert len(contracts) == 25 + 2  # those of the Ain are new
    assert {view.entity(view.rows_by_id[id_]).name for id_ in contracts} >= {
        before.entity(before.rows_by_id[id_]).name for id_ in contracts if before.row(id_)
    }
    assert listed(report).questions == 0


def test_a_post_is_part_of_its_contract(shipped: Repository, import_list: Import) -> None:
    paths = samples("contrats-ville", "adultes-relais_extrait.json", "postes-fonjep_extrait.json")
    assert fates(import_list("contrats-ville", paths)) == {"CREATED": 6}
    view = shipped.view()
    row = view.rows_by_id["fra:poste-07517r002602-2023"]
    told = {
        (each.type, each.origin, each.target, each.role, each.year)
        for each in map(view.relation, view.touching(row))
    }
    own = "fra:poste-07517r002602-2023"
    involved, state = RelationType.INVOLVED_IN, "act:etat-politique-de-la-ville"
    assert told == {
        (RelationType.PART_OF, own, "fra:contrat-de-ville-cv349", None, None),
        (involved, "act:siret-40116107000032", own, "OPERATOR", None),
        (involved, state, own, "FUNDER", 2023),
    }


def test_a_programme_of_the_anct(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """One framework in two communes, with its day of signature; an unknown commune is told."""
    path = tmp_path / "liste-pvd-com2023-20230601.csv"
    path.write_text(
        "id_pvd,lib_pvd,insee_com,lib_com,date_signature\n"
        "pvd-93-1,Bondy et Bobigny,93010,Bondy,2021-05-03\n"
        "pvd-93-1,Bondy et Bobigny,93008,Bobigny,2021-05-03\n"
        "pvd-01-1,Bellegarde,01033,Valserhône,2021-05-03\n",
        encoding="utf-8",
    )
    report = import_list("contrats-ville", [path])
    assert reasons(report) == {4: "territoire 01033 inconnu : rattaché à aucun lieu"}
    view = vocabularies.view()
    record = view.entity(view.rows_by_id["fra:pvd-93-1"])
    assert (record.name, record.props["signed"]) == (
        "Petites villes de demain : Bondy et Bobigny",
        "2021-05-03",
    )
    covered = {
        view.relation(number).target
        for number in view.touching(view.rows_by_id["fra:pvd-93-1"])
        if view.relation(number).type is RelationType.COVERS
    }
    assert covered == {"commune:93010", "commune:93008"}


def test_a_town_hall_in_an_archive(
    vocabularies: Repository, import_list: Import, tmp_path: Path
) -> None:
    """The base of Service-public is published as tar.bz2."""
    (sample,) = samples("annuaire", "gouv_local_extrait.json")
    path = tmp_path / "all_20260501.tar.bz2"
    with tarfile.open(path, "w:bz2") as archive:
        archive.add(sample, "20260501.gouv_local.json")
    assert fates(import_list("annuaire", [path])) == {"CREATED": 1}
    view = vocabularies.view()
    (record,) = (
        view.entity(row)
        for id_, row in view.rows_by_id.items()
        if id_.startswith("act:service-public-")
    )
    assert (record.name, record.props["actor_kind"], record.props["siret"]) == (
        "Mairie - Fontaine-le-Port",
        "COMMUNE",
        ("21770188700010",),
    )
    assert "alias" not in record.props
