"""Cards in Chinese: a text of seventy characters says as much as one of 170 letters, and where it is cut it is no title."""

from __future__ import annotations

import pytest

from pipelines.repair.decoding.decode import decode
from scraper.listing.induce import induce

URL = "https://xiaogang.example/xinwen/"
TITLES = (
    "北码头渡轮恢复通航",
    "市政厅把地窖借给合唱团",
    "老磨坊为什么还在转动",
    "锅炉后面找到的旧信",
    "小镇图书馆周末也开门",
)
TEXTS = (
    "渡轮在船厂停了十一个星期之后，将于下周一重新开航，三台发动机里有两台已经更换，第三台由船员自己修好，船长说第一班会比平时慢一些，请乘客提前到达码头并带好",
    "合唱团三年来一直没有固定的排练场地，如今市政厅同意把地窖免费借给他们使用，条件是每个季度为市民演出一场，第一场演出定在圣诞节前的星期六晚上举行，欢迎市民",
    "磨坊的主人已经九十岁了，他每天早上仍然亲自打开水闸，看着石磨慢慢转动起来，他说只要还有人来买面粉，就不会停下来，孩子们常常来这里参观并亲手试一试磨粉，",
    "工人们在更换学校锅炉的时候发现了一捆用绳子绑着的旧信，最早的一封写于一百多年以前，档案馆正在请人辨认字迹，并希望找到写信人的后代，任何线索都可以寄到馆里",
    "从本月起图书馆在星期六和星期日全天开放，读者可以在二楼的阅览室里借到新到的四百本书，儿童故事会改在上午十点开始，参加的家庭不必报名，但座位有限请早一点到",
)
NAMES = ("教育局基础教育科", "住建局地下管廊科", "应急局森林防火科", "税务局征收管理科", "文旅局非遗保护科")


def shown(above: tuple[str, ...], below: tuple[bytes, ...]) -> list[str]:
    """The titles of linked cards, a line above and a text below, as bytes of UTF-8."""
    cards = b"".join(
        f"<a class=card href=/xinwen/{n}><p class=t>{above[n]}</p><p class=b>".encode()
        + below[n]
        + f"</p><span>2026-11-{25 - n}</span></a>".encode()
        for n in range(5)
    )
    page = (
        b"<html lang=zh><body><main><h1>\xe6\x96\xb0\xe9\x97\xbb</h1><div>"
        + cards
        + b"</div></main></body></html>"
    )
    return [entry.title for entry in induce(decode(page).text, URL)[0].entries]


@pytest.mark.parametrize("chars", [45, 60, 69])
def test_texts_cut_with_a_mark_are_no_titles(chars: int) -> None:
    """They have fewer than a hundred characters, and were taken for the titles."""
    assert shown(TITLES, tuple(f"{text[:chars]}…".encode() for text in TEXTS)) == [*TITLES]


def test_texts_cut_within_a_character_are_no_titles() -> None:
    """A site that cuts by bytes sets no mark behind them."""
    assert shown(TITLES, tuple(text.encode()[:200] for text in TEXTS)) == [*TITLES]


def test_long_titles_that_a_list_cuts_stay_titles() -> None:
    """Titles are cut at thirty characters; the office above them names none."""
    titles = tuple(f"{text[:30]}…" for text in TEXTS)
    assert shown(NAMES, tuple(title.encode() for title in titles)) == [*titles]
