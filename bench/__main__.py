"""Every speed figure of the project: `python -m bench`, or `make bench`; a few minutes on one core.

Ends with 1 where a figure is worse than its floor (`bench.floors`); every bench is run before that is said.
"""

from __future__ import annotations

import subprocess
import sys

from bench.floors import bounds, last_column, missed

ENTRIES, ROWS = 10_000, 100_000


def main() -> None:
    """Run each in a process of its own, so that memory peaks are its own."""
    whole = subprocess.run([sys.executable, "-m", "bench.whole", str(ENTRIES)], check=False)
    chain = subprocess.run(
        [sys.executable, "-m", "bench.chain", str(ROWS)], check=False, stdout=subprocess.PIPE, text=True
    )
    print(chain.stdout, end="")
    worse = missed(last_column(chain.stdout), bounds("chain", ROWS))
    print("\n".join(worse), file=sys.stderr, end="\n" if worse else "")
    if worse or whole.returncode or chain.returncode:
        sys.exit(1)
    print("every figure is within its floor")


if __name__ == "__main__":
    main()
