"""Fills the generated parts of the docs from the code they describe; `make docs` writes them, a test compares them.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->` in a Markdown file.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import click
import pandas as pd
from pydantic import BaseModel

from pipelines.errors import Exit
from pipelines.record import COLUMNS
from scraper.cli import cli
from scraper.site import Expectations, ListForm, SiteFile

SHOWN = ("date", "language", "title", "excerpt_cut", "excerpt")
ROWS = 4
ROOT = Path(__file__).parent.parent
PAGES = (
    ROOT / "README.md",
    ROOT / "output" / "README.md",
    ROOT / "docs" / "commands.md",
    ROOT / "docs" / "listing-modules.md",
    ROOT / "docs" / "site-file.md",
)
LISTING = ROOT / "scraper" / "listing"
# From the page to the dataset's rows; each imports from those before it (`pyproject.toml` holds the order).
ROOMS = ("markup", "words", "dates", "records", "grouping", "fields", "pager", "lists", "kind", "selectors")
_PART = re.compile(r"(<!-- generated: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_ENDINGS = {
    Exit.PUBLISHED: "published (or, for a command that publishes nothing, done)",
    Exit.CRASH: "crash: a bug, a full disk or too little memory; the message says which",
    Exit.USAGE: "usage or site-file error; nothing was requested, nothing written",
    Exit.GATES: "gates failed; nothing was published, the former dataset stands",
    Exit.UNREACHABLE: "site unreachable or blocked; nothing was published, the former dataset stands",
    Exit.INTERRUPTED: "interrupted; nothing was published, the former dataset stands",
}


def dictionary() -> str:
    """The data dictionary of a record."""
    rows = ["| column | type | may be empty | meaning |", "|---|---|---|---|"]
    for column in COLUMNS:
        values = f" One of: {', '.join(f'`{value}`' for value in column.values)}." if column.values else ""
        raw = f" As it came: `{column.raw}`." if column.raw else ""
        rows.append(
            f"| `{column.name}` | {column.kind} | {'yes' if column.missing else 'no'} | {column.meaning}{values}{raw} |"
        )
    return "\n".join(rows)


def exit_codes() -> str:
    """The exit codes of every command."""
    return "\n".join(
        ["| code | means |", "|--:|---|", *(f"| {int(code)} | {told} |" for code, told in _ENDINGS.items())]
    )


def commands() -> str:
    """Every verb's own help."""
    top = click.Context(cli, info_name="listmend", **cli.context_settings)
    parts = []
    for name in sorted(cli.commands):
        verb = cli.commands[name]
        told = click.Context(verb, info_name=name, parent=top, max_content_width=100, terminal_width=100)
        parts.append(f"## listmend {name}\n\n```text\n{verb.get_help(told)}\n```\n")
    return "\n".join(parts).rstrip()


def site_keys() -> str:
    """Every key of a site file."""
    return "\n\n".join(
        f"**{heading}**\n\n{_keys(form)}"
        for heading, form in (
            ("At the top", SiteFile),
            ("`[[lists]]`", ListForm),
            ("`[expect]`", Expectations),
        )
    )


@cache
def _demo() -> tuple[str, str]:
    """What `make demo` prints in a folder with nothing but `.venv`, and the first rows it leaves."""
    with tempfile.TemporaryDirectory() as empty:
        (Path(empty) / ".venv").symlink_to(sys.prefix)
        command = [f"{empty}/.venv/bin/python", "-m", "scraper.cli", "demo"]
        there = {**os.environ, "PYTHONPATH": str(ROOT)}
        there.pop("LISTMEND_OUTPUT", None)
        ended = subprocess.run(command, cwd=empty, env=there, check=True, capture_output=True, text=True)  # noqa: S603
        records = next(Path(empty).glob("output/demo/runs/*/records.csv"))
        rows = pd.read_csv(records, usecols=list(SHOWN))[list(SHOWN)].head(ROWS).to_csv(index=False)
    return ended.stdout.rstrip(), rows.rstrip()


def demo_box() -> str:
    """The verdict of the demo, as printed."""
    return f"```text\n{_demo()[0]}\n```"


def demo_rows() -> str:
    """The first rows of the demo's CSV."""
    return f"```text\n{_demo()[1]}\n```"


def listing_modules() -> str:
    """What each module that reads a listing page decides, folder by folder."""
    rooms = [LISTING, *(LISTING / name for name in ROOMS)]
    return "\n\n".join(
        f"## `{room.relative_to(ROOT)}/`\n\n{_first_sentence(room / '__init__.py')}\n\n{_modules(room)}"
        for room in rooms
    )


PARTS: dict[str, Callable[[], str]] = {
    "dictionary": dictionary,
    "exit-codes": exit_codes,
    "commands": commands,
    "site-keys": site_keys,
    "listing-modules": listing_modules,
    "demo-box": demo_box,
    "demo-rows": demo_rows,
}


def filled(text: str) -> str:
    """The page with every generated part made anew."""
    return _PART.sub(lambda part: f"{part[1]}{PARTS[part[2]]()}\n{part[3]}", text)


def main() -> None:
    """Fill every page in place."""
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")


def _modules(room: Path) -> str:
    rows = [
        f"| `{module.name}` | {_first_sentence(module)} |"
        for module in sorted(room.glob("*.py"))
        if module.name != "__init__.py"
    ]
    return "\n".join(["| module | what it decides |", "|---|---|", *rows])


def _first_sentence(module: Path) -> str:
    """How a module's docstring begins: its first paragraph, which is one sentence."""
    told = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    first = " ".join(told.partition("\n\n")[0].split())
    return first.replace("|", "\\|")


def _keys(form: type[BaseModel]) -> str:
    rows = ["| key | default | meaning |", "|---|---|---|"]
    for name, field in form.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            continue
        if name == "lists":
            continue
        default = "required" if field.is_required() else _shown(field.default)
        rows.append(f"| `{name}` | {default} | {field.description or ''} |")
    return "\n".join(rows)


def _shown(value: object) -> str:
    if value is None or value in ([], ""):
        return "–"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


if __name__ == "__main__":
    main()
