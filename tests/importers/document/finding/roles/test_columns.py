"""Tables laid out by spaces."""

from tests.importers.document.finding.answers import who

TABLE = """FICHE ACTION 7

QUI PORTE ?                    AVEC QUI ?                     QUI FINANCE ?
Mission locale du Bocage        CAF du Calvados                Département du Calvados
                               MSA Côtes Normandes            ARS Normandie
                               CPAM du Calvados

COMMENT ?
Un dépliant de la Croix-Rouge française dit où appeler.
"""


def test_a_cell_has_the_role_of_the_column_above_it() -> None:
    assert who("LEAD", TABLE) == ["Mission locale du Bocage"]
    assert who("PARTNER", TABLE) == [
        "CAF du Calvados",
        "MSA Côtes Normandes",
        "CPAM du Calvados",
    ]
    assert who("FUNDER", TABLE) == ["Département du Calvados", "ARS Normandie"]


def test_a_table_ends_at_the_next_question() -> None:
    assert "Croix-Rouge française" in who("MENTIONED", TABLE)


def test_columns_of_something_else_say_no_role() -> None:
    table = TABLE.replace("QUI PORTE ?", "OÙ ?       ").replace("AVEC QUI ?", "QUAND ?   ")
    assert who("LEAD", table) == []
    assert who("FUNDER", table) == ["Département du Calvados", "ARS Normandie"]
