"""Days as programs write them in many languages: CLDR, libraries for dates, layouts made for English."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date

from scraper.listing.dates.dated import FULL, dates_in

WRITTEN = (
    "af ar ar_DZ ar_IQ ar_MA bg bn bs ca cs da de de_AT el en es es_PE et fa fi fil fr he hi hr hu hy id is it ka kk lt lv mk "
    "ml mr ms nb nl pl pt ro ru sk sl sq sr sr_Latn sv sw ta te th tr uk ur uz vi"
).split()


@pytest.mark.parametrize("name", WRITTEN)
def test_long_dates_are_seen_as_cldr_writes_them(name: str) -> None:
    """The long form of a day of every month is one whole date, in what most of the web is written in."""
    days = [format_date(date(2026, month, 17), "long", locale=name) for month in range(1, 13)]
    seen = [(len(found), found[0][2]) if (found := dates_in(day)) else day for day in days]
    if name == "ar_IQ":  # آب, two letters, is August and a word of its own
        del seen[7]
    assert set(seen) == {(1, FULL)}


@pytest.mark.parametrize(
    "text",
    [
        "९ नवम्बर २०२६",
        "৯ জানুয়ারি ২০২৬",
        "9 октябри 2026",
        "9 Genver 2026",
        "9 Janeiru 2026",
        "9 skábmamánnu 2026",
        "૯ ઑક્ટ્બર ૨૦૨૬",
        "٩ أيّار ٢٠٢٦",
    ],
)
def test_months_as_programs_spell_them_are_seen(text: str) -> None:
    """Their tables have other spellings than CLDR, which are read, and so have to be seen in a list."""
    assert [strength for *_, strength in dates_in(text)] == [FULL]


@pytest.mark.parametrize(
    "text",
    ["11월 27, 2026", "27 11월 2026", "2026 11월 27", "11月 7, 2026", "27 11月 2026", "2026 11月 27", "十一月 27, 2026", "7 十一月 2026", "2026 十二月 7",
     "tháng 11 27, 2026", "thg 2 7, 2026", "Th11 27, 2026", "27일 11월 2026", "11月 27日 2026", "27 marrask. 2026", "tammik. 7, 2026", "05 अक्तू॰ 2026", "27 ноем. 2026", "ፌብሩ 14, 2026"],
)  # fmt: skip
def test_a_layout_of_english_with_the_months_of_another_language_is_a_date(text: str) -> None:
    """What a generator writes that puts another language's months where the layout of its theme has `January 2, 2006`."""
    assert [(text[start:end], strength) for start, end, strength in dates_in(text)] == [(text, FULL)]


@pytest.mark.parametrize(
    "text",
    ["27-е ноября 2026", "27-го листопада 2026", "27-ми ноември 2026", "27-nci noyabr 2026", "27-ші қараша 2026", "27:e november 2026", "1ste november 2026",
     "31 Agt 2026", "9. Mrz. 2026", "31 Ogs 2026", "27 ліст. 2026", "листоп. 27, 2026", "27 нояб. 2026", "27 नवम्बर 2026", "5 ઑક્ટોબર 2026",
     "27 studenog 2026", "27. novembrī 2026", "27 نوفـ 2026", "31 אוג 2026", "12 մայ, 2026", "27 ноябри 2026", "5 ಅಕ್ಟೋಬರ್ 2026", "14 ফেব্রুয়ারি 2026"],
)  # fmt: skip
def test_what_libraries_for_dates_write_is_a_date(text: str) -> None:
    """Short months that are not CLDR's, and days with an ending behind a hyphen or a colon."""
    assert [(text[start:end], strength) for start, end, strength in dates_in(text)] == [(text, FULL)]


@pytest.mark.parametrize("text", ["Th 5 2026", "Th11 40, 2026", "12-май 2026", "Seite 3:ab Mai"])
def test_words_beside_a_number_that_only_look_like_its_ending(text: str) -> None:
    """What stands behind the hyphen may be the month itself."""
    assert [text[start:end] for start, end, _ in dates_in(text)] == (["12-май 2026"] if "май" in text else [])


def test_a_day_of_one_digit_behind_a_short_year_is_one_in_korean() -> None:
    """As browsers write it there, beside `26. 10. 15.`; numbers of sections, `1. 10. 5.`, are none."""
    assert [dates_in(text) for text in ("26. 10. 5.", "26. 10. 15.", "1. 10. 5.", "26. 13. 5.", "26. 10. 5.2")] == [
        [(0, 9, FULL)], [(0, 10, FULL)], [], [], [],
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["2026 13월 27", "11월 32, 2026", "11월 27, 2920", "101 27 11월 20268"])
def test_numbers_that_are_none_of_a_date_beside_the_sign_of_a_month_are_none(text: str) -> None:
    """A month above 12, a day above 31, a year that no calendar has, a longer number."""
    assert FULL not in [strength for _, _, strength in dates_in(text)]


@pytest.mark.parametrize(
    "text",
    ["ថ្ងៃទី២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៦", "ថ្ងៃទី ២៦ ខែ វិច្ឆិកា ឆ្នាំ ២០២៦", "ວັນທີ 26 ເດືອນພະຈິກ ປີ 2026", "วันที่ 26 เดือน พฤศจิกายน พ.ศ. 2569",
     "26 เดือนพฤศจิกายน พ.ศ.2569", "၂၆ ရက် နိုဝင်ဘာလ ၂၀၂၆", "၂၀၂၆ ခုနှစ်၊ နိုဝင်ဘာလ ၂၆ ရက်", "২৬শে নভেম্বর ২০২৬", "১লা ডিসেম্বর ২০২৬", "26hb November 2026",
     "ika-26 ng Nobyembre 2026", "26ኛ ኅዳር 2019", "ህዳር 17 ቀን 2019", "2026-yil 26-noyabr", "2026 წლის 26 ნოემბერი", "2026-жылдын 26-ноябры",
     "民國 115 年 11 月 26 日", "26-XI-2026"],
)  # fmt: skip
def test_parts_that_are_called_day_month_and_year_are_one_date(text: str) -> None:
    """As ministries write out a day; a clock or another word behind it is another matter."""
    assert [(text[start:end], strength) for start, end, strength in dates_in(text)] == [(text, FULL)]


def test_words_for_day_and_month_that_stand_beside_no_date() -> None:
    """What is found stands where it stood, whatever is left out before it."""
    text = "ปี 2569 มี 12 เดือน · 24hb sale · ika-3 palapag · วันที่ 5 ธันวาคม 2569 · 7 December 2026"
    assert [text[start:end] for start, end, _ in dates_in(text)] == ["วันที่ 5 ธันวาคม 2569", "7 December 2026"]


@pytest.mark.parametrize(
    "text",
    [
        "二〇二六年三月三日",
        "二○二五年十一月二十九日",
        "令和八年十二月一日",
        "令和元年五月一日",
        "民國一一五年三月廿八日",
        "26/9/8",
    ],
)
def test_a_day_in_han_numerals_or_behind_a_short_year_is_one(text: str) -> None:
    """As shrines, courts and small towns write it; what stands around it is none of it."""
    line = f"（{text}）港の会"
    assert [(line[start:end], strength) for start, end, strength in dates_in(line)] == [(text, FULL)]


@pytest.mark.parametrize(
    "text",
    ["三月三日の祭り", "一年三組", "二〇二六年度", "二〇二六年十三月三日", "26/13/8", "26/9/8/1", "31/9/8"],
)
def test_han_numerals_and_short_numbers_that_are_no_day(text: str) -> None:
    """A feast, a class, a financial year, a month that is none; three numbers of which none is a year."""
    assert dates_in(text) == []


@pytest.mark.parametrize(
    "text",
    ["29 ga Disamba, 2026", "13 ga Fabrairu, 2026", "1 ga Afrilu, 2026", "3 Nofembar 2026", "Luuliyo 4, 2026", "29 Ọ̀pẹ̀ 2026", "4 Bélú 2026", "12 ነሓሰ 2026",
     "19 ሰነ 2026", "5 Whiringa-ā-nuku 2026", "Whiringa-ā-rangi 5, 2026", "12 Paengawhāwhā, 2026", "5 Hereturikōkā 2026", "2026 елның 5 марты",
     "2026 елның 9 ноябре", "2026 йылдың 14 ғинуары", "2026-njy ýylyň 5-nji marty", "5 Bitooteessa 2026", "5 މާރޗް 2026", "12 Aokuso 2026"],
)  # fmt: skip
def test_a_day_of_languages_that_few_tables_have_is_one(text: str) -> None:
    """Hausa, Somali, Yoruba, Tigrinya, Maori, Tatar, Bashkir, Turkmen, Oromo, Dhivehi, Samoan."""
    assert [(text[start:end], strength) for start, end, strength in dates_in(text)] == [(text, FULL)]


def test_in_a_month_is_no_day_of_it() -> None:
    """What is a month's name with its ending in Tatar says `in May` in Russian."""
    assert dates_in("В мае 5 школ получили новые доски") == []
