"""Which teasers send the crawl to the entry's own page."""

from __future__ import annotations

import pytest

from pipelines.repair.doubt import looks_cut


@pytest.mark.parametrize(
    "teaser",
    [
        "La ministre a exhort\U0010f7c3", "La ministre a exhortÃ", "Les élus se sont réunis à la mair", "Suite au vote …",
        "Suite au vote ...", "Suite au vote [...]", "Suite au vote [&hel", "L&#8217;école rouvre lundi.", "LÃ©cole rouvre.",
        "会議は来週の月曜日に開かれ", "Το συμβούλιο αποφάσισ",
    ],
)  # fmt: skip
def test_an_open_end_or_a_trace_of_a_wrong_reading_is_doubtful(teaser: str) -> None:
    """No sentence end, a marker, a lone byte or mojibake: the entry's page may know more."""
    assert looks_cut(teaser)


@pytest.mark.parametrize(
    "teaser",
    [
        "La séance est levée.", "« La séance est levée. »", 'Il a dit "non!"', "会議は来週の月曜日に開かれます。", "آیا او می‌آید؟",
        "Ein Satz (mit Klammer.)", "", None,
    ],
)  # fmt: skip
def test_a_whole_sentence_is_settled(teaser: str | None) -> None:
    """A teaser that ends as a sentence does costs no request, nor does none at all."""
    assert not looks_cut(teaser)
