r"""The selector behind pictures that lost its last byte: `âš ï¸` and a gap is `⚠️`.

Most pictures of two kinds are followed by U+FE0F, whose bytes Windows-1252 shows as `ï¸` and a byte that it does not define. Programs
drop that, or set `�`, `?` or a gap for it. No other character that begins so stands in text.
"""

from __future__ import annotations

import re

from pipelines.repair.encodings.readings import LOST, byte_of

SELECTOR = "ï¸\x8f"
"""As it comes back."""
_MORE = "".join(sorted(re.escape(c) for c, byte in byte_of("sloppy-windows-1252").items() if byte < 0xC0))
_SELECTOR = re.compile(
    f"((?:â[{_MORE}]{{2}}|ðŸ[{_MORE}]{{2}}|â[\x9d{LOST}?]?¤|[0-9#*])ï¸)(?:[{LOST}?]|[ \xa0](?= |âƒ£)|(?![{_MORE}]))"
)
"""One behind a picture that lost nothing, behind a heart, the commonest, whole or not, or on a key."""


def selected(text: str) -> str:
    """A text with the last byte of its selectors, where what they stand behind can be read back."""
    return _SELECTOR.sub("\\1\x8f", text)
