r"""Fragments of another encoding inside a page of UTF-8: `caf` + E9 + ` du coin` pasted in from an old database.

A byte that no UTF-8 sequence owns is either half a character, cut off at the end of a teaser, or a whole one of a
legacy encoding. Text that goes on after the byte proves that nothing was cut there, if what the byte stands for there
makes a word. So marks are read where their letters are plausible after each other (`PLAUSIBLE`), one text node at a
time. A node that is proven and has no UTF-8 of its own is the fragment, and read whole. At the end of a word, a byte
that begins other characters of the page stays a mark: `exhort` + C3 + ` Read more` is a cut. The
legacy encoding is found once for the whole page, from all its fragments together and from the letters it uses.
b"exhort\xc3 Lire la suite" stays: no language has that letter there.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from pipelines.repair import charset
from pipelines.repair.bytepairs import pair_cost, repertoire
from pipelines.repair.labels import CODECS
from pipelines.repair.marks import MARKS, bytes_of, unmark

PLAUSIBLE = 6.5
"""Nats per pair of letters, mean over the pairs around one run of marks, up to which a legacy reading makes a word. On 275
pages with a fragment 5 to 10 read 274 whole and 4 reads 272; none of them reads one of 959 cuts as a letter."""

MOST_NODES = 500
"""Text nodes with fragments that a page may have; one with more is not pasted together but in another encoding."""

_NODE = re.compile(r"[^<>\n]+")
_RUN = re.compile(f"[{MARKS}]+")
_HALF = re.compile("[\U0010f7e0-\U0010f7f4][\U0010f780-\U0010f7bf]{1,2}")
"""Two or three bytes that begin one character of UTF-8: no legacy word has just these between ASCII."""

_TAIL = re.compile(r"[\s\u00a0.…\[\](){}&;\"'»]*(?:hellip;?[\s\])]*)?\Z")


def read_fragments(text: str) -> str:
    """Return a page's text with the marks of legacy fragments read as their characters; cuts stay marks.

    Args:
        text: a page read as UTF-8, lone bytes as marks.
    """
    nodes = [
        found
        for found in _NODE.finditer(text)
        if any(_inside(found[0], run) for run in _RUN.finditer(found[0]))
    ]
    if not 0 < len(nodes) <= MOST_NODES:
        return text
    name = _encoding([found[0] for found in nodes], text)
    leads = frozenset(character.encode()[0] for character in set(_RUN.sub("", text)) if character > "\x7f")
    out, end = [], 0
    for found in nodes:
        out += [text[end : found.start()], _read_node(found[0], name, leads)]
        end = found.end()
    return "".join([*out, text[end:]])


def _inside(node: str, run: re.Match[str]) -> bool:
    """Whether text goes on after a run of marks: more than white space and a cut marker."""
    return not _TAIL.match(node, run.end())


def _encoding(nodes: list[str], text: str) -> str:
    fragments = "\n".join(nodes).encode("utf-8")
    fragments = re.sub(rb"\xf4\x8f([\x9c-\x9f])([\x80-\xbf])", unmark, fragments)
    letters = {letter for letter in set(text) if letter > "\x7f" and letter.isalpha()}
    costs = {
        verdict.name: verdict.cost + min(10.0, 0.5 * len(letters - repertoire(verdict.name)))
        for verdict in charset.ranking(fragments)
        if verdict.name != "utf-8"
    }
    return min(costs, key=lambda name: costs[name])


def _read_node(node: str, name: str, leads: frozenset[int]) -> str:
    runs = list(_RUN.finditer(node))
    read = {run.start(): bytes_of(run[0]).decode(CODECS[name], "listmend.marks") for run in runs}
    proven = {
        run.start()
        for run in runs
        if _inside(node, run)
        and not _may_be_cut(node, run, leads)
        and not _capital(node, run, read[run.start()])
        and _plausible(node, run, read[run.start()], name)
    }
    if not proven:
        return node
    if not any(character > "\x7f" for character in _RUN.sub("", node)):  # the whole node is the fragment
        proven = {
            run.start() for run in runs if _inside(node, run) or not _capital(node, run, read[run.start()])
        }
    return _RUN.sub(lambda run: read[run.start()] if run.start() in proven else run[0], node)


def _may_be_cut(node: str, run: re.Match[str], leads: frozenset[int]) -> bool:
    """Whether a run at the end of a word is the beginning of a character that this page has in whole ones, too."""
    if _HALF.fullmatch(run[0]):
        return True
    return len(run[0]) == 1 and bytes_of(run[0])[0] in leads and not node[run.end() : run.end() + 1].isalpha()


def _plausible(node: str, run: re.Match[str], read: str, name: str) -> bool:
    around = node[max(0, run.start() - 1) : run.start()] + read + node[run.end() : run.end() + 1]
    pairs = Counter(pairwise(around))
    return pair_cost(pairs, name) <= PLAUSIBLE * sum(pairs.values())


def _capital(node: str, run: re.Match[str], read: str) -> bool:
    """Whether a mark would be a capital after a small letter: the lead bytes of UTF-8 are capitals elsewhere."""
    return node[max(0, run.start() - 1) : run.start()].islower() and read[0].isupper()
