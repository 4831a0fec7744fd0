"""Mended rows from plain Scrapy: one item pipeline, for this project's spider and for any other.

    ITEM_PIPELINES = {"scraper.mend_items.MendPipeline": 500}

Mending item by item would throw away what a list knows of its entries, and pay the cost of a column for one cell. So
items wait for each other: a batch is mended when it is full or when no item came for a moment, together with the
entries of the same list that went before, as evidence only.

Items of our spider become records. Items of another project keep their class and their fields: text and date fields
are replaced by their mended form, a list's element by element, `language` is set where the item has such a field, and an
item that refuses what it is given is passed on as it came. Which of their fields is which
is said by `LISTMEND_FIELDS`, a dict from our names (title, excerpt, text, date, url, list) to theirs; by default the
names are the same, and `summary`, `description`, `published`, `link` are understood, too.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Self
from urllib.parse import urlsplit

import pandas as pd
from itemadapter import ItemAdapter
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import CallLaterResult, call_later
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred

from pipelines.record import NAMES
from pipelines.site import Site
from pipelines.whole_characters import whole_characters
from scraper.items import Cells, RawItem, frame_of

logger = logging.getLogger(__name__)

BATCH = 100
"""Items of a full batch. Scrapy works on `CONCURRENT_ITEMS` (100) of a response at once, so more would never come."""

PATIENCE = 0.2
"""Seconds without a new item after which a batch is mended as it is: longer than the gap between two items of a
response (under 1 ms), shorter than a polite delay between two responses (1 s)."""

MEMORY = 300
"""Rows of a list kept as evidence for its next batch: ten to thirty listing pages."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "excerpt": ("excerpt", "summary", "description", "teaser"),
    "text": ("text", "body", "content", "articleBody"),
    "date": ("date", "published", "datePublished", "pubdate"),
    "url": ("url", "link", "href"),
    "list": ("list", "section", "category"),
}
"""Names other projects give to our columns, tried in order where `LISTMEND_FIELDS` does not name one."""

_RAW = {
    "title": "title_raw",
    "excerpt": "excerpt_raw",
    "text": "own_text",
    "date": "date_raw",
    "url": "url",
    "list": "list",
}
UNMENDED = "listmend/unmended"
"""Key of the crawl's stats: items that refused their mended values."""

MENDED = "listmend/mended/"
"""Keys of the crawl's stats, each with a `column:step` behind it: cells that took this step."""

_RUN_ONLY = ("first_seen", "last_seen", "changed_at", "run")


class MendPipeline:
    """Mends items in batches, list by list."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.names: dict[str, str] = dict(crawler.settings.getdict("LISTMEND_FIELDS"))
        unknown = sorted(set(self.names) - set(FIELDS))
        if unknown:
            known = ", ".join(FIELDS)
            raise ValueError(f"LISTMEND_FIELDS: {', '.join(unknown)}: no column of ours; known: {known}")
        self._begun = datetime.now(UTC)
        self._waiting: list[tuple[Any, Deferred[Any]]] = []
        self._timer: CallLaterResult | None = None
        self._before: dict[str, deque[Cells]] = {}
        self._strange: list[str] = []
        self._known = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the pipeline of one crawl."""
        made = cls(crawler)
        crawler.signals.connect(made._flush, signals.spider_idle)
        crawler.signals.connect(made._tell, signals.spider_closed)
        return made

    async def process_item(self, item: Any) -> Any:
        """Return the item mended, after its batch is."""
        mended: Deferred[Any] = Deferred()
        self._waiting.append((item, mended))
        if self._timer is not None:
            self._timer.cancel()
        # a full batch waits for the loop's next turn: its last item would be exported before the others
        self._timer = call_later(0 if len(self._waiting) >= BATCH else PATIENCE, self._flush)
        return await maybe_deferred_to_future(mended)

    def _flush(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        batch, self._waiting = self._waiting, []
        if not batch:
            return
        try:
            made = self._mended([item for item, _ in batch])
        except Exception as error:  # noqa: BLE001 - each item's caller gets it and Scrapy logs it
            for _, mended in batch:
                if not mended.called:
                    mended.errback(error)
            return
        for (_, mended), item in zip(batch, made, strict=True):
            if not mended.called:
                mended.callback(item)

    def _tell(self) -> None:
        """Warn where not one item had a field to mend: its names are then most likely in another language."""
        if self._strange and not self._known:
            logger.warning(
                "no item had a title, excerpt, text or date; LISTMEND_FIELDS says which of their fields is which: %s",
                ", ".join(self._strange),
            )

    def _mended(self, items: Sequence[Any]) -> list[Any]:
        from pipelines.build import mend_batch

        groups: dict[str, list[tuple[int, Cells]]] = {}
        for number, item in enumerate(items):
            for row in self._rows(item):
                groups.setdefault(row.get("list") or "", []).append((number, row))
        found: list[list[pd.Series]] = [[] for _ in items]
        for name, numbered in groups.items():
            new = [row for _, row in numbered]
            before = self._before.setdefault(name, deque(maxlen=MEMORY))
            frame = mend_batch(frame_of([*before, *new]), self._site()).iloc[len(before) :]
            before.extend(new)
            for (number, _), (_, mended) in zip(numbered, frame.iterrows(), strict=True):
                found[number].append(mended)
        return [self._back(item, rows) for item, rows in zip(items, found, strict=True)]

    def _site(self) -> Site:
        spider = self.crawler.spider
        facts = getattr(spider, "facts", None)
        if isinstance(facts, Site):
            return facts
        starts = getattr(spider, "start_urls", None) or [""]
        return Site(
            id=spider.name if spider else "items",
            crawled=self._begun,
            host=urlsplit(starts[0]).hostname or "",
        )

    def _rows(self, item: Any) -> list[Cells]:
        """The cells of an item, none where it has no field of ours; a row for each element of a list that an `ItemLoader` left."""
        if isinstance(item, RawItem):
            return [item]
        adapter = ItemAdapter(item)
        found = {
            _RAW[ours]: _elements(adapter.get(name))
            for ours in FIELDS
            if (name := self._field(adapter, ours)) is not None
        }
        if found.keys() <= {_RAW["url"], _RAW["list"]}:  # a picture, a count
            self._strange = self._strange or list(adapter.keys())
            return []
        self._known = True
        always = {
            "listing_url": "",
            "encoding": "",
            "list": next(iter(map(_plain, found.pop("list", []))), ""),
        }
        return [
            always | {name: _plain(held[number]) for name, held in found.items() if number < len(held)}
            for number in range(max((1, *map(len, found.values()))))
        ]

    def _field(self, adapter: ItemAdapter, ours: str) -> str | None:
        names = (self.names[ours],) if ours in self.names else FIELDS[ours]
        return next((name for name in names if name in adapter), None)

    def _back(self, item: Any, rows: Sequence[pd.Series]) -> Any:
        if isinstance(item, RawItem):
            self._count(rows)
            return {name: _out(rows[0][name]) for name in NAMES if name not in _RUN_ONLY}
        if not rows:
            return item
        adapter = ItemAdapter(item)
        mended = {
            name: _renewed(adapter[name], [_out(row[ours]) for row in rows])
            for ours in ("title", "excerpt", "text", "date")
            if (name := self._field(adapter, ours)) is not None
        }
        if "language" in adapter.field_names() or isinstance(item, dict):
            mended["language"] = rows[0]["language"]
        if self._assigned(adapter, mended):
            self._count(rows)
        return item

    def _count(self, rows: Sequence[pd.Series]) -> None:
        for row in rows:
            for step in row["repairs"]:
                self.crawler.stats.inc_value(MENDED + step)

    def _assigned(self, adapter: ItemAdapter, mended: Mapping[str, Any]) -> bool:
        """Whether an item took its mended values; one that refuses any, frozen or validating, stays as it was and is told."""
        before = {name: adapter[name] for name in mended if name in adapter}
        assigned = []
        try:
            for name, value in mended.items():
                if name not in before or value != before[name]:
                    adapter[name] = value
                    assigned.append(name)
        except Exception as fault:  # noqa: BLE001 - whatever a project's own class raises; the others are mended
            for name in assigned:
                if name in before:
                    adapter[name] = before[name]
                else:
                    del adapter[name]
            self.crawler.stats.inc_value(UNMENDED)
            logger.warning(
                "passed on unmended: %s refused its mended values (%s)", type(adapter.item).__name__, fault
            )
            return False
        return True


def _elements(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _renewed(value: Any, mended: Sequence[Any]) -> Any:
    """A field's value with its texts mended; what is no text, such as a datetime, is the project's own reading."""
    made = [
        old if new is None or not isinstance(old, str) else new
        for old, new in zip(_elements(value), mended, strict=False)
    ]
    return type(value)(made) if type(value) in (list, tuple) else made[0]


def _plain(value: Any) -> str | None:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return None if value is None else whole_characters(str(value))


def _out(value: Any) -> Any:
    """Return a cell as feed exports write it: dates ISO, steps joined as in `records.csv`, missing as None."""
    if isinstance(value, list | tuple) or hasattr(value, "tolist"):
        return ";".join(value)
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    return value.isoformat() if isinstance(value, datetime | date) else value
