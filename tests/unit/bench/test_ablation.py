"""What `bench.ablation` calls a function that decides nothing."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from bench.ablation import apart, changed, functions_of, trace
from bench.set_parts import Part

pytestmark = pytest.mark.skipif(sys.version_info < (3, 12), reason="answers are noted with sys.monitoring")

PACKAGE = """
from functools import lru_cache

def price(pence):
    return _rounded(pence) * _sign(pence) + (_is_dear(pence) and 0)

@lru_cache
def _sign(pence):
    return -1 if pence < 0 else 1

def _is_dear(pence):
    return pence > 500

def _rounded(pence):
    return pence
"""


def test_a_function_decides_nothing_where_its_usual_answer_serves_all(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`_is_dear` adds nothing to a dear price; `_sign` turns one, although its answers are cached."""
    (tmp_path / "till").mkdir()
    (tmp_path / "till" / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    functions = functions_of("till")
    price = sys.modules["till"].price
    parts: list[Part] = [partial(price, pence) for pence in (100, 100, 600, -100)]
    told, read = trace(functions, parts)
    found = {
        name.partition(":")[2]: apart(partial(changed, one, told[name], parts, read))
        for name, one in functions.items()
    }
    assert found == {"price": "part 2", "_sign": "part 3", "_is_dear": "", "_rounded": "part 2"}


def test_an_ended_process_is_an_answer() -> None:
    """A function whose usual answer crashes the reading decides something."""
    assert apart(lambda: str(1 // 0)) == "stopped"
