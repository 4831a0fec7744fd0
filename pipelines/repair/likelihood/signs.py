"""How common each sign is behind a letter and behind anything else, before a site is asked.

Shares in edited text of Latin, Greek and Cyrillic alphabets. Orders of magnitude: a site's own counts outweigh them
soon (`PRIOR_SIZE`), and a cut is decided by factors of a hundred.
"""

from __future__ import annotations

PRIOR_SIZE = 2000
"""Characters that a share here counts for: about ten teasers."""

AFTER_LETTER: dict[str, float] = {
    "’": 4e-3, "”": 2e-3, "“": 2e-4, "»": 1.5e-3, "…": 1.5e-3, "–": 3e-4, "—": 5e-4, "‘": 1e-4, "\u00a0": 1e-3,
    "™": 1e-4, "®": 1e-4, "·": 1e-4, "º": 1e-4, "ª": 1e-4, "°": 1e-4, "‐": 1e-4, "‑": 1e-4, "›": 1e-4, "€": 1e-4,
    "„": 2e-6, "«": 5e-6, "²": 2e-5, "•": 2e-6, "‚": 1e-6, "′": 2e-5,
}  # fmt: skip
AFTER_GAP: dict[str, float] = {
    "–": 8e-3, "“": 4e-3, "„": 3e-3, "«": 4e-3, "—": 3e-3, "”": 6e-4, "‘": 6e-4, "’": 4e-4, "…": 1e-3, "»": 2e-3,
    "•": 4e-4, "€": 3e-4, "¿": 6e-4, "¡": 3e-4, "·": 2e-4, "‹": 1e-4, "£": 1e-4, "§": 1e-4, "©": 1e-4, "°": 1e-4,
    "\u00a0": 2e-4, "‚": 2e-5, "º": 1e-4, "ª": 1e-4, "→": 5e-5, "−": 1e-4, "×": 2e-6, "±": 2e-5, "®": 2e-5, "′": 2e-5,
    "√": 2e-7, "≈": 2e-7, "≠": 1e-6, "∂": 5e-7, "∆": 5e-7, "∞": 1e-6, "≤": 2e-6, "≥": 2e-6, "½": 5e-6, "¼": 5e-6,
}  # fmt: skip

_PICTURES = "🇪🌍🍀🎉🏆🐾👍💡📢🔥😀🙏🚀🤝🥇🦋🧡"
"""One of each 64 pictures that share their first three bytes; only their bytes are asked."""
AFTER_GAP |= dict.fromkeys(_PICTURES, 1e-5)
AFTER_LETTER |= dict.fromkeys(_PICTURES, 1e-6)

QUOTES = frozenset("«»“”„")
"""Signs that open a quotation or close it, in one language or another."""


def is_quoting(text: str) -> bool:
    """Whether a text breaks off inside a quotation, as far as its quotes tell."""
    return sum(map(text.count, QUOTES)) % 2 == 1
