"""How a crawl ends before its pages do: by hand, or because nothing moves any more.

The first Ctrl-C, SIGTERM or SIGHUP lets the requests under way finish, for a few seconds; the second ends at once. A crawl in which
nothing is sent and nothing comes for longer than every time limit allows is ended, too, and says so in its log.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from scraper.stop_signals import heeded

GRACE = 5.0
"""Seconds that requests under way get after the first Ctrl-C; what a person at the keyboard may be asked to wait. With
a server that answers after 40 s the command then ended 5.9 s after the key, by its own 60 s timeout it would be a minute."""

STOPPING = "finishing the requests under way; once more to stop at once"

PATIENCE = 300.0
"""Seconds without a request, an answer or a failure after which a crawl is taken for stuck: the time limit of a request
is 60, the longest wait that Retry-After may ask for 120."""
_LOOK = 1.0
_HANDING_ON = 0.5
"""Seconds after `GRACE` for handing on what is in: entries of pages whose entry pages did not come."""

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Stop:
    """What came by hand: the signals so far, and a future that is done when nothing is waited for any longer."""

    over: asyncio.Future[None]
    signals: list[int] = field(default_factory=list)
    stopping: asyncio.Task[None] | None = None

    def now(self) -> None:
        """Wait no longer."""
        if not self.over.done():
            self.over.set_result(None)


@contextmanager
def stopped_by_hand(loop: asyncio.AbstractEventLoop, crawler: Any) -> Iterator[Stop]:
    """Turn the first Ctrl-C, SIGTERM or SIGHUP into an orderly stop and the second into KeyboardInterrupt."""
    stop = Stop(loop.create_future())
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

    former = {number: signal.signal(number, signalled) for number in heeded()}
    try:
        yield stop
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


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


async def until(task: asyncio.Task[None], stop: Stop, crawler: Any) -> None:
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
