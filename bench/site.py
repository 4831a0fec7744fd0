"""A large listing site for the speed runs: N entries on pages of ten, a few of them damaged, served by its own process.

usage: python -m bench.site ENTRIES   prints the address of its first page, serves until its input closes.
"""

from __future__ import annotations

import argparse
import html
import random
import sys
from datetime import date, timedelta

from bench.on_loopback import Quiet, on_loopback

PER_PAGE = 10
CUT = 210
WORDS = {
    "fr": "la ville a présenté hier son projet de rénovation des écoles où les élèves étudient déjà avec des équipes"
    " très engagées pour l’été et la sécurité du réseau après une année marquée par des dépenses élevées à maîtriser",
    "en": "the council has published its yearly report on housing and transport with figures that show how the city"
    " spends its money while residents ask for more trees along the river and for safer streets near schools",
}


def teaser(number: int) -> tuple[str, bytes]:
    """Language and teaser bytes of one entry: 90 in 100 clean, 5 read through a wrong codec, 5 cut in a character."""
    rng = random.Random(number)
    lang = "en" if rng.random() < 0.1 else "fr"
    words = WORDS[lang].split()
    text = " ".join(rng.choices(words, k=60)).capitalize()
    kind = rng.random()
    if kind < 0.05:
        return lang, text[:180].encode().decode("latin-1").encode()
    if kind < 0.10:
        whole = text.encode()
        cut = next((at for at in range(CUT, 100, -1) if whole[at - 1] >= 0xC2), CUT)
        return lang, whole[:cut]
    return lang, (" ".join(text.split()[:30]) + ".").encode()


def page(number: int, pages: int) -> bytes:
    """The bytes of one listing page."""
    entries = []
    for at in range(number * PER_PAGE, (number + 1) * PER_PAGE):
        day = date(2026, 11, 20) - timedelta(days=at // 4)
        _, cut = teaser(at)
        entries.append(
            f'<article class="post"><h2 class="entry-title"><a href="/entry-{at}/">Titre de l’entrée numéro {at} de la ville</a></h2>'
            f'<time class="entry-date">{day:%d.%m.%y}</time><div class="entry-summary"><p>'.encode()
            + html.escape(cut.decode("utf-8", "surrogateescape"), quote=False).encode(
                "utf-8", "surrogateescape"
            )
            + b"</p></div></article>"
        )
    after = f'<nav><a class="next" href="/page/{number + 2}/">Suivant</a></nav>' if number + 1 < pages else ""
    filler = (
        "<header><nav>"
        + "".join(f'<a href="/rubrique-{n}/">Rubrique {n}</a>' for n in range(12))
        + "</nav></header>"
    )
    return (
        b'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Actualit\xc3\xa9s</title></head><body>'
        + filler.encode()
        + b"<main>"
        + b"".join(entries)
        + after.encode()
        + b"</main></body></html>"
    )


def main() -> None:
    """Serve until standard input closes."""
    parser = argparse.ArgumentParser(prog="python -m bench.site", description=__doc__.partition("\n")[0])
    parser.add_argument("entries", type=int, metavar="ENTRIES")
    pages = parser.parse_args().entries // PER_PAGE
    bodies = {f"/page/{number + 1}/": page(number, pages) for number in range(pages)}

    class Handler(Quiet):
        def do_GET(self) -> None:  # noqa: N802 - as http.server names it
            body = b"User-agent: *\nAllow: /\n" if self.path == "/robots.txt" else bodies.get(self.path, b"")
            self.answer(200 if body else 404, body)

    with on_loopback(Handler) as address:
        print(f"{address}/page/1/", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
