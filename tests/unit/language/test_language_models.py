"""The models read in columns give what their owners give text by text."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from langdetect.utils.ngram import NGram
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from pipelines.language import automaton, eld, folding, likely, pool, profiles
from pipelines.language.cache import cached
from pipelines.language.folding import Stream
from pipelines.language.panel import panel, strangers
from tests.unit.language import letter_by_letter

TEXTS = [
    case["text"]
    for name in ("articles", "titles", "spoken")
    for case in json.loads((Path(__file__).parent / "cases" / f"{name}.json").read_text(encoding="utf-8"))
]


def folded(texts: list[str]) -> pa.Array:
    """Texts as the models read them."""
    return folding.fold(folding.unlinked(folding.sound(pd.Series(texts, dtype="str"))))


def streamed(texts: list[str]) -> Stream:
    """The same as code points."""
    array = folded(texts)
    return folding.stream(array.to_pylist())


def walked(text: str) -> list[str]:
    """The grams of a folded text the way langdetect walks it, a space after the end."""
    grams, walker = [], NGram()
    for sign in text + " ":
        walker.add_char(sign)
        grams += [gram for length in (1, 2, 3) if (gram := walker.get(length))]
    return grams


@pytest.fixture(scope="module")
def shares() -> dict[str, dict[int, float]]:
    """Langdetect's probabilities by gram and column, letter case folded."""
    folded: dict[str, dict[int, float]] = {}
    for column, (frequencies, totals) in enumerate(profiles.read_profiles().values()):
        for gram, count in frequencies.items():
            if len(gram) <= len(totals):
                cell = folded.setdefault("".join(map(profiles._lower, gram)), {})
                cell[column] = cell.get(column, 0.0) + count / totals[len(gram) - 1]
    return folded


@pytest.mark.parametrize("text", [text for text in TEXTS if text.isascii() or text[0] in "LÅМЗΗ"][:12])
def test_the_columns_sum_what_a_walk_through_the_text_sums(
    text: str, shares: dict[str, dict[int, float]]
) -> None:
    """Scores equal the plain sum over langdetect's own grams, up to the rounding of the weights."""
    model = profiles.profiles()
    evidence = letter_by_letter.read(streamed([text]), model)
    grams = [gram for gram in walked(folded([text])[0].as_py()) if gram in shares]
    expected = np.zeros(len(model.languages))
    for gram in grams:
        for column, share in shares[gram].items():
            expected[column] += math.log1p(share / profiles.SMOOTHING)
    assert evidence.known.tolist() == [len(grams)]
    np.testing.assert_allclose(evidence.scores[0], expected, atol=len(grams) / profiles.GRAIN)


def test_a_text_scores_the_same_in_any_company() -> None:
    """Texts do not run into each other: scores are bitwise those of each text alone."""
    model = profiles.profiles()
    together = letter_by_letter.read(streamed(["", *TEXTS, ""]), model)
    assert together.known[[0, -1]].tolist() == [0, 0]
    for number, text in enumerate(TEXTS, start=1):
        alone = letter_by_letter.read(streamed([text]), model)
        np.testing.assert_array_equal(together.scores[number], alone.scores[0])


def test_no_company_of_texts_is_no_scores() -> None:
    """An empty column is read as one."""
    assert letter_by_letter.read(streamed([]), profiles.profiles()).scores.shape == (0, 55)


def test_weights_are_such_that_sums_are_exact() -> None:
    """Every weight is a multiple of the grain, so no order of addition changes a float32 sum."""
    weights = profiles.profiles().weights
    assert weights.dtype == np.float32
    np.testing.assert_array_equal(weights * profiles.GRAIN, np.round(weights * profiles.GRAIN))
    assert automaton.automaton().weights.dtype == np.int8


def test_the_automaton_agrees_with_py3langid() -> None:
    """The favourite of all texts is the one py3langid names, letter case folded alike."""
    source = LanguageIdentifier.from_model_file(MODEL_FILE)
    model = automaton.automaton()
    source.set_languages(sorted(set(model.languages)))
    array = folded(TEXTS)
    best = automaton.read(array, model).scores.argmax(axis=1)
    theirs = [source.classify(text)[0] for text in array.to_pylist()]
    assert [model.languages[place] for place in best] == theirs


def test_a_text_is_read_in_pieces_as_it_is_from_end_to_end() -> None:
    """Texts of many lengths, most of several pieces, show the features that one walk over all their bytes meets."""
    model, block = automaton.automaton(), automaton.BLOCK
    array = folded([" ".join(TEXTS[at:])[: 40 + 13 * at] for at in range(len(TEXTS))])
    reading = automaton.read(array, model)
    for number, text in enumerate(array.to_pylist()):
        state, met = 0, set()
        for octet in text.encode():
            state = model.steps[model.blocks[model.row[state] + octet // block] + octet % block]
            met.add(int(model.feature[state]))
        assert sorted(met - {-1}) == reading.features[reading.owners == number].tolist()


def test_the_automaton_reads_a_slice_of_a_column() -> None:
    """Offsets of a sliced array do not shift the text."""
    array, model = folded(TEXTS), automaton.automaton()
    whole = automaton.read(array, model).scores
    np.testing.assert_array_equal(automaton.read(array.slice(3, 4), model).scores, whole[3:7])
    assert automaton.read(array.slice(0, 0), model).scores.shape == (0, len(model.languages))


def test_eld_gives_every_language_a_score() -> None:
    """A text it cannot place gets the same floor for all."""
    scores = eld.read(["bonjour à tous les habitants", ""])
    assert eld.languages()[int(scores[0].argmax())] == "fr"
    assert np.unique(scores[1]).tolist() == [np.float32(eld.UNSAID)]


def test_every_language_is_known_to_the_third_detector() -> None:
    """Which is why its opinion needs no share for unknown ones."""
    board = panel()
    assert board.lifts[2].held.size == len(board.languages)
    assert {"gl", "ga"} <= strangers()
    assert not {"fr", "en", "cy"} & strangers()


def test_the_third_detector_speaks_on_close_calls() -> None:
    """Two names are a close call, a sentence is none; the opinion of all three is a distribution again."""
    array = folded(["Bergen festival", "Volunteers are wanted for the garden of the museum"])
    opinion = pool.opine(array.to_pylist(), pool.vocabulary())
    assert opinion.open.tolist() == [True, False]
    third = pool.with_third(opinion.shares[:1], array.slice(0, 1), opinion.best[:1], np.array([True])).shares
    assert not np.array_equal(third, opinion.shares[:1])
    np.testing.assert_allclose(third.sum(axis=1), 1.0, rtol=1e-5)


def test_the_likeliest_languages_are_kept_in_their_order() -> None:
    """What is left out is no likelier than what is kept, and the best is the best of all."""
    array = folded(TEXTS)
    shares = pool.opine(array.to_pylist(), pool.vocabulary()).shares
    kept = likely.likely(shares)
    assert (np.diff(kept.places.astype(int), axis=1) > 0).all()
    assert kept.best().tolist() == shares[:, :-1].argmax(axis=1).tolist()
    left_out = np.sort(shares[:, :-1], axis=1)[:, : -likely.KEPT]
    assert (kept.shares[:, :-1].min(axis=1) >= left_out.max(axis=1)).all()
    assert kept.unknown().tolist() == shares[:, -1].tolist()


def test_shares_sum_to_one() -> None:
    """An opinion is a distribution over all languages."""
    array = folded(["", *TEXTS])
    opinion = pool.opine(array.to_pylist(), pool.vocabulary())
    np.testing.assert_allclose(opinion.shares.sum(axis=1), 1.0, rtol=1e-5)
    assert (opinion.shares >= 0).all()


def test_a_table_is_built_once_and_then_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second use reads what the first one kept; another key is another table."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    built: list[str] = []

    def build() -> dict[str, np.ndarray]:
        built.append("once")
        return {"numbers": np.arange(5), "names": np.array(["a", "bc"])}

    for _ in range(2):
        arrays = cached("table", "key 1", ("numbers", "names"), build)
        assert arrays["numbers"].tolist() == [0, 1, 2, 3, 4]
        assert arrays["names"].tolist() == ["a", "bc"]
    assert built == ["once"]
    cached("table", "key 2", ("numbers", "names"), build)
    assert built == ["once", "once"]
    assert {file.suffix for file in tmp_path.rglob("*") if file.is_file()} == {".npy"}


@pytest.mark.parametrize("damage", [b"", b"\x93NUMPY\x01\x00", b"not an array at all"])
def test_a_damaged_table_is_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    """A file cut short, or of something else, is replaced."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cached("table", "key", ("numbers",), lambda: {"numbers": np.arange(3)})
    (kept,) = tmp_path.rglob("numbers.npy")
    kept.write_bytes(damage)
    for _ in range(2):
        arrays = cached("table", "key", ("numbers",), lambda: {"numbers": np.arange(3)})
        assert arrays["numbers"].tolist() == [0, 1, 2]
    assert np.load(kept, allow_pickle=False).tolist() == [0, 1, 2]


def test_a_pickle_in_the_cache_is_never_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An object array would run code on loading; it counts as damaged."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cached("table", "key", ("numbers",), lambda: {"numbers": np.arange(3)})
    (kept,) = tmp_path.rglob("numbers.npy")
    np.save(kept, np.array([print, None], dtype=object), allow_pickle=True)
    assert cached("table", "key", ("numbers",), lambda: {"numbers": np.arange(3)})["numbers"].tolist() == [
        0,
        1,
        2,
    ]


def test_an_unwritable_cache_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache folder cannot be made, the arrays serve from memory."""
    (tmp_path / "blocked").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "blocked"))
    assert cached("table", "key", ("numbers",), lambda: {"numbers": np.arange(3)})["numbers"].tolist() == [
        0,
        1,
        2,
    ]
    assert [file.name for file in tmp_path.iterdir()] == ["blocked"]
