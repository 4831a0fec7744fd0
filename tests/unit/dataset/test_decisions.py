"""What the build decided about each list: cut, order of dates, language; and that nothing of it leaks into the files."""

from __future__ import annotations

import math

import pyarrow.parquet as pq
import pytest

from pipelines.build import build, mend_batch
from pipelines.dates import dates
from pipelines.decisions import LEAST_DOUBT, ListDecision
from pipelines.handed_on import CUT, KEY, ORDER
from pipelines.publish import write_records
from pipelines.repair import repair
from pipelines.repair.decoding.decode import decode
from pipelines.trail import fresh
from tests.rows import entry, frame, raw, site

SENTENCE = (
    "La commission des travaux a visité mardi matin le chantier de la passerelle, dont les piles sont posées depuis le"
    " printemps et dont le tablier attend encore les garde-corps commandés en été à une forge de la vallée numéro {}."
)


def decided(lines: list[dict[str, object]], name: str = "actualites") -> ListDecision:
    return build(raw(lines), site(), None, "one").lists[name]


def teasers(*texts: str) -> list[dict[str, object]]:
    return [entry(number, excerpt=text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("cut", "unit", "budget"),
    [
        (lambda text: text[:120], "characters", 120),
        (lambda text: " ".join(text.split()[:14]), "words", 14),
    ],
    ids=["characters", "words"],
)
def test_the_rule_that_the_teasers_prove(cut, unit: str, budget: int) -> None:  # type: ignore[no-untyped-def]
    """Unit and budget, and how many of the list's teasers end exactly there."""
    texts = [cut(f"Dossier {'é' * (number % 5 + 1)} : {SENTENCE.format(number)}") for number in range(12)]
    rule = decided(teasers(*texts, "Une brève, entière.")).cut
    assert (rule.unit, rule.budget, rule.proved_by, rule.teasers) == (unit, budget, 12, 13)


def test_half_a_character_at_the_end_is_a_witness() -> None:
    """A teaser that ends inside a letter ends at the budget: its lone byte counts, though the excerpt is without it."""
    texts = [
        decode((SENTENCE.format(number) + "é" * 40).encode()[:130], None, html=False).text
        for number in range(5)
    ]
    texts += [
        decode((f"Récolte {number} : " + "é" * 90).encode()[:130], None, html=False).text
        for number in range(10, 15)
    ]
    rule = decided(teasers(*texts)).cut
    assert (rule.unit, rule.budget, rule.proved_by) == ("bytes", 130, 10)


def test_no_rule_is_said_to_be_none() -> None:
    """Whole teasers of any length prove nothing."""
    rule = decided([entry(number) for number in range(8)]).cut
    assert (rule.unit, rule.budget, rule.marker, rule.cut) == ("none", 0, "", 0)


def test_whole_sentences_of_one_length_are_no_cut() -> None:
    """A length is a rule only where the teasers break off there."""
    same = [entry(n, excerpt=f"Le marché numéro {n} ouvre ses halles ce samedi matin.") for n in range(8)]
    assert decided(same).cut.unit == "none"


def test_the_marker_that_was_taken_off() -> None:
    """The usual one, as the site writes it, and of how many teasers."""
    texts = [f"Le lavoir numéro {number} a rouvert après les travaux et attend […]" for number in range(6)]
    rule = decided(teasers(*texts, "Le quai est fermé jusqu'au soir, et les bateaux …")).cut
    assert (rule.marker, rule.marked, rule.cut) == ("[…]", 6, 7)


def test_an_order_with_its_evidence() -> None:
    """Days above 12 and steps back in time are counted; the margin is that of the least settled day."""
    lines = [entry(number, date=f"{24 - 2 * number:02}.03.26") for number in range(10)]
    read = decided(lines).dates
    assert (read.order, read.read, read.certain) == ("dmy", 10, 10)
    assert (read.no_month, read.newest_first, read.oldest_first) == (6, 9, 0)
    assert read.share is not None
    assert read.share >= 0.98
    assert read.margin is not None
    assert read.margin > 3.8


def test_dates_that_say_themselves_need_no_order() -> None:
    """ISO dates are read as written."""
    read = decided([entry(number, date=f"2026-10-{28 - number}") for number in range(6)]).dates
    assert (read.order, read.share, read.margin, read.read) == (None, None, None, 6)


def test_a_list_that_settles_nothing_shows_a_small_margin() -> None:
    """One date of two small numbers keeps little: the margin is what an uncertain date looks like."""
    read = build(raw([entry(1, date="04.05.26", page_language="")]), site(languages=()), None, "one")
    told = read.lists["actualites"].dates
    assert told.certain == int(read.records["date_certain"].iloc[0])
    assert told.margin is not None
    assert told.margin < -math.log(LEAST_DOUBT)


def test_the_language_of_a_list() -> None:
    """The language of most entries, the others by number, and what the pages declare."""
    english = (
        "The council met on Monday evening and discussed the new schools and the transport of the whole city."
    )
    lines = [entry(number) for number in range(8)]
    lines.append(entry(9, title="The council opens a new session", excerpt=english))
    spoken = decided(lines).language
    assert (spoken.language, spoken.entries, spoken.others, spoken.declared) == ("fr", 8, {"en": 1}, "fr-FR")
    assert spoken.confidence > 0.9


def test_each_list_is_told_by_itself() -> None:
    """Lists of one page have their own decisions, in the order they were found."""
    iso = [entry(n, list="archives", date=f"2026-10-{28 - n}", page=2) for n in range(10, 16)]
    built = build(raw([*(entry(n) for n in range(6)), *iso]), site(), None, "one")
    assert list(built.lists) == ["actualites", "archives"]
    assert [built.lists[name].dates.order for name in built.lists] == ["dmy", None]
    assert sum(told.entries for told in built.lists.values()) == built.raw


def test_no_entries_decide_nothing() -> None:
    """An empty crawl has no lists."""
    assert build(raw([]), site(), None, "one").lists == {}


@pytest.mark.parametrize(("stage", "what"), [(repair, CUT), (dates, ORDER)])
def test_a_stage_alone_hands_its_decision_on(stage, what: str) -> None:  # type: ignore[no-untyped-def]
    """In a notebook the decision stands in `attrs` of what the stage returns; what it was given is untouched."""
    given = fresh(frame(*(entry(number) for number in range(6))))
    if stage is dates:
        given = given.assign(language="fr")
    assert list(stage(given, site()).attrs[KEY][what]) == ["actualites"]
    assert given.attrs == {}


def test_nothing_of_it_is_left_on_the_frame(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """The build takes decisions off: the Parquet file holds none, whatever was decided."""
    assert mend_batch(frame(*(entry(number) for number in range(6))), site()).attrs == {}
    built = build(raw([entry(number) for number in range(6)]), site(), None, "one")
    write_records(built, tmp_path)
    assert KEY.encode() not in b"".join(
        (pq.read_schema(tmp_path / "records.parquet").metadata or {}).values()
    )


def test_letters_given_back_do_not_move_the_budget() -> None:
    """Where entry pages give the letters back, mended teasers are a byte longer; what is told is where the site cuts."""
    whole = [f"Dossier {number:02} : {SENTENCE.format(number)}" for number in range(10)]
    at = next(n for n in range(90, 200) if sum(_inside(text, n) for text in whole) >= 6)
    texts = [decode(text.encode()[:at], None, html=False).text for text in whole]
    pages = [
        {"kind": "page", "url": f"https://lumen.example/fr/article-{number}/", "text": text}
        for number, text in enumerate(whole)
    ]
    rule = build(raw([*teasers(*texts), *pages]), site(), None, "one").lists["actualites"].cut
    assert (rule.unit, rule.budget) == ("bytes", at)
    assert rule.proved_by >= 9  # of one, a space at the end may be trimmed


def _inside(text: str, at: int) -> bool:
    """Whether a cut after so many bytes falls into a character."""
    return text.encode()[at] & 0xC0 == 0x80
