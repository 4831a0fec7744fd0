"""Whatever a crawl brings home, the build loses nothing, fails on nothing and says the same twice."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.build import build
from pipelines.publish import to_arrow
from pipelines.raw import raw_of
from pipelines.site import Site

SITE = Site(
    id="lumen", crawled=datetime(2026, 11, 20, 6, tzinfo=UTC), languages=("fr",), host="lumen.example"
)
ODD = [
    "",
    " ",
    "\u200f31.02.26",
    "00.00.0000",
    "9 600",
    "11.02.26",
    "🙂",
    "Ã",
    "a exhort\U0010f7c3",
    "&hel",
    "[…]",
    "\x00",
    "\ufffd",
]
CELL = st.one_of(
    st.none(), st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
)
LINE = st.fixed_dictionaries(
    {
        "kind": st.just("entry"),
        "list": st.sampled_from(["une", "derniers"]),
        "page": st.integers(0, 3),
        "position": st.integers(0, 9),
        "url": st.one_of(st.none(), st.integers(0, 5).map("https://lumen.example/{}/".format), CELL),
        "title": CELL,
        "excerpt": CELL,
        "date": CELL,
        "datetime": CELL,
        "listing_url": st.just("https://lumen.example/"),
        "encoding": st.just("utf-8"),
        "fetched_at": st.just("2026-11-20T06:00:00Z"),
        "page_language": st.sampled_from([None, "fr-FR", "x", ""]),
    }
)
SOURCE = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["page", "feed"]),
        "url": st.integers(0, 5).map("https://lumen.example/{}/".format),
        "text": CELL,
        "title": CELL,
        "summary": CELL,
        "beside": CELL,
    }
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(LINE, max_size=18), st.lists(SOURCE, max_size=6))
def test_every_raw_entry_is_a_record_or_a_reject(
    entries: list[dict[str, object]], sources: list[dict[str, object]]
) -> None:
    """Records and rejects add up, ids are unique, raw cells are as they came, and the tables can be written."""
    raw = raw_of([*entries, *sources])
    built = build(raw, SITE, None, "one")
    assert built.current + len(built.rejects) == built.raw == len(entries)
    assert built.records["id"].is_unique
    table = to_arrow(built.records)
    assert table.num_rows == built.current
    came = {line["title"] for line in entries if line["title"]}
    assert set(built.records["title_raw"].dropna()) <= came
    assert to_arrow(build(raw, SITE, None, "one").records).equals(table)
