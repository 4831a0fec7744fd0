"""A cut rule belongs to the list, and decides what a single end cannot."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair import mend_column
from pipelines.repair.cuts.weighing import Weighed
from pipelines.repair.ends import cut_rules
from pipelines.repair.ends.endings import lone_bytes
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.lexicon import Lexicon

TEXTS = (
    "Les élèves de l’école du village ont planté cent arbres le long de la rivière avant la fin de l’été",
    "Une exposition de photographies anciennes s’ouvre samedi à la mairie, où les habitants prêtent leurs albums",
    "La bibliothèque prête désormais des outils de jardin, et même une échelle, à qui possède une carte de lecteur",
    "Le conseil a décidé d’éclairer la place jusqu’à minuit pendant les fêtes, après quoi tout sera éteint",
    "Trois bénévoles réparent les vélos devant la gare chaque mercredi, quel que soit le temps qu’il fait dehors",
)


def _cut(budget: int) -> list[str]:
    return [text.encode()[:budget].decode("utf-8", "ignore") for text in TEXTS]


@pytest.mark.parametrize(
    ("unit", "budget", "texts"),
    [
        ("bytes", 70, [(text.encode()[:70].decode("utf-8", "ignore"), 70 - len(text.encode()[:70].decode("utf-8", "ignore").encode())) for text in TEXTS]),
        ("characters", 60, [(text[:60], 0) for text in TEXTS]),
        ("words", 9, [(" ".join(text.split()[:9]), 0) for text in TEXTS]),
        ("none", 0, [(text, 0) for text in TEXTS]),
    ],
)  # fmt: skip
def test_unit_and_budget_are_inferred(unit: str, budget: int, texts: list[tuple[str, int]]) -> None:
    """Bytes, characters and words are told apart, and whole texts have no rule."""
    rule = cut_rules.infer([text] for text in texts)
    assert (rule.unit, rule.budget) == (unit, budget)


def test_one_long_text_speaks_against_a_rule() -> None:
    """A rule that many entries break is none."""
    texts = [text[:60] for text in TEXTS[:3]] + [*TEXTS, *TEXTS]
    assert cut_rules.infer([(text, 0)] for text in texts).unit == "none"


def test_a_short_text_does_not() -> None:
    """An entry that is shorter than the budget came whole."""
    assert (
        cut_rules.infer([(text, 0)] for text in [*(text[:60] for text in TEXTS), "Fermé lundi."]).budget == 60
    )


def test_the_list_decides_a_doubtful_end() -> None:
    """`â` may end a French teaser or be half of a sign; where the list cuts by bytes, its budget tells."""
    whole = "Le maire parle de la fête, du marché, du théâtre et d"
    budget = len(whole.encode()) + 1
    others = [text.encode()[:budget].decode("utf-8", "ignore") for text in TEXTS]
    texts = pd.Series([*others, whole + "â"], dtype="str")
    alone = mend_column(texts, lists=[*["l"] * len(others), "alone"], languages=["fr"] * len(texts)).texts
    together = mend_column(texts, languages=["fr"] * len(texts)).texts
    assert alone.iloc[-1] == whole + "â"
    assert together.iloc[-1] in (whole, whole + "’")


def test_one_wrong_codec_is_pooled() -> None:
    """What forty cut ends of a list went through, the forty-first went through, too."""
    corpus = Corpus(Lexicon(TEXTS), "ru")
    text = "Выставка откроется в понедельник и продлится до кон—"
    assert Weighed(text, corpus).judge() is None
    found = Weighed(text, corpus).judge(proven=("macroman",))
    assert found is not None
    assert found.kept == b"\xd1"


@pytest.mark.parametrize("end", ["�", "��", "\U0010f7c3", "\U0010f7e2\U0010f780"])
def test_lone_bytes_are_their_own_proof(end: str) -> None:
    """Replacement characters and marks at an end need no odds."""
    found = lone_bytes("La commission a exhort" + end)
    assert found is not None
    assert found.head == "La commission a exhort"
