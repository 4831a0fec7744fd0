"""One suspect on its way up the ladder."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.repair.encodings.readings import Tail


@dataclass(slots=True)
class Cell:
    """One suspect on its way up.

    Attributes:
        body: the text without its marker, as mended so far.
        marker: the marker at the end, its gap included.
        steps: (step, before, after) of the whole text.
        tail: the cut end, where the text ends inside a character.
        reading: the wrong reading it went through, innermost first.
        source: where the lost character came from; "" where nothing was lost.
        whole: whether nothing was cut off all the same: its list lost letters wherever they stood.
    """

    body: str
    marker: str = ""
    steps: tuple[tuple[str, str, str], ...] = ()
    tail: Tail | None = None
    reading: tuple[str, ...] = ()
    source: str = ""
    whole: bool = False

    @property
    def text(self) -> str:
        """The whole text."""
        return self.body + self.marker

    def becomes(self, step: str, body: str, marker: str | None = None) -> None:
        """Change the text, and remember which step did."""
        before = self.body + self.marker
        self.body = body
        if marker is not None:
            self.marker = marker
        after = self.body + self.marker
        if after != before:
            self.steps += ((step, before, after),)
