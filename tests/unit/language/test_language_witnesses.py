"""Title and own text against the teaser: two witnesses tell an entry's language."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd

from pipelines.language import language
from pipelines.language.stage import readable
from pipelines.site import Site

SITE = Site("bulletin", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
SWEDISH = "Kommunen bygger om biblioteket under våren"
TEXT = "Arbetet med att bygga om stadens bibliotek börjar i mars och väntas vara klart före sommaren."
ENGLISH = "The municipality opens a new library next to the railway station in the spring of this year"
LISTED = (
    "The harbour bridge is closed on Sunday",
    "More buses for the western districts",
    "A market hall for the old town",
)


def languages(title: str, excerpt: str, text: str | None) -> list[str]:
    rows = 1 + len(LISTED)
    frame = pd.DataFrame(
        {
            "list": ["news"] * rows,
            "title": pd.Series([title, *LISTED], dtype="str"),
            "excerpt": pd.Series([excerpt, *[ENGLISH] * len(LISTED)], dtype="str"),
            "text": pd.Series([text, *[None] * len(LISTED)], dtype="str"),
            "page_language": ["en"] * rows,
        }
    )
    return language(frame, SITE)["language"].tolist()


def test_a_teaser_in_the_sites_language_does_not_outvote_title_and_text() -> None:
    """The list describes a Swedish entry in English."""
    assert languages(SWEDISH, ENGLISH, TEXT) == ["sv", "en", "en", "en"]


def test_a_page_in_another_language_than_title_and_teaser_is_outvoted() -> None:
    """What is behind the link of an English entry may be the original document."""
    assert languages(LISTED[0], ENGLISH, TEXT) == ["en"] * 4


def test_a_foreign_title_alone_decides_nothing() -> None:
    """A film keeps its name in an English programme."""
    assert languages("Smultronstället", ENGLISH, None) == ["en"] * 4
    assert languages("Smultronstället", ENGLISH, ENGLISH) == ["en"] * 4


def test_a_page_that_is_not_translated_does_not_name_its_entry() -> None:
    """A site's Ukrainian list whose own pages fall back to English is Ukrainian; a product's Latin name above a Russian text is none."""
    english = "The harbour board met with the ferry line and the fishing crews to discuss the coming winter on the quay."
    russian = "Портовое управление обсудило с паромной линией и рыбаками предстоящую зиму на причале."
    frame = pd.DataFrame(
        {
            "title": ["Пором знову ходить", "Нічні вогні на набережній", "Aurora Quay 3000 Pro"],
            "excerpt": ["", "", ""],
            "text": [english, english, russian],
            "list": ["news", "news", "shop"],
            "page_language": ["", "", ""],
        }
    ).astype("str")
    assert language(frame, SITE)["language"].tolist() == ["uk", "uk", "ru"]
    assert languages("Солярис", "", ENGLISH) == ["en"] * 4


def test_a_frame_in_other_letters_does_not_name_its_entry() -> None:
    """A change's own page says who made it, in Latin words around a name; an article about a program is its entry's."""
    titles = ["港の評議会が住民に意見を募る", "水車村の学校が四十周年を祝う", "夜行列車は春に二週間休業"]
    frame = [
        "author\n三浦渡 <w@quay.example>\nMon, 23 Nov 2026 07:23:00 +0000\ncommitter\n三浦渡 <w@quay.example>\ncommit\naddc35932b"
    ] * 3
    made = pd.DataFrame(
        {"title": titles, "excerpt": "", "text": frame, "list": "log", "page_language": "en"}
    ).astype("str")
    assert language(made, SITE)["language"].tolist() == ["ja"] * 3
    about = "Quay Planner 3 を使って、港の船の出入りを記録する方法を説明します。"
    assert readable(made.assign(text=about)).str.contains("港の船").all()
