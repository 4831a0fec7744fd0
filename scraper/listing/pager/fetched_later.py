"""Addresses that a script fetches data from: `fetch("/api/news.json")`, `ajax: "/notices"`, `events: "/days.json"`.

Nothing is run. What counts is that the address is written out whole, and given to a call or a key whose name says that it is asked for;
what is sent, or only put together where the script runs, is left alone.
"""

from __future__ import annotations

import re

SCRIPT_MAX = 200_000
"""Characters of a script that are searched; what is longer is a program, and no few lines that fill a box."""
NEAR = 400
"""Characters behind an address in which its call may still say that it sends: `{method: "POST"}`."""
ACTS = re.compile(
    r"(?<![a-z])(?:delete|remove|destroy|log-?out|sign-?out|unsubscribe|vote|like|cart)(?![a-z])",
    re.IGNORECASE,
)
"""What an address does where it is asked, whoever asks: such are left alone."""
_ASKED = re.compile(
    r"""(?:(?<![\w$])(?:fetch|get|getJSON|ajax|axios|request|json|load)\s*\(\s*"""
    r"""|(?<![\w$])["']?[\w$]*(?:url|uri|ajax|src|source|endpoint|api|feed|events|json|data)["']?\s*[:=]\s*)"""
    r"""(?:(["'])((?:https?:/|\.{0,2})/[^"'\s<>{}]+|[\w.-]+(?:/[\w.-]+)*\.json\b[^"'\s<>{}]*)\1|`([^`$\s<>{}]*/[^`$\s<>{}]+)`)"""
    r"""(?!\s*(?:\+|\.concat))""",
    re.IGNORECASE,
)
_SENDS = re.compile(r"""["'](?:post|put|patch|delete)["']""", re.IGNORECASE)


def fetched(script: str) -> dict[str, None]:
    """The addresses that a script asks for with nothing sent along, as they stand there, each once.

    Args:
        script: JavaScript, of an element or of an attribute (`x-init`).
    """
    if len(script) > SCRIPT_MAX:
        return {}
    return {
        address: None
        for found in _ASKED.finditer(script)
        if not ACTS.search(address := found[2] or found[3])
        and not _SENDS.search(script, found.end(), found.end() + NEAR)
    }
