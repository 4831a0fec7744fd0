"""`mend` and `explain` for a notebook."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

import pipelines
from pipelines import explain, mend
from pipelines.errors import UsageError

BAKED = "Lâ€™Ã©tÃ© est lÃ\u00a0, enfin"
WHOLE = "L’été est là, enfin"


def test_a_string_gives_a_string() -> None:
    """The simplest call."""
    assert mend(BAKED) == WHOLE


def test_a_series_gives_a_series() -> None:
    """Index, name and nulls are kept."""
    column = pd.Series([BAKED, None, "clean"], index=[4, 2, 9], name="teaser", dtype="str")
    out = mend(column)
    assert out.index.tolist() == [4, 2, 9]
    assert out.name == "teaser"
    assert out.tolist()[0::2] == [WHOLE, "clean"]
    assert out.isna().tolist() == [False, True, False]


def test_a_frame_gives_a_frame() -> None:
    """Text columns are mended, others are left, and the given frame is not touched."""
    frame = pd.DataFrame({"n": [1, 2], "a": [BAKED, "x"], "b": ["y", BAKED]})
    out = mend(frame)
    assert out.to_dict("list") == {"n": [1, 2], "a": [WHOLE, "x"], "b": ["y", WHOLE]}
    assert frame["a"].iloc[0] == BAKED
    assert mend(frame, columns=["b"])["a"].iloc[0] == BAKED


def test_lists_are_named_by_a_column() -> None:
    """`by` keeps the evidence of lists apart."""
    frame = pd.DataFrame({"list": ["a", "a", "b"], "t": [BAKED, BAKED, "clean"]})
    assert mend(frame, columns=["t"], by="list")["t"].tolist() == [WHOLE, WHOLE, "clean"]


def test_an_unknown_column_names_the_nearest() -> None:
    """A typo is answered with what was probably meant."""
    with pytest.raises(UsageError, match=r"(?s)no column 'excerp'.*'excerpt'"):
        mend(pd.DataFrame({"excerpt": ["x"]}), columns=["excerp"])


def test_a_column_of_numbers_is_refused() -> None:
    """Numbers are no text."""
    with pytest.raises(UsageError, match="expected strings"):
        mend(pd.Series([1, 2], name="n"))


def test_anything_else_is_a_type_error() -> None:
    """Bytes, lists and numbers are not guessed at."""
    with pytest.raises(TypeError, match="got bytes"):
        mend(b"x")  # type: ignore[call-overload]


def test_explaining_names_the_steps() -> None:
    """Steps are data, and print as lines."""
    told = explain("Lâ€™Ã©tÃ© a exhort�", language="fr")
    assert [step.name for step in told.steps] == ["mojibake", "trim"]
    assert told.text == "L’été a exhort"
    assert str(told).splitlines()[-1] == "-> 'L’été a exhort'"


def test_nothing_to_mend_is_said() -> None:
    """A clean text has no steps."""
    assert explain("clean").steps == ()
    assert str(explain("clean")) == "nothing to mend: 'clean'"


def test_importing_the_package_is_cheap() -> None:
    """`import pipelines` loads neither pandas nor ftfy."""
    code = "import sys, pipelines; print([name for name in ('pandas', 'ftfy', 'pyarrow') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_completion_offers_what_a_notebook_needs() -> None:
    """`dir` names the three functions, which are imported only when they are used."""
    assert dir(pipelines) == ["explain", "load", "mend"]
