"""The harvest of CLDR: taken once, kept in the user's cache, taken anew when it is damaged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.dates.cldr import Harvest, harvest
from pipelines.dates.fold import fold
from pipelines.dates.names import misspelt_months, months, weekdays
from pipelines.dates.prior import ORDERS, order_prior


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache folder, and an empty memory before and after."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    harvest.cache_clear()
    yield tmp_path / "listmend"
    harvest.cache_clear()


def same(one: Harvest, other: Harvest) -> bool:
    """True when two harvests hold the same."""
    return all(a == b for a, b in zip(one, other, strict=True))


def test_the_harvest_is_kept_whole_and_read_again(home: Path) -> None:
    """One JSON file appears, nothing half-written beside it, and reading it gives the same."""
    first = harvest()
    assert [path.suffix for path in home.iterdir()] == [".json"]
    harvest.cache_clear()
    assert same(harvest(), first)


@pytest.mark.parametrize("content", ["", "{", "{}", "[]", '{"months": 3}'])
def test_a_damaged_file_is_replaced(home: Path, content: str) -> None:
    """A cut or foreign file counts as none."""
    first = harvest()
    path = next(home.iterdir())
    path.write_text(content, encoding="utf-8")
    harvest.cache_clear()
    assert same(harvest(), first)
    assert json.loads(path.read_text(encoding="utf-8"))["months"]


def test_a_home_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harvest serves from memory."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    harvest.cache_clear()
    assert harvest().months["mai"]
    harvest.cache_clear()


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("févr.", 2),
        ("FÉVRIER", 2),
        ("сент.", 9),
        ("мая", 5),
        ("Mrz", 3),
        ("ก.พ.", 2),
        ("septembrie", 9),
        ("दिसम्बर", 12),
        ("दिसंबर", 12),
    ],
)
def test_month_words(word: str, month: int) -> None:
    """Spellings of real sites name their month."""
    assert months(fold(word))[0].month == month


@pytest.mark.parametrize("word", ["de", "la", "sur", "comments", "paris", "par", "publié"])
def test_words_that_are_no_months(word: str) -> None:
    """Words that stand beside dates everywhere name none."""
    assert not months(fold(word))


def test_one_slip_is_forgiven_two_are_not() -> None:
    """`Feburary` is February, `Fbuary` is nothing."""
    assert misspelt_months("feburary")[0].month == 2
    assert not misspelt_months("fbuary")


def test_weekday_words() -> None:
    """Full and short names give their day; a word of two languages gives both."""
    assert weekdays("mercredi") == 1 << 2
    assert weekdays("samstag") == 1 << 5


@pytest.mark.parametrize(
    ("separator", "language", "tld", "order"),
    [
        ("/", "en-US", "", "mdy"), ("/", "en-GB", "", "dmy"), ("/", "en", "gov", "mdy"), ("/", "en", "au", "dmy"),
        (".", "", "", "dmy"), (".", "ko", "", "ymd"), ("-", "sv", "", "ymd"), ("/", "zh_TW", "", "ymd"), ("/", "xx", "", "dmy"),
    ],
)  # fmt: skip
def test_the_prior_of_a_page(separator: str, language: str, tld: str, order: str) -> None:
    """Language, region and country code name the likeliest order."""
    prior = order_prior(separator, language, tld)
    assert ORDERS[prior.index(max(prior))] == order
