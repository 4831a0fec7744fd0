"""Elements by their names and the attributes they bear."""

from __future__ import annotations

from scraper.listing.markup.bearers import bearing, called
from scraper.listing.markup.tree import parse

TREE = parse("<p id=a>x<b class=c data-at=1>y</b></p><i class=d>z</i><u>w</u>", "")


def test_elements_that_bear_one_of_several_attributes() -> None:
    """Each once and in page order; none for a name nobody bears."""
    assert [TREE.tags[node] for node in bearing(TREE, ("class", "id", "data-at", "role"))] == ["p", "b", "i"]
    assert bearing(TREE, ("role",)) == []


def test_elements_of_one_of_several_names() -> None:
    """In page order, whatever the order of the names; none for a name that is not there, and texts have none."""
    assert [TREE.tags[node] for node in called(TREE, ("u", "b", "table", "p"))] == ["p", "b", "u"]
    assert called(TREE, ("",)) == []


def test_asking_for_a_name_does_not_add_it() -> None:
    """The index is the page's for all who ask."""
    assert "role" not in TREE.bearers
    assert set(TREE.bearers) == {"id", "class", "data-at"}


def test_elements_by_what_an_attribute_says() -> None:
    """In page order; one without a value says nothing, and one that lacks the attribute is not there."""
    tree = parse("<p class=a>x<b class>y</b></p><i class='a'>z</i><u id=a>w</u>", "")
    told = {said: [tree.tags[node] for node in nodes] for said, nodes in tree.classes.items()}
    assert told == {"a": ["p", "i"], "": ["b"]}
    assert [*tree.ids] == ["a"]
