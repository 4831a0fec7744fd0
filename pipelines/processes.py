"""Whether the process that a run was written by still lives: a run that says `running` without one was killed.

Such a run is told, kept, and can be built from its archive. A process is known by its number, its beginning and its
machine, because numbers are given again.
"""

from __future__ import annotations

import os
import platform
from pathlib import Path

from pipelines.verdict import Verdict


def process(number: int | None = None) -> Verdict:
    """What tells a process, by default this one, from every other: its number, when it began, and the machine."""
    number = os.getpid() if number is None else number
    return {"process": number, "process_began": _began(number), "host": platform.node()}


def killed(verdict: Verdict) -> bool:
    """Whether a run says `running` though its process is gone; of another machine's processes nothing is known."""
    if verdict["state"] != "running" or verdict.get("host") != platform.node():
        return False
    try:
        os.kill(verdict["process"], 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False  # somebody else's, and alive
    return verdict.get("process_began") != _began(verdict["process"])


def _began(process: int) -> str | None:
    """When a process began, in the kernel's own count; None where it has ended or the system does not tell."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    state, *fields = told.rpartition(")")[2].split()  # the name before it may hold anything
    return None if state in "ZX" else fields[_STARTTIME]


_STARTTIME = 18
"""Field 22 of proc(5)'s stat is the 19th after the state."""
