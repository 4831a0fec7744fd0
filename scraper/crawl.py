"""One crawl in this process: Scrapy runs, bytes go to the archive, raw lines to `raw.jsonl`, an outcome comes back.

No item travels through Scrapy here: the spider hands each page's lines to a `RawWriter`, which saves the 50 µs an
item costs. The event loop is ours and is run once per crawl, so one process may crawl several sites in turn, which
Scrapy's own processes do not allow. What Scrapy has to say goes to `crawl.log` in the run's folder.
"""

from __future__ import annotations

import asyncio
import atexit
import functools
import logging
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines import disk
from pipelines.plural import plural
from scraper.browser import browser_settings, lacking, only_shells
from scraper.clock import Clock
from scraper.known_entries import NOTHING, Known
from scraper.outcome import CrawlOutcome, Told
from scraper.pages.nearest_feeds import nearest
from scraper.pages.raw_lines import Line, reject
from scraper.proxies import proxy_for
from scraper.raw_writer import RawWriter
from scraper.run_state import ARCHIVE, RAW
from scraper.site import SiteFile
from scraper.stopping import stopped_by_hand, until

LOG = "crawl.log"
FEED_INSTEAD = "feed_instead"


def crawl(
    site: SiteFile,
    folder: Path,
    clock: datetime,
    *,
    known: Known = NOTHING,
    progress: Told | None = None,
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
    if (lack := lacking()) is None:
        told = reject(site.start[0], "shell", "built by scripts; read as a browser builds it")
        return _crawl(site.model_copy(update={"browser": True}), folder, clock, known, progress, [told])
    # A site file's selectors are for the page, and a build asks them of it.
    if outcome.counts["feed_items"] and not site.lists:
        why = f"built by scripts; its feed was read instead, which names the newest entries only; for all: {lack.next}"
        lines = [reject(start, FEED_INSTEAD, why) for start in site.start]
        return _crawl(
            site.model_copy(update={"start": nearest(outcome.feeds, site.start[0])}),
            folder,
            clock,
            known,
            progress,
            lines,
        )
    number = outcome.rejects["shell"]
    return replace(outcome, says=f"built by scripts: {number} {plural(number, 'page')}; {lack.next}")


def _crawl(
    site: SiteFile,
    folder: Path,
    clock: datetime,
    known: Known,
    progress: Told | None,
    told: Sequence[Line] = (),
) -> CrawlOutcome:
    from scrapy.crawler import AsyncCrawlerRunner
    from scrapy.settings import Settings

    from scraper import settings as project
    from scraper.spiders.listing import ListingSpider

    writer = RawWriter(folder / RAW, progress)
    writer(told)
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
            with stopped_by_hand(loop, crawler) as stop:
                task = runner.crawl(crawler, site=site, sink=writer, clock=run_clock, known=known)
                loop.run_until_complete(until(task, stop, crawler))
    finally:
        writer.close()
    if (fault := _disk_fault(writer, crawler)) is not None:
        with disk.writing(folder):
            raise fault
    return _outcome(writer, crawler, interrupted=bool(stop.signals))


def _disk_fault(writer: RawWriter, crawler: Any) -> OSError | None:
    """The write that failed, of raw lines or of the archive, which is the first to fill a disk; to Scrapy it is a page's fault."""
    from scraper.middlewares.archive import ArchiveMiddleware

    archive = crawler.get_downloader_middleware(ArchiveMiddleware)
    return writer.fault or (archive.fault if archive is not None else None)


_LEFT = {
    "counted_more": "the page counts more than was read",
    "next_by_post": "the next page needs a form post",
    "next_by_script": "the next page is a script's",
    "next_elsewhere": "the next page is on another host",
    "next_period": "the next page is a month that may be to come",
}
"""What was not followed, by the code of its reject: the verdict says it, so that nobody takes the pages for the whole list."""


def _left(rejects: Mapping[str, int]) -> list[str]:
    """Where a chain of pages ended before its list did."""
    return [f"{told}: the list may go on" for code, told in _LEFT.items() if rejects.get(code)]


def _missed(rejects: Mapping[str, int], site: SiteFile) -> list[str]:
    """Pages that were read and did not show what they should, although others did."""
    told = []
    if stale := sum(rejects.get(code, 0) for code in ("selectors_found_nothing", "cells_by_structure")):
        told.append(f"stale selectors in the site file ({stale}): see listmend check {site.id}")
    if number := rejects.get("no_list"):
        told.append(f"{number} start {plural(number, 'page')} without a list, see rejects.jsonl")
    return told


def _outcome(writer: RawWriter, crawler: Any, *, interrupted: bool) -> CrawlOutcome:
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
        set(refusals) == set(crawler.spider.starts)
        and not counts["entries"]
        and all(unreachable(r.reason) for r in refusals.values())
    )
    told = "; ".join(f"{url}: {refusal.reason}: {refusal.detail}" for url, refusal in refusals.items())
    if away and (proxy := proxy_for(next(iter(refusals)))):
        told += f"; it was asked through the proxy {proxy}"
    missed = _missed(writer.rejects, crawler.spider.file) if counts["entries"] else []
    told = "; ".join(filter(None, (told, *_left(writer.rejects), *missed)))
    if counts["faults"]:
        told = "; ".join(
            filter(None, (told, f"{counts['faults']} {plural(counts['faults'], 'fault')}, see {LOG}"))
        )
    rejects = dict(sorted(writer.rejects.items()))
    spider = crawler.spider
    feeds = sorted(spider.walk.feeds)
    return CrawlOutcome(counts, rejects, away, interrupted, told, spider.depths, spider.broken, feeds)


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
        atexit.register(loop.close)  # a later crawl of this process needs it
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
