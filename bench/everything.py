"""All that is measured on generated graphs: prints the tables and writes them to RESULTS.md.

make bench                                     # 100,000 initiatives
.venv/bin/python -m bench.everything [INITIATIVES]
"""

import io
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from bench import answers, cuts, loading, local, requests, unwinding
from bench.measure import machine

RESULTS = Path(__file__).with_name("RESULTS.md")
BEGIN, END = "<!-- make bench -->", "<!-- /make bench -->"
_SMALLER = 10
"""How many times smaller the graph is that local questions are compared on."""


def main() -> None:
    """Measure all, print, and replace what RESULTS.md has between its two marks."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    text = [BEGIN, "", f"## {count:,} initiatives", "", f"    make bench  # {machine()}", ""]
    with tempfile.TemporaryDirectory() as folder:
        store = answers.prepared(Path(folder) / "large", count)
        small = answers.prepared(Path(folder) / "small", count // _SMALLER)
        bundle = store.parent / "bundle"
        text += _section(loading.__doc__, lambda: loading.report(bundle))
        with answers.neo4j_server(Path(folder) / "server") as driver:
            text += _section(unwinding.__doc__, lambda: unwinding.report(bundle, driver))
            text += _section(answers.__doc__, lambda: answers.report(store, driver))
        text += _section(local.__doc__, lambda: local.report(small, store))
        text += _section(cuts.__doc__, lambda: cuts.report(store))
        text += _section(requests.__doc__, lambda: requests.report(store, bundle))
    _write("\n".join([*text, END]))


def _section(doc: str | None, report: Callable[[], None]) -> list[str]:
    """A script's title, its method, and what it printed."""
    title, *method = (doc or "").strip().split("\n\n")
    printed = io.StringIO()
    with redirect_stdout(printed):
        report()
    table = printed.getvalue()
    print(f"\n{title}\n\n{table}", flush=True)
    return [f"### {title}", "", *method[1:], "", table]


def _write(section: str) -> None:
    text = RESULTS.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2] if rest else ""
    joined = f"{before.rstrip()}\n\n{section}\n{after.rstrip()}"
    RESULTS.write_text(f"{joined.rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
