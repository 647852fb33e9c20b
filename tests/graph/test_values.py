"""Value types: what a cell may hold, and what is written back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ontology import PROPERTY, RELATION_PROPERTY, Value, read_kind, read_relation_type
from graph.ontology.values import Boolean, Choice, Date, Integer, Number, Text, Texts, ValueType

LEVEL = Choice(frozenset({"HIGH", "LOW"}))


@pytest.mark.parametrize(
    ("type_", "cell", "value"),
    [
        (Text(), "  l'été ", "  l'été "),
        (Texts(), "a|b", ("a", "b")),
        (Texts(), " a | |b|a", ("a", "b")),
        (Texts(), "|", ()),
        (Date(), " 2013-07 ", "2013-07"),
        (Boolean(), "TRUE", True),
        (Boolean(), "false", False),
        (Integer(), "0", 0),
        (Integer(), "+7", 7),
        (Integer(1, 12), "012", 12),
        (Number(), "1234.5", 1234.5),
        (Number(), "1234,5", 1234.5),
        (Number(), "3.0", 3),
        (Number(), "-0.25", -0.25),
        (Number(), "0.000000001", 0.000000001),
        (LEVEL, " high", "HIGH"),
    ],
)
def test_cells_that_are_read(type_: ValueType, cell: str, value: Value) -> None:
    """Each as the most compact value."""
    read = type_.read(cell)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("type_", "cell"),
    [
        (Date(), "juillet 2013"),
        (Date(), "2013-00"),
        (Boolean(), "oui"),
        (Boolean(), "1"),
        (Integer(), "1.0"),
        (Integer(), "-1"),
        (Integer(1, 12), "13"),
        (Integer(), "9" * 16),
        (Integer(), "2147483648"),
        (Number(), "1e5"),
        (Number(), "1 234"),
        (Number(), "12 €"),
        (Number(), "nan"),
        (Number(), "1" * 16),
        (Number(), "999999999999999.999999999"),
        (LEVEL, "MIDDLE"),
    ],
)
def test_cells_that_are_refused(type_: ValueType, cell: str) -> None:
    """With a French sentence that quotes or bounds them."""
    with pytest.raises(ValueError, match=r"»|entre|grand"):
        type_.read(cell)


@given(
    st.decimals(
        -999_999_999_999_999, 999_999_999_999_999, places=9, allow_nan=False, allow_infinity=False
    )
)
def test_numbers_come_back_as_written(number: object) -> None:
    """Small and large ones: never in scientific notation, never longer than can be read."""
    try:
        value = Number().read(f"{number}")
    except ValueError:  # rounded up to sixteen digits
        return
    assert Number().read(Number().write(value)) == value


@given(st.lists(st.text(st.characters(exclude_characters="|", codec="utf-8")), max_size=4))
def test_lists_come_back_as_written(parts: list[str]) -> None:
    """Once read, a list is stable."""
    value = Texts().read("|".join(parts))
    assert Texts().read(Texts().write(value)) == value


@pytest.mark.parametrize("prop", [*PROPERTY.values(), *RELATION_PROPERTY.values()])
def test_every_enumerated_value_comes_back(prop: object) -> None:
    """All members of all closed lists, in either case, each with a French label."""
    choices = getattr(prop, "choices", None) or {}
    for member, label in choices.items():
        value_type = prop.value  # type: ignore[attr-defined]
        assert value_type.read(member.lower()) == member
        assert value_type.read(value_type.write(member)) == member
        assert label


def test_kinds_and_relations_ignore_case() -> None:
    """`Action` = `ACTION` = `action`."""
    assert read_kind("Action") is read_kind(" ACTION") is read_kind("action")
    assert read_relation_type("part_of") is read_relation_type("PART_OF")
    for read in (read_kind, read_relation_type):
        with pytest.raises(ValueError, match="n'est pas"):
            read("Planète")
