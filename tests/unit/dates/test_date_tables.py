"""The harvest of CLDR: taken once, kept in the user's cache, taken anew when it is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipelines.dates import read_dates
from pipelines.dates.hypotheses.prior import ORDERS, order_prior
from pipelines.dates.words import cldr
from pipelines.dates.words.cldr import Harvest, digest, harvest
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import misspelt_months, months, weekdays


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache folder, and an empty memory before and after."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    harvest.cache_clear()
    yield tmp_path / "listmend"
    harvest.cache_clear()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Harvest, Path]:
    """What a first use harvests, and the folder it leaves."""
    place = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place))
        harvest.cache_clear()
        taken = harvest()
        harvest.cache_clear()
    return taken, place / "listmend"


def same(one: Harvest, other: Harvest) -> bool:
    """True when two harvests hold the same."""
    return all(a == b for a, b in zip(one, other, strict=True))


def test_the_harvest_is_kept_whole_and_read_again(home: Path, first: tuple[Harvest, Path]) -> None:
    """One JSON file appears, nothing half-written beside it, and reading it gives the same."""
    taken, kept = first
    (file,) = kept.iterdir()
    assert file.suffix == ".json"
    home.symlink_to(kept)
    before = file.stat()
    assert same(harvest(), taken)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("content", ["", "{", "{}", "[]", '{"months": 3}'])
def test_a_damaged_file_is_replaced(home: Path, first: tuple[Harvest, Path], content: str) -> None:
    """A cut or foreign file counts as none."""
    taken, kept = first
    (whole,) = kept.iterdir()
    home.mkdir()
    (home / whole.name).write_text(content, encoding="utf-8")
    assert same(harvest(), taken)
    assert [path.name for path in home.iterdir()] == [whole.name]
    assert (home / whole.name).read_bytes() == whole.read_bytes()


def test_a_home_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harvest serves from memory."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    harvest.cache_clear()
    assert harvest().months["mai"]
    harvest.cache_clear()


def test_a_harvest_of_other_words_has_another_name(tmp_path: Path, first: tuple[Harvest, Path]) -> None:
    """A word put into a table or a line of a source is in the next harvest; compiled files are none of what it is made of."""
    (file,) = first[1].iterdir()
    folder = Path(cldr.__file__).parent
    assert file.stem.endswith(f"-{digest(folder)}")
    table, source = tmp_path / "ago.txt", tmp_path / "ago.py"
    table.write_text("af | 0 gelede\n", encoding="utf-8")
    source.write_text("MIN_MARK = 2\n", encoding="utf-8")
    seen = [digest(tmp_path)]
    table.write_text("af | 0 gelede, 0 terug\n", encoding="utf-8")
    seen.append(digest(tmp_path))
    source.write_text("MIN_MARK = 3\n", encoding="utf-8")
    seen.append(digest(tmp_path))
    (tmp_path / "ago.pyc").write_bytes(b"")
    assert len({*seen}) == len(seen)
    assert digest(tmp_path) == seen[-1]


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
def test_a_spelling_of_real_sites_names_its_month(word: str, month: int) -> None:
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


def test_full_and_short_names_give_their_weekday() -> None:
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


@pytest.mark.parametrize(
    ("language", "cell", "day"),
    [("ln", "25 sánzá ya zómi na mɔ̌kɔ́ 2026", "2026-11-25"), ("ln", "2 sánzá ya zómi na míbalé 2025", "2025-12-02"), ("ln", "25 sánzá ya zómi 2026", "2026-10-25")],
)  # fmt: skip
def test_a_month_counted_in_words_is_read_to_its_end(language: str, cell: str, day: str) -> None:
    """The month of ten and one is not that of ten."""
    row = read_dates([cell], languages=language, crawled=date(2026, 11, 26)).iloc[0]
    assert (str(row["date"]), bool(row["certain"])) == (day, True)
