"""Days of the East Asian lunar calendar, which are no days of the common one: `丙午年十月六日`, `음력 10월 6일`, `农历2026年10月6日`, `6/10 âm lịch`.

Their months are written as those of the common calendar are, a month and more away; alone they are told by a year of the
cycle of sixty or by a word. Down a list they run as days do, and so were certain. They are left unread.
"""

from __future__ import annotations

import re

_OF_SIXTY = (
    r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|[갑을병정무기경신임계][자축인묘진사오미신유술해]년"
)
_NAMED = r"(?:农历|農曆|农曆|阴历|陰曆|旧暦|旧历|舊曆|음력)\s?(?:0{4}\s?[年년])?"
_IN_VIETNAMESE = (
    r"(?:(?:ngày|mùng|mồng|rằm)\s+)*(?<![0/-])(?:00?\s?)?(?:tháng|[/-])\s?(?:00?|giêng|chạp)(?:\s+năm)?(?:\s+âm lịch|,?\s+"
    r"(?:giáp|ất|bính|đinh|mậu|k[ỷỉ]|canh|tân|nhâm|qu[ýí])\s+(?:t[ýíỵị]|sửu|dần|mão|mẹo|thìn|ngọ|mùi|thân|dậu|tuất|hợi))\b"
)
_LUNAR = re.compile(
    rf"(?:{_OF_SIXTY}|{_NAMED})\s?[闰閏윤]?\s?00?\s?[月월](?:\s?00?\s?[日일]?)?|{_IN_VIETNAMESE}",
    re.IGNORECASE,
)


def without_lunar(shape: str) -> str:
    """A shape with such days blanked, as long in bytes as before."""
    return _LUNAR.sub(lambda day: " " * len(day[0].encode()), shape)
