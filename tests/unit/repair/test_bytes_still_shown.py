"""Bytes that a misread text still shows are none of those that it lost."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair import mend_column


def without(byte: str, text: str) -> str:
    """A text whose UTF-8 was read as Windows-1252, and that lost one byte wherever it stood."""
    shown = text.encode().decode("sloppy-windows-1252")
    assert byte in shown
    return shown.replace(byte, "")


def mended(text: str, language: str) -> str:
    """One text, mended by itself."""
    return str(mend_column(pd.Series([text], dtype="str"), languages=[language]).texts.iloc[0])


@pytest.mark.parametrize("text", ["회의 자료를 이번 주에 다시 받으십시오", "음악회 표를 예매하십시오"])
def test_where_controls_came_through_a_soft_hyphen_is_gone(text: str) -> None:
    """`ì‹` is `십` without its soft hyphen, or `식` without a control; a text that shows controls has lost none."""
    shown = without("\xad", text)
    assert "\x9d" in shown or "\x90" in shown
    assert mended(shown, "ko") == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "正在报名的家庭可以参加这次旅行"), ("ja", "歌劇の正しい題名を加えてください")],
)
def test_where_soft_hyphens_came_through_a_no_break_space_is_gone(language: str, text: str) -> None:
    """`åŠ` is `加` without its last byte A0; `堊` has it elsewhere, but is common in Taiwan only."""
    shown = without("\xa0", text)
    assert "\xad" in shown
    assert mended(shown, language) == text
