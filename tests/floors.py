"""What `pyproject.toml` promises: the tests of `tests/unit` with the oldest release of each dependency that it allows.

Run by `make floors` as `python -m tests.floors`; an environment of its own, thrown away; exits as the tests do.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Resolve to the lowest releases, install them beside this tree, and run the tests there."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        oldest, python = place / "oldest.txt", place / "venv" / "bin" / "python"
        _run(
            sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--python", sys.executable, "--resolution", "lowest-direct",
            "--all-extras", "--group", "dev", "--output-file", str(oldest), "pyproject.toml",
        )  # fmt: skip
        _run(sys.executable, "-m", "venv", str(place / "venv"))
        pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        _run(*pip, "--requirement", str(oldest))
        _run(*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        tests = (str(python), "-m", "pytest", "-n", "2", "--dist", "loadfile", "-p", "no:cacheprovider")
        return subprocess.run([*tests, "tests/unit"], cwd=ROOT, check=False).returncode


def _run(*command: str) -> None:
    ended = subprocess.run(
        command, cwd=ROOT, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if ended.returncode:
        sys.exit(f"{' '.join(command)}: exit {ended.returncode}\n{ended.stdout}")


if __name__ == "__main__":
    sys.exit(main())
