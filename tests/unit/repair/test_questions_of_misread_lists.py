"""A question of a list whose bytes came as letters is no loss: its half characters would have been letters, too."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines import mend

TEASERS = (
    "Miesto taryba penktadienį patvirtino naują viešojo transporto tvarkaraštį ir pažadėjo daugiau autobusų.",
    "Senojo malūno savininkai kviečia į atidarytą ekspoziciją, kurioje rodomos žemdirbių priemonės.",
    "Vėjas nulaužė kelias liepas prie mokyklos, todėl tėvų prašoma vaikus šiandien lydėti kitu keliu.",
    "Gyventojai piktinasi: šiukšliavežė pravažiuoja anksti ryte, o konteineriai vis tiek lieka pilni.",
    "Žvejai ežere pagavo rekordinį lyną, tačiau jį paleido, nes rūšis saugoma iki liepos vidurio.",
    "Šventėje grojo dvi kapelos, o jauniausias muzikantas buvo vos dešimties metų, sako ruošėjai.",
    "Ligoninės vadovė sako, kad naujas aparatas leis greičiau nustatyti ligas ir nereikės važiuoti.",
)
QUESTIONS = (
    "Gal jis pamiršo vartus? Gal kas matė baidyklių gaują? Niekas to neprisimena.",
    "Meras paklausė: o kur dingo visi pinigai, kuriuos surinkome šventei? Atsakymo iki šiol nėra.",
    "Vaikai klausė, kur nuplaukė jų laivelis, o senelis klausė, kieno jis? Upė buvo greita tą rytą.",
)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("behind", [0, 1])
def test_a_question_of_a_misread_list_keeps_its_mark(question: str, behind: int) -> None:
    """The site cut by bytes right behind the mark, or behind the space that follows it, and read all of it as Latin-1."""
    budget = len(question[: question.rindex("?") + 1].encode()) + behind
    cut = [text.encode()[:budget] for text in (*TEASERS, question)]
    mended = mend(pd.Series([one.decode("latin-1") for one in cut], dtype="str"), language="lt")
    assert mended.iloc[-1] == cut[-1].decode("utf-8")


def test_a_question_mark_for_the_bytes_of_a_clear_list_is_one_loss_more() -> None:
    """The same list, whose half characters came as marks themselves."""
    cut = [text.encode()[:67] for text in TEASERS]
    shown = [one.decode("utf-8", "replace").replace("\ufffd", "?") for one in cut]
    lost = [at for at, text in enumerate(shown) if text.endswith("?")]
    mended = mend(pd.Series(shown, dtype="str"), language="lt")
    assert lost
    assert not any(mended.iloc[at].endswith("?") for at in lost)
