"""Learning the reader's weights from annotated texts."""

from pathlib import Path

import yaml

from importers.document.finding.find import parts_of
from importers.document.finding.learned.weights import ROLES, read
from scripts.learn_reading import (
    annotated,
    examples_of_dates,
    examples_of_roles,
    fitted,
    learn,
    roles_of,
)

TEXT = """# Origine : écrit pour ce test
Convention territoriale globale

La CAF de l'Orne a signé la convention le 3 mars 2020 avec la MSA d'Alençon. Elle vaut du 1er
janvier 2020 au 31 décembre 2024. La région Normandie en a été informée le 5 mai 2020.

Un poste est financé par le département de l'Orne.
"""
GOLD = {
    "framework": {"date_signed": "2020-03-03", "start": "2020-01-01", "end": "2024-12-31"},
    "actors": [
        {"mention": "La CAF de l'Orne", "role": "signatory", "also_lead": True},
        {"mention": "département de l'Orne", "role": "funder"},
        {"mention": "région Normandie", "role": "mentioned"},
    ],
}


def folder(place: Path, copies: int) -> Path:
    for name in ("docs", "gold"):
        (place / name).mkdir()
    for number in range(copies):
        (place / "docs" / f"texte{number}.txt").write_text(TEXT, encoding="utf-8")
        (place / "gold" / f"texte{number}.yaml").write_text(yaml.safe_dump(GOLD), encoding="utf-8")
    return place


def test_each_date_is_an_example_with_what_it_is(tmp_path: Path) -> None:
    ((text, told),) = annotated(folder(tmp_path, 1))
    dates = list(examples_of_dates(parts_of(text, None), told["framework"]))
    assert [set(each.truth) for each in dates] == [{"signed"}, {"start", "end"}, set()]


def test_each_actor_is_an_example_with_its_roles(tmp_path: Path) -> None:
    ((text, told),) = annotated(folder(tmp_path, 1))
    actors = list(examples_of_roles(parts_of(text, None), told["actors"]))
    assert [set(each.truth) for each in actors] == [{"LEAD", "SIGNATORY"}, set(), set(), {"FUNDER"}]


def test_an_annotation_may_give_several_roles() -> None:
    told = {"role": "signatory", "also_funder": True, "also_lead": False}
    assert roles_of(told) == {"SIGNATORY", "FUNDER"}
    assert roles_of({"role": "partner"}) == set()


def test_what_tells_the_outcomes_apart_has_the_weight(tmp_path: Path) -> None:
    text = [each for told in annotated(folder(tmp_path, 30)) for each in [told]]
    examples = [
        each
        for laid, told in text
        for each in examples_of_roles(parts_of(laid, None), told["actors"])
    ]
    weights = fitted(examples, ("LEAD", "SIGNATORY", "FUNDER"))
    signs, informed, _ = examples[0], examples[2], examples[1]
    assert weights.probabilities(signs.features)["SIGNATORY"] > 0.8
    assert weights.probabilities(informed.features)["SIGNATORY"] < 0.2


def test_learning_twice_gives_the_same_weights(tmp_path: Path) -> None:
    place = folder(tmp_path, 30)
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        learn([place], tmp_path / name)
    first, second = (read(tmp_path / name / f"{ROLES}.json") for name in ("first", "second"))
    assert first == second
    assert first.of
