"""Ctrl-C in the middle of an import: what each kind of import does then."""

import signal
from collections.abc import Callable

import pytest

from api.cli.interrupting import interruptible
from graph.progress import WRITING, Progress
from graph.repository import Repository


def check_interrupt(
    repository: Repository,
    capfd: pytest.CaptureFixture[str],
    phase: str,
    run: Callable[[Progress], object],
) -> None:
    """Interrupt an import at a phase: it stops at once and wrote nothing, or goes on to its end
    and says so, once the store is written to."""

    def tell(told: str, done: int) -> None:
        if told == phase:
            signal.raise_signal(signal.SIGINT)

    with interruptible(tell) as progress:
        if phase == WRITING:
            run(progress)
            assert "elle va à son terme" in capfd.readouterr().err
        else:
            with pytest.raises(KeyboardInterrupt):
                run(progress)
    assert repository.store.revision() == (phase == WRITING)
