"""The clean form of a text, and the raw text that each stretch of it comes from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.document.structure.clean import clean


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("l’insertion", "l'insertion"),
        ("I'accueil et I'aide lI'union", "l'accueil et l'aide l'union"),
        ("€lue, cré€ par", "élue, créé par"),
        ("le C.L.S. et le C.C.A.S.", "le CLS et le CCAS"),
        ("l'accompagne-\nment", "l'accompagnement"),
        ("non-\nrecours", "non-recours"),
        (
            "une résidence-mission, la résidence-\nmission",
            "une résidence-mission, la résidence-mission",
        ),
        ("Saint-\nDenis", "Saint-Denis"),
        ("la cœur de ville", "la coeur de ville"),
        ("Porteur\tCAF", "Porteur | CAF"),
        ("# Titre\n\n**gras**", "Titre\ngras"),
        ("le contrat de\nville", "le contrat de ville"),
        ("Entre\nla Ville", "Entre\nla Ville"),
        ("fin.\nAutre phrase", "fin.\nAutre phrase"),
        ("Gers (32)Porteur(s) de l'action", "Gers (32)\nPorteur(s) de l'action"),
        ("Ville de VireObjectif(s)", "Ville de Vire\nObjectif(s)"),
        ("le 24 juin 2O19", "le 24 juin 2019"),
        ("le ler juillet, au ler étage", "le 1er juillet, au ler étage"),
        ("CONVENTlON", "CONVENTION"),
        ("liste :\n- un\n- deux", "liste :\n- un\n- deux"),
        ("Partenaires :\nCAF", "Partenaires :\nCAF"),
    ],
)
def test_what_is_mended(raw: str, read: str) -> None:
    assert clean(raw).text == read


@given(st.text(alphabet="abÉé'’-\n €œ.I:*#|\t", max_size=80))
def test_a_quote_of_all_is_the_raw_text_but_for_its_ends(raw: str) -> None:
    made = clean(raw)
    assert len(made.text) == len(made.fold) == len(made.starts) == len(made.ends)
    assert made.quote(0, len(made.text)) in raw


def test_a_quote_has_the_line_ends_of_the_raw_text() -> None:
    made = clean("dans le cadre du contrat local de\nsanté signé")
    start = made.text.index("contrat")
    assert made.quote(start, start + len("contrat local de santé")) == "contrat local de\nsanté"
