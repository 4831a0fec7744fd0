"""A simulated site on loopback: the pages that a life (`bench.site_life`) shows today."""

from __future__ import annotations

import html
import re
import time
from contextlib import AbstractContextManager
from datetime import date

from bench.on_loopback import Quiet, on_loopback
from bench.site_life import Entry, Shown, SiteLife

CUT = 180
"""Bytes of a cut teaser."""
ROOTS = ("/fr/actualites/", "/fr/presse/")
_LIST = re.compile(r"/fr/(actualites|presse)/(?:page/([0-9]+)/)?$")
_SLOW = 0.3
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_LOGIN = (
    b'<form method="post" action="/connexion"><h1>Connexion</h1><label>Identifiant <input name="u"></label>'
    b'<label>Mot de passe <input type="password" name="p"></label><button>Se connecter</button></form>'
)


def link(life: SiteLife, entry: Entry) -> str:
    """Path of an entry's page, with a session of the day where the site has such."""
    session = f"?PHPSESSID={life.number:02}{entry.number:030x}" if "session" in life.traits else ""
    return f"{_base(life)}{entry.slug}/{session}"


def _base(life: SiteLife) -> str:
    if "prefixed" in life.traits:
        return "/fr/" if life.relaunched else "/"
    return "/actu/2026/" if life.relaunched and not {"renumbered", "other_host"} & life.traits else "/fr/"


def written_link(life: SiteLife, entry: Entry, host: str) -> str:
    """A link as the page writes it today."""
    path = link(life, entry)
    if "other_host" in life.traits and life.relaunched:
        return f"http://{host.replace('127.0.0.1', 'localhost')}{path}"
    if "decorated" not in life.traits:
        return path
    chance = life.chance_of(entry)
    path = path.rstrip("/") if chance.random() < 0.5 else path
    path += chance.choice(["", "?utm_source=accueil", f"?fbclid={chance.randrange(10**9)}&utm_medium=web"])
    path += chance.choice(["", "#contenu"])
    return chance.choice(["", f"http://{host}", f"https://{host}"]) + path


def written(life: SiteLife, day: date) -> str:
    """A day as the site writes it today."""
    ago = (life.today - day).days
    if "relative" in life.traits and 0 <= ago < 7:
        return ["aujourd’hui", "hier", *(f"il y a {n} jours" for n in range(2, 7))][ago]
    return f"{day.day} {_MONTHS[day.month - 1]}" if "yearless" in life.traits else f"{day:%d.%m.%Y}"


def teaser(life: SiteLife, entry: Entry) -> bytes:
    """The bytes of a teaser; the last one may be half a letter."""
    if "bare" in life.traits:
        return b""
    code = "cp1252" if "legacy" in life.traits else "utf-8"
    said = entry.body if "cut" in life.traits else entry.sentences[0]
    whole = said.encode(code)
    return whole[:CUT] if "cut" in life.traits else whole


def page(life: SiteLife, which: int, number: int, host: str) -> bytes:
    """One page of a list; `host` is what the site is called."""
    rows = life.shown(which, first=number == 1)
    count = -(-len(rows) // life.per_page)
    shown = rows[(number - 1) * life.per_page : number * life.per_page]
    inner = b"" if life.trouble == "empty" else b"".join(_entry(life, row, host) for row in shown)
    pager = "".join(
        f'<span class="current">{n}</span> ' if n == number else f'<a href="{ROOTS[which]}page/{n}/">{n}</a> '
        for n in range(1, count + 1)
        if n in (1, count) or abs(n - number) < 9
    )
    section = (
        b"<h1>Actualit&eacute;s</h1><section>"
        + inner
        + b'</section><nav class="pagination">'
        + pager.encode()
        + b"</nav>"
    )
    return _document(life, _LOGIN if life.trouble == "login" else section)


def entry_page(life: SiteLife, entry: Entry) -> bytes:
    """An entry's own page, with all of its text."""
    day = f'<span class="date">{written(life, entry.sort)}</span>' if len(entry.days) == 1 else ""
    said = f"<article><h1>{html.escape(entry.title)}</h1>{day}<p>{html.escape(entry.body)}</p></article>"
    return _document(life, said.encode("cp1252" if "legacy" in life.traits else "utf-8"))


def _entry(life: SiteLife, row: Shown, host: str) -> bytes:
    """One entry of a list, in the elements of the day."""
    code = "cp1252" if "legacy" in life.traits else "utf-8"
    title = html.escape(row.entry.title, quote=False)
    if "linkless" not in life.traits:
        title = f'<a href="{html.escape(written_link(life, row.entry, host))}">{title}</a>'
    day = written(life, row.day) if row.day else ""
    before, after = (
        (
            f'<div class="card"><p class="when">{day}</p><h3 class="name">{title}</h3><p class="intro">',
            "</p></div>",
        )
        if life.redesigned
        else (
            f'<article class="post"><h2>{title}</h2><span class="date">{day}</span><div class="extrait">',
            "</div></article>",
        )
    )
    text = teaser(life, row.entry).replace(b"&", b"&amp;").replace(b"<", b"&lt;")
    return before.replace('<span class="date"></span>', "").encode(code) + text + after.encode(code)


def _document(life: SiteLife, inner: bytes) -> bytes:
    charset = b"" if "legacy" in life.traits else b'<meta charset="utf-8">'
    return (
        b'<!doctype html><html lang="fr"><head>' + charset + b"<title>Nouvelles de la ville</title></head><body>"
        b'<header><nav><a href="/fr/actualites/">Nouvelles</a> <a href="/fr/presse/">Presse</a> <a href="/contact/">Contact</a>'
        b"</nav></header><main>" + inner + b"</main><footer>Mentions</footer></body></html>"
    )  # fmt: skip


def answer(life: SiteLife, path: str, host: str = "127.0.0.1") -> tuple[int, bytes]:
    """Status and body of one path of a host."""
    if life.trouble == "down":
        return 503, b"down"
    if path == "/robots.txt":
        return 200, b"User-agent: *\nAllow: /\n"
    if asked := _LIST.match(path):
        which, number = ["actualites", "presse"].index(asked[1]), int(asked[2] or 1)
        if life.trouble == "broken" and number > 1:
            return 500, b"error"
        return 200, page(life, which, number, host)
    slug = path.partition("?")[0].rstrip("/").rpartition("/")[2]
    entry = next((each for each in life.live if each.slug == slug and "linkless" not in life.traits), None)
    if entry is None or link(life, entry).partition("?")[0] != path.partition("?")[0].rstrip("/") + "/":
        return 404, b"not found"
    return 200, entry_page(life, entry)


def served(life: SiteLife) -> AbstractContextManager[str]:
    """Serve a life on a free port of loopback until the block ends; gives the address."""

    class Handler(Quiet):
        def do_GET(self) -> None:  # noqa: N802 - as http.server names it
            time.sleep(_SLOW if life.trouble == "slow" else 0)
            status, body = answer(life, self.path, self.headers["Host"])
            charset = "" if "legacy" in life.traits else "; charset=utf-8"
            self.answer(status, body, "text/plain" if "robots" in self.path else f"text/html{charset}")

    return on_loopback(Handler)
