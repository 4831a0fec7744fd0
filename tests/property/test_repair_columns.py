"""What a column operation says of a text is what the row's own function says."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.read_more import PHRASES
from pipelines.repair import markers
from pipelines.repair.columns.gaps import GAP
from pipelines.repair.ends import cut_rules
from pipelines.repair.excerpts.finish import ENDS_SENTENCE, finish

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ENDS = st.sampled_from(
    [
        "",
        ".",
        "…",
        "...",
        " […]",
        " [...]",
        "!»",
        "? ”",
        "。",
        "」\u3000",
        " \u202f»",
        "&hellip;",
        "[.",
        "[&#82",
    ]
)
GAPS = st.text(st.sampled_from(" \t\n\x0b\x1c\x85\u00a0\u2003\u2028\u3000"), max_size=3)


def _matches(text: str, expression: str) -> bool:
    return bool(pc.match_substring_regex(pa.array([text]), expression)[0].as_py())


@given(TEXTS, ENDS, GAPS)
def test_every_text_with_a_marker_is_asked(text: str, end: str, gap: str) -> None:
    """The look at a whole column misses no marker that the row's own look finds."""
    whole = text + end + gap
    assert not markers.split(whole)[1] or _matches(whole, markers.MAY_END)


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_phrase_is_asked_in_any_case(phrase: str) -> None:
    """Phrases count in small letters and in capitals, Turkish ones too."""
    for shown in (phrase, phrase.upper(), phrase.title()):
        whole = f"La ville. … {shown} »"
        assert not markers.split(whole)[1] or _matches(whole, markers.MAY_END)


@given(TEXTS, ENDS, GAPS)
def test_a_sentences_end_is_the_same_in_a_column(text: str, end: str, gap: str) -> None:
    """What Arrow takes for the end of a sentence needs no row's look."""
    whole = text + end + gap
    finished = finish(whole, "", False, "", (), "sentence").cut == "no"
    assert _matches(whole, ENDS_SENTENCE) == finished


@given(TEXTS)
def test_white_space_is_the_same_in_a_column(text: str) -> None:
    """Arrow's class holds exactly what `str.isspace` calls white."""
    assert _matches(text, f"[{GAP}]") == any(map(str.isspace, text))


@given(st.lists(TEXTS, min_size=1, max_size=5), st.sampled_from(["bytes", "utf16", "characters", "words"]))
def test_lengths_are_the_same_in_a_column(texts: list[str], unit: str) -> None:
    """A column is measured as each of its texts is."""
    assert cut_rules.measured(pa.array(texts, pa.large_string()), unit).tolist() == [
        cut_rules.lengths(text)[unit] for text in texts
    ]
