"""White space as Python sees it, for `strip`, and for Arrow's RE2, whose own class knows ASCII only.

Both sides of a decision must call the same characters white: the expression that picks rows of a column, and the
`str` method that then changes them.
"""

from __future__ import annotations

WHITE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
"""Every character that `str.isspace` and the `re` module call white."""
GAP = "".join(f"\\x{{{ord(white):x}}}" for white in WHITE)
"""The same as the inside of a character class of RE2."""
