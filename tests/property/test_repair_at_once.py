"""Mojibake that is read back together comes out as it does one text after the other, and as ftfy has it where ftfy is right."""

from __future__ import annotations

import random

import ftfy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.repair.encodings.pairs import has_lone, has_pair, paired_among
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.lexicon import Lexicon
from pipelines.repair.likelihood.writing import Writing
from pipelines.repair.mojibake import baked_markers, layers
from pipelines.repair.mojibake.at_once import read_plain
from pipelines.repair.mojibake.mojibake import CONFIG, read_paired

WORDS = (
    "été", "déjà", "où", "l’heure", "œuvre", "Straße", "größer", "mañana", "São", "ação", "żółw", "ř", "čtyři", "őszi", "ığdır", "þær",
    "søndag", "på", "ķīļi", "ėjo", "một", "người", "привет", "объём", "їжак", "ће", "Ёлка", "καλή", "μέρα", "שלום", "עברית", "مرحبا",
    "خبر", "नमस्ते", "खबर", "สวัสดี", "中国", "ニュース", "뉴스", "გამარჯობა", "“quoted”", "–", "…", "«oui»", "5\u00a0€", "25\u00a0m²", "😀", "C’EST", "ÂGE",
    "plain", "words", "of", "ASCII", "2026", "[...]", "?", "x",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
LAYERS = st.lists(st.sampled_from(layers.COMMON), min_size=1, max_size=3)
often = settings(max_examples=300, derandomize=True, deadline=None)


def _misread(text: str, codecs: list[str]) -> str | None:
    for codec in codecs:
        try:
            text = text.encode().decode(codec)
        except UnicodeDecodeError:
            return None
    return text


def _alone(text: str) -> tuple[str, tuple[str, ...]] | None:
    writing = Writing(lambda: "", lambda: Corpus(Lexicon(()), ""))
    found = read_paired(text, (), writing) if has_pair(text) else None
    return None if found is None or found.shown else (found.text, found.reading)


@often
@given(texts=st.lists(st.tuples(TEXTS, LAYERS), min_size=1, max_size=8), cut=st.integers(0, 3))
def test_what_is_read_together_is_read_alone(texts: list[tuple[str, list[str]]], cut: int) -> None:
    """Of any texts through any codecs, also cut short, what is told at once is what each is told by itself."""
    shown = [text for text in (_misread(*one) for one in texts) if text]
    shown += [text[: len(text) - cut] for text in shown if len(text) > cut]
    for text, found in zip(shown, read_plain(shown), strict=True):
        assert found is None or tuple(found) == _alone(text), text


@often
@given(text=TEXTS, lost=st.sampled_from(["", "\ufffd", " \ufffd"]), end=st.integers(0, 40))
def test_no_codec_reads_a_text_with_a_lone_letter(text: str, lost: str, end: int) -> None:
    """What is passed over because a character above ASCII stands alone is UTF-8 in no codec, cut short or with lost bytes neither."""
    for some in (text[:end] + lost, lost + text[:end]):
        if has_lone(some):
            assert not layers.readings_by(some, sum(layers.BITS.values()))


def test_a_lone_letter_is_none_at_the_end_or_beside_another() -> None:
    """The last character may be half of a lost one, and two may be the bytes of one."""
    assert all(map(has_lone, ("un été chaud", "é ")))
    assert not any(map(has_lone, ("exhortÃ", "Ã©tÃ©", "plain", "", "� a")))


@often
@given(text=TEXTS, codec=st.sampled_from(layers.COMMON))
def test_what_ftfy_mends_is_no_other_text(text: str, codec: str) -> None:
    """Clean text of any script, misread once: where ftfy gives it back and it is told at once, both say the same."""
    shown = _misread(text, [codec])
    found = read_plain([shown])[0] if shown else None
    if shown and found is not None and ftfy.fix_encoding_and_explain(shown, CONFIG).text == text:
        assert found.text == text


@pytest.mark.parametrize("codec", layers.COMMON)
def test_most_mojibake_is_plain(codec: str) -> None:
    """Sentences that a codec shows whole are read back at once, in the company of any others."""
    rng = random.Random(codec)
    sentences = [" ".join(rng.choices(WORDS[:34], k=8)) + " end" for _ in range(60)]
    shown = [(text, one) for text in sentences if (one := _misread(text, [codec]))]
    told = read_plain([one for _, one in shown])
    right = [found is not None and found.text == text for (text, _), found in zip(shown, told, strict=True)]
    assert sum(right) >= len(shown) / 2
    assert told[::-1] == read_plain([one for _, one in shown[::-1]])


@often
@given(
    texts=st.lists(st.one_of(TEXTS, TEXTS.map(lambda text: _misread(text, ["latin-1"]) or "")), max_size=6)
)
def test_pairs_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    """Whether a text has neighbours that look like bytes does not depend on the others."""
    assert paired_among(texts) == list(map(has_pair, texts))


@pytest.mark.parametrize("text", ["图书馆今天重新开放", "Người Đà Nẵng", "市民の声"])
def test_neighbours_that_look_like_bytes_keep_no_text_from_it(text: str) -> None:
    """Chinese, Vietnamese and Japanese show pairs of their own; where no codec has all of their characters nothing more is asked."""
    assert has_pair(text)
    assert read_plain([text.encode().decode("latin-1")]) == [(text, ("latin-1",))]


@pytest.mark.parametrize(
    ("text", "codec", "told"),
    [
        ("O edital prevê", "sloppy-windows-1252", True),
        ("Le maire a parlé…", "sloppy-windows-1252", True),
        ("Un hameau » été »", "macroman", False),
        ("Un été ¦", "sloppy-windows-1252", True),
    ],
)
def test_the_sign_that_ends_a_marker_read_wrong_may_end_a_word(text: str, codec: str, told: bool) -> None:
    """`ª` and `¦` end a marker only behind what a codec shows before them; other codecs than the two commonest ask the language."""
    shown = text.encode().decode(codec)
    assert baked_markers.may_end(shown)
    assert (read_plain([shown])[0] is not None) is told


def test_what_no_codec_reads_further_is_told_at_once() -> None:
    """Greek looks like bytes of other codecs, but is UTF-8 in none of them: there is no second layer to ask for."""
    text = "Ο κήπος της βιβλιοθήκης ανοίγει ξανά κάποια στιγμή την άνοιξη του 2026 με νέο ωράριο"
    for shown, codec in [(text.encode().decode(codec), codec) for codec in ("latin-1", "macroman")]:
        assert has_pair(text)
        assert read_plain([shown]) == [(text, (codec,))]
