"""The page on speed: its program builds published runs again, to the same bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from pipelines import ledger
from tests.web import free_port

ROOT = Path(__file__).parents[2]


def python(place: Path, *words: str, port: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, without settings of the tester's own."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LISTMEND_")}
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return subprocess.run(
        [sys.executable, *words], cwd=place, check=False, capture_output=True, text=True, timeout=120,
        env={**clean, "PYTHONPATH": path, "LISTMEND_DEMO_PORT": port},
    )  # fmt: skip


def test_the_program_builds_what_the_job_published(tmp_path: Path) -> None:
    """Two runs of the demo, the second over the first: the tables of the second come again, byte for byte."""
    port = free_port()
    for _ in range(2):
        assert python(tmp_path, "-m", "scraper.cli", "demo", port=port).returncode == 0
    (program,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs" / "speed.md").read_text("utf-8"), re.DOTALL
    )
    (tmp_path / "again.py").write_text(program, encoding="utf-8")
    ended = python(tmp_path, "-W", "error", "again.py", port=port)
    site = tmp_path / "output" / "demo"
    run = ledger.run_folder(site, ledger.need_run(site, None))
    rows = ledger.read_verdict(run)["counts"]["records"]
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.split() == ["demo", str(rows)]
    for name in ("records.parquet", "records.csv", "changes.csv", "rejects.jsonl"):
        assert (tmp_path / "again" / "demo" / name).read_bytes() == (run / name).read_bytes(), name
