"""The console's entry: an interrupt while the modules load ends as any other, in French."""

import sys

INTERRUPTED = "Interrompu : rien n'a été écrit."


def main() -> None:
    """Load the command line and run it; exit code 1 when Ctrl-C came first."""
    try:
        from api.cli import main as run  # loading it is what may be interrupted

        run()
    except KeyboardInterrupt:
        print(INTERRUPTED, file=sys.stderr)
        sys.exit(1)
