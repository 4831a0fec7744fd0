"""One crawl in this process: Scrapy runs, bytes go to the archive, raw lines to `raw.jsonl`, an outcome comes back.

No item travels through Scrapy here: the spider hands each page's lines to a `RawWriter`, which saves the 50 µs an
item costs. The event loop is ours and is run once per crawl, so one process may crawl several sites in turn, which
Scrapy's own processes do not allow. What Scrapy has to say goes to `crawl.log` in the run's folder. Ctrl-C ends the
crawl after the requests under way, which get a few seconds; a second one ends it at once.
"""

from __future__ import annotations

import asyncio
import functools
import json
import logging
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from pipelines.errors import OutputError
from scraper.archive_reader import reextract as reextract
from scraper.browser import INSTALL, browser_settings, installed, only_shells
from scraper.clock import Clock
from scraper.extract import Line, reject
from scraper.known import NOTHING, Known
from scraper.outcome import CrawlOutcome as CrawlOutcome
from scraper.run_state import ARCHIVE as ARCHIVE
from scraper.run_state import RAW as RAW
from scraper.site import SiteFile

LOG = "crawl.log"
Progress = Callable[[Counter[str]], None]
"""Called with the counts so far whenever lines were written."""

GRACE = 5.0
"""Seconds that requests under way get after the first Ctrl-C; what a person at the keyboard may be asked to wait. With
a server that answers after 40 s the command then ended 5.9 s after the key, by its own 60 s timeout it would be a minute."""

STOPPING = "finishing the requests under way; once more to stop at once"

logger = logging.getLogger(__name__)


class RawWriter:
    """Writes raw lines, one JSON object a line, UTF-8, and counts them."""

    def __init__(self, path: Path, progress: Progress | None = None) -> None:
        """Open the file; OutputError where that fails."""
        self.path = path
        self.counts: Counter[str] = Counter()
        self.rejects: Counter[str] = Counter()
        self.fault: OSError | None = None
        self._progress = progress
        try:
            self._file: TextIO = path.open("w", encoding="utf-8", newline="\n")
        except OSError as fault:
            raise OutputError(f"{path}: cannot be written ({fault.strerror})", "check the folder") from fault

    def __call__(self, lines: list[Line]) -> None:
        """Write some lines; a full disk is remembered and told when the crawl has stopped."""
        for line in lines:
            self.counts[line["kind"]] += 1
            if line["kind"] == "reject":
                self.rejects[line["reason"]] += 1
        try:
            self._file.write("".join([json.dumps(line, ensure_ascii=False) + "\n" for line in lines]))
            self._file.flush()
        except OSError as fault:
            self.fault = fault
            raise
        if self._progress is not None:
            self._progress(self.counts)

    def close(self) -> None:
        """Close the file; what a full disk left unwritten is remembered like any other failed write."""
        try:
            self._file.close()
        except OSError as fault:
            self.fault = self.fault or fault


def crawl(
    site: SiteFile,
    folder: Path,
    clock: datetime,
    *,
    known: Known = NOTHING,
    progress: Progress | None = None,
) -> CrawlOutcome:
    """Crawl one site into a run's folder.

    Args:
        site: the site file.
        folder: where `raw.warc.gz` and `raw.jsonl` are written.
        clock: now, aware; times of the run count from it.
        known: what the dataset has; a page of nothing else ends its chain.
        progress: called with the counts so far.

    Returns:
        counts and how it ended; nothing of the site's doing raises.

    Raises:
        OutputError: the folder cannot be written.
        UsageError: the site needs a browser that is not installed.
    """
    outcome = _crawl(site, folder, clock, known, progress)
    if not only_shells(outcome.rejects, outcome.counts["entries"]) or outcome.interrupted or site.browser:
        return outcome
    if not installed():
        return replace(outcome, says=f"{outcome.rejects['shell']} pages are built by scripts; {INSTALL}")
    told = reject(site.start[0], "shell", "built by scripts; read as a browser builds it")
    return _crawl(site.model_copy(update={"browser": True}), folder, clock, known, progress, [told])


def _crawl(
    site: SiteFile,
    folder: Path,
    clock: datetime,
    known: Known,
    progress: Progress | None,
    told: Sequence[Line] = (),
) -> CrawlOutcome:
    from scrapy.crawler import AsyncCrawlerRunner
    from scrapy.settings import Settings

    from scraper import settings as project
    from scraper.spiders.listing import ListingSpider

    writer = RawWriter(folder / RAW, progress)
    writer([*told])
    run_clock = Clock(clock)
    settings = Settings()
    settings.setmodule(project, priority="project")
    settings.setdict(
        {
            "LISTMEND_ARCHIVE": folder / ARCHIVE,
            "LISTMEND_CLOCK": run_clock,
            "ITEM_PIPELINES": {},  # lines go to the writer, not through Scrapy
        },
        priority="cmdline",
    )
    settings.setdict(browser_settings(site), priority="cmdline")
    try:
        with _logged(folder / LOG), _loop() as loop:
            runner = AsyncCrawlerRunner(settings)
            crawler = runner.create_crawler(ListingSpider)
            with _stopped_by_hand(loop, crawler) as stop:
                task = runner.crawl(crawler, site=site, sink=writer, clock=run_clock, known=known)
                loop.run_until_complete(_until(task, stop, crawler))
    finally:
        writer.close()
    if writer.fault is not None:
        raise OutputError(f"{writer.path}: {writer.fault.strerror}", "free some space") from writer.fault
    return _outcome(site, writer, crawler, interrupted=bool(stop.signals))


_LEFT = {
    "next_by_post": "the next page needs a form post",
    "next_by_script": "the next page is a script's",
    "next_elsewhere": "the next page is on another host",
}
"""What was not followed, by the code of its reject: the verdict says it, so that nobody takes the pages for the whole list."""


def _left(rejects: Mapping[str, int]) -> list[str]:
    """Where a chain of pages ended before its list did."""
    return [f"{told}: the list may go on" for code, told in _LEFT.items() if rejects.get(code)]


def _outcome(site: SiteFile, writer: RawWriter, crawler: Any, *, interrupted: bool) -> CrawlOutcome:
    from scraper.middlewares.polite import UNANSWERED
    from scraper.refusals import unreachable

    stats = crawler.stats.get_stats()
    refusals: dict[str, Any] = crawler.spider.start_refusals
    counts = {
        "listing_pages": crawler.spider.walk.pages,
        "entries": writer.counts["entry"],
        "entry_pages": writer.counts["page"],
        "feed_items": writer.counts["feed"],
        "rejects": writer.counts["reject"],
        "requests": int(stats.get("downloader/request_count", 0)),
        "bytes": int(stats.get("downloader/response_bytes", 0)),
        "faults": int(stats.get("log_count/ERROR", 0)) - int(stats.get(UNANSWERED, 0)),
    }
    away = (
        bool(refusals)
        and not counts["listing_pages"]
        and all(unreachable(r.reason) for r in refusals.values())
    )
    told = "; ".join(f"{url}: {refusal.reason}: {refusal.detail}" for url, refusal in refusals.items())
    broken = [
        f"page {number + 1} of {start} could not be read ({reason}): the list may go on"
        for start, (number, reason) in crawler.spider.broken.items()
    ]
    told = "; ".join(filter(None, (told, *broken, *_left(writer.rejects))))
    if counts["faults"]:
        told = "; ".join(filter(None, (told, f"{counts['faults']} faults, see {LOG}")))
    rejects = dict(sorted(writer.rejects.items()))
    return CrawlOutcome(counts, rejects, away, interrupted, told, crawler.spider.depths)


class _LogFile(logging.FileHandler):
    """A log that a full disk does not fill with tracebacks: the crawl's own files tell that fault."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - as logging names it
        """Leave out the line that could not be written."""

    def close(self) -> None:
        """Close the file; what the disk did not take is left out."""
        with suppress(OSError):
            super().close()


@contextmanager
def _logged(path: Path) -> Iterator[None]:
    """Send what the crawl logs to a file beside its raw lines; the terminal is the verdict's."""
    root, handler = logging.getLogger(), _LogFile(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s: %(message)s"))
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
        handler.close()


@contextmanager
def _loop() -> Iterator[asyncio.AbstractEventLoop]:
    """The event loop Twisted's reactor works on, with the reactor started but not running by itself."""
    from scrapy.utils.reactor import install_reactor

    if "twisted.internet.reactor" not in sys.modules:
        install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from twisted.internet import reactor

    loop: asyncio.AbstractEventLoop = reactor._asyncioEventloop
    # Scrapy makes its tasks on the current loop; whoever ran one in between, `asyncio.run` for one, has left another.
    asyncio.set_event_loop(loop)
    if not reactor.running:
        # Threads that look up host names must not keep the process from ending, and a pool cannot be started twice.
        pool = reactor.getThreadPool()
        pool.threadFactory = functools.partial(threading.Thread, daemon=True)
        reactor.startRunning(installSignalHandlers=False)
    kept: set[asyncio.Future[Any]] = set()

    def keeping(loop: asyncio.AbstractEventLoop, coroutine: Any, **named: Any) -> asyncio.Future[Any]:
        """Hold a task until it is done: a loop itself holds none, and one that is collected never ends."""
        task = asyncio.Task(coroutine, loop=loop, **named)
        kept.add(task)
        task.add_done_callback(kept.discard)
        return task

    loop.set_task_factory(keeping)
    try:
        yield loop
    finally:
        loop.set_task_factory(None)


@dataclass(slots=True)
class _Stop:
    """What came by hand: the signals so far, and a future that is done when nothing is waited for any longer."""

    over: asyncio.Future[None]
    signals: list[int] = field(default_factory=list)
    stopping: asyncio.Task[None] | None = None

    def now(self) -> None:
        """Wait no longer."""
        if not self.over.done():
            self.over.set_result(None)


@contextmanager
def _stopped_by_hand(loop: asyncio.AbstractEventLoop, crawler: Any) -> Iterator[_Stop]:
    """Turn the first Ctrl-C or SIGTERM into an orderly stop and the second into KeyboardInterrupt."""
    stop = _Stop(loop.create_future())
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def orderly() -> None:
        print(STOPPING, file=sys.stderr, flush=True)
        logger.warning("stopping after the requests under way")
        stop.stopping = loop.create_task(crawler.stop_async())
        if crawler.spider is not None:
            loop.call_later(GRACE, crawler.spider.hurry)
        loop.call_later(GRACE + _HANDING_ON, stop.now)

    def signalled(number: int, frame: object) -> None:
        stop.signals.append(number)
        if len(stop.signals) > 1:
            loop.call_soon_threadsafe(stop.now)  # should somebody's handler swallow the exception
            raise KeyboardInterrupt
        loop.call_soon_threadsafe(orderly)

    former = {number: signal.signal(number, signalled) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


PATIENCE = 300.0
"""Seconds without a request, an answer or a failure after which a crawl is taken for stuck: the time limit of a request
is 60, the longest wait that Retry-After may ask for 120."""
_LOOK = 1.0
_HANDING_ON = 0.5
"""Seconds after `GRACE` for handing on what is in: entries of pages whose entry pages did not come."""


def _activity(crawler: Any) -> tuple[int, ...]:
    """What changes whenever a crawl gets on: requests sent, answers, failures."""
    stats = crawler.stats.get_stats() if crawler.stats is not None else {}
    return tuple(
        int(stats.get(f"downloader/{name}_count", 0)) for name in ("request", "response", "exception")
    )


async def _stalled(crawler: Any) -> None:
    """Return when nothing was sent and nothing came for longer than every time limit and delay together allow."""
    seen, quiet = _activity(crawler), 0.0
    while quiet < PATIENCE + 2 * _longest_delay(crawler):
        await asyncio.sleep(_LOOK)
        now = _activity(crawler)
        seen, quiet = now, (quiet + _LOOK if now == seen else 0.0)


def _longest_delay(crawler: Any) -> float:
    try:
        slots = crawler.engine.downloader.slots.values()
    except (AttributeError, RuntimeError):  # the crawl is only about to begin
        return 0.0
    return max((float(slot.delay) for slot in slots), default=0.0)


async def _until(task: asyncio.Task[None], stop: _Stop, crawler: Any) -> None:
    """Wait for a crawl to end, for a stop by hand that waits no longer, or for a stall; then what is left is dropped.

    Raises:
        KeyboardInterrupt: the stop was asked for twice.
    """
    stalled = asyncio.ensure_future(_stalled(crawler))
    await asyncio.wait({task, stop.over, stalled}, return_when=asyncio.FIRST_COMPLETED)
    if stalled.done():
        logger.error("nothing was sent and nothing came for %d seconds; the crawl was ended", PATIENCE)
    stalled.cancel()
    if len(stop.signals) > 1:
        raise KeyboardInterrupt
    if task.done():
        task.result()
        return
    from scraper.middlewares.archive import ArchiveMiddleware

    left = asyncio.all_tasks() - {asyncio.current_task()}
    under_way = len(crawler.engine.downloader.active) if crawler.engine is not None else 0
    logger.warning("%d requests did not end in time and were dropped", under_way)
    for other in left:
        other.cancel()
    await asyncio.wait(left, timeout=_HANDING_ON)
    archive = crawler.get_downloader_middleware(ArchiveMiddleware)
    if archive is not None:
        archive.close()
