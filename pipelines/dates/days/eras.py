"""Which calendar a written year belongs to.

Codes are plain integers, for they travel in arrays. An era with a fixed offset from the Gregorian year (Buddhist, Minguo,
the Japanese reigns) shares the Gregorian months and days; the others are converted day by day
(`pipelines.dates.days.calendars`).
"""

from __future__ import annotations

from typing import Final


class Era:
    """The calendar of a year, as written or as decided."""

    UNSAID: Final = 0
    COMMON: Final = 1
    BUDDHIST: Final = 2
    MINGUO: Final = 3
    REIWA: Final = 4
    HEISEI: Final = 5
    SHOWA: Final = 6
    JALALI: Final = 7
    BIKRAM: Final = 8
    HIJRI: Final = 9
    ETHIOPIC: Final = 10
    OTHER: Final = 11  # named, and not converted here


ERA_NAMES = (
    "",
    "",
    "buddhist",
    "minguo",
    "reiwa",
    "heisei",
    "showa",
    "jalali",
    "bikram",
    "hijri",
    "ethiopic",
)

# Gregorian year = written year + offset
OFFSETS = {Era.BUDDHIST: -543, Era.MINGUO: 1911, Era.REIWA: 2018, Era.HEISEI: 1988, Era.SHOWA: 1925}
CONVERTED = (Era.JALALI, Era.BIKRAM, Era.HIJRI, Era.ETHIOPIC)

# Years of four digits that only these calendars have on pages: from the oldest that anybody writes up to those of Bikram Sambat
# a century ahead. The Buddhist ones are of 1857 to 2157.
BUDDHIST_YEARS, JALALI_YEARS, HIJRI_YEARS, BIKRAM_END = (2400, 2700), (1300, 1450), (1350, 1500), 2110

# Written year - Gregorian year, for expanding years of two digits; a reign's years are counted, not shortened.
LAGS = {
    Era.BUDDHIST: 543,
    Era.MINGUO: -1911,
    Era.JALALI: -621,
    Era.BIKRAM: 57,
    Era.HIJRI: -579,
    Era.ETHIOPIC: -8,
}

# Words beside the number, folded; a Latin letter only where the number is glued to it (R8.2.11).
ERA_WORDS = {
    "พศ": Era.BUDDHIST, "คศ": Era.COMMON, "民國": Era.MINGUO, "民国": Era.MINGUO, "令和": Era.REIWA, "平成": Era.HEISEI,
    "昭和": Era.SHOWA, "r": Era.REIWA, "h": Era.HEISEI, "s": Era.SHOWA, "هـ": Era.HIJRI, "ه": Era.HIJRI, "西元": Era.COMMON,
    "公元": Era.COMMON, "विसं": Era.BIKRAM, "ش": Era.JALALI, "هش": Era.JALALI,
}  # fmt: skip

# Words that end a cell behind its year, written together. They name a calendar where the year is no common one of these days: of
# 2026 `AM` is a morning, `AH` the initials of an author. Of the world, of the martyrs and of mercy are all AM.
WORDS_BEHIND = {
    "ah": Era.HIJRI, "ap": Era.JALALI, "r": Era.REIWA, "am": Era.OTHER, "apd": Era.OTHER, "saka": Era.OTHER, "शक": Era.OTHER,
    "શક": Era.OTHER, "ಶಕ": Era.OTHER, "శక": Era.OTHER, "ശക": Era.OTHER, "சாகா": Era.OTHER,
}  # fmt: skip

# Of ERA_WORDS those before which nothing but their year stands: 令和2.5.7, 民國99.5.7.
YEAR_FOLLOWS = frozenset("民國 民国 令和 平成 昭和".split())

# The calendar that sites of a language use beside the common one.
NATIVE = {
    "th": Era.BUDDHIST, "lo": Era.BUDDHIST, "km": Era.BUDDHIST, "zh": Era.MINGUO, "ja": Era.REIWA, "fa": Era.JALALI,
    "ps": Era.JALALI, "ckb": Era.JALALI, "ne": Era.BIKRAM, "ar": Era.HIJRI, "ur": Era.HIJRI,
}  # fmt: skip
# Likewise those of a country, whose sites write years of two digits last; they count where the page's language has none of its own.
OF_COUNTRY = {"th": Era.BUDDHIST}
