"""Lists of bare nouns: where an unknown language is as likely as the one named, the label stays and is not sure."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.language import detect, why
from pipelines.language.stage import SURE
from pipelines.site import Site
from tests.unit.language.one_list import judged

SPANISH = "Noticias Biblioteca Exposiciones Archivo Calendario Talleres Publicaciones Transporte".split()
KOREAN = ["도서관 소식", "새로운 전시", "여름 축제", "공원 안내", "시민 강좌"]
HINDI_NOUNS = ["नगर पालिका", "खेल मैदान", "पुस्तकालय समाचार", "विद्यालय भवन", "चित्र प्रदर्शनी", "नदी तट"]
HINDI = [
    "नगर में पुस्तकालय का नया भवन खुल गया",
    "बच्चों के लिए मेले की तैयारी की जा रही है",
    "नदी पर नया पुल नहीं बनाया गया",
    "किसानों को बीज दिए गए",
    "यह सड़क अगले साल तक बंद है",
]


def sure(found: pd.DataFrame) -> int:
    """Entries that are given a language for certain."""
    return int(((found["language"] != "und") & (found["confidence"] >= SURE)).sum())


@pytest.mark.parametrize("declared", ["ast", "zam", "gos"])
def test_what_declares_an_unknown_language_is_not_surely_its_neighbour(declared: str) -> None:
    """Also where the tag is one that CLDR has no name for, only a script."""
    found = judged(SPANISH, declared)
    assert sure(found) == 0
    assert (found["language"] == "es").mean() > 0.5


@pytest.mark.parametrize("declared", [None, "es", "qq", "zz-top"])
def test_what_declares_nothing_or_no_language_is_named_as_before(declared: str | None) -> None:
    """A tag that is no language's is no vote, and Spanish nouns are Spanish."""
    found = judged(SPANISH, declared)
    assert sure(found) >= len(SPANISH) - 2


def test_letters_of_one_language_are_enough() -> None:
    """`kr` is Kanuri and often meant for Korea: Hangul is Korean all the same, and surely."""
    found = judged(KOREAN, "kr")
    assert found["language"].to_list() == ["ko"] * len(KOREAN)
    assert sure(found) == len(KOREAN)


def test_nouns_in_letters_of_many_unknown_languages_are_not_surely_hindi() -> None:
    """Maithili, Bodo and Konkani write them too; a declaration of Hindi settles it."""
    assert sure(judged(HINDI_NOUNS)) == 0
    assert sure(judged(HINDI_NOUNS, "en")) == 0
    declared = judged(HINDI_NOUNS, "hi")
    assert set(declared["language"]) == {"hi"}
    assert sure(declared) > len(HINDI_NOUNS) // 2


@pytest.mark.parametrize("declared", [None, "en", "mai"])
def test_common_words_make_hindi_sure(declared: str | None) -> None:
    """Whatever the page declares, and each title by itself as well."""
    found = judged(HINDI, declared)
    assert found["language"].to_list() == ["hi"] * len(HINDI)
    assert sure(found) == len(HINDI)
    alone = detect(pd.Series(HINDI, dtype="str"))
    assert sure(alone) >= len(HINDI) - 1


def test_explain_says_what_is_missing() -> None:
    """Its last sentence names the reason for the bound."""
    titles = pd.Series(HINDI_NOUNS, dtype="str")
    rows = pd.DataFrame({"list": "menu", "title": titles, "page_language": "en"})
    site = Site(
        id="nagar", crawled=pd.Timestamp("2026-11-20T06:00Z").to_pydatetime(), languages=(), host="n.example"
    )
    said = [why(rows, site, row)[-1] for row in range(len(rows))]
    assert (
        "nothing declares hi, an unknown language is as likely, and its list has few of the commonest words of hi: 89% at most"
        in said
    )
