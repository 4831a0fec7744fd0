"""Phrases of relative time put together from their parts: a way to say "ago", a form of a unit, an amount.

CLDR's patterns hold one way to say "ago" and the unit in one case; real phrases mix others (`3 timer siden`, `hace 2 días`,
`2 días atrás`). Per language every way is combined with every form of every unit, once, when the harvest is made; reading
stays one look-up. A unit without a word for "ago" is no date but a duration. Nothing is combined over languages, except with
English: programs are written in it, and where a translation lacks the pattern or the unit, theirs shows (`2 días ago`,
`hace 2 weeks`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain, product
from typing import Any

from pipelines.dates.words.ago_words import AGO, LAST, UNIT_FORMS

# unit as CLDR calls it → its letter in a template
UNITS = {"second": "s", "minute": "n", "hour": "h", "day": "d", "week": "w", "month": "m", "year": "y"}
PLURALS = ("zero", "one", "two", "few", "many", "other")
SPANS_OF_LAST = ("w", "m", "y")  # as `LAST` has them
MIN_MARK = 2  # letters of a way to say "ago" in an alphabet; "fa", "há" and "fá" are the shortest
UNSPACED = frozenset("ja zh ko th lo km my".split())  # 年前 is no year ago
NUMBER_LAST = frozenset("eu sw si ug".split())  # languages that write a unit before its number
_AMOUNT = "{0}"
_BOUND = re.compile(r"\s+")
# What programs show for lack of a translation, by unit and as the only way to say "ago".
SOURCE_WAYS = (("", "ago"),)
SOURCE_FORMS = {
    unit: tuple(f"{_AMOUNT} {word}" for word in (name, f"{name}s", *(("min", "mins") if unit == "n" else ())))
    for name, unit in UNITS.items()
}

Relative = dict[str, tuple[str, int]]


def compose(table: Relative, data: Any, language: str, squeeze: Callable[[str], str]) -> None:
    """Add the phrases of one language that its CLDR patterns do not hold already.

    Args:
        table: squeezed phrase with `0` for the number → (unit letter, count).
        data: babel's data of one locale.
        language: its language code.
        squeeze: how the table spells a phrase.
    """
    for unit, phrases in zip(SPANS_OF_LAST, LAST.get(language, ()), strict=False):
        for phrase in phrases:
            table.setdefault(squeeze(phrase), (unit, -1))
    ways = list(_ways(language))
    if not ways:
        return
    for unit, forms in _unit_forms(data, language, ways).items():
        whole = product(forms, ways)
        half = chain(product(filter(_is_told, forms), SOURCE_WAYS), product(SOURCE_FORMS[unit], ways))
        for form, (before, after) in chain(whole, half):
            said = squeeze(f"{before} {form.replace(_AMOUNT, ' 0 ')} {after}")
            if len(said) > len("00"):
                table.setdefault(said, (unit, -1))
    for unit, form in _single_forms(data, language):
        for before, after in ways:
            table.setdefault(squeeze(f"{before} {form.replace(_AMOUNT, ' ')} {after}"), (unit, -1))


def _ways(language: str) -> Iterator[tuple[str, str]]:
    for pattern in AGO.get(language, ()):
        before, after = pattern.split("0")
        if len(before.strip() + after.strip()) >= MIN_MARK or not (before + after).isascii():
            yield before.strip(), after.strip()


def _is_told(form: str) -> bool:
    """Whether a form of a unit is a word: `5 de ago` is a day of August."""
    word = form.replace(_AMOUNT, "").strip()
    return not word.isascii() or len(word) > MIN_MARK


def _unit_forms(data: Any, language: str, ways: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Unit letter → forms with `{0}`: of CLDR's lengths of time, of its patterns without their "ago", and the table's."""
    forms: dict[str, set[str]] = defaultdict(set)
    for field, unit in UNITS.items():
        for width in data["unit_patterns"].get(f"duration-{field}", {}).values():
            forms[unit].update(form for form in _texts(width) if _AMOUNT in form)
        for width in ("", "-short"):
            for pattern in _texts(data["date_fields"].get(field + width, {}).get("past", {})):
                forms[unit].update(_without_way(pattern, ways))
    for group in UNIT_FORMS.get(language, ()):
        unit, *words = group.split()
        forms[unit].update(f"{_AMOUNT} {word}" for word in words)
        if language in NUMBER_LAST:
            forms[unit].update(f"{word} {_AMOUNT}" for word in words)
    return forms


def _texts(patterns: Any) -> list[str]:
    """The patterns for the plural forms, without those for `{0} per day`."""
    return [text for name, text in patterns.items() if name in PLURALS and isinstance(text, str)]


def _without_way(pattern: str, ways: list[tuple[str, str]]) -> Iterator[str]:
    words = _BOUND.split(pattern.strip())
    for before, after in ways:
        first, last = before.split(), after.split()
        end = len(words) - len(last)
        if words[: len(first)] == first and words[end:] == last and len(first) + len(last) < len(words):
            form = " ".join(words[len(first) : end])
            if _AMOUNT in form and form != _AMOUNT:
                yield form


def _single_forms(data: Any, language: str) -> Iterator[tuple[str, str]]:
    """Whole words for one unit, which are said without a number too: `hora`, `година`."""
    if language in UNSPACED:
        return
    for group in UNIT_FORMS.get(language, ()):
        unit, *words = group.split()
        yield from ((unit, word) for word in words if len(word) > MIN_MARK)
    for field, unit in UNITS.items():
        form = data["unit_patterns"].get(f"duration-{field}", {}).get("long", {}).get("one", "")
        if isinstance(form, str) and _AMOUNT in form and len(form.replace(_AMOUNT, "").strip()) > MIN_MARK:
            yield unit, form
