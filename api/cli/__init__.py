"""The command line ``maillage``; each module adds its commands.

Exit codes: 0 done, 1 bad input or unknown id, 2 usage, 3 store unreachable or internal. With
``--json`` stdout holds one JSON object and nothing else; messages go to stderr.
"""

import os
import sys
import traceback
from collections.abc import Sequence

import typer

from api.cli import asking, backing_up, checking, exchanging, history, reading, reconciling, serving
from api.cli.app import app
from api.cli.french import usage_message
from api.cli.output import print_error, print_json
from api.start import INTERRUPTED
from graph.errors import MaillageError, StoreError
from graph.ontology.values import whole
from graph.system_errors import french

__all__ = [
    "app",
    "asking",
    "backing_up",
    "checking",
    "exchanging",
    "history",
    "main",
    "reading",
    "reconciling",
    "serving",
]

_BAD_INPUT, _USAGE, _INTERNAL = 1, 2, 3
_CTRL_C = 130
"""What typer makes of an interrupt by itself."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(_run(words, as_json="--json" in words))


def _run(words: list[str], *, as_json: bool) -> int:
    try:
        code = app(words, prog_name="maillage", standalone_mode=False)
        if code == _CTRL_C:
            raise KeyboardInterrupt
        return code if isinstance(code, int) else 0
    except MaillageError as error:
        _report(error.code, error, as_json=as_json)
        return _INTERNAL if isinstance(error, StoreError) else _BAD_INPUT
    except typer.TyperException as error:
        _report("USAGE", MaillageError(usage_message(error)), as_json=as_json)
        return _USAGE
    except typer.Exit as exit_:
        return exit_.exit_code
    except (typer.Abort, KeyboardInterrupt):
        print(INTERRUPTED, file=sys.stderr)
        if as_json:
            stopped = MaillageError("interrompu : rien n'a été écrit")
            _report("INTERRUPTED", stopped, as_json=True)
        return _BAD_INPUT
    except BrokenPipeError:
        # Nobody reads any more: what is left in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        full = MaillageError(f"la sortie ne peut pas être écrite : {french(error)}")
        _report("CANNOT_WRITE", full, as_json=False)
        return _INTERNAL
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        internal = MaillageError(f"erreur interne ({type(error).__name__})")
        _report("INTERNAL", internal, as_json=as_json)
        return _INTERNAL


def _report(code: str, error: MaillageError, *, as_json: bool) -> None:
    if as_json:
        place = error.place
        print_json(
            {
                "error": {
                    "code": code,
                    "message": whole(error.message),
                    "file": None if place.file is None else whole(place.file),
                    "row": place.row,
                    "column": place.column,
                }
            }
        )
    else:
        print_error(str(error))
