"""A town whose news stand on two pages, and the commands that add its site and look at it again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.kept import Look, page_html
from tests.web import Web

LIST = "/nouvelles/"
SECOND = "/nouvelles/page/2/"
ARTICLE = (
    '<!doctype html><html lang="fr"><body><article><h1>La passerelle</h1><p>Les travaux de la passerelle {} sont finis et les'
    " riverains la retrouvent ce matin.</p></article></body></html>"
)


def site_pages(look: Look = Look()) -> dict[str, bytes]:  # noqa: B008 - frozen
    return {
        LIST: page_html(range(12), look, SECOND, footer="© 2026 Ville du Quai, tous droits réservés"),
        SECOND: page_html(range(12, 20), look),
        "/robots.txt": b"User-agent: *\nAllow: /\n",
        **{f"/n/{n}/": ARTICLE.format(n).encode() for n in range(20)},
    }


def listmend(*words: str, folder: Path, answer: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scraper.cli", *words, "--clock", "2026-11-20T06:00:00Z"],
        check=False, capture_output=True, text=True, timeout=120, cwd=folder,
        input=answer, stdin=subprocess.DEVNULL if answer is None else None,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"},
    )  # fmt: skip


def add(web: Web, folder: Path, *flags: str, answer: str | None = None) -> subprocess.CompletedProcess[str]:
    return listmend("add", web.address + LIST, "--id", "quai", *flags, folder=folder, answer=answer)


def flat(text: str) -> str:
    """The text of a box without its frame and line breaks."""
    return " ".join(text.replace("│", " ").split())
