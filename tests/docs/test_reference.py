"""The docs say what the code says."""

from __future__ import annotations

import re
from pathlib import Path

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
    """A relative link of a page names a file that exists and, behind `#`, a heading that stands in it."""
    for page in [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        *(ROOT / "docs").glob("*.md"),
        ROOT / "deploy" / "README.md",
        ROOT / "output" / "README.md",
    ]:
        links = re.findall(r"\]\((?!https?:|mailto:)([^)#]*)#?([^)]*)\)", page.read_text(encoding="utf-8"))
        for target, heading in links:
            file = page.parent / target if target else page
            assert file.exists(), f"{page.name} links to {target}"
            assert not heading or heading in headings(file), f"{page.name} links to {target}#{heading}"


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}
