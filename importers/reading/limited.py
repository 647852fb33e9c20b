"""Run as a script in a process of its own: another script, within limits of memory and time.

    python limited.py SCRIPT MOST_BYTES MOST_SECONDS ARGUMENTS...

A file of one kilobyte may take all memory and end the process that reads it without an exception;
here the limits end this process alone. It imports nothing of the product.
"""

import contextlib
import runpy
import sys


def main() -> None:
    """Run the script named first."""
    script, most_bytes, most_seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with contextlib.suppress(ImportError):  # a system without limits relies on the parent's clock
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
        resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.argv = [script, *sys.argv[4:]]
    runpy.run_path(script, run_name="__main__")


if __name__ == "__main__":
    main()
