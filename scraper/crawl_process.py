"""A crawl in a process of its own, for a job that goes on when the crawl is over.

Scrapy and what a crawl leaves behind take 90 MB at 100,000 entries, which the build then has to itself; Twisted's
reactor starts once a process, and a job may crawl several sites; and whatever ends the crawl, the job still gives the
run its verdict. The two talk in JSON lines: the job sends the order, the crawl answers with counts and an outcome. Ctrl-C
goes to the job alone, which hands it on; a job that was killed closes the pipe, and the crawl ends with it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO, cast

from pipelines import disk, errors
from pipelines.errors import ListmendError
from scraper.known_entries import NOTHING, Known
from scraper.log_stream import open_log
from scraper.outcome import CrawlOutcome, Told
from scraper.site import SiteFile
from scraper.stop_signals import SIGNALS, child, heeded

_PACKAGES = Path(__file__).parents[1]
_SERVE = "import sys; sys.path.insert(0, sys.argv[1]); from scraper.crawl_process import serve; serve()"
_TELL = 0.2
"""Seconds between two counts that are sent; what a person takes for moving."""
_LEAVE = 10.0
"""Seconds a process gets to end once its outcome is in: nothing it could still do is wanted."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a crawl in a process of its own went: its outcome and the CPU seconds it took."""

    outcome: CrawlOutcome
    seconds: float


class CrawlEndedError(ListmendError):
    """The crawl's process ended without an outcome: killed from outside, or a defect of ours."""


@dataclass(slots=True)
class _Heard:
    """What the crawl's process has said so far."""

    outcome: dict[str, Any] | None = None
    error: dict[str, str] | None = None
    seconds: float = 0.0
    signals: list[int] = field(default_factory=list)


def crawl_apart(
    site: SiteFile,
    folder: Path,
    clock: datetime,
    *,
    known: Known = NOTHING,
    progress: Told | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> Ended:
    """Crawl one site into a run's folder, in a process that is gone afterwards.

    Args:
        site: the site file.
        folder: where `raw.warc.gz`, `raw.jsonl` and `crawl.log` are written.
        clock: now, aware; times of the run count from it.
        known: what the dataset has; a page of nothing else ends its chain.
        progress: called with the counts now and then.
        meanwhile: called once while the crawl starts.

    Raises:
        OutputError: the folder cannot be written.
        UsageError: the site needs a browser that is not installed.
        CrawlEndedError: the process ended without an outcome.
        KeyboardInterrupt: it was stopped by hand at once.
    """
    order = {
        "site": site.model_dump(mode="json"),
        "folder": str(folder),
        "clock": clock.isoformat(),
        "known": known.said(),
    }
    heard = _Heard()
    with _started(heard) as process:
        asked, answers = cast("TextIO", process.stdin), cast("TextIO", process.stdout)
        with suppress(BrokenPipeError):  # it is gone already; how is told below
            asked.write(json.dumps(order) + "\n")
            asked.flush()
        if meanwhile is not None:
            meanwhile()
        for line in answers:
            _hear(heard, json.loads(line), progress)
        status = _left(process)
    if heard.error is not None:
        raise _error(heard.error)
    if heard.outcome is None:
        if heard.signals or status == errors.Exit.INTERRUPTED:
            raise KeyboardInterrupt
        how = f"by signal {-status}" if status < 0 else f"with exit {status}"
        raise CrawlEndedError(f"{folder}: the crawl's process ended {how} before its outcome", "run again")
    return Ended(CrawlOutcome.of(heard.outcome), heard.seconds)


@contextmanager
def _started(heard: _Heard) -> Iterator[subprocess.Popen[str]]:
    """The crawl's process, until it has ended."""
    with child(
        [sys.executable, "-P", "-c", _SERVE, str(_PACKAGES)],
        heard.signals,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            with suppress(BrokenPipeError):
                process.communicate()


def _hear(heard: _Heard, said: dict[str, Any], progress: Told | None) -> None:
    match said:
        case {"counts": counts}:
            if progress is not None:
                progress(Counter(counts))
        case {"outcome": outcome, "seconds": seconds}:
            heard.outcome, heard.seconds = outcome, seconds
        case {"error": error}:
            heard.error = error


def _left(process: subprocess.Popen[str]) -> int:
    try:
        return process.wait(_LEAVE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _error(said: dict[str, str]) -> ListmendError:
    kind: type[ListmendError] = getattr(errors, said["kind"], ListmendError)
    return kind(said["what"], said["next"])


def serve() -> None:
    """Take one order from stdin, crawl, and say how it went; the whole life of the crawl's process."""
    for number in heeded():  # until the crawl has handlers of its own
        signal.signal(number, lambda *_: os._exit(errors.Exit.INTERRUPTED))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    say = _channel()
    open_log()
    order = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_the_job, daemon=True).start()
    from scraper.crawl import crawl

    told = 0.0

    def tell(counts: Counter[str]) -> None:
        nonlocal told
        if time.monotonic() - told >= _TELL:
            told = time.monotonic()
            say({"counts": counts})

    site, folder = SiteFile.model_validate(order["site"]), Path(order["folder"])
    clock = datetime.fromisoformat(order["clock"])
    try:
        with disk.writing(folder):
            outcome = crawl(site, folder, clock, known=Known.of(order["known"]), progress=tell)
    except ListmendError as fault:
        say({"error": {"kind": type(fault).__name__, "what": fault.what, "next": fault.next}})
        sys.exit(fault.code)
    except KeyboardInterrupt:
        sys.exit(errors.Exit.INTERRUPTED)
    say({"outcome": asdict(outcome), "seconds": round(time.process_time(), 3)})


def _channel() -> Any:
    """How the order's giver is spoken to; what anybody else prints goes to stderr."""
    channel: TextIO = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(what: dict[str, Any]) -> None:
        channel.write(json.dumps(what) + "\n")
        channel.flush()

    return say


def _end_with_the_job() -> None:
    """Wait until the other end of stdin is closed: the job was killed, and nobody wants this crawl any more."""
    sys.stdin.read()
    os._exit(errors.Exit.CRASH)
