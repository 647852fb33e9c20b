"""Persons are never in a reading, and said to be left out; data on beneficiaries is refused."""

import pytest

from graph.errors import InvalidData
from importers.base import no_progress
from importers.document.read import read_document
from tests.importers.document.conftest import Sample, said


def test_no_name_nor_contact_is_in_the_reading(sample: Sample) -> None:
    read = sample("contrat_local_de_sante")
    told = read.reading.model_dump_json()
    for word in ("Martineau", "Dupré", "Aubert", "Bernard", "exemple.fr", "02 48"):
        assert word in read.text
        assert word not in told
    assert {each.kind: each.count for each in read.reading.skipped} == {"PERSON": 5, "CONTACT": 2}


@pytest.mark.parametrize(
    "text",
    [
        "La CAF du Gers, représentée par Mme Anne-Lise Rouvière, signe.",
        "La Ville d'Auch, représentée par son maire, Monsieur Jean de Rouvière, signe.",
        "Contact\nRouvière Paul\nVille d'Auch",
        "Référente : Lise Rouvière, Ville d'Auch",
        "Entre\n\nLa Ville d'Auch, représentée par Monsieur le Maire Paul Rouvière,",
        "La Ville d'Auch est suivie par le docteur. Dr Rouvière anime le comité de pilotage.",
    ],
)
def test_persons_are_known_by_what_stands_beside_their_name(text: str) -> None:
    read = said(text)
    assert "Rouvière" not in read.reading.model_dump_json()
    assert [each.kind for each in read.reading.skipped] == ["PERSON"]


@pytest.mark.parametrize(
    "party",
    [
        "La CAF du Gers, représentée par Monsieur le Directeur, Paul ROUVIER",
        "La CAF du Gers, dûment autorisée par la Présidente nationale, Anne ROUVIER",
        "La CAF du Gers, Paul ROUVIER",
    ],
)
def test_among_the_parties_a_name_in_capitals_is_a_person(party: str) -> None:
    read = said(f"Convention\n\nEntre\n\n{party},\n\nEt\n\nLa Ville d'Auch\n\nArticle 1\n\nObjet")
    assert "ROUVIER" not in read.reading.model_dump_json()
    assert [actor.roles for actor in read.reading.actors] == [("SIGNATORY",), ("SIGNATORY",)]


def test_a_list_of_signatories_keeps_the_institutions_alone() -> None:
    read = said(
        "Charte de l'habitat du Gers\n\nLa charte a été signée le 3 mai 2022 par :\n"
        "• Paul Rouvière, préfet du Gers,\n• Anne Rouvière, présidente du département du Gers"
    )
    assert "Rouvière" not in read.reading.model_dump_json()
    assert [(actor.mention, actor.roles) for actor in read.reading.actors] == [
        ("préfet du Gers", ("SIGNATORY",)),
        ("département du Gers", ("SIGNATORY",)),
    ]


def test_a_street_or_a_school_named_after_somebody_is_no_person() -> None:
    read = said("Partenaires : collège Jean Moulin, centre social Rosa Parks")
    assert [actor.mention for actor in read.reading.actors] == [
        "collège Jean Moulin",
        "centre social Rosa Parks",
    ]
    assert read.reading.skipped == ()


@pytest.mark.parametrize(
    "line",
    [
        "Nom de l'usager : Dupont",
        "Date de naissance : 12/03/1980",
        "Mme X, née le 3 mai 1961, perçoit le RSA.",
        "N° allocataire CAF : 1234567",
        "Nom du bénéficiaire | Date de naissance\nDupont | 12/03/1980",
        "Mamadou Rouvier (1900299330661)",
        "Mme Rouvier, 1. 90. 02. 99. 330. 661. 89",
        "La CAF verse 1 200 € à Kevin Rouvier, bénéficiaire du RSA, pour addiction.",
        "Le CCAS accompagne ROUVIER Fatou, hébergée à l'hôtel.",
        "Situation de Mme Rouvier : dette de loyer de 3 400 €, deux enfants placés.",
        "M. Rouvier a été orienté vers la mission locale.",
    ],
)
def test_data_about_beneficiaries_is_refused(line: str) -> None:
    with pytest.raises(InvalidData, match="semble porter sur des bénéficiaires") as refused:
        read_document("suivi.txt", f"Suivi du dispositif\n\n{line}".encode(), None, no_progress)
    assert refused.value.code == "BENEFICIARY_DATA"
    assert refused.value.place.row is not None


@pytest.mark.parametrize(
    "line",
    [
        "Nom de l'usager : ................",
        "Les parties s'interdisent de transmettre la date de naissance des bénéficiaires.",
        "Public : bénéficiaires du RSA",
        "Mme Rouvier, responsable du service addictions, est suivie par un référent.",
        "SIRET : 21930010800017",
    ],
)
def test_a_convention_that_only_speaks_of_beneficiaries_is_read(line: str) -> None:
    assert said(f"Convention avec la CAF du Gers\n\n{line}").reading.actors


def test_an_institution_before_a_function_is_no_person() -> None:
    text = (
        "Contrat local de santé\n\nÉtaient là le vice-président de la Collectivité européenne "
        "d'Alsace, maire de Vire, et l'ARS Grand Est."
    )
    for named in (text, text.replace("européenne", "Européenne")):
        for actor in said(named).reading.actors:
            assert actor.passage is not None
            assert actor.mention in " ".join(actor.passage.split())
        assert "Alsace" in " ".join(actor.mention for actor in said(named).reading.actors)
