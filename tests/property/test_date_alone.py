"""A text is told to be no date without its dates being read, and only where reading them tells the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipelines.counting_words import COUNTING
from pipelines.range_joiners import JOINERS
from scraper.listing.dates.date_alone import DATE_SHARE, is_date
from scraper.listing.dates.day_headings import DAY_SHARE
from scraper.listing.dates.notations import date_share
from scraper.listing.words import date_words

WORDS = [
    sorted(date_words.months()),
    sorted(date_words.days()),
    sorted(date_words.ago()),
    sorted(date_words.openers()),
    sorted(COUNTING),
    sorted(phrase for row in JOINERS.values() for phrase in row.split("|")),
    "de of th p.m. gada ж. жылғы năm tháng الأول جمادى Uhr h – - | · , / ( ) 令和 元年 日 月 年 IV".split(),
    "council meeting harbour library open from late a".split(),
    "1 12 31 2024 1404 26 '26 12:30 3. 5/6 04.05.2024 2024-05-01".split(),
]
word = st.sampled_from(WORDS).flatmap(st.sampled_from)
texts = st.tuples(st.lists(word, max_size=10), st.lists(st.sampled_from(WORDS[7]), max_size=9)).map(
    lambda both: " ".join((*both[0], *both[1]))
)


@given(texts, st.sampled_from([DATE_SHARE, DAY_SHARE]))
def test_a_text_is_a_date_where_most_of_it_is(text: str, share: float) -> None:
    """Words that follow a date out of its reach spare the reading, and never change what it says."""
    assert is_date(text, share) == (date_share(text) >= share)
