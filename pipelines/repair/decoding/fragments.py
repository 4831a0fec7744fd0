r"""Fragments of another encoding inside a page of UTF-8: `caf` + E9 + ` du coin` pasted in from an old database.

A byte that no UTF-8 sequence owns is either half a character, cut off at the end of a teaser, or a whole one of a
legacy encoding. Text that goes on after the byte proves that nothing was cut there, if what the byte stands for there
makes a word. So marks are read where their letters are plausible after each other (`PLAUSIBLE`), one text node at a
time. A node that is proven and has no UTF-8 of its own is the fragment, and read whole. Where it has some, by chance or
because half of it is UTF-8, each word is what it costs less as, and a change between the two costs `CHANGE`. At the end
of a word, a byte that begins other characters of the page stays a mark: `exhort` + C3 + ` Read more` is a cut. The
legacy encoding is found once for the whole page, from all its fragments together, from the letters it uses and from the
language of its UTF-8.
b"exhort\xc3 Lire la suite" stays: no language has that letter there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipelines.repair.decoding import charset
from pipelines.repair.decoding.bytepairs import lacking, pair_cost
from pipelines.repair.decoding.fallbacks import read_as
from pipelines.repair.decoding.spelled import (
    bytes_behind,
    damaged_cost,
    leads_of,
    spelled_in,
    take_apart,
    without_cuts,
)
from pipelines.repair.marks import MARKS, bytes_of, count_losses

CHANGE = 3.0
"""Nats for a change between UTF-8 and the old encoding within one node."""

PLAUSIBLE = 6.5
"""Nats per pair of letters, mean over the pairs around one run of marks, up to which a legacy reading makes a word. On 275
pages with a fragment 5 to 10 read 274 whole and 4 reads 272; none of them reads one of 959 cuts as a letter."""

BETWEEN = 9.5
"""The same where letters stand on both sides, so that nothing was cut."""

MOST_NODES = 20_000
"""Text nodes with fragments that are read; a page of a megabyte has as many."""

MOST_WORDS = 5_000
"""Different words that are weighed so, 0.1 ms each; the fragments of a listing page have some hundred."""

RANKED = 100_000
"""Characters of broken words that name their encoding. Scripts without spaces make a word of a whole node, and each byte of it
costs 3 µs: 600 kB took 1.7 s."""

_SPACE = re.compile(r"([ \t\r&;,\"]+)")  # no trail byte of any encoding
_NODE = re.compile(r"[^<>\n]+")
_RUN = re.compile(f"[{MARKS}]+")
_HALF = re.compile("[\U0010f7e0-\U0010f7f4][\U0010f780-\U0010f7bf]{1,2}")
"""Two or three bytes that begin one character of UTF-8: no legacy word has just these between ASCII."""

_BEYOND_LATIN = "\u0250"  # a character beyond it is of another alphabet, or a phonetic sign
_LEAD = re.compile("[\U0010f7c2-\U0010f7f4]")

_TAIL = re.compile(r"[\s.…\[\](){}&;\"'»]*(?:hellip;?[\s\])]*)?\Z")


@dataclass(frozen=True, slots=True)
class Old:
    """The old encoding of a text's fragments.

    Attributes:
        name: of the Encoding Standard.
        language: theirs.
        leads: bytes that begin characters of the text's UTF-8.
    """

    name: str
    language: str
    leads: frozenset[int]


def read_fragments(text: str, body: bytes) -> str:
    """Return a page's text with the marks of legacy fragments read as their characters; cuts stay marks.

    Args:
        text: a page read as UTF-8, lone bytes as marks.
        body: its bytes, for what they say about its language.
    """
    old = old_encoding(text, body)
    return text if old is None else read_old(text, old)


def old_encoding(text: str, body: bytes) -> Old | None:
    """Find the old encoding of all fragments, by their letters and those of the page; None where there are none."""
    leads = leads_of(text)
    nodes = [found[0] for found in _hurt(text) if any(_proves(*run, leads) for run in _runs(found[0]))]
    if not 0 < len(nodes) <= MOST_NODES:
        return None
    broken = take_apart("\n".join(nodes)).broken or "\n".join(nodes)
    letters = {letter for letter in set(text) if letter > "\x7f" and letter.isalpha()}
    best = min(
        charset.fragments_ranking(broken[:RANKED], body),
        key=lambda one: one.cost + min(10.0, 0.5 * lacking(letters, one.name)),
    )
    return Old(best.name, best.language, leads)


def read_old(text: str, old: Old) -> str:
    """Return a text with the words of an old encoding read, lone bytes as marks before and after."""
    costs = _Costs(old)
    out, end = [], 0
    for found in _hurt(text):
        node = found[0]
        if _is_pasted(node, old) and costs.room():
            node = _whole_words(node, old, costs)
        out += [text[end : found.start()], _read_node(node, old.name, old.leads)]
        end = found.end()
    return "".join([*out, text[end:]])


def _hurt(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _NODE.finditer(text) if _RUN.search(found[0]))


def _runs(node: str) -> Iterator[tuple[str, re.Match[str]]]:
    return ((node, run) for run in _RUN.finditer(node))


def _inside(node: str, run: re.Match[str]) -> bool:
    """Whether a run of marks is more than a cut: text goes on after it, or more than one character is broken."""
    return not _TAIL.match(node, run.end()) or count_losses(run[0]) > 1


def _is_letter(node: str, run: re.Match[str], leads: frozenset[int]) -> bool:
    """Whether a run of marks is no cut: it is more, or begins no character that this page may have."""
    return _inside(node, run) or without_cuts(run[0], leads) is None


def _proves(node: str, run: re.Match[str], leads: frozenset[int]) -> bool:
    """Whether a run of marks shows by itself that a page is pasted together; a sign may be cut to one byte, too."""
    if _may_be_cut(node, run, leads):
        return False
    if _inside(node, run):
        return True
    after_letter = node[max(0, run.start() - 1) : run.start()].isalpha()
    return _is_letter(node, run, leads) and (after_letter or not _LEAD.match(run[0]))


def _is_pasted(node: str, old: Old) -> bool:
    """Whether marks alone do not tell what of a node is in the old encoding; where all of them may be cuts nothing is."""
    if all(_may_be_cut(*run, old.leads) for run in _runs(node)):
        return False
    return old.name in charset.MULTIBYTE or any(character > "\x7f" for character in _RUN.sub("", node))


class _Costs:
    """What words cost as damaged UTF-8, and in the old encoding; each is weighed once, and so many of a page."""

    def __init__(self, old: Old) -> None:
        self._old = old
        self._known: dict[str, tuple[float, float]] = {}

    def room(self) -> bool:
        """Whether more words may be weighed."""
        return len(self._known) < MOST_WORDS

    def of(self, word: str) -> tuple[float, float]:
        """Return both costs of a word."""
        if word not in self._known:
            if not self.room():
                return 0.0, 0.0
            read = read_as(bytes_behind(word), self._old.name)
            self._known[word] = (
                damaged_cost(word, self._old.language, self._old.leads),
                spelled_in(read, self._old.language),
            )
        return self._known[word]


def _whole_words(node: str, old: Old, costs: _Costs) -> str:
    """Take the words of a node that are in the old encoding whole: bytes of theirs may be valid UTF-8 by chance."""
    parts = _SPACE.split(node)
    words = [at for at, part in enumerate(parts) if not part.isascii()]
    chosen = _cheapest([costs.of(parts[at]) for at in words])
    for at, taken, more in zip(words, chosen, [*chosen[1:], False], strict=True):
        if taken:
            parts[at] = _taken(parts[at], old.name, ends=not more)
    return "".join(parts)


def _taken(word: str, name: str, *, ends: bool) -> str:
    """Return a word of an old encoding; the last of some as marks, of which `_read_node` knows what may be cut."""
    data = bytes_behind(word)
    if ends and name not in charset.MULTIBYTE:
        return data.decode("ascii", "listmend.marks")
    return read_as(data, name)


def _cheapest(costs: list[tuple[float, float]]) -> list[bool]:
    """Return which words are rather in the old encoding, where each change costs `CHANGE`."""
    sound, broken = 0.0, CHANGE
    changed: list[tuple[bool, bool]] = []
    for one, other in costs:
        changed.append((broken + CHANGE < sound, sound + CHANGE < broken))
        sound, broken = min(sound, broken + CHANGE) + one, min(broken, sound + CHANGE) + other
    taken = broken < sound
    chosen = []
    for back, forth in reversed(changed):
        chosen.append(taken)
        taken = not taken if (forth if taken else back) else taken
    return chosen[::-1]


def _read_node(node: str, name: str, leads: frozenset[int]) -> str:
    runs = list(_RUN.finditer(node))
    read = {run.start(): read_as(bytes_of(run[0]), name) for run in runs}
    proven = {
        run.start()
        for run in runs
        if _is_letter(node, run, leads)
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
    """Whether a run at the end of a word is the beginning of a character that this page has in whole ones, too.

    A link glued to a cut word is seen where the two are of different scripts.
    """
    before, after = node[max(0, run.start() - 1) : run.start()], node[run.end() : run.end() + 1]
    if after.isalpha() and not after < _BEYOND_LATIN < before:
        return False
    return _HALF.fullmatch(run[0]) is not None or (len(run[0]) == 1 and bytes_of(run[0])[0] in leads)


def _plausible(node: str, run: re.Match[str], read: str, name: str) -> bool:
    before, after = node[max(0, run.start() - 1) : run.start()], node[run.end() : run.end() + 1]
    most = BETWEEN if before.isalpha() and after.isalpha() else PLAUSIBLE
    return _mean_cost((before or " ") + read + (after or " "), name) <= most


@lru_cache(maxsize=10_000)
def _mean_cost(text: str, name: str) -> float:
    """Return the nats for each pair of letters in a text; the same few stand around most runs of marks."""
    pairs = Counter(pairwise(text))
    return pair_cost(pairs, name) / sum(pairs.values())


def _capital(node: str, run: re.Match[str], read: str) -> bool:
    """Whether a mark would be a capital after a small letter: the lead bytes of UTF-8 are capitals elsewhere."""
    return node[max(0, run.start() - 1) : run.start()].islower() and read[0].isupper()
