"""The page on mending tables does what it says: its files are made, its commands run, its outputs compared.

Outputs stand in the page between the markers this test knows; `python -m tests.docs.test_mend_page` writes them anew.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "mend.md"
_FILE = re.compile(r"```text (\S+)\n(.*?)```", re.DOTALL)
_RUN = re.compile(
    r"(```console\n\$ (?P<command>[^\n]+)\n```\n)(?P<gap>\n<!-- (?P<kind>output|fields: (?P<fields>[^>]*?)) -->\n```\w+\n)(?P<told>.*?)```",
    re.DOTALL,
)
_LISTMEND = (
    "from scraper.cli import cli, main; from scraper.verbs.mend import mend; cli.add_command(mend); main()"
)


def run(command: str, folder: Path) -> str:
    """What a command of the page prints."""
    (folder / "listmend").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -c "{_LISTMEND}" "$@"\n', encoding="utf-8"
    )
    (folder / "listmend").chmod(0o755)
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
        env={"PATH": f"{folder}:/usr/bin:/bin", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "HOME": str(Path.home())},
    )  # fmt: skip
    lines = (done.stdout or done.stderr).splitlines()
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def filled(page: str, folder: Path) -> str:
    """The page with every output made anew."""
    for name, text in _FILE.findall(page):
        (folder / name).write_text(text, encoding="utf-8")

    def told(found: re.Match[str]) -> str:
        output = run(found["command"], folder)
        if found["fields"]:
            whole = json.loads(output)
            output = json.dumps({name: whole[name] for name in found["fields"].split()}) + "\n"
        return f"{found[1]}{found['gap']}{output}```"

    return _RUN.sub(told, page)


def test_the_page_shows_what_the_commands_print(tmp_path: Path) -> None:
    """Every command of the page was run, in order, on the page's own file."""
    page = PAGE.read_text(encoding="utf-8")
    assert len(_RUN.findall(page)) == page.count("```console")
    assert filled(page, tmp_path) == page


def test_the_page_names_every_option() -> None:
    """No option of the verb is missing from the page or its help."""
    from scraper.verbs.mend import mend

    page = PAGE.read_text(encoding="utf-8")
    options = [name for parameter in mend.params for name in parameter.opts if name.startswith("--")]
    assert [name for name in options if name not in page and name != "--output"] == []


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8")
