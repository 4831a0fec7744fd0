"""Short teasers in writings with a full stop of their own: Urdu `۔`, Amharic `።`."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

NEWS = {
    "ur": (
        ("بندرگاہ میں نئی کشتی آ گئی", "نئی کشتی پیر کی صبح آئی اور لوگوں نے اسے دیکھا۔"),
        ("پرانا پل دو ہفتے بند رہے گا", "اس عرصے میں گاڑیاں دوسرے راستے سے جائیں گی۔"),
        ("عجائب گھر کا تیسرا ہال کھل گیا", "ہال میں جال، چراغ اور پرانے نقشے رکھے گئے ہیں۔"),
        ("ساحل پر سیل گنے گئے", "رضاکاروں نے گزشتہ سال سے زیادہ سیل دیکھے ہیں۔"),
    ),
    "am": (
        ("አዲሱ ድልድይ ተከፈተ", "ሰኞ ጠዋት ብዙ ሰዎች ወደ አዲሱ ድልድይ መጥተው ሥራውን አዩ።"),
        ("የወደቡ ጀልባ ተጠገነች", "ጀልባዋ ከሁለት ሳምንት በኋላ እንደገና ሰዎችን ታጓጉዛለች።"),
        ("ሙዚየሙ አዲስ አዳራሽ ከፈተ", "በአዳራሹ ውስጥ መረቦች፣ መብራቶችና የድሮ ካርታዎች አሉ።"),
        ("ገበያው ወደ አደባባዩ ተዛወረ", "ነጋዴዎቹ ከአሁን በኋላ በየቅዳሜው በአደባባዩ ይሸጣሉ።"),
    ),
}
CARDS = {
    "below a heading": "<div class=it><h3><a href=/n/{n}>{title}</a></h3><p>{said}</p></div>",
    "behind the day": "<div class=it><h3><a href=/n/{n}>{title}</a></h3><p>{n}.10.2026 {said}</p></div>",
    "told by its place alone": "<div class=it><a href=/n/{n}><div>{title}</div><div>{said}</div></a></div>",
}


@pytest.mark.parametrize(
    ("language", "card"),
    [
        ("am", "below a heading"),
        ("am", "told by its place alone"),
        ("ur", "behind the day"),
    ],
)
def test_a_short_text_that_ends_as_sentences_of_its_writing_do_is_a_teaser(language: str, card: str) -> None:
    """A teaser is told from a title or a byline by how it ends, in every writing."""
    told = NEWS[language]
    rows = "".join(
        CARDS[card].format(n=20 - n, title=title, said=said) for n, (title, said) in enumerate(told)
    )
    page = f"<html lang={language}><title>Notices</title><main><h1>Notices</h1>{rows}</main>"
    found = [entry for one in chosen(induce(page, "https://portus.example/notices")) for entry in one.entries]
    assert [(entry.title, entry.excerpt) for entry in found] == list(told)
