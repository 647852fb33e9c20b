"""What weights add where no rule speaks, and what they may not touch."""

from pathlib import Path

import pytest

from importers.document.finding.find import find
from importers.document.model import Reading
from importers.document.structure.clean import clean

SAMPLES = Path(__file__).parents[2] / "samples"
NEWS = """Santé : un contrat pour le Haut Allier

Accueil > Actualités > Santé

Le contrat local de santé du Haut Allier a réuni autour de la table, jeudi, la communauté de
communes du Haut Allier, l'ARS Auvergne-Rhône-Alpes et la CPAM de la Haute-Loire.

{sentence}

Les professionnels de santé et les habitants ont été consultés par questionnaire. Trois groupes de
travail se sont penchés sur l'accès aux soins, la prévention et la santé mentale."""


def reading(sentence: str, *, by_rules_alone: bool = False) -> Reading:
    text = clean(NEWS.format(sentence=sentence))
    return find(text, None, by_rules_alone=by_rules_alone).reading


def both(text: str) -> tuple[Reading, Reading]:
    """By the rules alone, and with what weights add."""
    laid = clean(text)
    return find(laid, None, by_rules_alone=True).reading, find(laid, None).reading


def roles(told: Reading) -> dict[str, set[str]]:
    return {actor.called: set(actor.roles) for actor in told.actors}


SENTENCES = [
    "Les trois institutions ont paraphé le document le 12 mars 2019.",
    "La CPAM de la Haute-Loire a apporté une aide de 12 000 € au projet.",
    "Il court de 2019 à 2024, et la communauté de communes du Haut Allier en est le porteur.",
    "Aucune date n'est encore arrêtée.",
]


TEXTS = [
    *(NEWS.format(sentence=sentence) for sentence in SENTENCES),
    *(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))),
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_rule_says_is_kept(text: str) -> None:
    ruled, weighed = both(text)
    strong = {"LEAD", "SIGNATORY", "FUNDER"}
    assert roles(ruled).keys() == roles(weighed).keys()
    for name, told in roles(ruled).items():
        assert told & strong <= roles(weighed)[name]
    for what in ("start", "end", "signed"):
        date = getattr(ruled.framework, what, None)
        assert date is None or date == getattr(weighed.framework, what)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_added_shows_its_passage_and_is_not_kept_beforehand(text: str) -> None:
    ruled, weighed = both(text)
    whole = " ".join(text.split())
    for actor in weighed.actors:
        assert actor.passage is not None
        assert " ".join(actor.passage.split()) in whole
        assert actor.mention in " ".join(actor.passage.split())
        if set(actor.roles) - roles(ruled)[actor.called]:
            assert not actor.labelled


def test_a_role_is_found_that_no_rule_gives() -> None:
    sentence = (
        "Jour de signature pour la communauté de communes du Haut Allier et la CPAM de la "
        "Haute-Loire."
    )
    ruled, weighed = roles(reading(sentence, by_rules_alone=True)), roles(reading(sentence))
    assert not any("SIGNATORY" in told for told in ruled.values())
    assert "SIGNATORY" in weighed["communauté de communes du Haut Allier"]
    for actor in reading(sentence).actors:
        assert set(actor.likely) == set(actor.roles) - ruled[actor.called]
        assert ("signataire (probable)" in actor.role_words) == ("SIGNATORY" in actor.likely)


def test_without_a_cue_nobody_has_a_role() -> None:
    """No word of signing, no word of money: nobody signs and nobody pays."""
    told = roles(reading("Aucune date n'est encore arrêtée."))
    assert not {"SIGNATORY", "FUNDER"} & set().union(*told.values())


def test_a_role_that_is_denied_is_not_added() -> None:
    told = roles(reading("La CPAM de la Haute-Loire n'est pas signataire du contrat."))
    assert "SIGNATORY" not in told["CPAM de la Haute-Loire"]


def test_a_date_of_another_framework_is_not_borrowed() -> None:
    told = reading(
        "La convention territoriale globale a été signée le 12 mars 2019 pour 2019-2022."
    )
    assert told.framework is not None
    assert (told.framework.start, told.framework.end, told.framework.signed) == (None, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jour de signature en présence de la CPAM de la Haute-Loire.",
        "La CPAM de la Haute-Loire refuse de signer le contrat.",
        "Signataires pressentis : la CPAM de la Haute-Loire.",
        "Associés mais non signataires : la CPAM de la Haute-Loire.",
    ],
)
def test_words_that_deny_or_suppose_are_no_cue(sentence: str) -> None:
    told = roles(reading(f"{sentence} La signature engage le contrat."))
    assert "SIGNATORY" not in told["CPAM de la Haute-Loire"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le contrat n'a pas été signé le 12 mars 2019.",
        "Le contrat pourrait être signé le 12 mars 2019.",
        "Le contrat devait être signé le 12 mars 2019.",
    ],
)
def test_a_date_that_is_denied_or_supposed_is_none(sentence: str) -> None:
    told = reading(sentence)
    assert told.framework is not None
    assert told.framework.signed is None
