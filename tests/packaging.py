"""What users install: a wheel built from this tree, put alone into an empty environment, does the whole job.

Run by `make check` as `python -m tests.packaging`; exits with a message when the wheel lacks something.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Build, install with the pinned run-time dependencies only, and run `listmend demo` in an empty folder."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        _run(
            [
                sys.executable,
                "-m",
                "build",
                "--wheel",
                "--no-isolation",
                "--outdir",
                str(place / "dist"),
                str(ROOT),
            ]
        )
        (wheel,) = (place / "dist").glob("*.whl")
        pins = place / "pins.txt"
        # hashes would demand one for the wheel just built; the versions are what is pinned here
        pins.write_text(
            "\n".join(re.findall(r"^[\w.-]+==[^\\\n]+", (ROOT / "constraints.txt").read_text(), re.M))
        )
        _run([sys.executable, "-m", "venv", str(place / "venv")])
        python = place / "venv" / "bin" / "python"
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _run([*pip, "--constraint", str(pins), str(wheel)])
        empty = place / "empty"
        empty.mkdir()
        _run([str(place / "venv" / "bin" / "listmend"), "demo"], cwd=empty)
        _run(
            [str(python), "-c", "from pipelines import load, mend; print(len(load('demo')), 'records')"],
            cwd=empty,
        )


def _run(command: list[str], cwd: Path | None = None) -> None:
    ended = subprocess.run(
        command, cwd=cwd, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if ended.returncode:
        sys.exit(f"{' '.join(command)}: exit {ended.returncode}\n{ended.stdout}")
    print(ended.stdout, end="")


if __name__ == "__main__":
    main()
