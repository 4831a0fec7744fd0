"""What changed between a cell as it came and as it is now, as alternating common and changed stretches.

A person looks for the few characters that differ, so the common text around them is cut to a window. Cells beyond
`COMPARED` characters are compared by their common beginning and end only: a matcher costs the square of the length.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from pipelines.same_ends import same_ends

COMPARED = 600  # 600 by 600 characters take 25 ms, twice the length four times that
AROUND = 48  # of common text kept beside a change: eight words, half a line on a phone
NEAR = 2  # changes with fewer common characters between them read better as one


class Stretch(NamedTuple):
    """A part of both cells: `before` and `after` are the same text where nothing changed."""

    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether the cells differ here."""
        return self.before != self.after


def stretches(before: str, after: str) -> list[Stretch]:
    """Both cells in order, cut into common and changed stretches; joined again they are the cells."""
    if before == after:
        return [Stretch(before, after)] if before else []
    head, tail = same_ends(before, after)
    inner = (before[head : len(before) - tail], after[head : len(after) - tail])
    middle = _matched(*inner) if max(map(len, inner)) <= COMPARED else [Stretch(*inner)]
    end = before[len(before) - tail :]
    return _joined([Stretch(before[:head], before[:head]), *middle, Stretch(end, end)])


def windowed(parts: list[Stretch]) -> list[Stretch]:
    """The stretches with long common text shortened to what stands beside a change."""
    return [
        part if part.changed else Stretch(*[_shortened(part.before, at == 0, at == len(parts) - 1)] * 2)
        for at, part in enumerate(parts)
    ]


def _matched(before: str, after: str) -> list[Stretch]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [Stretch(before[a:b], after[c:d]) for _, a, b, c, d in matcher.get_opcodes()]


def _joined(parts: list[Stretch]) -> list[Stretch]:
    """Without empty stretches, and with changes that nearly touch made one."""
    found: list[Stretch] = []
    for part in parts:
        if not part.before and not part.after:
            continue
        if len(found) > 1 and part.changed and found[-2].changed and len(found[-1].before) < NEAR:
            between, former = found.pop(), found.pop()
            part = Stretch(
                former.before + between.before + part.before, former.after + between.after + part.after
            )
        elif found and part.changed and found[-1].changed:
            former = found.pop()
            part = Stretch(former.before + part.before, former.after + part.after)
        found.append(part)
    return found


def _shortened(text: str, first: bool, last: bool) -> str:
    start, end = (0 if first else AROUND), (0 if last else AROUND)
    if len(text) <= start + end + 1:
        return text
    head, tail = text[:start], text[len(text) - end :]
    return f"{_whole_words(head)} … {_whole_words(tail[::-1])[::-1]}".strip()


def _whole_words(text: str) -> str:
    """Without the word that the window cuts, where the script parts its words by spaces."""
    kept, space, _ = text.rpartition(" ")
    return kept if space else text
