"""Learned weights: how much each feature speaks for each outcome (a logistic regression)."""

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATES, ROLES = "dates", "roles"
FOLDER = Path(__file__).parent


class Weights(NamedTuple):
    """The weights of features for ``outcomes``, in their order; a feature that was not learned
    says nothing."""

    outcomes: tuple[str, ...]
    bias: tuple[float, ...]
    of: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each outcome is, from 0 to 1, each on its own."""
        told = [self.of[feature] for feature in features if feature in self.of]
        columns = zip(self.bias, *told, strict=True)
        return {
            outcome: 1 / (1 + math.exp(-math.fsum(column)))  # the same in whatever order
            for outcome, column in zip(self.outcomes, columns, strict=True)
        }


@cache
def learned(name: str) -> Weights:
    """The weights that the product has: ``DATES`` or ``ROLES``."""
    return read(path_of(name))


def path_of(name: str) -> Path:
    """Where the product keeps the weights of a name."""
    return FOLDER / f"{name}.json"


def read(path: Path) -> Weights:
    """The weights that ``write`` kept."""
    told = json.loads(path.read_text(encoding="utf-8"))
    of = {feature: tuple(each) for feature, each in told["weights"].items()}
    return Weights(tuple(told["outcomes"]), tuple(told["bias"]), of)


def write(weights: Weights, path: Path) -> None:
    """Keep weights, one feature a line, so that two versions can be compared."""
    head = f'{{"outcomes": {json.dumps(weights.outcomes)}, "bias": {json.dumps(weights.bias)},'
    lines = (
        f"{json.dumps(feature, ensure_ascii=False)}: {json.dumps(each)}"
        for feature, each in sorted(weights.of.items())
    )
    path.write_text(f'{head}\n"weights": {{\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")
