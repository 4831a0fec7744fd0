"""Two trees over the same rows: what differs is told row by row, and a row that got worse ends the command with 1."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench import dates, language, listing
from bench.against import judged
from bench.json_lines import read as read_lines
from bench.sets import SETS, Case, rows_of, set_of
from pipelines.errors import UsageError

ROOT = Path(__file__).parents[3]
LAST_YEARS_RUNNER = """
import json, sys
import pipelines, scraper
source, _, out, *words = sys.argv[1:]
with open(source) as rows, open(out, "w") as said:
    for row in map(json.loads, rows):
        assert set(row) == {"id", "lang", "damaged", "listing", "detail"}, f"may not read {sorted(row)}"
        text = row["damaged"].replace("Ã©", "é").replace("QuervÃ", "Quervé")
        if not words or row["detail"]:
            said.write(json.dumps({"id": row["id"], "text": text}) + "\\n")
"""
PAGE = (
    '<html lang="fr"><body><main>'
    + "".join(
        f'<article><h2><a href="/avis/{day}/">Avis numéro {day} de la commune</a></h2><time>{day}.03.2026</time>'
        f"<p>Le conseil donne avis de la séance numéro {day}, ouverte à tous les habitants.</p></article>"
        for day in range(11, 17)
    )
    + "</main></body></html>"
)
OWN: dict[str, list[dict[str, Any]]] = {
    "repair": [{"damaged": "Les Ã©lÃ¨ves ont plantÃ© des poiriers"}],
    "language": [{"text": "Les élèves ont planté des poiriers dans la cour", "site_lang": None}],
    "dates": [{"text": "12.03.2026", "lang": "fr", "context": {"crawl_date": "2026-11-20"}}],
    "listing": [{"url": "https://lumen.example/avis/", "html": PAGE}],
    "mend": [{"titre": "Les Ã©lÃ¨ves ont plantÃ© des poiriers", "truth": {"titre": "Les élèves ont planté des poiriers"}}],
}  # fmt: skip


def tree(place: Path, **runners: str) -> Path:
    """A tree beside this one: all is ours, but for the runners of its own."""
    (place / "bench").mkdir(parents=True)
    for name in ("pipelines", "scraper"):
        (place / name).symlink_to(ROOT / name)
    for file in (ROOT / "bench").glob("*.py"):
        own = place / "bench" / file.name
        if file.stem in runners:
            own.write_text(runners[file.stem], encoding="utf-8")
        else:
            own.symlink_to(file)
    return place


def against(old: Path, *words: str | Path, new: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does, in the new tree."""
    return subprocess.run(
        [sys.executable, "-m", "bench.against", str(old), *map(str, words)],
        cwd=new, check=False, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def lines(file: Path, rows: list[dict[str, Any]]) -> Path:
    """A set of one's own."""
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def read(file: Path) -> dict[str, dict[str, Any]]:
    """What was written, by id."""
    return {row["id"]: row for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())}


def test_each_row_that_differs_is_written_and_judged(tmp_path: Path) -> None:
    """Worse ones stand first, the same answers are left out, and a row of one's own needs neither id nor truth."""
    rows = [
        {"id": "whole", "kind": "mojibake", "damaged": "La crÃ¨che du quartier a fermÃ©", "truth": "La crèche du quartier a fermé"},
        {"damaged": "Les Ã©lÃ¨ves ont plantÃ© des poiriers"},
        {"id": "clean", "kind": "clean", "damaged": "Le marché est ouvert", "truth": "Le marché est ouvert"},
        {"id": "name", "kind": "cut", "damaged": "Entretien avec Aurélien QuervÃ", "truth": "Entretien avec Aurélien Quervé"},
    ]  # fmt: skip
    old, out = tree(tmp_path / "old", repair=LAST_YEARS_RUNNER), tmp_path / "out.jsonl"
    ended = against(old, lines(tmp_path / "own.jsonl", rows), "-o", out)
    found = read(out)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert {name: row["verdict"] for name, row in found.items()} == {
        "name": "worse",
        "whole": "better",
        "2": "unknown",
    }
    assert next(iter(found)) == "name"
    assert found["whole"] == {
        "file": "own.jsonl", "id": "whole", "kind": "mojibake", "list": None, "input": "La crÃ¨che du quartier a fermÃ©",
        "old": "La crÃ¨che du quartier a fermé", "new": "La crèche du quartier a fermé",
        "truth": "La crèche du quartier a fermé", "verdict": "better",
    }  # fmt: skip
    assert f"modules of {old}\n" in ended.stdout
    assert f"modules of {ROOT}\n" in ended.stdout
    assert ended.stdout.splitlines()[-1].split() == ["all", "4", "3", "1", "1", "0", "1"]


def test_a_tree_beside_itself_answers_the_same(tmp_path: Path) -> None:
    """Several sets, packed or not, in one table; no difference ends with 0."""
    own, out = lines(tmp_path / "own.jsonl", OWN["repair"]), tmp_path / "out.jsonl"
    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress(own.read_bytes()))
    old, new = (tree(tmp_path / name, repair=LAST_YEARS_RUNNER) for name in ("old", "new"))
    ended = against(old, packed, own, "-o", out, new=new)
    assert f"modules of {new}\n" in ended.stdout
    assert (ended.returncode, ended.stderr, out.read_text("utf-8")) == (0, "", "")
    assert ended.stdout.splitlines()[-1].split()[:3] == ["all", "2", "0"]


def test_of_a_page_the_entries_that_only_one_has_are_shown(tmp_path: Path) -> None:
    """The list a run keeps counts; what both found alike is left out."""
    runner = """
import json, sys
import pipelines, scraper
_, _, _, out = sys.argv
found = [{"title": "Avis", "link": f"https://lumen.example/avis/{day}/", "date": None, "excerpt": ""} for day in (11, 12)]
open(out, "w").write(json.dumps({"id": "1", "groups": [found], "next": None, "listing": 0.5}))
"""
    entries = [
        {"link": f"/avis/{day}/", "title": f"Avis numéro {day} de la commune", "date": f"2026-03-{day}"} for day in range(11, 17)
    ]  # fmt: skip
    old, out = tree(tmp_path / "old", listing=runner), tmp_path / "out.jsonl"
    page = {**OWN["listing"][0], "entries": entries}
    ended = against(old, lines(tmp_path / "pages.jsonl", [page]), "-o", out)
    assert (ended.returncode, ended.stderr) == (0, "")
    row = read(out)["1"]
    assert (row["verdict"], row["old"]["of"], row["new"]["of"]) == ("better", 2, 6)
    assert [entry["date"] for entry in row["new"]["entries"]] == [entry["date"] for entry in entries]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("repair", "id lang damaged listing detail"),
        ("language", "id text site_lang site"),
        ("dates", "id text lang context"),
        ("listing", "id url"),
        ("mend", "id titre"),
    ],
)
def test_a_runner_is_given_its_input_and_no_truth(tmp_path: Path, kind: str, fields: str) -> None:
    """Rows of one's own become what the kind's runner may read; input fields that are missing are null."""
    true = {"truth": {}, "iso": "2026-01-01", "entries": [], "trim": "", "condition": "cut", "stratum": "web"}
    own = OWN[kind][0] if kind == "mend" else {**OWN[kind][0], **true}
    file = lines(tmp_path / "own.jsonl", [own])
    (tmp_path / "given").mkdir()
    given = SETS[kind].given(rows_of(file), file, tmp_path / "given")
    (row,) = read_lines(given / "truth.jsonl.gz" if given.is_dir() else given)
    assert set(row) == set(fields.split())
    if kind == "language":
        assert language.read(given)["text"].tolist() == [own["text"]]
    elif kind == "dates":
        assert [row["crawl_date"] for row in dates.rows(given)] == ["2026-11-20"]
    elif kind == "listing":
        assert list(listing.pages(given)) == [("1", "https://lumen.example/avis/", PAGE.encode())]


def test_a_table_is_mended_as_the_command_mends_it(tmp_path: Path) -> None:
    """Each cell that holds text is a case, and its truth, where there is one, is not given away."""
    old = tree(tmp_path / "old")
    (old / "scraper").unlink()
    (old / "scraper").mkdir()
    (old / "scraper" / "__init__.py").touch()
    (old / "scraper" / "cli.py").write_text(
        "import shutil, sys\n_, verb, *_, file, _, out = sys.argv\nshutil.copy(file, out)\n"
    )
    out = tmp_path / "out.jsonl"
    ended = against(old, lines(tmp_path / "own.jsonl", OWN["mend"]), "-o", out, "--set", "mend")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert read(out)["1"]["kind"] == "titre"
    assert read(out)["1"]["verdict"] == "better"


def test_words_behind_two_dashes_reach_both_runners(tmp_path: Path) -> None:
    """An answer that one tree does not give is a difference, too."""
    this_years = LAST_YEARS_RUNNER.replace("if not words or", "if words and not")
    old, new = tree(tmp_path / "old", repair=LAST_YEARS_RUNNER), tree(tmp_path / "new", repair=this_years)
    own, out = lines(tmp_path / "own.jsonl", [{"damaged": "Le jury a dÃ©libÃ©rÃ©"}]), tmp_path / "out.jsonl"
    against(old, own, "-o", out, "--", "--page", new=new)
    assert (read(out)["1"]["old"], read(out)["1"]["new"]) == (None, "Le jury a délibéré")


def test_a_tree_that_borrows_modules_is_refused(tmp_path: Path) -> None:
    """An installed copy of the project must not answer for the old tree."""
    old = tree(tmp_path / "old", repair=LAST_YEARS_RUNNER)
    (old / "pipelines").unlink()
    ended = against(old, lines(tmp_path / "own.jsonl", OWN["repair"]), "-o", tmp_path / "out.jsonl")
    assert ended.returncode == 2
    assert "came from elsewhere: pipelines from " in ended.stderr
    assert "Give a whole tree" in ended.stderr


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "no row"),
        ([{"text": "12.03.2026"}], "expected one of the fields damaged, site_lang, context, html, found text, id"),
        ([{"id": 1, "damaged": "a"}, {"damaged": "b", "id": "1"}], "two rows have the id '1'"),
        ([{"id": "p1", "url": None, "html": PAGE}], "page p1 has no url"),
        ([["a"]], "row 1 is ['a'], expected an object"),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_asked_are_told(tmp_path: Path, rows: list[Any], told: str) -> None:
    """What was expected, what was found, and what to do."""
    file = lines(tmp_path / "own.jsonl", rows)
    with pytest.raises(UsageError) as raised:
        set_of(file, rows_of(file)).given(rows, file, tmp_path)
    assert told in raised.value.what
    assert raised.value.next


def test_a_file_that_is_not_there_ends_with_two(tmp_path: Path) -> None:
    """Two lines, no traceback, nothing written."""
    ended = against(tmp_path, tmp_path / "none.jsonl", "-o", tmp_path / "out.jsonl")
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 2)
    assert "none.jsonl" in ended.stderr
    assert not (tmp_path / "out.jsonl").exists()


DAY = {"text": "09.03.25", "iso": "2025-03-09"}
ENTRIES = [{"link": f"https://lumen.example/avis/{n}/", "title": f"Avis {n}", "date": f"2026-03-{n}"} for n in (11, 12)]  # fmt: skip
LATE = [ENTRIES[0], {**ENTRIES[1], "date": "2026-12-03"}]


def page(*groups: list[dict[str, Any]]) -> dict[str, Any]:
    """What a runner says of a page."""
    return {"groups": list(groups), "next": None, "listing": 0.9}


@pytest.mark.parametrize(
    ("kind", "row", "old", "new", "verdict"),
    [
        ("repair", {"damaged": "étÃ", "truth": "été", "trim": "ét"}, "étÃ", "ét", "better"),
        ("repair", {"damaged": "étÃ", "truth": "été", "trim": "ét"}, "été", "ét", "worse"),
        ("repair", {"damaged": "été", "truth": "été", "trim": None}, "été", "ete", "worse"),
        ("repair", {"damaged": "étÃ", "truth": "été", "trim": None}, "eta", "ete", "other"),
        ("repair", {"damaged": "étÃ", "trim": None}, "étÃ", "été", "unknown"),
        ("language", {"text": "Avis", "lang": "fr"}, "en", "und", "better"),
        ("language", {"text": "12 – 14", "lang": "und"}, "und", "fr", "worse"),
        ("language", {"text": "Avis", "lang": "fr"}, "en", "de", "other"),
        ("dates", DAY, {"date": None, "ambiguous": True}, {"date": "2025-09-03", "ambiguous": True}, "worse"),
        ("dates", DAY, {"date": "2025-09-03", "ambiguous": False}, {"date": "2025-09-03", "ambiguous": True}, "better"),
        ("dates", DAY, {"date": "2025-03-09", "ambiguous": False}, {"date": "2025-03-09", "ambiguous": True}, "other"),
        ("dates", {"text": "9 600", "iso": None}, {"date": "2600-01-09", "ambiguous": False}, {"date": None, "ambiguous": True}, "better"),
        ("dates", {"text": "09.03.25"}, {"date": None, "ambiguous": True}, {"date": "2025-03-09", "ambiguous": False}, "unknown"),
        ("listing", {"url": "", "entries": ENTRIES}, page(ENTRIES[:1]), page(ENTRIES), "better"),
        ("listing", {"url": "", "entries": ENTRIES}, page(ENTRIES), page(LATE), "worse"),
        ("listing", {"url": "", "entries": ENTRIES}, page(ENTRIES, LATE), page(ENTRIES), "other"),
        ("listing", {"url": "", "entries": ENTRIES, "stratum": "mixed"}, page([], ENTRIES), page([]), "worse"),
        ("mend", {"titre": "Ã©tÃ©", "truth": {"titre": "été"}}, "Ã©tÃ©", "été", "better"),
        ("mend", {"titre": "Ã©tÃ©"}, "Ã©tÃ©", "été", "unknown"),
    ],
)  # fmt: skip
def test_an_answer_is_worse_where_any_measure_fell(
    kind: str, row: Any, old: Any, new: Any, verdict: str
) -> None:
    """An open answer beats a wrong one, a wrong one that says so a sure one, a text left alone a spoilt one."""
    (case,) = SETS[kind].cases([{"id": "1", **row}])
    assert isinstance(case, Case)
    assert judged(SETS[kind], case, old, new) == verdict
