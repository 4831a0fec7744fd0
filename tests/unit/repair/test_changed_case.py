"""Mojibake whose letters were made small or capital after it was read wrong."""

from __future__ import annotations

from collections.abc import Callable

import ftfy.bad_codecs  # noqa: F401 - registers the sloppy codecs
import pandas as pd
import pytest

from pipelines.repair.ladder import mend_column

READ_BACK = [
    ("prã©sident de la rã©publique", "fr", "président de la république"),
    ("PRÃ©SIDENT DE LA RÃ©PUBLIQUE", "fr", "PRÉSIDENT DE LA RÉPUBLIQUE"),
    (
        "la sã£o paulo de ontem, a cidade que nã£o dorme",
        "pt",
        "la são paulo de ontem, a cidade que não dorme",
    ),
    ("die tã¼r zum groãÿen garten", "de", "die tür zum großen garten"),
    ("die gehг¶rnten skarabг¤en", "de", "die gehörnten skarabäen"),
    ("Ð·Ð°Ð´Ð°Ñ‡ÐΜ", "ru", "задаче"),
    ("ðÿð¾ð³ð¾ð´ð° ð·ð°ð²ñ‚ñ€ð°", "ru", "Погода завтра"),
    ("verificando sua cã³pia de seguranã§a …", "pt", "verificando sua cópia de segurança …"),
]
LEFT = [
    ("maçã» e pão", "pt"),
    ("DESPRГ©S LГІGIC", "ca"),  # `І` may have been `і` or `І`, `ò` or a letter of nobody
    ("são “ã” e “â”", "pt"),
    ("å® ä© ã§", "sv"),
    ("l’été à Nîmes", "fr"),
]


@pytest.mark.parametrize(("damaged", "language", "text"), READ_BACK)
def test_a_text_whose_case_was_changed_is_read_back(damaged: str, language: str, text: str) -> None:
    """Letters are those of the language, and a second run changes nothing."""
    mended = mend_column(pd.Series([damaged], dtype="str"), languages=[language])
    assert mended.texts.tolist() == [text]
    again = mend_column(mended.texts, languages=[language])
    assert again.texts.tolist() == [text]


@pytest.mark.parametrize(("text", "language"), LEFT)
def test_what_no_language_writes_so_is_left(text: str, language: str) -> None:
    """Clean text, and text of which two readings are as likely."""
    assert mend_column(pd.Series([text], dtype="str"), languages=[language]).texts.tolist() == [text]


def test_capitals_of_another_alphabet_say_nothing_of_the_case() -> None:
    """`RAID` in a Ukrainian title does not make it one in capitals."""
    damaged = "Як видно, RAID5 не працює".encode().decode("latin-1")
    assert (
        mend_column(pd.Series([damaged], dtype="str"), languages=["uk"]).texts[0]
        == "Як видно, RAID5 не працює"
    )


def test_a_codec_that_is_seldom_the_wrong_one_gives_letters_that_the_language_writes() -> None:
    """Code page 850 reads these bytes as a letter that nobody writes."""
    damaged = "gravando uma impressã£o digital"  # `impressƜo` in code page 850
    assert "Ɯ" not in mend_column(pd.Series([damaged], dtype="str"), languages=["pt"]).texts[0]


@pytest.mark.parametrize(
    ("texts", "shown", "language"),
    [
        (["Til þess að slík lög gildi", "að því leyti"], "mac-roman", "is"),
        (["pré-visualização"], "iso8859-2", "es"),
        (["stöds inte på webben", "är gjort för hand"], "cp1250", "en"),
        (["värvis majad"], "cp1257", "hr"),
        (["文字在圖示下"], "cp1252", "zh"),
    ],
    ids=["is", "pt", "sv", "et", "zh"],
)
def test_what_reads_back_as_it_stands_is_read_so(texts: list[str], shown: str, language: str) -> None:
    """Whatever language the list names."""
    damaged = pd.Series([text.encode().decode(shown) for text in texts], dtype="str")
    assert mend_column(damaged, languages=[language] * len(texts)).texts.tolist() == texts


NOT_PROVEN = [
    ("ხვალ ქალაქის ბაღში კონცერტი გაიმართება", "macroman", str.lower, ""),
    (
        "내일은 시민 공원에서 음악회가 열리고 지하철은 늦게까지 운행합니다",
        "sloppy-windows-1251",
        str.lower,
        "ko",
    ),
    ("कल शहर के बाग में संगीत का कार्यक्रम होगा", "macroman", str.upper, "mr"),
]


@pytest.mark.parametrize(("text", "codec", "change", "language"), NOT_PROVEN)
def test_what_would_come_back_as_something_nobody_writes_is_left(
    text: str, codec: str, change: Callable[[str], str], language: str
) -> None:
    """Bytes that are no longer those of the text make rare and foreign letters; the title stays as it is."""
    damaged = change(text.encode().decode(codec))
    mended = mend_column(pd.Series([damaged], dtype="str"), languages=[language]).texts[0]
    assert mended in (damaged, text)


@pytest.mark.parametrize("language", ["tr", ""])
def test_letters_of_europe_among_ideographs_prove_that_bytes_are_gone(language: str) -> None:
    """`ç` lost its second byte, and its first makes an ideograph with the next letter's: `KA㧱NILMAZ`."""
    damaged = "AKSI TAKDIRDE GERILEME KAÃ§±NÄ±LMAZ OLACAK."
    mended = mend_column(pd.Series([damaged], dtype="str"), languages=[language])
    assert mended.texts.tolist() == [damaged]
