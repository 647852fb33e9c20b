"""When a framework was signed, begins and ends, as the sentences of its agreement tell."""

import pytest

from tests.importers.document.finding.answers import Dates, dates, framework

HEAD = (
    "CONVENTION TERRITORIALE GLOBALE\n\nEntre\nLa Ville de Vire, représentée par son maire,\nEt\n"
    "La CAF du Calvados, représentée par sa directrice,\n\n"
)
PAGE = "La convention territoriale globale de Vire\n\n"


def agreement(sentence: str, title: str = "Article 1 : durée") -> str:
    """An agreement with one article."""
    return f"{HEAD}{title}\n{sentence}\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "La présente convention prend effet le 1er janvier 2022.",
        "La présente convention entre en vigueur le 1er janvier 2022.",
        "La présente convention s'applique à compter du 1er janvier 2022.",
        "La présente convention court à partir du 1er janvier 2022.",
        "La convention a pour date d'effet le 1er janvier 2022.",
        "La convention débute le 1er janvier 2022.",
    ],
)
def test_an_agreement_begins_when_it_takes_effect(sentence: str) -> None:
    assert dates(agreement(sentence)) == Dates(start="2022-01-01")


@pytest.mark.parametrize(
    "sentence",
    [
        "La présente convention est conclue jusqu'au 31 décembre 2024.",
        "La présente convention prend fin le 31 décembre 2024.",
        "La présente convention s'achève le 31 décembre 2024.",
        "La présente convention expire le 31 décembre 2024.",
        "La présente convention arrive à échéance le 31 décembre 2024.",
        "La présente convention arrive à son terme le 31 décembre 2024.",
    ],
)
def test_an_agreement_ends_at_its_term(sentence: str) -> None:
    assert dates(agreement(sentence)) == Dates(end="2024-12-31")


@pytest.mark.parametrize(
    "sentence",
    [
        "La présente convention couvre la période du 1er janvier 2022 au 31 décembre 2024.",
        "La présente convention est conclue du 1er janvier 2022 au 31 décembre 2024.",
        "La convention est valable du 1er janvier 2022 au 31 décembre 2024.",
        "Elle prend effet le 1er janvier 2022 et s'achève le 31 décembre 2024.",
        "La présente convention est conclue pour trois ans à compter du 1er janvier 2022.",
        "La présente convention prend effet le 1er janvier 2022 pour une durée de trois ans.",
        "La convention est conclue pour 36 mois. Elle prend effet au 1er janvier 2022.",
    ],
)
def test_a_period_or_a_duration_tells_both_ends(sentence: str) -> None:
    assert dates(agreement(sentence)) == Dates("2022-01-01", "2024-12-31")


@pytest.mark.parametrize(
    "place",
    [
        "Fait à Vire, le 5 mai 2022",
        "Fait à Vire le 05/05/2022",
        "Fait à Vire en deux exemplaires, le cinq mai deux mille vingt-deux",
        "Vire, le 5 mai 2022",
        "Signé à Vire, le jeudi 5 mai 2022",
    ],
)
def test_an_agreement_is_signed_where_its_foot_says_so(place: str) -> None:
    text = agreement("La convention porte sur l'accueil.\n" * 12, "Article 1 : objet") + place
    assert dates(text) == Dates(signed="2022-05-05")


@pytest.mark.parametrize(
    "sentence",
    [
        "Elle prend effet à la date de sa signature pour une durée de trois ans.",
        "Elle est conclue pour trois ans à compter de sa signature.",
        "Sa durée est de trois ans à dater de sa signature.",
    ],
)
def test_what_lasts_from_its_signature_begins_that_day(sentence: str) -> None:
    text = agreement(f"La présente convention règle l'accueil.\n{sentence}\n" + "Accueil.\n" * 12)
    assert dates(f"{text}Fait à Vire, le 5 mai 2022") == Dates(
        "2022-05-05", "2025-05-04", "2022-05-05"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "La loi du 1er juillet 1901 entre en vigueur le 16 août 1901.",
        "Le contrat de ville prend effet le 1er janvier 2019.",
        "Le contrat de ville, signé le 3 mars 2019, prend fin le 31 décembre 2023.",
        "La précédente convention a pris fin le 31 décembre 2021.",
        "Une convention de mise à disposition a été conclue le 3 mars 2019.",
        "L'agrément du centre court jusqu'au 31 décembre 2023.",
        "Vu la convention signée le 3 mars 2019,",
        "Vu la délibération du conseil municipal du 3 mars 2019,",
        "Le recensement de 2019 compte 17 000 habitants.",
        "Les parties se réunissent le 3 mars 2023.",
        "La Ville a versé 3 000 € pour la période 2019-2021.",
        "Le diagnostic, lancé en 2019, est joint.",
    ],
)
def test_the_date_of_something_else_is_not_borrowed(sentence: str) -> None:
    assert dates(agreement(sentence, "Article 2 : contexte")) == Dates()


def test_the_end_of_another_framework_leaves_that_of_this_one() -> None:
    text = agreement(
        "Le contrat de ville s'achève le 31 décembre 2023. La présente convention s'achève le 31 "
        "décembre 2026."
    )
    assert dates(text) == Dates(end="2026-12-31")


def test_a_day_says_it_better_than_the_years_of_the_title() -> None:
    text = agreement("La présente convention prend effet le 1er mars 2022.").replace(
        "GLOBALE", "GLOBALE 2022-2026", 1
    )
    assert dates(text) == Dates("2022-03-01", "2026")


def test_the_duration_of_an_article_tells_the_day_in_the_year_of_the_title() -> None:
    article = (
        "La convention prend effet au 1er janvier 2019. Elle est conclue pour une durée de trois "
        "ans."
    )
    years = HEAD.replace("GLOBALE\n", "GLOBALE\n2019 - 2021\n", 1)
    assert dates(f"{years}Article 10 - DUREE\n{article}\n") == Dates("2019-01-01", "2021-12-31")


def test_what_parties_sign_is_an_agreement_whatever_its_title() -> None:
    text = (
        "COLLECTIVITÉ DE VIRE\n\nEntre\nLa Ville de Vire, représentée par son maire,\nEt\nLa CAF "
        "du Calvados, représentée par sa directrice,\n\nArticle 4\nElle expire le 31 décembre "
        "2020.\n\nFait à Vire, le 19 décembre 2017"
    )
    assert framework(text).kind == "CONVENTION"
    assert dates(text) == Dates(end="2020-12-31", signed="2017-12-19")


def test_years_that_the_title_gives_are_those_of_the_framework() -> None:
    assert dates("Contrat local de santé 2022-2026 de Vire\n\nLe contrat.") == Dates("2022", "2026")


def test_a_title_s_period_that_was_over_before_the_signature_is_the_former_one() -> None:
    text = (
        "Bilan du contrat local de santé 2016-2020 de Vire\n\nLe contrat local de santé a été "
        "signé le 5 mai 2022."
    )
    assert dates(text) == Dates(signed="2022-05-05")


@pytest.mark.parametrize(
    "sentence",
    [
        "La convention a été signée le 5 mai 2022.",
        "La convention territoriale globale est signée le 5 mai 2022.",
        "Le 5 mai 2022, la Ville de Vire et la CAF du Calvados ont signé la convention.",
        "La signature de la convention a eu lieu le 5 mai 2022.",
        "La Ville de Vire et la CAF du Calvados ont signé, le 5 mai 2022, leur convention.",
        "Le 5 mai 2022, la Ville a conclu sa convention territoriale globale.",
    ],
)
def test_a_page_tells_the_day_of_a_signature(sentence: str) -> None:
    assert dates(PAGE + sentence) == Dates(signed="2022-05-05")


@pytest.mark.parametrize(
    "sentence",
    [
        "Le contrat de ville a été signé le 5 mai 2022.",
        "La signature par délégation est admise depuis le 5 mai 2022.",
        "Le conseil municipal a délibéré le 5 mai 2022.",
        "La fête a lieu le 5 mai 2022.",
        "La Ville a signé le 5 mai 2022 le contrat de ville.",
    ],
)
def test_a_page_on_something_else_tells_no_signature(sentence: str) -> None:
    assert dates(PAGE + sentence).signed is None


@pytest.mark.parametrize(
    "sentence",
    [
        "La convention sera signée le 5 mai 2022.",
        "La convention signée le 5 mai 2022 arrive à son terme en décembre.",
        "Une première convention a été signée le 5 mai 2022.",
        "La convention que la MSA a signée le 5 mai 2022 reste en vigueur.",
        "Textes visés :\n- le contrat de ville, dont la signature date du 5 mai 2022 ;",
    ],
)
def test_what_is_planned_over_or_of_others_is_no_signature(sentence: str) -> None:
    assert dates(agreement(sentence)).signed is None


@pytest.mark.parametrize(
    "text",
    [
        "L'hôtel de ville était plein, ce mardi 3 mai 2022. Les partenaires ont signé la "
        "convention territoriale globale.",
        "La rencontre a eu lieu le 3 mai 2022 à Vire.",
        "Publié le 6 mai 2022\n\nMardi 3 mai, les maires ont apposé leur signature.",
    ],
)
def test_a_page_on_a_signature_tells_its_day_beside_it(text: str) -> None:
    title = "Signature de la convention territoriale globale de Vire"
    assert dates(f"{title}\n\n{text}").signed == "2022-05-03"


def test_words_that_replace_a_term_tell_the_end_of_an_amendment() -> None:
    text = (
        "AVENANT N° 1\n\nEntre\nLa Ville de Vire, représentée par son maire,\nEt\nLa CAF du "
        "Calvados, représentée par sa directrice,\n\nArticle 1 – La durée\nLe terme de la "
        "convention est reporté. Les mots « 31 décembre 2025 » sont remplacés par les mots "
        "« 31 décembre 2026 »."
    )
    assert dates(text).end == "2026-12-31"


def test_a_start_later_than_the_end_drops_the_end() -> None:
    text = agreement("La convention prend effet le 1er mars 2026 et expire le 31 mars 2022.")
    assert dates(text) == Dates(start="2026-03-01")
