"""What is remembered of the ends and words of a column is what each of them would say by itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.repair.cuts.weighing import most_odds
from pipelines.repair.cuts.whole_ends import SEEN, all_stand, stands
from pipelines.repair.encodings.readings import tails
from pipelines.repair.ends.endings import endings
from pipelines.repair.likelihood.alphabets import OTHER, alphabet
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.letters import Some, of_language
from pipelines.repair.likelihood.letters_alone import Alone, fitting, kind_of_end
from pipelines.repair.likelihood.lexicon import Lexicon
from pipelines.repair.likelihood.signs import AFTER_LETTER
from pipelines.repair.likelihood.site_signs import SiteSigns

often = settings(max_examples=300, derandomize=True)
_SITE = (
    "L’été où l’école a fêté ses élèves, élus et élevés ; l’éléphant est resté là, hélas, à l’ombre – à peine ému",
    "Écoutez l’écho de l’église : c’est l’heure, c’est l’été, c’est là que tout s’arrête ou s’éteint, n’est-ce pas ?",
)
_ENDS = st.text(st.sampled_from("aestuéč ÉA中яЖ–"), max_size=SEEN + 3)
_LASTS = st.sampled_from(["é", "à", "Ã", "č", "ž", "Ä", "ß", "â", "–", "√", "я", "в", "â€", "Ã©", "ã‚"])


@often
@given(
    st.sampled_from(["fr", "de", "cs", "ru", ""]), st.lists(st.tuples(_ENDS, _LASTS), min_size=1, max_size=8)
)
def test_ends_of_a_column_stand_as_each_does(language: str, parts: list[tuple[str, str]]) -> None:
    """Ends that are settled together, by their kind, are those that stand by themselves."""
    ends = [(before + last)[-SEEN:] for before, last in parts]
    found = all_stand(ends, np.zeros(len(ends), dtype=np.int64), [language])
    assert found.tolist() == [end[-1].isalpha() and stands(end, language) for end in ends]


@often
@given(st.sampled_from(["fr", "ru", ""]), _ENDS, _ENDS, _LASTS)
def test_ends_of_one_kind_weigh_alike(language: str, one: str, other: str, last: str) -> None:
    """What the language says of an end depends on nothing but its kind."""
    size = max((len(way.shown) for way in endings(one + last)), default=1)
    kind = kind_of_end(one + last, size)
    if not kind or kind != kind_of_end(other + last, size):
        other = one[-2:] if size == 1 else one[-3:]
    if kind_of_end(other + last, size) == kind != "":
        odds = [most_odds(text + last, Corpus(Lexicon(_SITE), language)) for text in (one, other)]
        assert odds[0] == pytest.approx(odds[1], rel=1e-9)


@often
@given(st.text(st.sampled_from("aé中я–�\U0010f7c3\U0010f780Ãâ€™©ã‚\x9d"), max_size=6))
def test_the_last_characters_say_how_a_text_can_end(text: str) -> None:
    """The ways to see an end, remembered by as few characters as decide, are those of the whole text."""
    assert {(way.shown, way.kept) for way in endings(text)} == {
        (tail.shown, tail.kept) for tail in tails(text)
    }


@pytest.mark.parametrize("letter", "aeéuçt")
def test_words_go_on_as_they_are_counted(letter: str) -> None:
    """How often a letter follows a beginning is how many of the site's words begin with both."""
    lexicon = Lexicon(_SITE)
    for beginning in {word[:size] for word in lexicon.words for size in range(1, len(word))}:
        begun = {word: n for word, n in lexicon.words.items() if word.startswith(beginning)}
        on = lexicon.onward(beginning)
        follows = lexicon.goes_on(beginning, letter) if letter.isascii() else on.seen.get(letter, 0)
        assert on.words == sum(begun.values())
        assert follows == sum(n for word, n in begun.items() if word.startswith(beginning + letter))


@often
@given(
    st.sampled_from(["fr", "cs", "vi", "el", "ru"]), st.text(st.sampled_from("aeiouhnrtΑαστ Kя"), max_size=2)
)
def test_the_two_likeliest_letters_are_those_of_all(language: str, context: str) -> None:
    """After any two characters: of those ever seen there, and of the commonest of the others."""
    letters = of_language(language)
    assert letters is not None
    alone = Alone(letters)
    for kind in (0, 1, 2):
        some = tuple(letter for letter in alone.high if alphabet(letter) == kind)
        ranked = sorted(some, key=lambda letter: (-alone.chance(letter, context), letter))
        assert alone.firsts(Some(some), kind, context) == ranked[:2]


@often
@given(
    st.sets(st.sampled_from([*AFTER_LETTER, "±", "☎", "¬"]), min_size=1),
    st.text(st.sampled_from("étr ,n"), min_size=2, max_size=2),
)
def test_the_two_likeliest_signs_are_those_of_all(some: set[str], before: str) -> None:
    """Behind a letter or a gap: of those that the site writes, and of the commonest of the others."""
    letters = of_language("fr")
    assert letters is not None
    signs = SiteSigns(Lexicon([*_SITE, "L’heure ☎ été… 15±3 €, été€"]), letters)
    ranked = sorted(some, key=lambda sign: (-signs.chance(sign, before), sign))
    found = sorted(
        signs.firsts(frozenset(some), before), key=lambda sign: (-signs.chance(sign, before), sign)
    )
    assert found[:2] == ranked[:2]


@given(
    characters=st.lists(st.characters(min_codepoint=0x80, exclude_categories=["Cs"]), min_size=1, max_size=30)
)
def test_half_a_character_leads_back_to_it(characters: list[str]) -> None:
    """Of any characters those fit a beginning whose bytes begin so, and no others."""
    every = tuple(sorted(set(characters)))
    for character in every:
        data = character.encode()
        for size in range(1, len(data)):
            kind = alphabet(character) if character.isalpha() else OTHER
            found = fitting(every, (kind, "\ufffd", data[:size], ()))
            assert character in found
            assert all(other.encode().startswith(data[:size]) for other in found)
