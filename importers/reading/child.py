"""Reading a file in a child process within limits: what it tells, line by line."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any, NamedTuple

from graph.errors import InvalidData, Place
from graph.progress import tell
from importers.base import READING

_HEARD_EVERY = 0.2
"""Seconds between two tellings while the child is silent."""
_LIMITED = Path(__file__).with_name("limited.py")


class Refusal(NamedTuple):
    """Why a file is refused: the code and the French message."""

    code: str
    message: str


class Reader(NamedTuple):
    """A script that reads a file and writes JSON lines, within limits.

    A line ``{"error": name}`` refuses the file by ``errors``; ``killed`` says what is told when a
    limit (bytes of memory, seconds) ended the script.
    """

    script: Path
    most_bytes: int
    most_seconds: int
    errors: Mapping[str, Refusal]
    killed: Refusal


@contextmanager
def told_by(reader: Reader, path: Path, name: str) -> Iterator[Iterator[Any]]:
    """The lines that a reader tells of a file, called ``name`` in messages.

    The process is ended with the block, whatever happens. Reading on raises InvalidData when the
    file is refused, or was more than the limits allow.
    """
    limits = (str(reader.most_bytes), str(reader.most_seconds))
    command = [sys.executable, "-I", str(_LIMITED), str(reader.script), *limits, str(path)]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    clock = Timer(reader.most_seconds, process.kill)
    clock.start()
    try:
        yield _told(process, reader, name)
    finally:
        clock.cancel()
        process.kill()
        process.communicate()


def _told(process: "subprocess.Popen[bytes]", reader: Reader, name: str) -> Iterator[Any]:
    for line in lines_of(process):
        told = json.loads(line)
        if isinstance(told, dict) and "error" in told:
            raise _refused(reader.errors[told["error"]], name)
        yield told
    if process.wait() != 0:
        raise _refused(reader.killed, name)


def lines_of(process: "subprocess.Popen[bytes]") -> Iterator[bytes]:
    """What the child writes; a stop is heard while it reads and is silent."""
    assert process.stdout is not None
    descriptor, kept, is_open = process.stdout.fileno(), b"", True
    while is_open:
        if not select.select([descriptor], (), (), _HEARD_EVERY)[0]:
            tell(READING)
            continue
        told = os.read(descriptor, 1 << 20)
        *whole, kept = (kept + told).split(b"\n")
        yield from whole
        is_open = bool(told)


def _refused(refusal: Refusal, name: str) -> InvalidData:
    return InvalidData(refusal.message, code=refusal.code, place=Place(name))
