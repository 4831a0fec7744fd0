"""The `listmend` command in a process of its own, as a shell or a scheduler starts it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any


def command(*words: str, output: Path) -> list[str]:
    return [sys.executable, "-m", "scraper.cli", *words, "--output", str(output)]


def listmend(*words: str, output: Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words, output=output), check=False, capture_output=True, text=True, timeout=120, **options
    )


def site_folder(output: Path) -> Path:
    (folder,) = output.iterdir()
    return folder


def plain(ended: subprocess.CompletedProcess[str]) -> bool:
    """One message for a person, no traceback."""
    return "Traceback" not in ended.stderr + ended.stdout and bool(ended.stderr + ended.stdout)
