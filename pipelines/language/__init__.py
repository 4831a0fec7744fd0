"""Which language each entry is in: the text's own verdict, then what its list makes of it."""

from pipelines.language.stage import language
from pipelines.language.verdict import detect

__all__ = ["detect", "language"]
