"""An entry's page proves a teaser's end although it sets its text otherwise than the list does."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

import pytest

from pipelines.repair import repair
from pipelines.repair.ends import restore
from pipelines.site import Site
from tests.rows import teasers_of

SITE = Site("wendle", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))

BRIDGE = "The bridge over the Wendle stays shut until spring.\nEngineers found rust in four of its cables."


def _excerpt(teaser: str, page: str) -> tuple[str, str, str]:
    row = repair(teasers_of([teaser], own_text=[page], page_language=[""]), SITE).iloc[0]
    return row["excerpt"], row["excerpt_cut"], row["excerpt_source"]


@pytest.mark.parametrize(
    ("teaser", "page", "excerpt"),
    [
        ("The bridge over the Wendle stays shut until spring.Engineers fou", BRIDGE,
         "The bridge over the Wendle stays shut until spring.Engineers found"),
        ("The bridge over the Wendle stays shut until spring.Eng…", BRIDGE,
         "The bridge over the Wendle stays shut until spring.Engineers"),
        ("Le pont de la Wendle, « fermé » jusqu’au printemps ; la ru", "Le pont de la Wendle, “fermé” jusqu'au printemps; la rumeur court.",
         "Le pont de la Wendle, « fermé » jusqu’au printemps ; la rumeur"),
    ],
    ids=["no gap between two paragraphs", "with a marker", "French gaps"],
)  # fmt: skip
def test_gaps_need_not_be_the_pages(teaser: str, page: str, excerpt: str) -> None:
    """A list that takes the tags off glues paragraphs together; the words are the page's all the same."""
    assert _excerpt(teaser, page) == (excerpt, "word", "page")


@pytest.mark.parametrize(
    ("head", "source", "after"),
    [
        ("the ferry leaves from the old har", "the ferry leaves from the old har bour walls", " bour walls"),
        ("the ferry leaves from the old har ", "the ferry leaves from the old har bour walls", "bour walls"),
        ("the ferry leaves from the old har ", "the ferry leaves from the old harbour walls", None),
    ],
)
def test_a_gap_at_the_end_is_one_of_the_page(head: str, source: str, after: str | None) -> None:
    """Where a teaser ends behind a gap the page must have one there, too."""
    assert restore.rest(head, source) == after


@pytest.mark.parametrize(
    ("teaser", "page", "excerpt"),
    [
        ("Der Verein nennt den Umbau der alten Kaserne „teuer\U0010f7e2\U0010f780", 'Der Verein nennt den Umbau der alten Kaserne "teuer", sagt er.',
         "Der Verein nennt den Umbau der alten Kaserne „teuer“"),
        ("The keeper says that it wasn\U0010f7e2\U0010f780", "The keeper says that it wasn't his fault.", "The keeper says that it wasn’t"),
        ("Le gardien du phare de Morva répond\U0010f7c2", "Le gardien du phare de Morva répond : jamais.", "Le gardien du phare de Morva répond"),
        ("Die Stadtwerke erneuern die Fernwär\U0010f7c2", "Die Stadtwerke erneuern die Fernwärmeleitung am Hafen.",
         "Die Stadtwerke erneuern die Fernwärmeleitung"),
    ],
    ids=["closing quote", "apostrophe", "no-break space", "soft hyphen"],
)  # fmt: skip
def test_half_a_sign_that_the_page_sets_otherwise(teaser: str, page: str, excerpt: str) -> None:
    """Quotes come back as the list sets them; a gap or a soft hyphen leaves nothing behind."""
    assert _excerpt(teaser, page) == (excerpt, "character", "page")


def test_a_number_is_completed_to_its_last_digit() -> None:
    """A script that writes no gaps has no word that a number could be part of."""
    teaser = "堤防の工事は来春まで続く見込みで、費用は1…"
    page = "堤防の工事は来春まで続く見込みで、費用は12億円になると市は説明した。"
    assert _excerpt(teaser, page)[0] == "堤防の工事は来春まで続く見込みで、費用は12"


def test_three_dots_are_one_sign() -> None:
    """An ellipsis inside a teaser may be three dots on its page."""
    head = "Und dann… war es still auf dem Pla"
    assert restore.rest(head, "Nichts. Und dann... war es still auf dem Platz.") == "tz."


@pytest.mark.parametrize(("shown", "word"), [("trươ", "trường"), ("trươ\u0300", "trường"), ("mô", "một")])
def test_an_accent_lost_from_a_text_in_parts(shown: str, word: str) -> None:
    """Where letter and accents are characters of their own a cut may part them; the page has the whole letter."""
    teaser = unicodedata.normalize("NFD", "Thư viện của thành phố mở cửa trở lại vào tuần sau cho ") + shown
    page = f"Thư viện của thành phố mở cửa trở lại vào tuần sau cho {word} và các bạn đọc."
    assert _excerpt(teaser, page)[0].endswith(f"cho {word}")
    assert _excerpt(teaser, "Không có gì ở đây cả, trang này trống.")[0].endswith(
        f"cho {unicodedata.normalize('NFC', shown)}"
    )
