"""The lines of `raw.jsonl`: what a crawl writes down, in four kinds; `pipelines.raw` reads them and holds their columns.

A line is a plain dict that goes to JSON as it is. Texts are as the page has them, lone bytes as marks, "" for none.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePath
from typing import Literal, NotRequired, TypedDict

from pipelines.taken_back import REPLACED
from scraper.pages.judgement import Refusal

# Written as calls because `else` is no name a class could give a field.
EntryLine = TypedDict(
    "EntryLine",
    {
        "kind": Literal["entry"],
        "list": str,
        "page": int,
        "position": int,
        "url": str,
        "title": str,
        "excerpt": str,
        "date": str,
        "datetime": str,
        "category": str,
        "author": str,
        "listing_url": str,
        "encoding": str,
        "fetched_at": str,
        "page_language": str,
        "else": NotRequired[str],
        "excerpt_else": NotRequired[str],
    },
)
"""An entry of a list; `else` are the other names its page gives it, a line each, `excerpt_else` another teaser."""
OwnPageLine = TypedDict(
    "OwnPageLine",
    {
        "kind": Literal["page"],
        "url": str,
        "final_url": str,
        "title": str,
        "text": str,
        "summary": str,
        "beside": str,
        "date": str,
        "language": str,
        "encoding": str,
        "fetched_at": str,
        "else": NotRequired[str],
    },
)
"""An entry's own page: `url` is the one its list links to, `final_url` where that led, `else` what else it calls itself."""


class FeedLine(TypedDict):
    """An item of the site's feed."""

    kind: Literal["feed"]
    url: str
    title: str
    text: str
    summary: str
    date: str


class RejectLine(TypedDict):
    """Something that was not taken, or not as it should be, and why."""

    kind: Literal["reject"]
    url: str
    reason: str
    detail: str


Line = EntryLine | OwnPageLine | FeedLine | RejectLine


def reject(url: str, reason: str, detail: str) -> RejectLine:
    """Return the raw line of something that was not taken."""
    return {"kind": "reject", "url": url, "reason": reason, "detail": detail}


def standing(entries: Iterable[EntryLine], rejects: Iterable[RejectLine]) -> list[EntryLine]:
    """Return the entry lines of a crawl without those of lists that a second page took back (`REPLACED`)."""
    back = {(line["url"], line["detail"]) for line in rejects if line["reason"] == REPLACED}
    return [line for line in entries if (line["listing_url"], line["list"]) not in back]


def cut_short(url: str, ended: str) -> list[RejectLine]:
    """Return the note on a page whose body ended early and was read as far as it goes; none where it was whole."""
    return [reject(url, "cut_short", f"{ended}; read as far as it goes")] if ended else []


def unreadable(url: str, fault: Exception) -> RejectLine:
    """Return the reject line of a page that our reading of it failed on: a defect of ours, with its place."""
    return reject(url, *unreadable_because(fault))


def unreadable_because(fault: BaseException) -> Refusal:
    """Return the refusal that tells a defect of ours, with its place."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    said = " ".join(str(fault).split())[:200]
    return Refusal("unreadable", f"{type(fault).__name__} at {place}: {said}")


def stamp(moment: datetime) -> str:
    """Return a moment as raw lines write it: ISO, UTC, seconds."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
