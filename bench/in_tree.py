"""Run one module of a tree and say whose modules it was: `python -P bench/in_tree.py TREE SAID MODULE [WORD…]`.

Only `bench.against` and `bench.jobs` start it. An installed copy of the project lies on the path as well, so what was imported is looked up
after the run; SAID gets one JSON object: `from`, the file of each of the project's packages, and `cpu`, seconds of the
whole process. `-P` keeps this file's own folder off the path.
"""

from __future__ import annotations

import json
import runpy
import sys
import time
from pathlib import Path

PACKAGES = ("bench", "pipelines", "scraper")


def imported() -> dict[str, str]:
    """Each of the project's modules that is loaded, and its file."""
    return {
        name: str(module.__file__)
        for name, module in sorted(sys.modules.items())
        if name.partition(".")[0] in PACKAGES and getattr(module, "__file__", None)
    }


def main() -> None:
    tree, said, module, *words = sys.argv[1:]
    sys.path.insert(0, tree)
    sys.argv = [module, *words]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        told = {"from": imported(), "cpu": time.process_time()}
        Path(said).write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main()
