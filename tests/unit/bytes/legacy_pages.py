"""Pages of own text in the encodings that legacy sites use, for the tests of decoding and detection."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SENTENCES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8")
)

WRITTEN: dict[str, str] = {
    "windows-1250": "cs pl hu sk sl hr",
    "iso-8859-2": "cs pl hu sk sl hr",
    "windows-1251": "ru uk bg mk",
    "koi8-r": "ru",
    "windows-1252": "fr de es pt it nl sv da fi ca is et",
    "iso-8859-15": "fr de es pt it nl sv da fi ca is et",
    "windows-1253": "el",
    "iso-8859-7": "el",
    "windows-1254": "tr",
    "windows-1255": "he",
    "windows-1256": "ar",
    "windows-1257": "lt lv et",
    "windows-874": "th",
    "gb18030": "zh",
    "big5": "zh-Hant",
    "shift_jis": "ja",
    "euc-jp": "ja",
    "euc-kr": "ko",
}
"""Languages by the encoding their sites used."""


class LegacyPage(NamedTuple):
    """A page of three teasers in one encoding."""

    encoding: str
    language: str
    text: str
    body: bytes


def page(teasers: list[str], charset: str = "") -> str:
    """Return the HTML of a listing page with these teasers."""
    meta = f'<meta charset="{charset}">' if charset else ""
    items = "".join(
        f'<article><h2><a href="/item/{n}">{teaser[:30]}</a></h2><p>{teaser}</p></article>'
        for n, teaser in enumerate(teasers)
    )
    return (
        f"<!doctype html><html><head>{meta}<title>Demo</title></head><body><main>{items}</main></body></html>"
    )


def legacy_pages(codecs: dict[str, str], *, declare: bool = False) -> Iterator[LegacyPage]:
    """Yield one page for each encoding and language of `WRITTEN`."""
    for encoding, languages in WRITTEN.items():
        for language in languages.split():
            text = page(SENTENCES[language], encoding if declare else "")
            yield LegacyPage(encoding, language, text, text.encode(codecs[encoding]))
