"""What holds for every test: properties are about what comes out, never about how long it took; Ctrl-C can be pressed.

Tests that run behind `nohup … &` or from a scheduler are started with SIGINT and SIGHUP ignored, and what they start would be, too.
"""

from __future__ import annotations

import signal

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
