"""The report of a run: complete, self-contained, and safe whatever the site wrote."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any, cast

import pandas as pd
import pyarrow as pa
import pytest

from pipelines.record import arrow_schema
from pipelines.report import render
from pipelines.report.lists import cut_told, date_told, language_told, order_told
from pipelines.verdict import Verdict

SEEN = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
EARLIER = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)
LONE = chr(0x10F700 + 0xC3)


def record(number: int, **cells: Any) -> dict[str, Any]:
    """One record; cells replace the usual ones."""
    return {
        "id": f"r{number}",
        "site": "lumen",
        "list": "actualites",
        "position": number,
        "url": f"https://lumen.example/article-{number}/",
        "title": f"La fontaine numéro {number}",
        "excerpt": f"La fontaine numéro {number} coule de nouveau.",
        "date": date(2026, 10, 28) - timedelta(days=number),
        "language": "fr",
        "excerpt_cut": "no",
        "excerpt_source": "listing",
        "date_certain": True,
        "language_confidence": 0.99,
        "language_alone": "fr",
        "repairs": [],
        "title_raw": f"La fontaine numéro {number}",
        "excerpt_raw": f"La fontaine numéro {number} coule de nouveau.",
        "date_raw": f"{28 - number}.10.26",
        "listing_url": "https://lumen.example/",
        "encoding": "utf-8",
        "fetched_at": SEEN,
        "first_seen": SEEN,
        "last_seen": SEEN,
        "changed_at": SEEN,
        "run": "20261120T060000Z",
        **cells,
    }


def records(*rows: dict[str, Any]) -> pd.DataFrame:
    """The rows as a frame of the one schema."""
    frame = pa.Table.from_pylist(list(rows), schema=arrow_schema()).to_pandas()
    typed: pd.DataFrame = frame.astype({"date": pd.ArrowDtype(pa.date32())})
    return typed


def changes(*steps: tuple[str, str, str, str | None, str | None]) -> pd.DataFrame:
    """Steps as the build gives them."""
    return pd.DataFrame(steps, columns=["id", "column", "step", "before", "after"]).astype("str")


def verdict(**keys: Any) -> Verdict:
    """A published run's verdict; keys replace the usual ones."""
    usual: Verdict = {
        "site": "lumen",
        "run": "20261120T060000Z",
        "state": "published",
        "exit": 0,
        "clock": "2026-11-20T06:00:00+00:00",
        "start": ["https://lumen.example/"],
        "counts": {"raw": 3, "entries": 3, "records": 3, "new": 3, "changed": 0, "unchanged": 0, "kept": 0},
        "rejects": {},
        "mended": {},
        "issues": {},
        "gates": [{"name": "rows_min", "passed": True, "says": "3 entries, expected at least 1"}],
        "versions": {"listmend": "0.1.0"},
        "lists": {"actualites": decision()},
    }
    return cast("Verdict", {**usual, **keys})


def decision(**parts: dict[str, Any]) -> dict[str, Any]:
    """What was decided about a list of three; parts replace single keys of `cut`, `dates` and `language`."""
    cut = {
        "unit": "none", "budget": 0, "proved_by": 0, "teasers": 0, "marker": "", "marked": 0, "cut": 0,
    }  # fmt: skip
    dates = {
        "order": "dmy", "share": 0.9999, "margin": 14.2, "read": 3, "certain": 3, "no_month": 3, "newest_first": 2,
        "oldest_first": 0,
    }  # fmt: skip
    spoken = {"language": "fr", "entries": 3, "others": {}, "confidence": 0.99, "declared": "fr-FR"}
    usual = {"cut": cut, "dates": dates, "language": spoken}
    return {"entries": 3, **{name: {**part, **parts.get(name, {})} for name, part in usual.items()}}


class Reader(HTMLParser):
    """Collects the text, the tags and the links of a page, and complains about tags that do not nest."""

    VOID = frozenset({"meta"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.opened: list[str] = []
        self.feed(page)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in self.VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.opened and self.opened[-1] != "style":
            self.text.append(data)


def read(page: str) -> str:
    """All text of a page."""
    return re.sub(r"\s+", " ", "".join(Reader(page).text))


THREE = records(*(record(number) for number in range(3)))
NONE = changes()


def test_it_says_what_became_of_the_run() -> None:
    """Site, run, verdict and exit code stand at the top."""
    text = read(render(THREE, verdict(), NONE))
    assert "lumen" in text
    assert "Run 20261120T060000Z, 2026-11-20 06:00:00 UTC" in text
    assert "Published. Exit code 0." in text


def test_a_failed_gate_comes_first() -> None:
    """A run that was not published says why before anything else, in words and not by colour alone."""
    judged = [
        {"name": "rows_min", "passed": True, "says": "3 entries, expected at least 1"},
        {"name": "dated", "passed": False, "says": "0 % of the entries have a date, expected at least 90 %"},
    ]
    told = verdict(state="gates_failed", exit=3, gates=judged, says="dated: 0 % have a date; 1101 stands")
    text = read(render(THREE, told, NONE))
    assert "Not published" in text
    assert "dated: 0 % have a date; 1101 stands" in text
    assert text.index("FAILED") < text.index("passed")


def test_nothing_is_loaded_from_elsewhere() -> None:
    """The page has no script, no picture, no style sheet of another file, and forbids itself to load any."""
    page = render(THREE, verdict(), NONE)
    tags = set(Reader(page).tags)
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "base", "form"}
    assert "url(" not in page
    assert "default-src 'none'" in page.replace("&#x27;", "'")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</style></title><b>",
        "<!-- ",
        "&lt;b&gt;",
    ],
)
def test_what_the_site_wrote_is_text(hostile: str) -> None:
    """Markup in any cell, name or sentence is shown as it is and never becomes part of the page."""
    row = record(0, title=hostile, excerpt=hostile, list=hostile, date_raw=hostile, excerpt_raw=f"{hostile} x",
                 encoding=hostile, language=hostile)  # fmt: skip
    told = verdict(
        site=hostile, run=hostile, says=hostile, rejects={hostile: 1}, issues={hostile: 1}, mended={hostile: 1},
        gates=[{"name": hostile, "passed": False, "says": hostile}], versions={hostile: hostile},
        start=[hostile], lists={hostile: decision(cut={"marker": hostile, "marked": 1}, language={"declared": hostile})},
    )  # fmt: skip
    steps = changes(("r0", "excerpt", hostile, f"{hostile} x", hostile))
    page = render(records(row), told, steps)
    plain = Reader(render(records(record(0)), verdict(), NONE)).tags
    reader = Reader(page)
    assert hostile in "".join(reader.text)
    assert not set(reader.tags) - set(plain) - {"small", "span", "ins", "del"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " http://x"]
)
def test_only_web_addresses_are_links(address: str) -> None:
    """An entry with any other address keeps its title and loses the link."""
    reader = Reader(render(records(record(0, url=address)), verdict(), NONE))
    assert all(link.startswith("https://lumen.example/") for link in reader.links)
    assert "La fontaine numéro 0" in "".join(reader.text)


def test_a_mended_cell_shows_what_differs() -> None:
    """The lost byte is spelled out before, the character given back is marked after."""
    steps = changes(
        ("r0", "excerpt", "lost_character", f"Le jury a exhort{LONE}", "Le jury a exhorté"),
        ("r0", "excerpt", "word", "Le jury a exhorté", "Le jury a exhortées"),
    )
    page = render(THREE, verdict(), steps)
    assert re.search(r"exhort<del><span class=\"chip\"[^>]*>C3</span></del>", page)
    assert "exhort<ins>ées</ins>" in page
    assert "lost_character, word" in read(page)


def test_invisible_characters_are_named_where_they_went() -> None:
    """A soft hyphen that was taken out is named in the cell before."""
    steps = changes(("r0", "title", "soft_hyphen", "La fon\u00adtaine", "La fontaine"))
    assert "La fonSHYtaine" in read(render(THREE, verdict(), steps))


def test_a_cell_that_came_back_to_itself_is_not_mended() -> None:
    """Steps that cancel out leave nothing to show."""
    steps = changes(("r0", "title", "one", "A", "B"), ("r0", "title", "other", "B", "A"))
    assert "No title and no excerpt needed mending." in read(render(THREE, verdict(), steps))


def test_a_cell_made_from_nothing_is_shown() -> None:
    """A title that the list did not have shows as added."""
    page = render(THREE, verdict(), changes(("r0", "title", "own_page", None, "La fontaine")))
    assert "<ins>La fontaine</ins>" in page


def test_rare_repairs_are_not_hidden_by_common_ones() -> None:
    """Of a thousand cells mended alike a few are shown, with the number of the others; the odd one is there."""
    common = [(f"r{n}", "excerpt", "marker", f"Texte {n} […]", f"Texte {n}") for n in range(1000)]
    page = render(THREE, verdict(), changes(*common, ("r0", "title", "mojibake", "Ã©tÃ©", "été")))
    text = read(page)
    assert "mojibake" in text
    assert "996 more cells were mended in these ways" in text
    assert len(page) < 100_000


def test_new_and_changed_entries_are_told_apart() -> None:
    """What changed lists new entries and changed ones with their titles, and leaves out what is as it was."""
    frame = records(
        record(0, title="Neuve"),
        record(1, title="Retouchée", first_seen=EARLIER),
        record(2, title="Inchangée", first_seen=EARLIER, changed_at=EARLIER),
    )
    counts = {"raw": 3, "entries": 3, "records": 3, "new": 1, "changed": 1, "unchanged": 1, "kept": 0}
    told = (
        read(render(frame, verdict(counts=counts), NONE)).partition("What changed")[2].partition("Mended")[0]
    )
    assert "new2026-10-28Neuve" in told
    assert "changed2026-10-27Retouchée" in told
    assert "Inchangée" not in told


def test_a_quiet_run_says_so() -> None:
    """Nothing new and nothing changed is a sentence, not an empty table."""
    counts = {"raw": 3, "entries": 3, "records": 3, "new": 0, "changed": 0, "unchanged": 3, "kept": 0}
    assert "Nothing new and nothing changed" in read(render(THREE, verdict(counts=counts), NONE))


def test_a_run_without_entries_has_a_report() -> None:
    """A run that found nothing still renders, with its failed gate."""
    gate = {"name": "rows_min", "passed": False, "says": "0 entries, expected at least 1"}
    text = read(render(THREE.iloc[:0], verdict(state="gates_failed", exit=3, gates=[gate], counts={}), NONE))
    assert "0 entries, expected at least 1" in text
    assert "No entry has a date." in text


def test_entries_without_date_title_or_address_are_shown() -> None:
    """Missing cells leave gaps and never the word nan or None."""
    row = record(
        0, date=None, title=None, url=None, excerpt=None, date_raw=None, excerpt_raw=None, title_raw=None
    )
    text = read(render(records(row, record(1)), verdict(), NONE))
    assert not re.search(r"\b(nan|None|NaT|<NA>)\b", text)
    assert "1 of 2 entries have a date." in text


def test_right_to_left_cells_find_their_own_direction() -> None:
    """Cells of the site's text carry their language and let the reader's program find the direction."""
    row = record(0, title="أرشيف الصور", language="ar")
    assert re.search(
        r'<td dir="auto" lang="ar"><a [^>]*>أرشيف الصور</a>', render(records(row), verdict(), NONE)
    )


def test_rejects_are_counted_by_reason() -> None:
    """What was left out is told with its reason and number."""
    assert "duplicate2" in read(render(THREE, verdict(rejects={"duplicate": 2}), NONE))


@pytest.mark.parametrize(
    ("days", "unit"),
    [(("2026-10-01", "2026-10-20"), "day"), (("2025-01-01", "2026-10-20"), "month"),
     (("2018-01-01", "2026-10-20"), "quarter"), (("1990-01-01", "2026-10-20"), "year"), (("0001-01-01", "9999-12-31"), "209 years")],
)  # fmt: skip
def test_bars_suit_the_span(days: tuple[str, str], unit: str) -> None:
    """Entries of weeks are counted by day, of decades by year; every dated entry is in a bar."""
    frame = records(*(record(n, date=date.fromisoformat(day)) for n, day in enumerate(days)))
    text = read(render(frame, verdict(), NONE))
    assert f"Entries by {unit}, 1 at most; 2 of 2 entries have a date." in text


@pytest.mark.parametrize(
    ("cut", "told"),
    [
        ({}, "none"),
        ({"cut": 3}, "no rule seen"),
        (
            {"unit": "bytes", "budget": 210, "proved_by": 20, "teasers": 24, "cut": 22},
            "210 bytes (20 of 24)",
        ),
        (
            {"unit": "utf16", "budget": 99, "proved_by": 3, "teasers": 3, "cut": 3},
            "99 UTF-16 units (3 of 3)",
        ),
        ({"cut": 9, "marker": "[…]", "marked": 9}, "no rule seen; […] 9"),
    ],
)
def test_a_list_tells_how_it_cuts(cut: dict[str, Any], told: str) -> None:
    """The rule with the teasers that prove it, and the marker that was taken off; none where nothing is cut."""
    assert cut_told(decision(cut=cut)["cut"]) == told


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ({}, "dmy, over 99.9 % (3 days above 12, 2 of 2 steps newest first)"),
        ({"share": 0.982, "no_month": 0, "oldest_first": 5}, "dmy, 98.2 % (5 of 7 steps oldest first)"),
        ({"order": None, "share": None}, "as written"),
        ({"order": None, "share": None, "read": 0}, ""),
    ],
)
def test_a_list_tells_how_its_dates_were_read(dates: dict[str, Any], told: str) -> None:
    """The order, what it keeps of the probability, and what speaks for it; dates that say themselves need none."""
    assert order_told(decision(dates=dates)["dates"]) == told


def test_a_list_tells_its_language() -> None:
    """The language of most entries beside what the pages declare."""
    assert language_told(decision()["language"]) == "fr 3 of 3, declared fr-FR"
    other = decision(language={"entries": 2, "others": {"en": 1}, "declared": ""})
    assert language_told(other["language"]) == "fr 2 of 3"


def test_decisions_stand_in_the_page() -> None:
    """Each list of the verdict is a row; a verdict without them has no table."""
    cut = {"unit": "bytes", "budget": 210, "proved_by": 20, "teasers": 24, "cut": 22}
    text = read(render(THREE, verdict(lists={"actualites": decision(cut=cut)}), NONE))
    assert "210 bytes (20 of 24)" in text
    assert "fr 3 of 3, declared fr-FR" in text
    assert "dmy, over 99.9 %" in text
    assert "teasers cut" not in read(render(THREE, verdict(lists={}), NONE))


def test_a_list_shows_a_date_that_could_be_read_otherwise() -> None:
    """The example of a list's dates is one that another order would read as another day."""
    frame = records(record(0, date_raw="28.10.26"), record(1, date_raw="05.04.26", date=date(2026, 4, 5)))
    assert date_told(frame) == ("05.04.26", "2026-04-05")
    assert date_told(records(record(0, date=None))) == ("", "")


def test_the_same_run_gives_the_same_page() -> None:
    """Nothing of the moment or the machine is in the page."""
    steps = changes(("r0", "title", "mojibake", "Ã©tÃ©", "été"))
    assert render(THREE, verdict(), steps) == render(THREE, verdict(), steps)
