"""The console's entry."""

import subprocess
import sys

INTERRUPTED = """
import sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "api.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from api.start import main
main()
"""


def test_an_interrupt_while_modules_load_has_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (1, "Interrompu : rien n'a été écrit.\n")
