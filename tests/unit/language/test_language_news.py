"""News is of its language: its words are fewer than a program's, and its letters are typed in one or in two."""

from __future__ import annotations

import unicodedata
from functools import partial

import pandas as pd
import pytest

from pipelines.language import detect
from pipelines.language.stage import SURE
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
# headlines without the words that a program says
HEADLINES = {
    "ms": (
        "Perdana Menteri umum bantuan banjir RM50 juta untuk mangsa di Kelantan dan Terengganu",
        "Polis tahan lima suspek berhubung kes samun di sebuah stesen minyak Shah Alam malam tadi",
        "Harga minyak sawit mentah naik tiga peratus selepas permintaan China meningkat",
        "Seramai 230 penduduk kampung dipindahkan ke pusat pemindahan sementara berikutan hujan lebat",
        "Harimau Malaya tewas 1-2 kepada Vietnam dalam aksi pertama Piala AFF di Stadium Bukit Jalil",
        "Kementerian Kesihatan sahkan lapan kes baharu denggi dilaporkan di Gombak minggu lalu",
        "Sultan Johor berkenan merasmikan masjid baharu di Muar hari ini",
        "Mahkamah Tinggi tolak permohonan bekas menteri untuk menangguhkan perbicaraan rasuah",
        "Lebuhraya Utara-Selatan sesak sempena cuti perayaan, lebih dua juta kenderaan dijangka",
        "Pelajar universiti cipta aplikasi bantu nelayan kesan kawasan ikan",
    ),
    "te": (
        "హైదరాబాద్‌లో భారీ వర్షం, లోతట్టు ప్రాంతాలు జలమయం",
        "రైతులకు పెట్టుబడి సాయం నేటి నుంచి ఖాతాల్లో జమ",
        "రోడ్డు ప్రమాదంలో ముగ్గురు మృతి, ఐదుగురికి తీవ్ర గాయాలు",
        "ఇంటర్ పరీక్షా ఫలితాలు విడుదల చేసిన విద్యాశాఖ మంత్రి",
        "విశాఖ ఉక్కు కర్మాగారం ప్రైవేటీకరణపై కార్మికుల ఆందోళన",
        "తిరుమలలో పెరిగిన భక్తుల రద్దీ, సర్వదర్శనానికి పది గంటల సమయం",
        "భారత్ ఆస్ట్రేలియా టెస్టు మ్యాచ్ తొలి రోజు ఆట ముగిసింది",
        "బంగారం ధరలు మళ్లీ పెరిగాయి, తులం డెబ్బై వేలు దాటింది",
        "కొత్త రేషన్ కార్డుల పంపిణీ వచ్చే నెలలో ప్రారంభం",
    ),
    "mr": (
        "मुंबईत मुसळधार पाऊस, सखल भागात पाणी साचले",
        "मुख्यमंत्र्यांच्या हस्ते पुणे मेट्रोच्या नव्या मार्गाचे उद्घाटन",
        "शेतकऱ्यांना कर्जमाफी देण्याची विरोधकांची मागणी",
        "अपघातात तिघांचा मृत्यू, पाच जण जखमी",
        "दहावीचा निकाल जाहीर, कोकण विभाग अव्वल",
        "गणेशोत्सवासाठी कोकणात जादा रेल्वे गाड्या",
        "सोन्याच्या दरात पुन्हा वाढ",
        "भारताने दुसऱ्या कसोटीत इंग्लंडचा पराभव केला",
        "कांद्याच्या निर्यातीवरील बंदी उठवली",
        "नाशिकमध्ये बिबट्याच्या हल्ल्यात महिला जखमी",
    ),
}
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


@pytest.mark.parametrize("language", HEADLINES)
def test_headlines_that_fit_their_language_are_of_it_and_unsure(language: str) -> None:
    """Missing words alone make no list `und` that reads as its language does."""
    lines = HEADLINES[language]
    found = judged([". ".join((line, *lines[at : at + 2])) for at, line in enumerate(lines, 1)])
    assert (found["language"] == language).all()
    assert (found["confidence"] < SURE).all()


def test_letters_typed_in_one_or_in_two_are_the_same() -> None:
    """Language and confidence of each text by itself are those of its other form."""
    one, two = (
        detect(pd.Series([form(text) for text in TEASERS], dtype="str"))
        for form in (in_one, partial(unicodedata.normalize, "NFC"))
    )
    pd.testing.assert_frame_equal(one, two)
