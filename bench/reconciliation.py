"""What reconciliation makes of the labelled pairs, beside the same folded name alone.

    .venv/bin/python -m bench.reconciliation

The alternative links two actors whose names are the same once case, accents and punctuation are
aside, and asks nothing.
"""

import tempfile
from collections import Counter
from pathlib import Path

from graph.reconciliation import Decision
from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from graph.view.labels import folded
from importers import IMPORTERS, run_import
from tests.reconciliation.labelled import PAIRS, SECOND, Pair, judged

_VOCABULARIES = Path(__file__).resolve().parent.parent / "data" / "vocabularies"


def main() -> None:
    """Print, for each set, the decisions by sign, then the totals of both, as Markdown tables."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(SqliteStore(Path(folder) / "graph.db"))
        run_import(repository, IMPORTERS["bundle"], [_VOCABULARIES], author="bench")
        sets = {path.stem: list(judged(repository.view(), path)) for path in (PAIRS, SECOND)}
        repository.close()
    for name, pairs in sets.items():
        print(f"`{name}.csv`, {len(pairs)} pairs:\n")
        _print(pairs)
        print()


def _print(pairs: list[Pair]) -> None:
    print("| pairs | the same | linked | asked | left apart |")
    print("|---|---|---:|---:|---:|")
    for is_same in (True, False):
        for sign in dict.fromkeys(pair.sign for pair in pairs if pair.is_same is is_same):
            counts = Counter(
                pair.decision for pair in pairs if (pair.is_same, pair.sign) == (is_same, sign)
            )
            numbers = " | ".join(str(counts[decision]) for decision in Decision)
            print(f"| {sign} | {'yes' if is_same else 'no'} | {numbers} |")
    print()
    print("| | wrong merges | true pairs linked or asked | false pairs asked |")
    print("|---|---:|---:|---:|")
    _print_totals("Maillage", [(pair, pair.decision) for pair in pairs])
    _print_totals("same folded name", [(pair, _by_name(pair)) for pair in pairs])


def _by_name(pair: Pair) -> Decision:
    alike = folded(pair.left) == folded(pair.right)
    return Decision.SAME if alike else Decision.DIFFERENT


def _print_totals(name: str, decided: list[tuple[Pair, Decision]]) -> None:
    same = [decision for pair, decision in decided if pair.is_same]
    others = [decision for pair, decision in decided if not pair.is_same]
    found = sum(decision is not Decision.DIFFERENT for decision in same)
    print(
        f"| {name} | {others.count(Decision.SAME)} | {found} of {len(same)} "
        f"({found / len(same):.0%}) | {others.count(Decision.ASK)} of {len(others)} |"
    )


if __name__ == "__main__":
    main()
