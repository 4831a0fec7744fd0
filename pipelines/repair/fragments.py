r"""Fragments of another encoding inside a page of UTF-8: `caf` + E9 + ` du coin` pasted in from an old database.

A byte that no UTF-8 sequence owns is either half a character, cut off at the end of a teaser, or a whole one of a
legacy encoding. Text that goes on after the byte proves that nothing was cut there, if what the byte stands for there
makes a word. So marks are read where their letters are plausible after each other (`PLAUSIBLE`), one text node at a
time; a mark at the end of its node stays unless the same node has proven legacy marks and no UTF-8 of its own. The
legacy encoding is found once for the whole page, from all its fragments together and from the letters it uses.
b"exhort\xc3 Lire la suite" stays: no language has that letter there.
"""

from __future__ import annotations

import re
from collections import Counter

from pipelines.repair import charset
from pipelines.repair.labels import CODECS
from pipelines.repair.marks import MARKS, bytes_of

PLAUSIBLE = 6.5
"""Nats per pair of letters, mean over the pairs around one run of marks, up to which a legacy reading makes a word."""

_NODE = re.compile(f"[^<>\n]*[{MARKS}][^<>\n]*")
_RUN = re.compile(f"[{MARKS}]+")
_WORD = re.compile(r"[^\W\d_]{2}")
_TAIL = re.compile(r"[\s\u00a0.…\[\](){}&;\"'»]*(?:hellip;?[\s\])]*)?\Z")


def read_fragments(text: str) -> str:
    """Return a page's text with the marks of legacy fragments read as their characters; cuts stay marks.

    Args:
        text: a page read as UTF-8, lone bytes as marks.
    """
    nodes = [found for found in _NODE.finditer(text) if any(_inside(found[0], run) for run in _RUN.finditer(found[0]))]
    if not nodes:
        return text
    name = _encoding([found[0] for found in nodes], text)
    out, end = [], 0
    for found in nodes:
        out += [text[end : found.start()], _read_node(found[0], name)]
        end = found.end()
    return "".join([*out, text[end:]])


def _inside(node: str, run: re.Match[str]) -> bool:
    """Whether text goes on after a run of marks: more than white space and a cut marker."""
    return not _TAIL.match(node, run.end())


def _encoding(nodes: list[str], text: str) -> str:
    fragments = "\n".join(nodes).encode("utf-8")
    fragments = re.sub(rb"\xf4\x8f([\x9c-\x9f])([\x80-\xbf])", charset.unmark, fragments)
    letters = {letter for letter in set(text) if letter > "\x7f" and letter.isalpha()}
    costs = {
        verdict.name: verdict.cost + min(10.0, 0.5 * len(letters - charset.repertoire(verdict.name)))
        for verdict in charset.ranking(fragments)
        if verdict.name != "utf-8"
    }
    return min(costs, key=lambda name: costs[name])


def _read_node(node: str, name: str) -> str:
    runs = list(_RUN.finditer(node))
    read = {run.start(): bytes_of(run[0]).decode(CODECS[name], "listmend.marks") for run in runs}
    proven = {
        run.start() for run in runs if _inside(node, run) and _plausible(node, run, read[run.start()], name)
    }
    if not proven:
        return node
    own_utf8 = any(character > "\x7f" for character in _RUN.sub("", node))
    out, end = [], 0
    for run in runs:
        legacy = run.start() in proven or (
            not own_utf8 and not _inside(node, run) and _plausible(node, run, read[run.start()], name)
        )
        out += [node[end : run.start()], read[run.start()] if legacy else run[0]]
        end = run.end()
    return "".join([*out, node[end:]])


def _plausible(node: str, run: re.Match[str], read: str, name: str) -> bool:
    around = node[max(0, run.start() - 1) : run.start()] + read + node[run.end() : run.end() + 1]
    pairs = Counter(zip(around, around[1:], strict=False))
    return charset.pair_cost(pairs, name) <= PLAUSIBLE * sum(pairs.values())
