"""The page of Cypher questions, read as its readers do."""

import re
from pathlib import Path

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "cypher.md").read_text(encoding="utf-8")

QUESTIONS = {
    block.split("\n", 1)[0].removeprefix("// "): block
    for block in re.findall(r"^```cypher\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
}
"""The requests of the page by their first line, which names the question."""

PARAMETERS = {
    name: None if value == "null" else value.strip("'")
    for name, value in re.findall(r"^:param (\w+) => (.+)$", TEXT, re.MULTILINE)
}
"""The parameters that the page gives as an example."""
