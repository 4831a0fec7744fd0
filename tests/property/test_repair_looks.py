"""The look at every character of a column misses nothing that the steps' own expressions find, and depends on nothing else."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable

import ftfy.badness
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.repair import markers
from pipelines.repair.encodings.readings import SENTENCE_SIGNS, arabic_parts, characters, sequence_parts
from pipelines.repair.ends import cut_rules
from pipelines.repair.evidence import possible_units
from pipelines.repair.likelihood.counted_letters import of_any
from pipelines.repair.likelihood.letters import Some, of_language
from pipelines.repair.looks.suspects import KINDS, kinds_after, kinds_of, look
from pipelines.repair.mojibake import layers
from pipelines.repair.mojibake.share_of_utf8 import share_of_utf8
from pipelines.repair.tidying import tidy

often = settings(max_examples=400, derandomize=True)

LEADS = characters(0xC2, 0xF5) - SENTENCE_SIGNS
MORE = characters(0x80, 0xC0)
_LETTERS = {letter for letter in LEADS if not "\u0370" <= letter <= "\u04ff"}
TELLING = sorted(
    LEADS
    | MORE
    | set("ÂÃŒœØÙ°×²³√≈‚Äвђ ĺàіïґЂβ€™²µ¹в")
    | set("\u200b\u200d\u200e\u202a\u2060\u00ad\ufeff\ufb01\u0301\u064b\u3099\u1100\u1161\ufffd\ufffa\u206a")
    | set("\U0010f7c3\U0010f7a9\U0010f741😀中かкиαйéñßž")
)
PLAIN = list("abzAZ?&;<br #0.,… »[](){}\x00\x1b\t\n\x7f…→—’")
TEXTS = st.text(st.sampled_from(TELLING * 2 + PLAIN), max_size=12)
WORDS = st.lists(
    st.sampled_from(["Ã©", "café", "в", "вЂ", "&eacute;", "œuvre", "Œ", "été", "où", "Â ", "ß", "x"]),
    max_size=5,
)


def _class(some: frozenset[str] | set[str]) -> str:
    return "[" + "".join(map(re.escape, sorted(some))) + "]"


EXPRESSIONS = {
    "markup": re.compile(r"&[#A-Za-z][0-9A-Za-z]{1,31};|<[Bb][Rr]"),
    "mojibake": re.compile(
        ftfy.badness.BADNESS_RE.pattern
        + "|"
        + "|".join("".join(map(_class, parts)) for parts in sequence_parts())
        + "".join(f"|(?<!{_class(never)})" + "".join(map(_class, parts)) for never, *parts in arabic_parts())
        + "|[A-Za-z][\u0391-\u03ce\u0401-\u045f]|[\u0391-\u03ce\u0401-\u045f][A-Za-z]",
        re.VERBOSE,
    ),
    "loss": re.compile("[\ufffd\U0010f700-\U0010f7ff]|[^\\W\\d_]\\?[a-zà-öø-ÿ]"),
    "end": re.compile(
        f"(?:(?:{_class(_LETTERS)}|[^\u0370-\u04ff]{_class(LEADS - _LETTERS)})"
        f"{_class(MORE)}{{0,2}}|[?\ufffd\U0010f700-\U0010f7ff])"
        "\\s*(?:…|\\.\\.+|\\[[^\\[\\]]{0,40}\\]?|\\([…. ]+\\))?[\\s»›→]*\\Z"
    ),
    **{name: wanted for name, wanted, _ in tidy.STEPS if name not in ("invisible", "compose")},
}
CHANGED = ("c1", "controls", "invisible", "ligatures", "compose")
"""The steps that are asked for what they would change, in their order: most marks and joiners of clean text stay."""
MARKED = st.text(
    st.sampled_from(
        "aeêẹAกكهیپاأफनড\u09c7கெொ과カは👩\u2764\u1100\u1161 .…~"
        "\u0301\u0302\u0323\u0338\u064b\u0651\u0653\u0654\u093c\u09bc\u09be\u09d7\u0bbe\u0bd7\u3099\u309a\ufe0f"
        "\u200b\u200c\u200d\u200e\u061c\u00ad\u034f\u2060\ufeff\ufb01\ufb05\x07\x85\x9e"
    ),
    max_size=7,
)


def _kinds(texts: list[str]) -> list[set[str]]:
    found = look(pd.Series(texts, dtype="str"))
    kinds: list[set[str]] = [set() for _ in texts]
    for kind in (*EXPRESSIONS, "invisible", "compose"):
        for row in found.rows[found.of(kind)].tolist():
            kinds[row].add(kind)
    return kinds


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("ab", "ba"),
        (" ", " "),
        ("я", "я"),
        ("яяяя", "яяяя"),
        ("é", "é"),
        ("ề", "の"),
        ("x.", "Ã©»"),
        ("Ø°", "Ø²"),
    ],
)
def test_every_pair_that_an_expression_finds_is_seen(before: str, after: str) -> None:
    """Of all telling characters beside all others, in every company, none is passed over."""
    texts = [before + one + two + after for one in TELLING for two in (*TELLING, *PLAIN)]
    found = look(pd.Series(texts, dtype="str"))
    for kind, expression in EXPRESSIONS.items():
        seen = set(found.rows[found.of(kind)].tolist())
        missed = [text for row, text in enumerate(texts) if row not in seen and expression.search(text)]
        assert not missed, kind


@pytest.mark.parametrize("kind", EXPRESSIONS)
@settings(max_examples=100, derandomize=True)
@given(before=WORDS, text=TEXTS, after=WORDS)
def test_what_a_step_could_change_is_seen(kind: str, before: list[str], text: str, after: list[str]) -> None:
    """Wherever an expression matches, the look at the bytes has seen the same kind."""
    whole = " ".join(before) + text + " ".join(after)
    if EXPRESSIONS[kind].search(whole):
        assert kind in _kinds([whole])[0]


def _changing(text: str) -> set[str]:
    """The steps that change a text, each given what the former left."""
    found = set()
    for name, _, mend in tidy.STEPS:
        if name in CHANGED and mend(text) != text:
            text = mend(text)
            found.add(name)
    return found


@often
@given(MARKED, MARKED)
def test_what_a_step_changes_is_seen(text: str, other: str) -> None:
    """Of marks, joiners and what is invisible, all that a step would change is seen, also where another step has made room."""
    for seen, each in zip(_kinds([text, other + text]), (text, other + text), strict=True):
        assert _changing(each) <= seen, ascii(each)


@often
@given(st.lists(st.one_of(TEXTS, MARKED), max_size=5))
def test_texts_are_seen_alike_in_a_column_and_beside_it(texts: list[str]) -> None:
    """What texts call for is told of Python's own as of an Arrow column of them."""
    assert kinds_of(texts).tolist() == kinds_of(pa.array(texts, pa.large_string())).tolist()


@often
@given(st.lists(st.one_of(TEXTS, MARKED, st.just("caf&eacute;<br>")), max_size=5))
def test_a_last_look_sees_all_that_the_first_does(texts: list[str]) -> None:
    """Of what the steps after mojibake ask for, the quicker expressions pass over nothing."""
    later = sum(
        1 << place for place, kind in enumerate(KINDS) if kind in {*CHANGED, "markup", "loss", "lookalikes"}
    )
    for first, last in zip(kinds_of(texts).tolist(), kinds_after(texts).tolist(), strict=True):
        assert first & later & ~last == 0


def test_every_letter_and_mark_that_are_one_character_are_seen() -> None:
    """Of all characters before all marks, and before and behind a joiner, none that would change is passed over."""
    basic = [chr(code) for code in (*range(0x20, 0xD800), *range(0xF900, 0xFFFE))]
    marks = [mark for mark in basic if unicodedata.combining(mark) or unicodedata.category(mark) == "Mc"]
    composed = (unicodedata.normalize("NFD", letter) for letter in basic)
    marked = {parts for parts in composed if len(parts) > 1 and parts[-1] in marks}
    joined = [text for each in basic for text in (each + "\u200c", "\u200d" + each, f"x{each}\u200da")]
    texts = [text for text in sorted(marked) + joined if _changing(text)]
    assert len(texts) > 100_000
    found = look(pd.Series(texts, dtype="str"))
    for kind in ("invisible", "compose"):
        seen = set(found.rows[found.of(kind)].tolist())
        missed = [ascii(text) for at, text in enumerate(texts) if at not in seen and kind in _changing(text)]
        assert not missed, kind


@pytest.mark.parametrize(
    "text",
    ["फ़िल्म की ज़रूरत", "می‌شود برنامه‌های خانهٔ", "نَصّ مُشكَّل", "கொள்கை மாநாடு", "বাড়ি কোথায়", "క్యాలెండర్‌లో", "מִלָּה"],
)
def test_marks_and_joiners_in_their_place_call_for_nothing(text: str) -> None:
    """Nukta, vowel signs and ZWNJ as authors type them are passed over: every fourth clean title of India has some."""
    assert not _kinds([text])[0] & set(CHANGED)


@often
@given(
    st.sampled_from(["exhort", "été ", "слово", "a [b] ", "[", ""]),
    st.sampled_from(["Ã", "â€", "é", "Ð", "?", "\ufffd", "\U0010f7c3", "s", "»"]),
    st.text(st.sampled_from(" .…[]()»→›\u00a0\u3000\n"), max_size=16) | st.just("\u3000" * 20),
    st.sampled_from(["", "", "x"]),
    st.sampled_from(["", "]", "…", " ..."]),
)
def test_an_end_is_seen_before_any_marker(body: str, end: str, marks: str, words: str, more: str) -> None:
    """Half a character is seen before dots, brackets and arrows however many, alone and beside texts that end whole."""
    text = body + end + marks + words + more
    if EXPRESSIONS["end"].search(text):
        assert "end" in _kinds([text])[0]
    assert _kinds(["Ende […]", text, "fin..."])[1] == _kinds([text])[0]


@often
@given(st.lists(TEXTS, max_size=6))
def test_a_text_is_seen_by_itself(texts: list[str]) -> None:
    """What stands in a text's neighbours changes nothing."""
    assert _kinds(texts) == [_kinds([text])[0] for text in texts]


@often
@given(TEXTS, WORDS)
def test_badness_is_ftfys(text: str, words: list[str]) -> None:
    """Asking ftfy's expression only where it can hold gives ftfy's answer."""
    whole = text + " ".join(words)
    assert layers.is_bad(whole) == ftfy.badness.is_bad(whole)


@often
@given(
    st.text(st.sampled_from("aé.…[] \u00a0»→()m"), max_size=6),
    st.sampled_from(["...", "…", "[…", "[...", "....", "..", " […]", "… »", ". . ."]),
    st.text(st.sampled_from(" \u202f\n"), max_size=70),
)
def test_dots_are_split_off_as_the_expression_does(body: str, dots: str, gap: str) -> None:
    """The short way to the most common markers agrees with the expression for all of them."""
    text = body + dots + gap
    found = markers.MARKER.search(text, max(0, len(text) - 60))
    expected = found.start() if found else 0
    assert markers.split(text) == ((text[:expected], text[expected:]) if expected else (text, ""))


@often
@given(
    st.sampled_from(["fr", "vi", "ro", "ru", "el", "fa", ""]),
    st.sets(st.sampled_from("éèàçñäöüßşţșțăâđơưếệиіїяαώάی"), min_size=1),
    st.text(st.sampled_from("abtsAT é.İяα"), max_size=2),
)
def test_letters_together_weigh_what_each_does(language: str, some: set[str], before: str) -> None:
    """The sum over some letters is the sum of their chances."""
    letters = (of_language(language) if language else None) or of_any()
    each = tuple(sorted(some))
    expected = sum(letters.chance(letter, before) for letter in each)
    assert math.isclose(letters.mass(Some(each), before), expected, rel_tol=1e-9)


@often
@given(
    st.lists(st.text(st.sampled_from("ab éÃ„中"), min_size=1, max_size=30), min_size=3, max_size=12),
    st.integers(3, 20),
    st.sampled_from(["bytes", "characters", "words"]),
)
def test_a_list_with_a_rule_is_asked_for_it(texts: list[str], budget: int, unit: str) -> None:
    """The quick look at lengths rules out no rule that the lists' texts would prove."""
    cuts: dict[str, Callable[[str], str]] = {
        "bytes": lambda text: text.encode()[:budget].decode("utf-8", "ignore"),
        "characters": lambda text: text[:budget],
        "words": lambda text: " ".join(text.split()[: budget // 3]),
    }
    ends = [[(cuts[unit](text), 0)] for text in texts]
    ways = [[*way, (way[0][0][:-1], 1)] if number % 2 else way for number, way in enumerate(ends)]
    assert cut_rules.infer(ways, possible_units([first for first, *_ in ways])) == cut_rules.infer(ways)


@often
@given(st.text(st.sampled_from("aé中😀Ã©â‚¬ ")), st.binary(max_size=4))
def test_the_share_of_utf8_is_that_of_its_sequences(text: str, more: bytes) -> None:
    """Of the bytes above ASCII those count that belong to whole characters, be the bytes all UTF-8 or not."""
    data = text.encode() + more
    whole = b"".join(
        re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", data)
    )
    above = sum(byte > 0x7F for byte in data)
    assert share_of_utf8(data) == (len(whole) / above if above else 0.0)
