"""Which weekday words belong to a date: those beside it, not those in what else the cell says.

`Sunday Times, 18 Nov`, `Mar del Plata, 18 de noviembre` and `12 min read · Nov 18` name no weekday of the 18th, though the
words are weekdays somewhere. A weekday stands beside its date, with nothing between them but marks and words that link, and
speaks a language of its month: of `8. Jan. von Anna Berg` the name is Friday in Turkmen alone.
"""

from __future__ import annotations

from functools import reduce
from operator import and_

from pipelines.dates.tokens.lexer import DAY_DIGITS, Token
from pipelines.dates.tokens.month_words import longest_phrase
from pipelines.dates.tokens.template import Template
from pipelines.dates.tokens.updates import ANNOUNCING
from pipelines.dates.words.joiners import OPENERS
from pipelines.dates.words.names import LARGER, linked_weekdays, months, weekday_senses, weekdays
from pipelines.dates.words.senses import FAR_RARER, weight
from pipelines.dates.words.wording import DATE_WORDS, LINKS, YEAR_WORDS

BEFORE = 2  # letters of a word that may link a weekday to the date behind it: воскресенье, 18-го
_LINKING = LINKS | OPENERS | DATE_WORDS
_LINKING_BACK = YEAR_WORDS | DATE_WORDS  # 2026 года, среда, but not 18. mars av Anna


def with_leading_weekday(tokens: list[Token]) -> tuple[list[Token], bool]:
    """Return the tokens with a linking word in front of a day that is a weekday elsewhere made one, and whether it may link after all.

    `Di. 24.11.`, `do 26 nov`, `to 26.11.`: `do` is Thursday in Dutch and "until" in Polish, `la` Saturday in Finnish and "on" in
    Romanian. A point or a comma behind the word says that it links nothing; without one the list tells (`one_weekday`).
    """
    first = tokens[0] if tokens else None
    if first is None or first.text not in LINKS or not linked_weekdays(first.text):
        return tokens, False
    at = 1
    while at < len(tokens) and tokens[at].kind == "P" and tokens[at].text in ".,":
        at += 1
    if at == len(tokens) or tokens[at].kind != "N" or tokens[at].size > DAY_DIGITS:
        return tokens, False
    return [first._replace(text=first.text + "."), *tokens[1:]], at == 1


def weekdays_named(tokens: list[Token]) -> int:
    """Return the weekdays of a text as a bit mask; different ones (`Mon–Fri`) say nothing about a day."""
    return _common([weekdays(token.text) for token in tokens if token.kind == "W"])


def weekdays_of_date(tokens: list[Token], found: Template) -> int:
    """Return the weekdays named beside a date as a bit mask, the month's own word aside."""
    parts = _parts(tokens, found)
    spoken = frozenset[str]().union(*(sense.languages for sense in found.senses))
    own = [
        _spoken_weekdays(token.text, spoken)
        for at, token in enumerate(tokens)
        if token.kind == "W"
        and weekdays(token.text)
        and token.text not in DATE_WORDS  # dia begins a Thursday in Gaelic
        and not _names_same(token.text, found)
        and not _counts(tokens, at, found)
        and _is_beside(tokens, at, parts, spoken)
    ]
    return _common(own)


def in_its_language(tokens: list[Token], found: Template) -> Template:
    """Return a date with only those months of its word that a language of its weekday names: `uto 27 lis` is Croatian, in October.

    A language that is far rarer than the others of the weekday names none: `Mon` is English before a Portuguese `out`, and hardly
    Haitian; `mar.` is Galician or Spanish, and hardly the Creole of Mauritius.
    """
    if len(found.senses) < len(("lis", "lis")):
        return found
    parts = _parts(tokens, found)
    spoken = frozenset[str]().union(*(sense.languages for sense in found.senses))
    for at, token in enumerate(tokens):
        if token.kind == "W" and not _names_same(token.text, found) and _is_beside(tokens, at, parts, spoken):
            named = frozenset[str]().union(*weekday_senses(token.text).values())
            least = FAR_RARER * weight(named)
            shared = [(sense, sense.languages & named) for sense in found.senses]
            # a language without a weight is told by its words alone: Tigrinya by its months
            likeliest = FAR_RARER * max(weight(sense.languages) for sense in found.senses)
            own = tuple(
                sense
                for sense, both in shared
                if both
                and (weight(both) >= least if weight(both) else not 0 < weight(sense.languages) < likeliest)
            )
            if own:
                return found._replace(senses=own, era=found.era and own[0].era)
    return found


def _common(masks: list[int]) -> int:
    return reduce(and_, filter(None, masks)) if any(masks) else 0


def _spoken_weekdays(word: str, spoken: frozenset[str]) -> int:
    """The weekdays that a word names in the languages of the month; where no word tells it, in one of the web's larger ones."""
    senses = weekday_senses(word).items()
    return sum(
        1 << number
        for number, languages in senses
        if (languages & spoken if spoken else weight(languages) >= LARGER)
    )


def _places(found: Template) -> set[int]:
    return {slot.at for slot in (found.a, found.b, found.c) if slot.size}


def _parts(tokens: list[Token], found: Template) -> list[int]:
    """Places of a date's numbers and of the words of its month, of which there may be several: арван хоёрдугаар сар."""
    parts = {at for at, token in enumerate(tokens) if token.kind == "N" and token.at in _places(found)}
    for at in range(len(tokens)):
        for end in range(at + 1, min(at + longest_phrase(tokens, at), len(tokens)) + 1):
            words = [token.text for token in tokens[at:end] if token.kind == "W"]
            if len(words) == end - at and _names_same(" ".join(words), found):
                parts.update(range(at, end))
    return sorted(parts)


def _names_same(word: str, found: Template) -> bool:
    """Whether a word names the month that was found, alone or in a phrase (`de mar.`); lun is August in Irish, beside no `ago`."""
    return any(
        own.month == other.month
        and (own.languages & other.languages or not (own.languages and other.languages))
        for own in found.senses
        for other in months(word)
    )


def _counts(tokens: list[Token], at: int, found: Template) -> bool:
    """Whether the number beside a word is none of the date's: `28 settembre, Sala 12` has a room, `12 min` minutes."""
    behind, before = tokens[at + 1 : at + 2], tokens[max(0, at - 1) : at]
    number = next((t for t in (*behind, *before) if t.kind == "N"), None)
    return number is not None and number.at not in _places(found)


def _is_beside(tokens: list[Token], at: int, parts: list[int], spoken: frozenset[str]) -> bool:
    """Whether nothing but marks, links and other weekdays stands between a weekday and the nearest part of the date."""
    behind = next((part for part in parts if part > at), None)
    before = next((part for part in reversed(parts) if part < at), None)
    if behind is not None and _links(tokens[at + 1 : behind], BEFORE, _LINKING, spoken):
        return not (_is_parted(tokens[at + 1 : behind]) and at > 0 and _ends_in_name(tokens[at - 1]))
    if before is not None and _links(tokens[before + 1 : at], 1, _LINKING_BACK, spoken):
        return not any(map(_ends_in_name, tokens[at + 1 : at + 2]))  # 01/05/2021 Mar Ruiz
    return False


def _links(between: list[Token], letters: int, words: frozenset[str], spoken: frozenset[str]) -> bool:
    return all(
        token.kind in "PU"
        or (
            token.kind == "W"
            and (
                len(token.text) <= letters or token.text in words or _spoken_weekdays(token.text, spoken) > 0
            )
        )
        for token in between
    )


def _is_parted(between: list[Token]) -> bool:
    return any(token.kind == "P" and token.text != "." for token in between)


def _ends_in_name(token: Token) -> bool:
    """Whether a word beside a weekday makes a name of both: `Tom Freitag, 18.11.`, `The Sun | 18 Nov`, `18 Nov Mar Ruiz`."""
    if token.kind != "W" or token.text == "the":
        return token.kind == "W"
    known = token.text in _LINKING or token.text in ANNOUNCING or bool(weekdays(token.text))
    return len(token.text) > BEFORE and not known
