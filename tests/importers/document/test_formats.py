"""A convention as plain text, DOCX, ODT and printed PDF: each is read as the others are."""

from pathlib import Path

import pytest

from importers.base import no_progress
from importers.document.model import Reading
from importers.document.read import ReadDocument, read_document
from tests.importers.document.conftest import said
from tests.importers.document.made.office import Block, docx, odt
from tests.importers.document.made.printed import printed

ARTICLE_1 = (
    "Article 1. La convention est conclue pour une durée de trois ans à compter du 1er janvier "
    "2023. Elle s'articule avec le contrat de ville 2015-2023 et avec le pacte territorial pour "
    "l'insertion. Les parties se réunissent dans un comité de pilotage annuel, que le Département "
    "préside, et qui suit l'avancement des actions, leurs résultats et leurs moyens."
)
ARTICLE_2 = (
    "Article 2. Le Département verse à l'association une subvention de 24 000 € par an pour "
    "l'accompagnement des familles et la lutte contre l'isolement des personnes âgées. "
    "L'association rend compte chaque année de l'emploi de cette subvention et des difficultés "
    "qu'elle rencontre dans les quartiers."
)
TABLE = (
    ("Porteur", "Association Les Passerelles"),
    (
        "Partenaires",
        "CAF de la Drôme, CPAM de la Drôme, Mission locale de Valence, CCAS de Romans"
        "-sur-Isère, association Le Fil",
    ),
)
BLOCKS: tuple[Block, ...] = (
    "Convention de partenariat 2023-2025",
    "Entre",
    "Le Département de la Drôme, représenté par son Président, ci-après désigné le Département,",
    "Et",
    "L'association Les Passerelles, dont le siège est à Valence,",
    "Il est convenu ce qui suit :",
    ARTICLE_1,
    ARTICLE_2,
    TABLE,
)
PLAIN = "\n\n".join(
    block if isinstance(block, str) else "\n".join(" | ".join(row) for row in block)
    for block in BLOCKS
)
HTML = (
    "<title>Recueil des actes</title><body style='font:11pt serif'><h1>Convention de partenariat "
    "2023-2025</h1>"
    + "".join(f"<p>{block}</p>" for block in BLOCKS[1:6])
    + "<div style='column-count:2;column-gap:30pt;text-align:justify;hyphens:manual'>"
    + "".join(
        f"<p>{text.replace('accompagnement', 'accompagne&shy;ment')}</p>"
        for text in (ARTICLE_1, ARTICLE_2)
    )
    + "</div><table border=1 style='border-collapse:collapse;width:100%'>"
    + "".join(
        f"<tr><td style='width:30%;padding:6pt'>{label}<td style='padding:6pt'>{text}"
        for label, text in TABLE
    )
    + "</table><p style='break-before:page'>Annexe sans contenu.</p>"
    "<p style='break-before:page'>Annexe sans contenu.</p>"
)


@pytest.fixture(scope="module")
def plain() -> ReadDocument:
    """The convention as plain text."""
    return read_document("convention.txt", PLAIN.encode(), None, no_progress)


def facts(reading: Reading) -> dict[str, object]:
    """What a reading says, passages and forms of names left out."""
    own = reading.framework
    assert own is not None
    return {
        "framework": (own.kind, own.start, own.end, own.signed),
        "actors": {(actor.called.casefold(), actor.roles) for actor in reading.actors},
        "themes": {theme.theme for theme in reading.themes},
        "territories": {territory.name for territory in reading.territories},
        "bodies": {(body.name, body.frequency) for body in reading.bodies},
        "articulations": {link.kind for link in reading.articulations},
        "amounts": {amount.amount for amount in reading.amounts},
    }


def test_the_plain_text_says_what_it_says(plain: ReadDocument) -> None:
    """By the rules alone: what weights add is no fact that is read by eye."""
    assert facts(said(PLAIN).reading) == {
        "framework": ("CONVENTION", "2023-01-01", "2025-12-31", None),
        "actors": {
            ("département de la drôme", ("SIGNATORY", "FUNDER")),
            ("association les passerelles", ("LEAD", "SIGNATORY")),
            ("caf de la drôme", ("PARTNER",)),
            ("cpam de la drôme", ("PARTNER",)),
            ("mission locale de valence", ("PARTNER",)),
            ("ccas de romans-sur-isère", ("PARTNER",)),
            ("association le fil", ("PARTNER",)),
        },
        "themes": {
            "vie-sociale-participation",
            "insertion-emploi",
            "parentalite-famille",
            "personnes-agees",
        },
        "territories": {"Drôme", "Valence"},
        "bodies": {("comité de pilotage annuel", "YEARLY")},
        "articulations": {"CONTRAT_DE_VILLE", "PDI"},
        "amounts": {24000.0},
    }
    assert plain.kind == "convention"
    assert plain.title == "Convention de partenariat 2023-2025"


@pytest.mark.parametrize("made", [docx, odt])
def test_an_office_document_reads_as_its_text(made: object, plain: ReadDocument) -> None:
    content = docx(BLOCKS) if made is docx else odt(BLOCKS)
    read = read_document("convention", content, None, no_progress)
    assert facts(read.reading) == facts(plain.reading)
    assert "Nulle-Part" not in read.text


def test_a_printed_pdf_reads_as_its_text(plain: ReadDocument, tmp_path: Path) -> None:
    """Two columns, a table, a word cut at a line's end, a header and a footer on three sheets."""
    read = read_document("convention.pdf", printed(HTML, tmp_path), None, no_progress)
    assert facts(read.reading) == facts(plain.reading)
    assert "Recueil des actes" not in read.text
    assert "page.html" not in read.text


def test_each_passage_is_a_quote_of_the_text_that_is_given(tmp_path: Path) -> None:
    read = read_document("convention.docx", docx(BLOCKS), None, no_progress)
    reading = read.reading
    for fact in (*reading.actors, *reading.themes, *reading.bodies, *reading.articulations):
        assert fact.passage
        assert fact.passage in read.text
    for actor in reading.actors:
        assert actor.mention in " ".join(actor.passage.split())


def test_a_first_line_on_the_origin_is_not_read(plain: ReadDocument) -> None:
    kept = f"# Origine : https://example.org/contrats/de-ville-2001.pdf\n\n{PLAIN}"
    read = read_document("convention.txt", kept.encode(), None, no_progress)
    same = read.reading.model_copy(update={"sha256": plain.sha256})
    assert (read.text, same) == (plain.text, plain.reading)
