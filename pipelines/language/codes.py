"""Language codes: what pages and models write, and the ISO 639-1 code a record holds."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

UNDETERMINED = "und"

# languages that at least one in a thousand public sites is in
COMMON_LANGUAGES = frozenset(
    "ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv th tr uk vi zh".split()
)

# macrolanguages and old codes: one word for one thing
_ALIASES = {
    "nb": "no", "nn": "no", "zh-cn": "zh", "zh-tw": "zh", "yue": "zh", "wuu": "zh", "cmn": "zh",
    "iw": "he", "in": "id", "ji": "yi", "sh": "sr", "fil": "tl", "mo": "ro", "uzs": "uz", "srl": "sr",
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt",
    "nld": "nl", "dut": "nl", "pol": "pl", "rus": "ru", "jpn": "ja", "zho": "zh", "chi": "zh", "ara": "ar",
}  # fmt: skip
# members of ISO 639-3 macrolanguages that have a two-letter code, as far as pages declare them
_MEMBERS = {
    "ar": "acm acw acx aeb ajp apc apd arb arq ars ary arz ayl",
    "az": "azb azj",
    "et": "ekk vro",
    "fa": "pes prs",
    "hy": "hyw",
    "ku": "ckb kmr sdh",
    "lv": "ltg lvs",
    "mg": "plt",
    "mn": "khk",
    "ms": "zlm zsm",
    "ne": "dty npi",
    "om": "gax gaz hae",
    "ps": "pbt pbu pst",
    "qu": "qub qug quh quy quz qvi",
    "sq": "aae aat aln als",
    "sw": "swc swh",
    "uz": "uzn",
    "yi": "ydd yih",
    "zh": "cdo cjy cpx czh czo gan hak hsn lzh mnp nan",
}
_ALIASES |= {member: code for code, members in _MEMBERS.items() for member in members.split()}
_NO_LANGUAGE = frozenset({UNDETERMINED, "mul", "zxx", "mis", "root", "art"})
_TAG = re.compile(r"[a-z]{2,3}(?=$|[-_@.])")


def plain_code(tag: str | None) -> str | None:
    """The ISO 639-1 code in a language tag such as `fr-FR`, `pt_BR` or `zh-Hant`; None where there is none."""
    lowered = (tag or "").strip().lower()
    found = _TAG.match(lowered)
    if found is None or found.group() == UNDETERMINED:
        return None
    return _ALIASES.get(lowered, _ALIASES.get(found.group(), found.group()))


@cache
def language_codes() -> frozenset[str]:
    """The codes of all languages that CLDR has a name or a script for; `und`, `mul`, `zxx` and the like are none."""
    written = (tag for tag in get_global("likely_subtags") if "_" not in tag)
    return frozenset(map(str, Locale("en").languages)).union(written) - _NO_LANGUAGE
