"""Texts in a script of their own: as it was once written, and beside names in Latin letters."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.language import detect
from tests.unit.language.one_list import judged

POLYTONIC = [
    "Ἡ Ἱερὰ Σύνοδος συνῆλθε χθὲς εἰς Ἀθήνας",
    "Τὸ νέον βιβλίον τοῦ καθηγητοῦ παρουσιάζεται σήμερον",
    "Ὁ Μητροπολίτης ἐλειτούργησε εἰς τὸν ναὸν τοῦ λιμένος",
    "Ἀνακοίνωσις περὶ τῶν ἐγγραφῶν εἰς τὴν σχολήν",
    "Ὁμιλία διὰ τὴν ἑορτὴν τῶν γραμμάτων",
]


@pytest.mark.parametrize("declared", ["el", None, "en"])
def test_greek_with_breathings_and_three_accents_is_greek(declared: str | None) -> None:
    """Newspapers and parishes that write as before 1982 were in a language that no detector knows."""
    assert set(judged(POLYTONIC, declared)["language"]) == {"el"}


def test_such_greek_is_surely_greek_where_its_page_says_so() -> None:
    """The declaration settles it, as it does of today's Greek."""
    assert judged(POLYTONIC, "el")["confidence"].min() > 0.9


def test_a_text_that_mixes_both_spellings_reads_alike() -> None:
    """Each letter stands for today's: the label of a text is that of its modern spelling."""
    both = pd.Series(["Ἡ ἔκθεσις ἀνοίγει αὔριον", "Η έκθεσις ανοίγει αύριον"])
    assert detect(both)["confidence"].nunique() == 1


NAMED = {
    "ko": [
        "GStreamer Multimedia Codecs – 세트에 있는 플러그인들",
        "NetworkManager 및 Firewalld의 Cockpit 구성",
    ],
    "zh": ["Engrampa Archive Manager – 建立及更改壓縮檔", "ownCloud desktop sync client – 桌面版同步客户端"],
    "ja": ["NetworkManager と Firewalld の設定", "GStreamer Multimedia Codecs – 用のプラグイン"],
    "ru": ["Обои Hunyango"],
}


@pytest.mark.parametrize("language", NAMED)
def test_names_in_latin_letters_leave_a_text_its_language(language: str) -> None:
    """What is written around the names of programs tells the language; the names fitted none, and took it along."""
    texts = pd.Series(NAMED[language], dtype="str")
    assert set(detect(texts)["language"]) == {language}


def test_a_name_in_other_letters_does_not_take_a_title_along() -> None:
    """Where words without a capital prevail, what stands in other letters is the name."""
    assert detect(pd.Series(["Obituary: the painter 張大千"]))["language"].to_list() == ["en"]


def test_such_a_text_casts_no_doubt_on_its_list() -> None:
    """What is doubted of a list is read again without those names too."""
    texts = [
        "使用指令列介面", "加入讀取許多影像格式的支援", "檢視鍵盤配置", "管理您的財務、帳目和投資", "強大的批次檔案重命名工具",
        "系統清理工具", "在文件中插入特殊字元", "ffmpeg 或 avconv 的 GUI", "學習如何用 ants 和 spider webs 寫程式",
    ]  # fmt: skip
    assert set(judged(texts)["language"]) == {"zh"}
