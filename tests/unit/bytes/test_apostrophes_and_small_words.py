"""Old pages in languages whose commonest words are one letter or an apostrophe are not taken for pages of old Macs."""

from __future__ import annotations

import pytest

from pipelines.repair.decoding.decode import decode

AFRIKAANS = [
    "Die biblioteek by die hawe kry ’n nuwe leeskamer en ’n tuin",
    "’n Brug oor die rivier word hierdie week herstel",
    "Die skool het ’n orkes, ’n koor en ’n eie koerant",
    "Daar is ’n mark op Saterdag en ’n fees op Sondag",
    "’n Nuwe pad na die strand word in Mei geopen",
    "Die dorp kry ’n trein, ’n bus en ’n fietspad",
]
WELSH = [
    "Mae'r llyfrgell yn gweithio â'r ysgolion a â phawb yn y dref",
    "Cytundeb â chwmni lleol i drwsio'r bont",
    "Cyfle i siarad â chynghorwyr yn y farchnad",
    "Taith ar hyd yr afon â thywysydd profiadol",
]
GREEK = [
    "Άρχισε η επισκευή της γέφυρας",
    "Η βιβλιοθήκη ανοίγει νωρίς",
    "Άμα βρέξει, η γιορτή γίνεται μέσα",
    "Άλλη μια σχολική χρονιά",
]


@pytest.mark.parametrize("declared", [None, "utf-8"])
@pytest.mark.parametrize(
    ("encoding", "titles"),
    [
        ("windows-1252", AFRIKAANS),
        ("windows-1252", WELSH),
        ("iso-8859-15", WELSH),
        ("macintosh", AFRIKAANS),
        ("windows-1253", GREEK),
    ],
)
@pytest.mark.parametrize("times", [1, 6])
def test_each_is_read_as_it_was_written(
    encoding: str, titles: list[str], declared: str | None, times: int
) -> None:
    """Few titles or many, undeclared or declared as UTF-8."""
    page = "<ul>" + "".join(f"<li>{title}</li>" for title in titles * times) + "</ul>"
    codec = {"macintosh": "mac-roman"}.get(encoding, encoding)
    assert decode(page.encode(codec), declared).text == page
