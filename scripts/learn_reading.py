"""Learn the weights of the reader from annotated texts.

    python -m scripts.learn_reading FOLDER...

Each folder has `docs/NAME.txt`, the texts, and `gold/NAME.yaml`, what a careful reader found in
them: `framework` with `start`, `end` and `date_signed`, and `actors` with `mention`, `role` and
`also_lead`, `also_funder`, `also_signatory`. A first line that begins with `# Origin` says where a
text comes from and is not read.

The weights are those of logistic regressions (scikit-learn), one for each thing that a date or an
actor may be; a feature is learned when twenty dates or actors have it, so that no name of a place
is.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from importers.document.finding.find import Parts, parts_of
from importers.document.finding.joining import Actor
from importers.document.finding.learned.around_actors import seen
from importers.document.finding.learned.around_dates import candidates
from importers.document.finding.learned.weights import DATES, FOLDER, ROLES, Weights, write
from importers.document.structure.clean import Clean, clean, fold

_OF_DATES = {"start": "start", "end": "end", "signed": "date_signed"}
"""Outcomes of a date, and the annotation of each."""
_OF_ROLES = ("LEAD", "SIGNATORY", "FUNDER")
_LEAST = 20
"""Dates or actors that must have a feature for it to be learned."""
_STRENGTH = 0.1
"""Inverse of the regularisation: weights stay small, many features speak, none decides."""
_DIGITS = 3


Annotation = dict[str, Any]


class Example(NamedTuple):
    """The features of a date or an actor, and what it is."""

    features: frozenset[str]
    truth: frozenset[str]


def main() -> None:
    """Learn and write the weights of the product."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    learn(parser.parse_args().folders, FOLDER)


def learn(folders: Sequence[Path], place: Path) -> None:
    """Learn from folders of annotated texts and write both files of weights in a place."""
    of_dates: list[Example] = []
    of_roles: list[Example] = []
    for folder in folders:
        for text, told in annotated(folder):
            parts = parts_of(text, None)
            of_dates += examples_of_dates(parts, told.get("framework") or {})
            of_roles += examples_of_roles(parts, told.get("actors") or [])
        print(folder.name, len(of_dates), "dates,", len(of_roles), "actors", flush=True)
    write(fitted(of_dates, tuple(_OF_DATES)), place / f"{DATES}.json")
    write(fitted(of_roles, _OF_ROLES), place / f"{ROLES}.json")


def annotated(folder: Path) -> Iterator[tuple[Clean, Annotation]]:
    """The texts of a folder with what was found in each."""
    for path in sorted(folder.glob("docs/*.txt")):
        raw = path.read_text(encoding="utf-8")
        raw = raw.partition("\n")[2] if raw.startswith("# Origin") else raw
        told = yaml.safe_load((folder / "gold" / f"{path.stem}.yaml").read_text(encoding="utf-8"))
        yield clean(raw), told


def examples_of_dates(parts: Parts, framework: Annotation) -> Iterator[Example]:
    """Each date of a text, with what it is of the framework."""
    for each in candidates(parts.layout, parts.own, parts.named, parts.kind):
        truth = frozenset(
            what for what, name in _OF_DATES.items() if str(framework.get(name)) == each.value(what)
        )
        yield Example(each.features, truth)


def examples_of_roles(parts: Parts, told: Sequence[Annotation]) -> Iterator[Example]:
    """Each named actor of a text, with the strong roles of the annotation that names it."""
    for each in seen(parts.layout, parts.actors.joined, parts.own, parts.kind):
        of_it = (one for one in told if _names(parts.layout.clean, one, each.actor))
        yield Example(each.features, frozenset().union(*map(roles_of, of_it)))


def roles_of(annotation: Annotation) -> set[str]:
    """The strong roles that an annotation gives to an actor."""
    also = (
        name.removeprefix("also_")
        for name, said in annotation.items()
        if name.startswith("also_") and said
    )
    return {str(role).upper() for role in (annotation.get("role"), *also)} & set(_OF_ROLES)


def _names(text: Clean, annotation: Annotation, actor: Actor) -> bool:
    """Whether a mention of an actor stands where the words annotated do first."""
    words = re.escape(fold(clean(str(annotation["mention"])).text))
    found = re.search(rf"(?<!\w){words}(?!\w)", text.fold)
    return found is not None and any(
        each.start < found.end() and found.start() < each.end for each in actor.mentions
    )


def fitted(examples: Sequence[Example], outcomes: tuple[str, ...]) -> Weights:
    """The weights that tell the outcomes of examples apart.

    Raises SystemExit when no example has an outcome, or all have it.
    """
    for outcome in outcomes:
        if len({outcome in each.truth for each in examples}) == 1:
            raise SystemExit(f"rien à apprendre sur {outcome} : aucun exemple, ou aucun contraire")
    counting = CountVectorizer(analyzer=lambda each: each.features, min_df=_LEAST)
    table = counting.fit_transform(examples)
    learned = [
        LogisticRegression(C=_STRENGTH, solver="liblinear").fit(
            table, [outcome in each.truth for each in examples]
        )
        for outcome in outcomes
    ]
    columns = zip(*(each.coef_[0].round(_DIGITS).tolist() for each in learned), strict=True)
    bias = tuple(round(float(each.intercept_[0]), _DIGITS) for each in learned)
    return Weights(
        outcomes, bias, dict(zip(counting.get_feature_names_out(), columns, strict=True))
    )


if __name__ == "__main__":
    main()
