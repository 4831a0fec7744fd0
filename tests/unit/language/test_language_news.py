"""News is of its language: its words are fewer than a program's, and its letters are typed in one or in two."""

from __future__ import annotations

import unicodedata
from functools import partial

import pandas as pd
import pytest

from pipelines.language import detect
from tests.unit.language.one_list import judged

# the teasers of a town's paper: few of the words that a program says to its user
TEASERS = (
    "জেলার উত্তর পাড়ার বাজারে মঙ্গলবার রাতে আগুন লেগে বারোটি দোকান পুড়ে গেছে। দমকল বাহিনী রাত দুইটায় আগুন নেভায়।",
    "নদীর পানি বেড়ে তিন গ্রামের রাস্তা ডুবে গেছে। নৌকায় চলাচল করছেন মানুষ, বন্ধ রয়েছে চারটি প্রাথমিক বিদ্যালয়।",
    "পৌরসভার মেয়র বুধবার সকালে নতুন গ্রন্থাগার উদ্বোধন করেন। তিনি বলেন, শহরের প্রতিটি ওয়ার্ডে পাঠাগার গড়া হবে।",
    "জাতীয় ফুটবল লিগের শেষ ম্যাচে স্বাগতিক দল দুই গোলে হেরেছে। খেলা দেখতে মাঠে আসেন দশ হাজার দর্শক।",
    "সড়ক দুর্ঘটনায় আহত পাঁচ শ্রমিক হাসপাতালে ভর্তি। পুলিশ ট্রাকের চালককে আটক করেছে বলে জানান থানার ওসি।",
    "ধানের দাম মণপ্রতি পঞ্চাশ টাকা কমেছে। কৃষকেরা বলছেন, সার আর সেচের খরচ উঠছে না এবার।",
    "বিশ্ববিদ্যালয়ের ভর্তি পরীক্ষা শুরু শুক্রবার। কেন্দ্রে পরীক্ষার্থীদের মোবাইল ফোন আনা নিষেধ।",
    "মেলার শেষ দিনে নাটক আর লোকগানের আসর বসে শহীদ মিনার চত্বরে। শিল্পীদের সম্মাননা দেন জেলা প্রশাসক।",
)
# letters with a nukta that NFC takes apart, and that keyboards write in one
IN_ONE = {"\u09a1\u09bc": "\u09dc", "\u09a2\u09bc": "\u09dd", "\u09af\u09bc": "\u09df"}


def in_one(text: str) -> str:
    """The text with every such letter in one."""
    text = unicodedata.normalize("NFC", text)
    for two, one in IN_ONE.items():
        text = text.replace(two, one)
    return text


@pytest.mark.parametrize("declared", [None, "en"])
def test_news_in_bengali_is_bengali(declared: str | None) -> None:
    """Not `und` for the words of a program, which news does not say."""
    found = judged([in_one(text) for text in TEASERS], declared)
    assert (found["language"] == "bn").all()


def test_letters_typed_in_one_or_in_two_are_the_same() -> None:
    """Language and confidence of each text by itself are those of its other form."""
    one, two = (
        detect(pd.Series([form(text) for text in TEASERS], dtype="str"))
        for form in (in_one, partial(unicodedata.normalize, "NFC"))
    )
    pd.testing.assert_frame_equal(one, two)
