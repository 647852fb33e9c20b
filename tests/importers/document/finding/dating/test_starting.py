"""When the action of an experience sheet began."""

import pytest

from tests.importers.document.finding.answers import Dates, dates

SHEET = (
    "Le garage solidaire de Vire\n\nPorteur : CCAS de Vire\nPartenaires : CAF du Calvados\n\n"
    "L'histoire\n"
)


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("L'action a démarré en mars 2015 avec six familles.", "2015-03"),
        ("L'action démarre réellement au printemps 2009, avec dix volontaires.", "2009"),
        ("Lancée en septembre 2018 dans le bourg, l'action s'est étendue depuis.", "2018-09"),
        ("Le réseau, baptisé « Les voisins », démarre en mars 2006.", "2006-03"),
        ("Lancement officiel en octobre 2018.", "2018-10"),
        ("Le garage ouvre à Vire en mars 2010.", "2010-03"),
        ("Le garage ouvre finalement en janvier 2017.", "2017-01"),
        ("Le guichet santé a ouvert ses portes le 3 septembre 2018.", "2018-09-03"),
        ("Elle ouvre à Autun en mars 2013 puis à Louhans en janvier 2014.", "2013-03"),
        ("Il a ouvert ses portes en octobre 2017.", "2017-10"),
        ("Les premiers bistrots ouvrent en février 2016.", "2016-02"),
        ("Étude en 2022, ouverture du guichet le 1er mars 2023", "2023-03-01"),
        ("Le camion prend la route en mars 2011.", "2011-03"),
        ("Le bus des droits a pris la route le 6 septembre 2021.", "2021-09-06"),
        ("Il circule depuis octobre 2016 dans le bocage.", "2016-10"),
        ("Depuis le printemps 2016, un camion s'arrête dans dix communes.", "2016"),
        ("Le CCAS propose depuis janvier 2019 un logement temporaire.", "2019-01"),
        ("Elle est en place depuis janvier 2021.", "2021-01"),
        ("L'association est déclarée en mai 2008.", "2008-05"),
        ("Le premier binôme s'est installé en septembre 2020.", "2020-09"),
    ],
)
def test_a_sheet_tells_in_a_sentence_when_its_action_began(sentence: str, start: str) -> None:
    assert dates(SHEET + sentence) == Dates(start)


@pytest.mark.parametrize(
    "sentence",
    [
        "L'analyse des besoins sociaux de 2017 a montré l'isolement des aînés.",
        "En 2020, 310 personnes ont été reçues.",
        "Fiche mise à jour en mars 2021.",
        "La loi du 21 février 2014 a changé la carte.",
        "Le contrat de ville 2015-2020 a été signé en juin 2015.",
    ],
)
def test_other_dates_of_a_sheet_start_nothing(sentence: str) -> None:
    assert dates(SHEET + sentence) == Dates()


def test_a_page_without_the_labels_of_a_sheet_tells_no_start() -> None:
    assert dates("Le CCAS de Vire\n\nL'épicerie a ouvert en mars 2015.") == Dates()


def test_a_sheet_tells_when_those_who_carry_its_action_signed() -> None:
    text = SHEET + "Une convention entre la Ville et la CAF, signée le 3 mai 2016, fixe les rôles."
    assert dates(text) == Dates(signed="2016-05-03")
    passed = (
        f"{SHEET}Une convention a été conclue entre la Ville et la CAF le 3 mai 2016, pour "
        f"trois ans."
    )
    assert dates(passed).signed == "2016-05-03"
    charter = SHEET + "Ils s'entendent sur une charte. Elle est signée le 3 mai 2016 par tous."
    assert dates(charter) == Dates(signed="2016-05-03")


def test_the_sentence_says_better_the_year_that_the_calendar_tells() -> None:
    text = f"{SHEET}Le camion prend la route en mars 2011.\n\nDate de mise en œuvre : 2011"
    assert dates(text) == Dates("2011-03")
