"""Names of months and ways to write a day that sites of a country use and CLDR's release does not have."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.dates import read_dates

CRAWLED = date(2026, 12, 20)
MONTHS = {
    "kk": "qañtar aqpan nauryz säuır mamyr mausym şılde tamyz qyrküiek qazan qaraşa jeltoqsan",
    "eu": "urtren otsren marren apiren mairen ekaren uztren aburen iraren urrren azaren aberen",
    "so": "janaayo febaraayo maarso abriil maajo juunyo luuliyo agoosto sebteembar oktoobar nofeembar diseembar",
    "te": "జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై ఆగష్టు సెప్టెంబరు అక్టోబరు నవంబరు డిసెంబరు",
    "ml": "ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മെയ് ജൂൺ ജൂലായ് ആഗസ്ത് സെപ്തംബർ ഒക്ടോബർ നവംബർ ഡിസംബർ",
    "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्त सेप्टेम्वर अक्टुवर नोभेम्वर डिसेम्वर",
    "ta": "ஜனவரி பிப்ரவரி மார்ச்சு ஏப்ரல் மே யூன் யூலை ஆகத்து செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
}


@pytest.mark.parametrize("language", MONTHS)
def test_the_months_of_a_country_are_read_with_a_year_and_without(language: str) -> None:
    """Each name gives its month, and with a year surely."""
    names = MONTHS[language].split()
    for form in ("{} 5", "5 {} 2026"):
        cells = [form.format(name) for name in names]
        read = read_dates(cells, groups=range(12), languages=language, crawled=CRAWLED)
        assert [str(day)[5:] for day in read["date"]] == [f"{month:02}-05" for month in range(1, 13)]
    assert read["certain"].all()


@pytest.mark.parametrize(
    ("language", "cell"),
    [
        ("ku", "5 çiriya paşîn 2026"),
        ("ky", "2026-жылдын 5-жетинин айы"),
        ("my", "၂၀၂၆ ခုနှစ်၊ နိုဝင်ဘာလ (၅) ရက်"),
        ("tk", "2026-njy ýylyň 5-nji noýabry"),
        ("tt", "2026 елның 5 ноябре"),
        ("ba", "2026 йылдың 5 ноябре"),
        ("tg", "5 ноябри соли 2026"),
        ("si", "2026 නොවැ 5 pm 2:19"),
    ],
)
def test_the_words_for_year_and_day_are_passed_over(language: str, cell: str) -> None:
    """What a language writes between day, month and year parts them no more than a space."""
    read = read_dates([cell], languages=language, crawled=CRAWLED)
    assert str(read["date"][0]) == "2026-11-05"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("19 ت2 2026", "2026-11-19"),
        ("19 ت١ ٢٠٢٦", "2026-10-19"),
        ("31 ك1 2025", "2025-12-31"),
        ("31 ك2 2026", "2026-01-31"),
        ("19 تش١ 2026", "2026-10-19"),
        ("31 کا٢ 2026", "2026-01-31"),
    ],
)
def test_months_of_a_letter_and_a_number_are_the_levantine_ones(cell: str, day: str) -> None:
    """Lebanese newspapers and the C library's Kurdish abbreviate months so; the number is no day."""
    assert str(read_dates([cell], crawled=CRAWLED)["date"][0]) == day


@pytest.mark.parametrize("cell", ["فيتامين ك2 7", "المجموعة ت1 12"])
def test_a_letter_and_a_number_behind_other_words_are_no_month(cell: str) -> None:
    """Vitamins and groups are counted so, too."""
    assert read_dates([cell], crawled=CRAWLED)["date"].isna().all()


@pytest.mark.parametrize("cell", ["Sil 5", "5 Qar 2026", "12 Mair 2026"])
def test_what_begins_such_a_name_is_no_month(cell: str) -> None:
    """`sil` begins a Kazakh July, `mair` the Basque `mairen`: other languages shorten or call other things so."""
    assert read_dates([cell], crawled=CRAWLED)["date"].isna().all()
