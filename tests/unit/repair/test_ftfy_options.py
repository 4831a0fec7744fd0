"""ftfy is asked through one configuration that names every option."""

from __future__ import annotations

import ast
from pathlib import Path

from ftfy import TextFixerConfig

from pipelines.repair.mojibake import mojibake


def test_every_option_is_named() -> None:
    """A new default of ftfy cannot slip in: each of its fields is written out."""
    tree = ast.parse(Path(mojibake.__file__).read_text(encoding="utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "TextFixerConfig"
    ]
    assert [sorted(word.arg or "" for word in call.keywords) for call in calls] == [
        sorted(TextFixerConfig._fields)
    ]


def test_authors_choices_are_left_alone() -> None:
    """Quotes, widths, ligatures, line ends and normalization are no business of ftfy here."""
    config = mojibake.CONFIG
    assert not config.uncurl_quotes
    assert not config.fix_character_width
    assert not config.fix_latin_ligatures
    assert not config.fix_line_breaks
    assert not config.unescape_html
    assert config.normalization is None


def test_options_reach_ftfy() -> None:
    """The explaining path is taken, because the other one ignores the configuration."""
    assert mojibake.CONFIG.explain
    assert mojibake.mend_fragments("“ＡＢＣ” caf&eacute; ﬁn") == "“ＡＢＣ” caf&eacute; ﬁn"
