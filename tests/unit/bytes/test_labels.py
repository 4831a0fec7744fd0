"""Names of encodings are the browsers'."""

from __future__ import annotations

import codecs

import pytest

from pipelines.repair.decoding.labels import CODECS, named


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Latin1", "windows-1252"),
        ("ISO-8859-9", "windows-1254"),
        (" utf8 ", "utf-8"),
        ("x-sjis", "shift_jis"),
        ("GB2312", "gb18030"),
        ("ks_c_5601-1987", "euc-kr"),
        ("utf-7", None),
        ("", None),
        (None, None),
    ],
)
def test_a_label_means_what_browsers_take_it_for(label: str | None, name: str | None) -> None:
    """A label means what the Encoding Standard says; one that no browser knows means nothing."""
    assert named(label) == name


def test_every_encoding_has_a_codec() -> None:
    """Python can read each of them."""
    assert all(codecs.lookup(codec) for codec in CODECS.values())
