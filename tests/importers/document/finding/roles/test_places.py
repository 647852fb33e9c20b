"""Roles from where a name stands: the parties, the signatures, a label, a list, a column."""

import pytest

from tests.importers.document.conftest import said
from tests.importers.document.finding.answers import names, who

TWO = ["Ville de Bourges", "CAF du Cher"]
ARTICLE = "\n\nArticle 1 : objet\nLa convention porte sur l'accueil des familles.\n"


@pytest.mark.parametrize(
    "parties",
    [
        "Entre\nLa Ville de Bourges, représentée par son maire,\nEt\nLa CAF du Cher, représentée "
        "par sa directrice,",
        "Entre la Ville de Bourges, d'une part,\nEt la CAF du Cher, d'autre part,",
        "ENTRE :\n\nLa Ville de Bourges, dont le siège est place de l'Hôtel-de-Ville,\n\nET :\n\n"
        "La CAF du Cher, dont le siège est rue du Port,",
        "Entre les soussignés :\n- la Ville de Bourges, représentée par son maire,\n- la CAF du "
        "Cher, représentée par sa directrice,",
        "La présente convention est conclue entre :\n1. La Ville de Bourges,\n2. La CAF du Cher,",
        "Les parties :\n• Ville de Bourges\n• CAF du Cher",
        "Signataires de la convention\n• Ville de Bourges\n• CAF du Cher",
        "Partenaires signataires : Ville de Bourges, CAF du Cher",
    ],
)
def test_the_parties_of_an_agreement_sign_it(parties: str) -> None:
    text = f"CONVENTION TERRITORIALE GLOBALE\n\n{parties}{ARTICLE}"
    assert who("SIGNATORY", text) == TWO


def test_who_a_party_belongs_to_or_is_represented_by_is_no_party() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nLa Ville de Bourges, représentée par son maire,\nEt\n"
        "L'association Horizons, déclarée à la préfecture du Cher, agissant pour le Secours "
        f"populaire, dont le siège est à la mairie de Vierzon,{ARTICLE}"
    )
    assert who("SIGNATORY", text) == ["Ville de Bourges", "association Horizons"]


def test_a_party_that_has_not_signed_is_none() -> None:
    text = (
        "CONVENTION TERRITORIALE GLOBALE\n\nSignataires\n• Ville de Bourges\n• CAF du Cher\n"
        f"• MSA Beauce Cœur de Loire (non signataire){ARTICLE}"
    )
    assert who("SIGNATORY", text) == TWO


@pytest.mark.parametrize(
    "signed",
    [
        "Fait à Bourges, le 5 mai 2022\n\nPour la Ville de Bourges\nPour la CAF du Cher",
        "Fait à Bourges, le 5 mai 2022\n\nLe maire de la Ville de Bourges\nLa directrice de la CAF "
        "du Cher",
        "Signatures\n\nVille de Bourges\tCAF du Cher",
        "Bourges, le 5 mai 2022\n\nLa Ville de Bourges,\nLa CAF du Cher,",
    ],
)
def test_those_at_the_foot_of_an_agreement_sign_it(signed: str) -> None:
    lines = "\n".join(f"{number}. Une permanence a lieu chaque mois." for number in range(9))
    text = f"Charte de l'accueil des familles\n\nIl est convenu :\n{lines}\n\n{signed}"
    assert who("SIGNATORY", text) == TWO


def test_who_is_crossed_out_at_the_foot_does_not_sign() -> None:
    lines = "\n".join(f"{number}. Une permanence a lieu chaque mois." for number in range(9))
    text = (
        f"Charte de l'accueil des familles\n\nIl est convenu :\n{lines}\n\nFait à Bourges, le "
        "5 mai 2022\n\nPour la Ville de Bourges\nPour la CAF du Cher\nPour la MSA : n'a pas signé"
    )
    assert who("SIGNATORY", text) == TWO


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Porteur", "LEAD"),
        ("Porteur(s) du projet", "LEAD"),
        ("Structure porteuse", "LEAD"),
        ("Pilote de l'action", "LEAD"),
        ("Maître d'ouvrage", "LEAD"),
        ("Chef de file", "LEAD"),
        ("Qui porte l'action ?", "LEAD"),
        ("Partenaires", "PARTNER"),
        ("Partenaires à mobiliser", "PARTNER"),
        ("Principaux partenaires", "PARTNER"),
        ("Avec qui ?", "PARTNER"),
        ("Intervenants", "PARTNER"),
        ("Financeurs", "FUNDER"),
        ("Co-financeurs", "FUNDER"),
        ("Financement prévisionnel", "FUNDER"),
        ("Sources de financement", "FUNDER"),
        ("Qui paie ?", "FUNDER"),
    ],
)
@pytest.mark.parametrize("shape", ["{} : CAF du Cher", "{}\nCAF du Cher", "{} | CAF du Cher"])
def test_a_label_tells_the_role_of_what_it_opens(label: str, role: str, shape: str) -> None:
    text = (
        f"Fiche action 2 : l'accueil\n\n{shape.format(label)}\n\nPublic : familles\nDurée : 2 ans"
    )
    assert who(role, text) == ["CAF du Cher"]


@pytest.mark.parametrize(
    "label", ["Constat", "Public visé", "Objectifs", "Territoire", "Indicateurs", "Contexte"]
)
def test_a_label_of_something_else_tells_no_role(label: str) -> None:
    text = f"Fiche action 2 : l'accueil\n\n{label} : familles de la CAF du Cher\n\nDurée : 2 ans"
    for role in ("LEAD", "FUNDER", "SIGNATORY"):
        assert who(role, text) == []


def test_a_label_ends_at_the_next_one() -> None:
    text = (
        "Fiche action 2 : l'accueil\n\nPartenaires\nCAF du Cher\nMSA Beauce Cœur de Loire\n\n"
        "Indicateurs\nNombre de familles que la Ville de Bourges reçoit\n"
    )
    assert who("PARTNER", text) == ["CAF du Cher", "MSA Beauce Cœur de Loire"]


def test_who_runs_the_lead_is_beside_it() -> None:
    text = "Fiche action 2\n\nPorteur : centre social Les Ormes, géré par l'association Horizons"
    assert who("LEAD", text) == ["centre social Les Ormes"]
    assert who("PARTNER", text) == ["association Horizons"]


def test_sentences_under_a_label_tell_each_role_by_their_verbs() -> None:
    text = (
        "Fiche action 2 : l'accueil\n\nFinancement\nLa CAF du Cher finance le poste d'animation "
        "pendant trois ans. La Ville de Bourges met à disposition une salle de réunion.\n"
    )
    assert who("FUNDER", text) == ["CAF du Cher"]


def test_labels_within_a_line_each_have_what_follows() -> None:
    text = (
        "Plan d'action de Bourges\n\nOuvrir le samedi (pilote : Ville de Bourges ; partenaires : "
        "CAF du Cher ; financeur : Département du Cher)"
    )
    assert who("LEAD", text) == ["Ville de Bourges"]
    assert who("PARTNER", text) == ["CAF du Cher"]
    assert who("FUNDER", text) == ["Département du Cher"]


@pytest.mark.parametrize(
    ("opening", "role"),
    [
        ("La charte a été signée par :", "SIGNATORY"),
        ("Les signataires de la charte sont :", "SIGNATORY"),
        ("Ont signé la charte :", "SIGNATORY"),
        ("L'accueil est financé par :", "FUNDER"),
        ("L'accueil est porté par :", "LEAD"),
        ("L'accueil réunit :", "PARTNER"),
        ("Le groupe est composé de :", "PARTNER"),
        ("Nous travaillons en lien avec :", "PARTNER"),
    ],
)
def test_a_sentence_that_ends_with_a_colon_tells_the_role_of_its_list(
    opening: str, role: str
) -> None:
    text = (
        f"La charte de l'accueil à Bourges\n\n{opening}\n- la Ville de Bourges ;\n- la CAF du Cher."
    )
    assert who(role, text) == TWO


def test_a_list_ends_where_sentences_begin_again() -> None:
    text = (
        "La charte de l'accueil à Bourges\n\nLa charte a été signée par :\n"
        "- la Ville de Bourges ;\n- la CAF du Cher.\n\nLe Département du Cher a suivi les travaux "
        "de préparation, qui ont "
        "duré six mois et réuni des habitants de tous les quartiers de la ville.\n"
    )
    assert who("SIGNATORY", text) == TWO


def test_what_the_parties_of_a_list_undertake_makes_nobody_sign() -> None:
    text = (
        "La charte de l'accueil à Bourges\n\nChacun des signataires s'engage à :\n"
        "- informer la MSA Beauce Cœur de Loire ;\n- recevoir les familles."
    )
    assert who("SIGNATORY", text) == []


def test_these_partners_signed_speaks_of_the_list_above() -> None:
    text = (
        "La charte de l'accueil à Bourges\n\nNos partenaires :\n- Ville de Bourges\n"
        "- CAF du Cher\n\nTous les partenaires ont signé la charte en mai."
    )
    assert who("SIGNATORY", text) == TWO


def test_the_columns_of_a_table_tell_roles() -> None:
    text = (
        "Programme de l'accueil à Bourges\n\nAction | Porteur | Partenaires | Financeurs\n"
        "Permanence | Ville de Bourges | CAF du Cher | Département du Cher\n"
        "Forum | CPAM du Cher | MSA Beauce Cœur de Loire | Département du Cher"
    )
    assert who("LEAD", text) == ["Ville de Bourges", "CPAM du Cher"]
    assert who("PARTNER", text) == ["CAF du Cher", "MSA Beauce Cœur de Loire"]
    assert who("FUNDER", text) == ["Département du Cher"]


def test_a_column_of_something_else_tells_no_role() -> None:
    text = (
        "Programme de l'accueil à Bourges\n\nAction | Lieu | Date\n"
        "Permanence | CAF du Cher | lundi\nForum | Ville de Bourges | mardi"
    )
    assert sorted(names(text)) == sorted(["CAF du Cher", "Ville de Bourges"])
    assert sorted(who("MENTIONED", text)) == sorted(["CAF du Cher", "Ville de Bourges"])


def test_who_heads_a_section_of_a_page_runs_what_it_describes() -> None:
    text = (
        "S'informer à Bourges\n\nMission locale de Bourges\n\nDes conseillers reçoivent les jeunes "
        "sans rendez-vous.\n\nCPAM du Cher\n\nUn agent répond aux questions le jeudi matin."
    )
    assert who("LEAD", text) == ["Mission locale de Bourges", "CPAM du Cher"]


def test_actors_under_each_other_are_a_list_and_lead_nothing() -> None:
    text = "S'informer à Bourges\n\nMission locale de Bourges\nCPAM du Cher\nCAF du Cher\n"
    assert who("LEAD", text) == []


@pytest.mark.parametrize(
    "label",
    [
        "Porteur pressenti",
        "Partenaires potentiels",
        "Partenaires (à solliciter)",
        "Co-financeurs envisagés",
        "Partenaires éventuels",
    ],
)
def test_who_may_be_has_no_role_from_its_label(label: str) -> None:
    text = f"FICHE ACTION n° 1\n\nPorteur : CCAS de Vire\n{label} : CAF du Calvados\n"
    read = said(text).reading
    (caf,) = [actor for actor in read.actors if actor.called == "CAF du Calvados"]
    assert not caf.labelled


@pytest.mark.parametrize("words", ["Copie à", "Destinataires", "Annexe 1 – structures"])
def test_who_gets_a_copy_under_the_signatures_does_not_sign(words: str) -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nLa Ville de Vire, représentée par son maire,\nEt\nLe "
        "CCAS de Vire, représenté par sa directrice,\n\nArticle 1 : objet\nL'accueil.\n\nFait à "
        f"Vire, le 5 mai 2022\n\n{words} : CAF du Calvados"
    )
    assert who("SIGNATORY", text) == ["Ville de Vire", "CCAS de Vire"]
