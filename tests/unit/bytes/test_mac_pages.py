"""Pages of old Macs that declare nothing."""

from __future__ import annotations

import pytest

from pipelines.repair.decoding.decode import decode

FRENCH = [
    "La bibliothèque prête des jeux à ses abonnés",
    "Où garer son vélo près de la gare cet été ?",
    "Le théâtre répète une pièce de l’été",
]
GERMAN = [
    "Die Bäckerei öffnet künftig früher",
    "Straßenbahn fährt über die Brücke",
    "Größere Schäden durch Stürme",
]
RUSSIAN = ["Пекарня открывается раньше", "Ремонт моста закончен в срок", "Школьники посадили яблони у реки"]


@pytest.mark.parametrize("declared", [None, "utf-8"])
@pytest.mark.parametrize(
    ("encoding", "titles"),
    [("mac-roman", FRENCH), ("mac-roman", GERMAN), ("mac-cyrillic", RUSSIAN), ("windows-1252", FRENCH), ("windows-1251", RUSSIAN)],
)  # fmt: skip
def test_three_titles_tell_a_macs_encoding(encoding: str, titles: list[str], declared: str | None) -> None:
    """Three titles are read as they were written, and those of Windows still are."""
    page = "<ul>" + "".join(f"<li>{title}</li>" for title in titles) + "</ul>"
    assert decode(page.encode(encoding), declared).text == page
