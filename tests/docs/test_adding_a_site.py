"""The chapter on adding a site shows what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

from tests.end_to_end.quay import flat, listmend, site_pages
from tests.kept import Look
from tests.web import served

PAGE = Path(__file__).parents[2] / "docs" / "adding-a-site.md"
SHOWN = re.compile(r"<!-- shown: (\w+) -->\n```\w+\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ listmend (.+)$", re.MULTILINE)


def test_the_chapter_is_what_happens(tmp_path: Path) -> None:
    """Its commands run in order and print what it shows; every line shown stands in the output."""
    page = PAGE.read_text(encoding="utf-8")
    shown = dict(SHOWN.findall(page))
    commands = COMMAND.findall(page)
    assert [words.split()[0] for words in commands] == ["add", "run", "check", "check"]
    with served(site_pages()) as web:

        def said(words: str, code: int, answer: str | None = None) -> str:
            given = words.replace("https://quai.example", web.address).split()
            ended = listmend(*given, folder=tmp_path, answer=answer)
            assert ended.returncode == code, ended.stdout + ended.stderr
            return flat(ended.stdout).replace(web.address, "https://quai.example")

        assert lines_missing(shown["add"], said(commands[0], 0, "y\n")) == []
        text = (tmp_path / "sites" / "quai.toml").read_text(encoding="utf-8")
        assert text.replace(web.address, "https://quai.example") == shown["file"]
        said(commands[1], 0)
        said(commands[2], 0)
        web.pages.update(site_pages(Look(entry="actu")))
        assert lines_missing(shown["check"], said(f"{commands[2]} --live", 3)) == []
        file = tmp_path / "sites" / "quai.toml"
        file.write_text(text.replace("div.nouvelle", "div.actu"), encoding="utf-8")
        said(commands[3], 0)


def lines_missing(shown: str, output: str) -> list[str]:
    """Lines of the page that the output does not hold, white space aside."""
    return [line for line in shown.splitlines() if " ".join(line.split()) not in output]
