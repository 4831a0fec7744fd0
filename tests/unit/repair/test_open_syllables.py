"""Vietnamese words that end in the first byte of other letters: a clean word wins, a list may prove the cut."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair import mend_column

MARKERS = ["", "…", "...", " […]"]
WORDS = ["má", "đá", "giá", "quá", "vá", "bá", "ngoá", "khoá", "đoá", "đã", "xã", "lá"]
NEWS = [
    "Phố đi bộ mở thêm giờ vào cuối tuần và có",
    "Hàng xóm rủ nhau sửa lại con ngõ nhỏ trước mùa mưa",
    "Thư viện tỉnh tặng sách cho học trò vùng cao",
    "Chợ nổi họp từ sáng sớm, bán đủ loại trái cây",
    "Đội bóng nữ tập luyện trên sân mới của huyện",
]


def _mended(texts: list[str], language: str = "vi") -> list[str]:
    column = pd.Series(texts, dtype="str")
    found: list[str] = mend_column(column, languages=[language] * len(texts)).texts.tolist()
    return found


@pytest.mark.parametrize("language", ["vi", "vi-VN"])
@pytest.mark.parametrize("words", [WORDS[:4], WORDS[4:8], WORDS[8:]])
def test_a_list_of_whole_words_keeps_them(words: list[str], language: str) -> None:
    """Whatever markers stand behind them, and whatever else the list has."""
    texts = [
        f"{NEWS[(place + at) % 5]} {word}{marker}"
        for place, word in enumerate(words)
        for at, marker in enumerate(MARKERS)
    ]
    assert _mended(texts, language) == texts


@pytest.mark.parametrize("name", ["XÃ", "ĐÃ", "TRÃ"])
def test_capitals_behind_capitals_stand(name: str) -> None:
    """A heading in capitals may follow a sentence in small letters."""
    texts = [f"Hôm qua người dân trong vùng đến dự đông đủ lễ khai mạc HỘI THI CẤP {name}", *NEWS]
    assert _mended(texts) == texts


def _cut(text: str, budget: int) -> str:
    """A text cut by bytes, what is left of its last character read as Windows-1252."""
    data = text.encode()[:budget]
    head = data.decode("utf-8", "ignore")
    return head + data[len(head.encode()) :].decode("cp1252")


def test_a_budget_and_other_cut_ends_prove_a_half() -> None:
    """A list that cuts at 48 bytes, twice inside a character that nothing else begins like, cuts `cảng` to `cá`, too."""
    sure = [
        "Người dân góp tiền xây cầu qua sông để con em đi học",
        "Mùa lúa chín vàng trên cánh đồng ven sông đến một ngày mưa",
    ]
    open_end = _cut("Bảo tàng nhận thêm ảnh cũ về bến cảng từ người dân", 48)
    assert open_end.endswith(" cá")
    assert _mended([*NEWS, open_end])[-1] == open_end
    budget = [_cut(text, 48) for text in [*sure, *NEWS]]
    assert _mended([*budget, open_end])[-1] != open_end
