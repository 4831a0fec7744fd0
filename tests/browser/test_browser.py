"""Sites whose pages are built by scripts, with a real headless Chromium and without one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.browser import only_shells
from scraper.listing.kind.shell import shell
from scraper.pages.archive_reader import read_archive
from tests.kept import page_html
from tests.web import Web, served

LIST = "/nouvelles/"
SHELL = """<!doctype html><html lang="fr"><head><title>Nouvelles</title></head><body><div id="root"></div>
<noscript>Cette page a besoin de JavaScript.</noscript><img src="/photo.png"><script>
fetch("/fragment").then(reply => reply.text()).then(text => { document.getElementById("root").innerHTML = text; });
fetch("{elsewhere}/inside").catch(() => 0); try { new WebSocket("ws://{host}/socket"); } catch { }
</script></body></html>"""


OWN = """<!doctype html><html lang="fr"><body><article><h1>La passerelle numéro {n} rouvre aux piétons</h1>
<p>Les travaux de la passerelle {n} sont finis et les riverains la retrouvent ce matin.</p></article></body></html>"""


def fragment() -> bytes:
    whole = page_html(range(10)).decode()
    return whole[whole.index("<main") : whole.index("<footer>")].encode()


@pytest.fixture
def inside() -> Iterator[Web]:
    """A server on the same machine that the site has no business with."""
    with served({"/inside": b"secret", "/socket": b""}) as web:
        yield web


@pytest.fixture
def web(inside: Web) -> Iterator[Web]:
    robots = b"User-agent: *\nAllow: /\n"
    own = {f"/n/{n}/": OWN.format(n=n).encode() for n in range(10)}
    with served({"/fragment": fragment(), "/robots.txt": robots, "/photo.png": b"x", **own}) as web:
        page = SHELL.replace("{elsewhere}", inside.address).replace(
            "{host}", inside.address.partition("//")[2]
        )
        web.pages[LIST] = page.encode()
        yield web


def listmend(*words: str, folder: Path, extra: bool = True) -> subprocess.CompletedProcess[str]:
    paths = [str(Path(__file__).parents[2])]
    if not extra:  # hidden from the command and from every process it starts
        hiding = folder / "hiding"
        hiding.mkdir()
        (hiding / "sitecustomize.py").write_text("import sys; sys.modules['scrapy_playwright'] = None\n")
        paths.append(str(hiding))
    return subprocess.run(
        [sys.executable, "-m", "scraper.cli", *words, "--clock", "2026-11-20T06:00:00Z"],
        check=False, capture_output=True, text=True, timeout=120, cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
    )  # fmt: skip


def site_file(web: Web, folder: Path) -> None:
    (folder / "sites").mkdir()
    (folder / "sites" / "quai.toml").write_text(f'start = "{web.address}{LIST}"\nbrowser = true\n')


@pytest.mark.usefixtures("browser")
def test_a_site_that_needs_a_browser_is_read_by_one(web: Web, inside: Web, tmp_path: Path) -> None:
    """Entries built by a script become rows; the archive holds the page as built; the browser stays on its leash."""
    site_file(web, tmp_path)
    ended = listmend("run", "quai", "--json", folder=tmp_path)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert json.loads(ended.stdout)["counts"]["entries"] == 10
    assert inside.asked == []  # neither by fetch nor by socket
    assert "/photo.png" not in web.asked
    assert web.asked.count("/robots.txt") == 1
    (archive,) = tmp_path.rglob("raw.warc.gz")
    (page,) = [kept for kept in read_archive(archive) if kept.role == "listing"]
    assert b'class="nouvelle"' in page.body
    again = listmend("build", "quai", "--json", folder=tmp_path)
    assert json.loads(again.stdout)["counts"]["entries"] == 10


@pytest.mark.usefixtures("browser")
def test_a_shell_is_found_and_built(web: Web, tmp_path: Path) -> None:
    """Nothing says that the page needs a browser; the crawl finds out, says so, and `add` writes it down."""
    ended = listmend("run", web.address + LIST, "--json", folder=tmp_path)
    verdict = json.loads(ended.stdout)
    assert (ended.returncode, verdict["counts"]["entries"], verdict["rejects"]) == (0, 10, {"shell": 1})
    added = listmend("add", web.address + LIST, "--id", "quai", "--yes", folder=tmp_path)
    assert added.returncode == 0, added.stderr
    text = (tmp_path / "sites" / "quai.toml").read_text(encoding="utf-8")
    assert "browser = true" in text
    assert 'entry = "div.nouvelle"' in text


@pytest.mark.usefixtures("browser")
def test_what_the_browser_cannot_reach_is_told_like_any_other(tmp_path: Path) -> None:
    """A host that refuses is unreachable, with or without a browser."""
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "quai.toml").write_text('start = "http://127.0.0.1:9/"\nbrowser = true\n')
    ended = listmend("run", "quai", folder=tmp_path)
    assert ended.returncode == 4
    assert "Traceback" not in ended.stdout + ended.stderr


def test_without_the_extra_the_message_says_what_to_install(web: Web, tmp_path: Path) -> None:
    """`browser = true` without the extra is a usage error, before any request."""
    site_file(web, tmp_path)
    ended = listmend("run", "quai", folder=tmp_path, extra=False)
    assert (ended.returncode, web.asked) == (2, [])
    assert "pip install 'listmend[browser]'" in ended.stderr


@pytest.mark.parametrize("verb", ["run", "add"])
def test_a_shell_without_the_extra_says_what_to_install(web: Web, tmp_path: Path, verb: str) -> None:
    """A run that found only shells is not published, and what to install is in its message."""
    ended = listmend(verb, web.address + LIST, folder=tmp_path, extra=False)
    assert ended.returncode == 3
    assert "pip install 'listmend[browser]'" in " ".join(
        (ended.stdout + ended.stderr).replace("│", " ").split()
    )


@pytest.mark.usefixtures("browser")
@pytest.mark.parametrize("verb", ["run", "add"])
def test_what_is_installed_is_not_asked_for(web: Web, tmp_path: Path, verb: str) -> None:
    """Of a page without a list the third way was to install the browser that had just read it."""
    web.pages["/rien/"] = b"<!doctype html><html><body><p>Rien.</p><script></script></body></html>"
    ended = listmend(verb, web.address + "/rien/", "--json", folder=tmp_path)
    said = json.loads(ended.stdout)
    told = said["says"] + said.get("next", "")
    assert (ended.returncode, "pip install" in told) == (3, False)
    assert "2. of a page built by scripts give the feed" in told


@pytest.fixture
def fed(web: Web) -> Web:
    """The site whose page is built by scripts and names a feed."""
    link = b'<link rel="alternate" type="application/rss+xml" href="/flux.xml"></head>'
    web.pages[LIST] = web.pages[LIST].replace(b"</head>", link)
    items = "".join(
        f"<item><title>La passerelle {n} rouvre</title><link>{web.address}/n/{n}/</link></item>"
        for n in range(5)
    )
    web.pages["/flux.xml"] = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
    return web


def test_a_shell_that_names_a_feed_is_read_by_it(fed: Web, tmp_path: Path) -> None:
    """Without a browser its feed lists the newest entries; that these are not all is told, and a build gives them again."""
    ended = listmend("run", fed.address + LIST, "--json", folder=tmp_path, extra=False)
    verdict = json.loads(ended.stdout)
    assert (ended.returncode, verdict["counts"]["entries"]) == (0, 5), ended.stderr
    assert verdict["rejects"] == {"feed_as_start": 1, "feed_instead": 1}
    (rejects,) = tmp_path.rglob("rejects.jsonl")
    [told] = [
        line for line in map(json.loads, rejects.read_text().splitlines()) if line["reason"] == "feed_instead"
    ]
    assert "the newest entries only" in told["detail"]
    assert "pip install 'listmend[browser]'" in told["detail"]
    again = listmend("build", fed.address + LIST, "--json", folder=tmp_path)
    assert json.loads(again.stdout)["counts"]["entries"] == 5, again.stderr


def test_a_search_without_hits_is_not_read_by_the_feed_of_the_site(fed: Web, tmp_path: Path) -> None:
    """A page of few words that finds nothing looks like a shell; what its own feed lists stands for it, and that is nothing."""
    own = b'<link rel="alternate" type="application/rss+xml" href="/chercher/loutre/flux.xml"></head>'
    fed.pages["/chercher/?q=loutre"] = fed.pages[LIST].replace(b"</head>", own)
    fed.pages["/chercher/loutre/flux.xml"] = b'<rss version="2.0"><channel></channel></rss>'
    ended = listmend("run", fed.address + "/chercher/?q=loutre", "--json", folder=tmp_path, extra=False)
    assert (ended.returncode, json.loads(ended.stdout)["counts"]["entries"]) == (3, 0), ended.stderr


def test_a_feed_in_place_of_a_shell_is_where_a_site_file_starts(fed: Web, tmp_path: Path) -> None:
    """What `add` looked at stands in the file, without a browser."""
    ended = listmend("add", fed.address + LIST, "--yes", "--id", "quai", folder=tmp_path, extra=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    text = (tmp_path / "sites" / "quai.toml").read_text()
    assert f'start = "{fed.address}/flux.xml"' in text
    assert "browser" not in text


def test_a_shell_whose_feed_may_not_be_asked_says_where_the_list_can_be_had(fed: Web, tmp_path: Path) -> None:
    """`feed = "never"` stands; the address to start at is in the message."""
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "quai.toml").write_text(f'start = "{fed.address}{LIST}"\nfeed = "never"\n')
    ended = listmend("run", "quai", "--json", folder=tmp_path, extra=False)
    assert ended.returncode == 3
    assert f"start at {fed.address}/flux.xml" in json.loads(ended.stdout)["says"]
    assert "/flux.xml" not in fed.asked


def test_a_shell_of_a_site_file_with_selectors_is_not_read_by_its_feed(fed: Web, tmp_path: Path) -> None:
    """They say what the list is, and a build of the run would ask them of the shell."""
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "quai.toml").write_text(
        f'start = "{fed.address}{LIST}"\n[[lists]]\nentry = "article"\ntitle = "h2"\nlink = "h2 a"\n'
    )
    ended = listmend("run", "quai", "--json", folder=tmp_path, extra=False)
    verdict = json.loads(ended.stdout)
    assert (ended.returncode, verdict["counts"]["entries"]) == (3, 0), ended.stderr
    assert f"start at {fed.address}/flux.xml" in verdict["says"]


def test_each_start_that_a_feed_stands_for_is_told(fed: Web, tmp_path: Path) -> None:
    """One of two names no feed: what is missing has a line of its own."""
    fed.pages["/presse/"] = fed.pages[LIST].replace(b'rel="alternate"', b"")
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "quai.toml").write_text(
        f'start = ["{fed.address}{LIST}", "{fed.address}/presse/"]\n'
    )
    ended = listmend("run", "quai", "--json", folder=tmp_path, extra=False)
    assert json.loads(ended.stdout)["rejects"] == {"feed_as_start": 1, "feed_instead": 2}, ended.stderr


def test_a_shell_without_a_chromium_is_a_run_that_is_not_published(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site was asked and its answer judged: that is no usage error, and the former dataset stands."""
    monkeypatch.setenv("LISTMEND_CHROMIUM", "/no/such/chromium")
    ended = listmend("run", web.address + LIST, "--json", folder=tmp_path)
    verdict = json.loads(ended.stdout)
    assert (ended.returncode, verdict["state"], verdict["rejects"]) == (3, "gates_failed", {"shell": 1})
    assert "built by scripts: 1 page; name the Chromium program itself" in verdict["says"]


def test_a_chromium_that_is_not_there_is_told(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong path is the user's to mend."""
    site_file(web, tmp_path)
    monkeypatch.setenv("LISTMEND_CHROMIUM", "/no/such/chromium")
    ended = listmend("run", "quai", folder=tmp_path)
    assert ended.returncode == 2
    assert "LISTMEND_CHROMIUM" in ended.stderr or "listmend[browser]" in ended.stderr


LOGIN = """<!doctype html><title>Anmelden – Lumen</title><h1>Anmelden</h1><form method=post action=/login>
<p><label>Name <input name=name></label><p><label>Passwort <input type=password name=word></label></form><script src=/m.js></script>"""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (SHELL, True),
        ("<!doctype html><body><div id=app></div><script src=/app.js></script></body>", True),
        ("<!doctype html><body><p>En travaux.</p></body>", False),  # nothing would build more
        ("<!doctype html><body><p>" + "Un article entier. " * 60 + "</p><script>1</script></body>", False),
        (LOGIN, False),
        (LOGIN.replace("Anmelden", "Lumen"), True),  # a form alone may be a filter above the list to come
        (
            "<!doctype html><title>Seite nicht gefunden – Lumen</title><h1>Lumen</h1><script src=/m.js></script>",
            False,
        ),
    ],
    ids=["fetch", "app", "no script", "article", "login", "form", "not there"],
)
def test_a_shell_is_a_page_with_scripts_and_hardly_a_word(html: str, expected: bool) -> None:
    """Scripts alone make no shell, and neither does a short page, one that asks for a password or one that is not there."""
    assert bool(shell(html, "https://lumen.example/de/neues/")) is expected


def test_a_browser_is_started_only_where_nothing_else_was_found() -> None:
    """One shell among pages with entries is left alone."""
    assert only_shells({"shell": 1}, 0)
    assert not only_shells({"shell": 1}, 12)
    assert not only_shells({"http_500": 1}, 0)
