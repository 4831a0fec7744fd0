"""What holds for every text and every column."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.repair import mend_column
from pipelines.repair.encodings.readings import is_beginning, needs
from pipelines.repair.ends.restore import Source
from pipelines.repair.looks.suspects import suspects

SENTENCES: dict[str, str] = json.loads(
    (Path(__file__).parents[1] / "unit/repair/cases/clean.json").read_text(encoding="utf-8")
)
LANGUAGES = sorted(SENTENCES)
MARKERS = ("", "…", "...", " […]", " [...]")
CODECS = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1250", "macroman")

languages = st.sampled_from(LANGUAGES)
quick = settings(max_examples=150, derandomize=True)


def _mend(texts: list[str], language: str, **more: object) -> list[str]:
    column = pd.Series(texts, dtype="str")
    return mend_column(column, languages=[language] * len(texts), **more).texts.tolist()  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_clean_text_is_left_alone(language: str) -> None:
    """A clean sentence comes back, with its language known or not, alone or twice over."""
    text = SENTENCES[language]
    assert _mend([text, text + " " + text], language) == [text, text + " " + text]
    assert _mend([text], "") == [text]


@quick
@given(languages, st.integers(20, 200), st.sampled_from(MARKERS))
def test_clean_text_cut_anywhere_is_left_alone(language: str, length: int, marker: str) -> None:
    """A sentence cut between two characters has lost none."""
    text = SENTENCES[language][:length].rstrip() + marker
    assert _mend([text], language) == [text]


@quick
@given(languages, st.integers(10, 250), st.sampled_from(CODECS), st.booleans())
def test_mending_twice_is_mending_once(language: str, length: int, codec: str, lone: bool) -> None:
    """The result of mending is clean, whatever was read wrong and cut wherever."""
    data = SENTENCES[language].encode()[:length]
    damaged = data.decode("utf-8", "replace") if lone else data.decode(codec)
    once = _mend([damaged], language)
    assert _mend(once, language) == once


@quick
@given(languages, st.integers(20, 250), st.sampled_from(CODECS))
def test_nothing_is_longer_than_its_source_proves(language: str, length: int, codec: str) -> None:
    """With the whole text as source, what comes back is its beginning, and one character longer at most."""
    whole = SENTENCES[language]
    data = whole.encode()[:length]
    kept = data.decode("utf-8", "ignore")
    tail = data[len(kept.encode()) :]
    damaged = kept + tail.decode(codec)
    (mended,) = _mend([damaged], language, sources={0: [Source("page", whole)]})
    assert whole.startswith(mended)
    assert len(mended) <= len(kept) + bool(tail)


@quick
@given(languages, st.integers(0, 2**32), st.integers(60, 120))
def test_a_column_is_its_shuffled_parts(language: str, seed: int, budget: int) -> None:
    """Rows may come in any order and the lists in any number of columns."""
    rng = random.Random(seed)
    words = SENTENCES[language].split()
    texts, lists = [], []
    for name in ("a", "b", "c"):
        for _ in range(4):
            data = " ".join(rng.sample(words, len(words))).encode()[:budget]
            texts.append(data.decode("utf-8", "replace") if name == "a" else data.decode("latin-1"))
            lists.append(name)
    together = dict(zip(zip(lists, texts, strict=True), _mend(texts, language, lists=lists), strict=True))
    for name in ("c", "a", "b"):
        part = [text for text, each in zip(texts, lists, strict=True) if each == name]
        rng.shuffle(part)
        assert _mend(part, language, lists=[name] * len(part)) == [together[name, text] for text in part]


@quick
@given(languages, st.integers(10, 250), st.sampled_from(CODECS), st.sampled_from(MARKERS))
def test_the_steps_of_any_cell_lead_from_the_raw_text_to_the_mended_one(
    language: str, length: int, codec: str, marker: str
) -> None:
    """Each step begins where the one before ended, and the last ends in the result."""
    damaged = "&nbsp;" + SENTENCES[language].encode()[:length].decode(codec) + marker
    mended = mend_column(pd.Series([damaged], dtype="str"), languages=[language])
    now = damaged
    for _, before, after in mended.cells[0].steps:
        assert before == now
        now = after
    assert now == mended.texts.iloc[0]


@quick
@given(languages, st.integers(10, 250), st.sampled_from((*CODECS, "cp437")))
def test_every_damage_is_suspect(language: str, length: int, codec: str) -> None:
    """No text that was read as a Latin codec slips past the first look."""
    data = SENTENCES[language].encode()[:length]
    kept = data.decode("utf-8", "ignore")
    if kept.isascii():
        return
    assert suspects(pd.Series([data.decode(codec)], dtype="str")).tolist() == [0]


@given(st.text(max_size=60))
@settings(max_examples=300, derandomize=True)
def test_any_text_is_answered(text: str) -> None:
    """No string is refused, and whatever comes out stays as it is."""
    once = _mend([text], "en")
    assert _mend(once, "en") == once


@given(st.binary(min_size=1, max_size=4))
@settings(max_examples=500, derandomize=True)
def test_beginnings_are_those_that_utf8_could_go_on_from(data: bytes) -> None:
    """`is_beginning` agrees with the codec: some continuation makes the bytes a character."""
    endings = (
        [b"\x80" * n for n in range(1, 4)] + [b"\xbf" * n for n in range(1, 4)] + [b"\x9f\xbf", b"\xa0\x80"]
    )

    def decodes(candidate: bytes) -> bool:
        try:
            return len(candidate.decode("utf-8")) == 1
        except UnicodeDecodeError:
            return False

    goes_on = any(decodes(data + ending) for ending in endings if len(data) + len(ending) == needs(data[0]))
    assert is_beginning(data) == goes_on
