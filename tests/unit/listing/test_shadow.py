"""Declarative shadow roots are read where they stand; other templates stay unseen."""

from __future__ import annotations

import pytest

from scraper.listing.markup.shadow import opened
from scraper.listing.markup.tree import parse


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<x-a><template shadowrootmode=open><p>Seen</p></template></x-a>", "Seen"),
        ('<x-a><template shadowrootmode="closed"><p>Seen</p></template>Too</x-a>', "Seen Too"),
        ("<template><p>Unseen</p></template><p>Seen</p>", "Seen"),
        ("<x-a><template shadowrootmode=open>A<template>B</template>C</template></x-a>", "AC"),
        ("<template>A<x-a><template shadowrootmode=open>B</template></x-a></template>C", "C"),
        ("<x-a><template shadowrootmode=open><style>p{color:red}</style><p>Seen</p></x-a>", "Seen"),
        ("</template><x-a><template shadowrootmode=open>Seen</template></x-a>", "Seen"),
    ],
)
def test_what_of_a_template_a_reader_sees(html: str, text: str) -> None:
    """The content of a shadow root stands in its place, whatever is nested or left open."""
    assert parse(f"<body>{html}</body>", "").text_all() == text


def test_a_page_without_shadow_roots_is_left_as_it_is() -> None:
    """Nothing is copied where nothing changes."""
    html = "<body><template><p>Unseen</p></template></body>"
    assert opened(html) is html
