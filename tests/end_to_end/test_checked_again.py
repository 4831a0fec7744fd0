"""`check` after a redesign: the line to change, and golden pages that are renewed or are not whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.quay import LIST, add, flat, listmend, site_pages
from tests.kept import Look
from tests.web import Web, served


@pytest.fixture
def web() -> Iterator[Web]:
    with served(site_pages()) as web:
        yield web


def redesign(web: Web, look: Look) -> None:
    web.pages.update(site_pages(look))


def test_a_redesign_is_seen_and_its_line_proposed(web: Web, tmp_path: Path) -> None:
    """Live, and in the archive of the run that met it: old and new side by side, the line, exit 3."""
    assert add(web, tmp_path, "--yes").returncode == 0
    redesign(web, Look(entry="actu", following="apres"))
    live = listmend("check", "quai", "--live", folder=tmp_path)
    assert live.returncode == 3
    seen = flat(live.stdout)
    assert "'div.nouvelle' finds no entry" in seen
    assert '- entry = "div.nouvelle" + entry = "div.actu"' in seen
    assert '- next = "a.suite" + next = "a.apres"' in seen
    listmend("crawl", "quai", folder=tmp_path)
    offline = listmend("check", "quai", "--json", folder=tmp_path)
    golden, run = json.loads(offline.stdout)["findings"]
    assert (offline.returncode, golden["drifts"]) == (3, [])
    assert run["source"].startswith("run ")
    file = tmp_path / "sites" / "quai.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    for change in [change for drift in run["drifts"] for change in drift["changes"]]:
        assert lines[change["line"] - 1] == change["old_line"]
        lines[change["line"] - 1] = change["new_line"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    saved = listmend("check", "quai", "--live", "--save", folder=tmp_path)
    assert saved.returncode == 0, saved.stdout
    assert (tmp_path / "sites" / "quai" / "page-1.html").read_bytes() == web.pages[LIST]


def test_a_list_without_links_gets_new_golden_pages(web: Web, tmp_path: Path) -> None:
    """What no golden row had is not missed when they are renewed, nor where the file of a list without links has none yet."""
    rows = "".join(
        f"<li class=avis><b>Coupure d'eau au quai {n}</b><i class=jour>{n}.11.2026</i>"
        f"<p>L'eau sera coupée de {n} à {n + 3} heures pour des travaux.</p></li>"
        for n in range(1, 13)
    )
    page = f"<html lang=fr><body><main><h1>Avis</h1><ul>{rows}</ul></main></body></html>"
    web.pages[LIST] = page.encode()
    assert add(web, tmp_path, "--yes").returncode == 0
    for _ in range(2):
        saved = listmend("check", "quai", "--live", "--save", folder=tmp_path)
        assert saved.returncode == 0, saved.stdout
        shutil.rmtree(tmp_path / "sites" / "quai")


def test_golden_pages_that_are_not_whole_are_told(web: Web, tmp_path: Path) -> None:
    """A page missing from the folder is a site-file error, with what renews it."""
    assert add(web, tmp_path, "--yes").returncode == 0
    (tmp_path / "sites" / "quai" / "page-2.html").unlink()
    ended = listmend("check", "quai", folder=tmp_path)
    assert ended.returncode == 2
    assert "--live --save" in ended.stderr
    assert listmend("check", "quai", "--live", "--save", folder=tmp_path).returncode == 0
    assert listmend("check", "quai", folder=tmp_path).returncode == 0
    shutil.rmtree(tmp_path / "sites" / "quai")
    assert listmend("check", "quai", folder=tmp_path).returncode == 0  # then it looks at the live site
