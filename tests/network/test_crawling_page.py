"""docs/crawling.md names every reason the network side gives."""

from __future__ import annotations

import re
from pathlib import Path

from scraper.refusals import _BY_MESSAGE, _BY_TYPE, UNREACHABLE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "crawling.md").read_text(encoding="utf-8")
TOLD = set(re.findall(r"^\| `([a-z_]+)", PAGE, re.MULTILINE))
IN_SOURCE = re.compile(
    r"""(?:Refusal|Refused|reject)\(\s*(?:url, |address, )?f?"([a-z_]+)|\(\(?"([a-z_]+)", (?:detail|f"|told|answer)"""
    r"""|"([a-z]+_unclosed)\"|return \(?"(next_[a-z_]+)", """
)


def test_every_reason_has_a_line() -> None:
    """What it means and what to do."""
    scraper = ROOT / "scraper"
    sources = [*(scraper / "pages").glob("*.py"), *(scraper / "middlewares").glob("*.py")]
    sources += [
        scraper / name for name in ("refusals.py", "spiders/listing.py", "listing/pager/unfollowed.py")
    ]
    found = {
        "".join(names) for path in sources for names in IN_SOURCE.findall(path.read_text(encoding="utf-8"))
    }
    reasons = found | UNREACHABLE | {reason for _, reason in (*_BY_TYPE, *_BY_MESSAGE)}
    assert reasons >= {"http_", "empty", "too_deep", "blocked", "page_repeated", "comment_unclosed", "unpack"}
    assert reasons >= {"cut_short", "pages_max", "feed_as_start", "interrupted", "script_unclosed"}
    assert reasons >= {"no_list", "next_elsewhere", "next_by_post", "selectors_found_nothing", "shell"}
    assert reasons - TOLD == set()


def test_reasons_that_mean_unreachable_are_marked() -> None:
    """The dagger stands where exit 4 follows."""
    marked = set(re.findall(r"^\| `([a-z_]+)…?` †", PAGE, re.MULTILINE))
    assert marked - {"http_"} == set(UNREACHABLE)
