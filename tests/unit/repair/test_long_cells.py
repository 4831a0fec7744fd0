"""One long cell: mended as its parts are, in time that grows with its length.

Where the time grew with the square of the length, each of these texts took from minutes to hours.
"""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair.decoding.decode import decode

LONE = "\U0010f7c3"


@pytest.mark.parametrize(
    ("unit", "mended", "times"),
    [
        ("Les �l�ves d�jeunent. ", "Les �l�ves d�jeunent. ", 8_000),
        ("Le caf� est � deux pas, dit le maire. ", "Le caf� est � deux pas, dit le maire. ", 8_000),
        ("Ã ", "à ", 30_000),
        ("â€", "â€", 150_000),
        ("Ã😀", "Ã😀", 150_000),
    ],
)
def test_a_long_text_is_mended_as_its_parts_are(unit: str, mended: str, times: int) -> None:
    """What stands thousands of times in one cell is read each time in the same way."""
    assert mend(unit * times + "Fin.") == mended * times + "Fin."


def test_a_run_of_lone_bytes_is_one_loss() -> None:
    """Half a million bytes that no character owns lose the last, as any text that ends in one does, and no other."""
    assert mend(LONE * 500_000) == LONE * 499_999
    assert mend("/" + "�" * 500_000 + "_ x.") == "/" + "�" * 500_000 + "_ x."


def test_a_word_without_end_is_asked_once() -> None:
    """A loss behind half a million letters is one loss."""
    text = "5" + "a" * 500_000 + "�_ x."
    assert mend(text) == text


def test_a_word_lost_behind_an_address_sign_stays() -> None:
    """A run of lost bytes behind a slash gives back no letter from its middle."""
    assert mend("voir /��té ici.", language="fr") == "voir /��té ici."


def test_text_behind_a_long_run_is_mended() -> None:
    """What stands beside a run of lone bytes longer than a block is mended as ever."""
    column = pd.Series(["RÃ©union publique", LONE * 70_000 + ".", "Un Ã©tÃ© ici"], dtype="str")
    assert mend(column).tolist()[::2] == ["Réunion publique", "Un été ici"]


@pytest.mark.parametrize("rows", [3_000, 9_000])
def test_a_column_of_lone_bytes_comes_through(rows: int) -> None:
    """Cyrillic texts, every third in the bytes of another encoding, are as many as they were and the whole ones unchanged."""
    text = "Новости города и края"
    lone = "".join(chr(0x10F700 + byte) if byte > 0x7F else chr(byte) for byte in text.encode("cp1251"))
    column = pd.Series([lone if row % 3 == 0 else f"{text}, {row}." for row in range(rows)], dtype="str")
    mended = mend(column)
    assert len(mended) == rows
    assert (mended[column != lone] == column[column != lone]).all()


def test_a_letter_before_nothing_but_its_like_is_read() -> None:
    """Where the spaces were lost of one letter again and again, there is no word behind to ask, and nothing fails."""
    assert mend("Ã " * 60) == " ".join("à" * 60)


def test_a_long_row_of_spaces_is_left() -> None:
    """What may stand before a break is looked for from where the row begins."""
    text = "Fin. a" + " " * 200_000 + "b &amp;lt;br&amp;gt; c., dit le maire."
    assert mend(text).endswith(", dit le maire.")


def test_a_page_with_a_picture_as_text_is_read() -> None:
    """Half a million letters of base64 beside letters outside ASCII are no word of a language."""
    picture = "iVBORw0KGgoAAAANSUhEUgAA" * 20_000
    text = f"<p>Les élèves ont chanté hier soir, un été à la mairie {picture} près du café, où l'équipe a été fêtée"
    found = decode(text.encode("latin-1"))
    assert found.text == text
    assert found.encoding == "windows-1252"
