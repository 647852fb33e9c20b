"""Who pays, from the words of a sentence, the amounts beside a name, the rows of a table."""

import pytest

from tests.importers.document.finding.answers import who

PAGE = "L'épicerie sociale de Cahors\n\n"
FUNDER = ["CAF du Lot"]


@pytest.mark.parametrize(
    "sentence",
    [
        "L'épicerie est financée par la CAF du Lot.",
        "L'épicerie est cofinancée chaque année par la CAF du Lot.",
        "Le loyer est pris en charge par la CAF du Lot.",
        "Une subvention est versée par la CAF du Lot.",
        "Une dotation exceptionnelle a été accordée par la CAF du Lot.",
        "Le financement du poste est assuré par la CAF du Lot.",
        "Le poste est payé pour moitié par la CAF du Lot.",
        "Les locaux, que finance la CAF du Lot, ouvrent en mai.",
        "L'épicerie est dotée de 5 000 € par la CAF du Lot.",
        "Le loyer est à la charge de la CAF du Lot.",
        "Le solde du budget incombe à la CAF du Lot.",
        "Un fonds d'aide, abondé chaque année par la CAF du Lot, complète le budget.",
        "L'épicerie reçoit le soutien financier de la CAF du Lot.",
        "L'épicerie est subventionnée par la CAF du Lot.",
        "L'épicerie reçoit une subvention de la CAF du Lot.",
        "Le cofinancement de la CAF du Lot est acquis.",
        "Les financeurs sont la CAF du Lot.",
        "Les crédits de la CAF du Lot couvrent le loyer.",
        "Le budget de 9 000 € comprend une participation de la CAF du Lot.",
    ],
)
def test_those_whom_words_of_money_announce_fund(sentence: str) -> None:
    assert who("FUNDER", PAGE + sentence) == FUNDER


@pytest.mark.parametrize(
    "sentence",
    [
        "La CAF du Lot finance l'épicerie.",
        "La CAF du Lot cofinancera l'épicerie.",
        "La CAF du Lot prend en charge le loyer.",
        "La CAF du Lot prend le loyer à sa charge.",
        "La CAF du Lot mobilise une enveloppe.",
        "La CAF du Lot mobilise ses crédits.",
        "La CAF du Lot apporte un soutien financier.",
        "La CAF du Lot verse une aide.",
        "La CAF du Lot apporte 5 000 €.",
        "La CAF du Lot octroie une subvention.",
        "La CAF du Lot contribue à hauteur de 20 %.",
        "La CAF du Lot participe au financement.",
        "La CAF du Lot reconduit sa subvention.",
        "La CAF du Lot s'engage à cofinancer le poste.",
        "La CAF du Lot abonde le fonds.",
        "La CAF du Lot subventionne l'épicerie.",
        "La CAF du Lot a attribué une aide.",
        "La CAF du Lot est financeur.",
        "La CAF du Lot complète par une aide au démarrage.",
        "La CAF du Lot verse les prestations de service « animation globale » et « familles ».",
        "La CAF du Lot verse, selon les barèmes nationaux, la prestation de service.",
        "La CAF du Lot paie la moitié du poste.",
        "La CAF du Lot apporte des moyens financiers spécifiques.",
        "La CAF du Lot a notifié une aide à l'investissement.",
        "La CAF du Lot a soutenu le démarrage.",
        "La CAF du Lot suit l'épicerie et en assure le financement principal.",
        "L'épicerie s'appuie sur la CAF du Lot, qui la finance.",
    ],
)
def test_those_of_whom_a_verb_says_it_fund(sentence: str) -> None:
    assert who("FUNDER", PAGE + sentence) == FUNDER


@pytest.mark.parametrize(
    "sentence",
    [
        "La CAF du Lot accueille les familles.",
        "La CAF du Lot participe au comité des financeurs.",
        "L'épicerie reçoit le soutien de la CAF du Lot.",
        "La CAF du Lot apporte son expertise.",
        "La CAF du Lot met une salle à disposition.",
        "La CAF du Lot informe les familles de leurs droits.",
        "La CAF du Lot ne finance pas l'épicerie.",
        "L'épicerie n'est plus financée par la CAF du Lot.",
        "L'épicerie n'a jamais été subventionnée par la CAF du Lot.",
    ],
)
def test_help_without_money_is_no_funding(sentence: str) -> None:
    assert who("FUNDER", PAGE + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Une subvention de 4 000 € est versée à l'association Horizons.",
        "La subvention attribuée à l'association Horizons : 4 000 €.",
        "La subvention de 4 000 € à l'association Horizons est maintenue.",
        "La CAF du Lot verse 4 000 € à l'association Horizons.",
        "La CAF du Lot finance l'association Horizons.",
    ],
)
def test_who_receives_the_money_does_not_fund(sentence: str) -> None:
    assert "association Horizons" not in who("FUNDER", PAGE + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le poste coûte 30 000 € : la CAF du Lot (10 000 €) et la Ville de Cahors (20 000 €).",
        "Budget : CAF du Lot 10 000 €, Ville de Cahors 20 000 €.",
        "Sont prévus CAF du Lot : 40 %, Ville de Cahors : 60 %.",
        "CAF du Lot / Ville de Cahors : 30 000 €",
        "Le poste est financé par la CAF du Lot (10 000 €) et par la Ville de Cahors.",
        "Le coût est réparti entre la CAF du Lot et la Ville de Cahors, soit 30 000 €.",
    ],
)
def test_an_amount_beside_names_tells_who_funds(sentence: str) -> None:
    assert who("FUNDER", PAGE + sentence) == ["CAF du Lot", "Ville de Cahors"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le budget atteint 30 000 €, dont 10 000 € de la CAF du Lot.",
        "Dépenses : 86 000 € dont CAF du Lot 20 000 €",
        "Budget : 318 000 euros, dont 140 000 de la CAF du Lot.",
        "Un poste : 38 000 € par an (CAF du Lot).",
        "Un bibliobus de 46 000 €, dont 20 000 apportés par la CAF du Lot.",
        "CAF du Lot : la prestation de service",
        "CAF du Lot : subvention annuelle",
        "Achats, sorties | 3 300 | CAF du Lot | 8 000",
        "CAF du Lot – BOP 147 (médiation) : 8 000 €",
        "CAF du Lot pour le solde",
        "L'épicerie est soutenue par : CAF du Lot",
        "La CAF du Lot est le principal financeur.",
        "La CAF du Lot réserve 10 000 € à l'épicerie.",
        "La CAF du Lot couvre la moitié du salaire, soit 27 500 €.",
        "Le Département consacre un agent, la CAF du Lot assure le complément.",
    ],
)
def test_an_amount_of_somebody_tells_that_they_fund(sentence: str) -> None:
    assert who("FUNDER", PAGE + sentence) == FUNDER


def test_rows_of_a_table_of_means_tell_who_funds() -> None:
    text = "CAF du Lot | 10 000 €\nVille de Cahors | à préciser\nTotal | 30 000 €"
    assert who("FUNDER", PAGE + text) == ["CAF du Lot", "Ville de Cahors"]


def test_a_heading_over_amounts_tells_who_funds_and_one_over_words_does_not() -> None:
    text = (
        "Action | CAF du Lot | Ville de Cahors\nÉpicerie | 4 000 € | salle prêtée\n"
        "Atelier | 2 000 € | agent d'accueil"
    )
    assert who("FUNDER", PAGE + text) == FUNDER


@pytest.mark.parametrize(
    "said",
    [
        "Ses crédits viennent de la CAF du Lot.",
        "Elle est versée par la CAF du Lot en deux fois.",
        "La participation annuelle de la CAF du Lot s'élève à 104 000 €.",
        "Subvention CAF du Lot : 70 000 euros par an.",
        "L'aide versée au CCAS par la CAF du Lot suffit.",
        "Ils nous soutiennent\nCAF du Lot - Habitants",
    ],
)
def test_where_the_money_comes_from_funds(said: str) -> None:
    assert who("FUNDER", PAGE + said) == FUNDER


def test_the_foot_of_a_page_ends_the_list_of_those_who_fund() -> None:
    text = f"{PAGE}Nos financeurs\nCAF du Lot\n\nMentions légales | Plan du site | © MSA du Lot"
    assert who("FUNDER", text) == FUNDER


def test_a_plan_of_means_that_lost_its_lines_tells_who_funds() -> None:
    text = (
        "Fiche action\n\nPorteur : CCAS de Cahors\n\nPLAN DE FINANCEMENT (€)\n"
        "CAF du Lot 9 500 MSA du Lot 7 000 TOTAL 16 500"
    )
    assert who("FUNDER", text) == ["CAF du Lot", "MSA du Lot"]
