"""What holds for every test: properties are about what comes out, never about how long it took."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
