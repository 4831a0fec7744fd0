"""The data side: raw entries in, a dataset out; no network, no Scrapy.

`from pipelines import load, mend, explain` is all a notebook needs; what they need is imported when they are.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipelines.loading import load
    from pipelines.mending import explain, mend

__all__ = ["explain", "load", "mend"]

_ROOMS = {"load": "pipelines.loading", "mend": "pipelines.mending", "explain": "pipelines.mending"}


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module 'pipelines' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What completion in a notebook offers."""
    return __all__
