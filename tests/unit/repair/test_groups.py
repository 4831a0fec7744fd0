"""Names of rows are kept once, and rows of one name are found together."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.repair.columns.groups import Groups


def test_rows_of_a_name_keep_their_order() -> None:
    """Every row is found under its own name."""
    groups = Groups.of(["news", "press", "news", None, "press"])
    assert [groups[row] for row in range(5)] == ["news", "press", "news", None, "press"]
    assert groups.rows("press").tolist() == [1, 4]
    assert groups.rows(None).tolist() == [3]


def test_a_column_is_grouped_like_a_list() -> None:
    """Arrow's strings give the same groups; a missing name is empty."""
    column = pd.Series(["news", None, "press", "news"], dtype="str")
    assert [Groups.of(column)[row] for row in range(4)] == ["news", "", "press", "news"]


def test_names_that_become_one_are_one_group() -> None:
    """`fr-FR` and `fr-fr` are one language."""
    groups = Groups.of(["fr-FR", "de", "fr-fr"]).renamed(lambda name: str(name).lower())
    assert groups.rows("fr-fr").tolist() == [0, 2]


def test_two_columns_stand_one_behind_the_other() -> None:
    """The same name in both is the same group, and rows count on."""
    both = Groups.of(["news", "press"]).then(Groups.of(["press", "notices"]))
    assert both.rows("press").tolist() == [1, 2]
    assert len(both) == 4


def test_an_unknown_name_is_an_error() -> None:
    """Nobody is in a group that no row names."""
    with pytest.raises(KeyError, match="absent"):
        Groups.of(["news"]).rows("absent")
