"""Every speed figure of the project: `python -m bench`, or `make bench`; a few minutes on one core."""

from __future__ import annotations

import subprocess
import sys

RUNS = (["bench.whole", "10000"], ["bench.chain", "100000"])


def main() -> None:
    """Run each in a process of its own, so that memory peaks are its own."""
    for run in RUNS:
        ended = subprocess.run([sys.executable, "-m", *run], check=False)
        if ended.returncode:
            sys.exit(ended.returncode)


if __name__ == "__main__":
    main()
