"""The docs say what the code says."""

from __future__ import annotations

import re

import click
import pytest

from docs.reference import PAGES, PARTS, ROOT, filled
from scraper.cli import cli


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_generated_parts_are_current(page) -> None:  # type: ignore[no-untyped-def]
    """A changed column, key or verb shows up in its page; `make docs` writes it."""
    text = page.read_text(encoding="utf-8")
    assert "<!-- generated:" in text
    assert filled(text) == text


def test_every_generated_part_is_used_once() -> None:
    """No part is generated for nobody."""
    used = [
        name
        for page in PAGES
        for name in re.findall(r"<!-- generated: ([\w-]+) -->", page.read_text(encoding="utf-8"))
    ]
    assert sorted(used) == sorted(PARTS)


@pytest.mark.parametrize("verb", sorted(cli.commands))
def test_every_verb_says_what_it_does(verb: str) -> None:
    """A verb's help opens with one sentence and every option is explained."""
    command = cli.commands[verb]
    assert (command.help or "").split("\n")[0].endswith(".")
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_the_list_of_verbs_fits_a_terminal() -> None:
    """At 80 columns no verb's sentence is cut short and no line is wider."""
    context = click.Context(cli, info_name="listmend", terminal_width=80, max_content_width=80)
    told = cli.get_help(context)
    assert "..." not in told.partition("Commands:")[2]
    assert max(map(len, told.splitlines())) <= 80


def test_links_between_pages_lead_somewhere() -> None:
    """A relative link of a page names a file that exists."""
    for page in [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        *(ROOT / "docs").glob("*.md"),
        ROOT / "output" / "README.md",
    ]:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
