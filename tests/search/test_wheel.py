"""The installed product has the table of acronyms, wherever it is."""

import os
import subprocess
import sys
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from graph.search.acronyms import acronyms

ROOT = Path(__file__).resolve().parents[2]
CODE = """
from graph.search import acronyms
assert ".whl" in acronyms.__file__, acronyms.__file__
print(len(acronyms.acronyms().meanings))
"""


def test_the_wheel_reads_its_own_table(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    run = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": wheel},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) == len(acronyms().meanings)
