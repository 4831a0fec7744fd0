"""When a stop is heard, and when it comes too late."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines import ledger
from pipelines.verdict import Verdict
from scraper.run_state import Place, concluded, ended, opening, say
from scraper.site import SiteFile
from scraper.stop_signals import SIGNALS, too_late


@pytest.mark.parametrize("number", SIGNALS)
def test_a_stop_that_comes_too_late_is_not_heard(number: signal.Signals) -> None:
    """What belongs together ends; afterwards a stop is one again."""
    before = signal.getsignal(number)
    with too_late():
        os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize(("steps", "code"), [("pass", 0), ("1 / 0", 130)])
def test_a_command_whose_last_step_is_done_hears_no_stop(
    number: signal.Signals, steps: str, code: int
) -> None:
    """Between the pointer's move and the exit lie some milliseconds; where the step failed, a stop is one again."""
    program = f"""
import contextlib, os, sys
from scraper.stop_signals import stoppable, too_late
stoppable()
try:
    with contextlib.suppress(ArithmeticError), too_late():
        {steps}
    os.kill(os.getpid(), {int(number)})
except KeyboardInterrupt:
    sys.exit(130)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == code


def test_a_run_that_has_ended_keeps_its_ending(tmp_path: Path) -> None:
    """A stop behind the last step of a run that was published does not call it interrupted."""
    clock = datetime(2026, 11, 20, tzinfo=UTC)
    site = SiteFile.model_validate({"id": "lumen", "start": "https://lumen.example/", "lists": []})
    place = Place(tmp_path, ledger.open_run(tmp_path, clock))
    verdict = opening(site, place, clock, None, [])
    say(place, verdict)
    published = ended(verdict, "published")
    with pytest.raises(KeyboardInterrupt):
        _stopped_behind(place, verdict, published)
    assert ledger.read_verdict(place.folder)["state"] == "published"


def _stopped_behind(place: Place, begun: Verdict, last: Verdict) -> None:
    with concluded(place, begun):
        say(place, last)
        raise KeyboardInterrupt


def test_want_of_memory_is_told_in_the_runs_verdict(tmp_path: Path) -> None:
    """It is no bug: `runs` and the alert say what it was."""
    site = SiteFile.model_validate({"id": "lumen", "start": "https://lumen.example/", "lists": []})
    clock = datetime(2026, 11, 20, tzinfo=UTC)
    place = Place(tmp_path, ledger.open_run(tmp_path, clock))
    verdict = opening(site, place, clock, None, [])
    say(place, verdict)
    with pytest.raises(MemoryError), concluded(place, verdict):
        bytearray(1 << 62)
    told = ledger.read_verdict(place.folder)
    assert (told["state"], told["exit"], "memory" in told["says"]) == ("crashed", 1, True)
