"""A lexicon that takes the counts of a former one over."""

from __future__ import annotations

import pytest

from pipelines.repair.encodings.readings import Tail
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.lexicon import MOST_CHARACTERS, Lexicon

PLAIN = [
    "Le théâtre d’été ouvre ses portes à la rentrée, « enfin », dit-on.",
    "L'été fut long ; l’automne l'est-il ?",
    "L'été fut long ; l’automne l'est-il ?",
]
READ_BACK = [
    "Les élèves de l’école ont-ils fêté Noël à Orléans ? Déjà vu…",
    "Œuvres complètes — édition de 1907",
]


@pytest.mark.parametrize(
    ("former", "texts"),
    [
        (PLAIN, PLAIN + READ_BACK),
        (PLAIN, PLAIN),
        ([], PLAIN),
        (PLAIN, READ_BACK),
        (PLAIN, PLAIN[:2]),
        (PLAIN, [*READ_BACK, "é" * (MOST_CHARACTERS + 1), *PLAIN]),
    ],
    ids=[
        "more texts",
        "the same texts",
        "none before",
        "other texts",
        "one of two alike",
        "more than is counted",
    ],
)
def test_what_a_former_lexicon_counted_is_as_if_counted_anew(former: list[str], texts: list[str]) -> None:
    """Words, signs and what goes on how are the same with a former lexicon and without."""
    grown, anew = Lexicon(texts, Lexicon(former)), Lexicon(texts)
    assert grown.texts == anew.texts
    assert grown.words == anew.words
    assert grown.signs == anew.signs
    assert grown.pairs == anew.pairs
    assert grown.followed == anew.followed
    assert grown.characters == anew.characters
    assert grown.questions == anew.questions
    for beginning in ("l", "ét", "él", "th", "d", "not"):
        assert grown.onward(beginning) == anew.onward(beginning)
    tail = Tail("ils ont f", "Ã", ("latin-1",), b"\xc3")
    assert Corpus(grown, "fr").mass(tail) == Corpus(anew, "fr").mass(tail)
