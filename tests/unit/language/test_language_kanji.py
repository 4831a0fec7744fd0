"""A Japanese title may be written in ideographs alone; its list tells it from a Chinese one."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.language import detect

KANA = (
    "新しい図書館が開館しました", "市長が予算案を発表した", "イベントのお知らせ", "今年の夏祭りは中止となります",
    "台風による休館について", "ボランティア募集のお知らせ", "窓口の営業時間が変わります", "粗大ごみの出し方について",
)  # fmt: skip
KANJI = ("定例記者会見", "東京都知事選挙結果", "令和八年度入学試験要項", "市議会議員選挙立候補者一覧")
CHINESE = ("我们为什么要学习历史", "这个城市的图书馆开放了", "关于调整办事时间的通知")


def languages(titles: tuple[str, ...], declared: str | None) -> list[str]:
    texts = pd.Series([*KANA, *titles], dtype="str")
    tags = None if declared is None else pd.Series([declared] * len(texts), dtype="str")
    found = detect(texts, groups=pd.Series(["news"] * len(texts)), declared=tags)
    return found["language"].tolist()[len(KANA) :]


@pytest.mark.parametrize("declared", [None, "ja", "en"])
def test_ideographs_alone_are_japanese_in_a_japanese_list(declared: str | None) -> None:
    """Every detector takes them for Chinese; all of them stand in the Japanese standard set."""
    assert languages(KANJI, declared) == ["ja"] * len(KANJI)


def test_a_sign_that_japanese_does_not_write_is_chinese() -> None:
    """One simplified sign is enough."""
    assert languages(CHINESE, "ja") == ["zh"] * len(CHINESE)


def test_a_chinese_list_stays_chinese() -> None:
    """The rule asks what the list is in."""
    texts = pd.Series(
        ["市民图书馆新馆开放", "市长公布预算草案", "台风期间闭馆通知", "定例記者会見"], dtype="str"
    )
    assert detect(texts, groups=pd.Series(["news"] * 4))["language"].tolist() == ["zh"] * 4
