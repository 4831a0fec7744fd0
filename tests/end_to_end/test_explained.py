"""`explain` and `issues.csv`: a row as it was published, with what the dataset before it gave, and what it left open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from pipelines import ledger, load
from pipelines.verdict import Verdict
from scraper.job import run_site
from scraper.site import SiteFile
from scraper.verbs.explain import explained, explained_text
from tests.rows import WHOLE
from tests.web import LIST, Web, served

FIRST = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
BUDGET = 64


def page(number: int, text: str) -> bytes:
    """An entry's own page."""
    return (
        f'<!doctype html><html lang="fr"><body><article><h1>Séance numéro {number} du conseil</h1>'
        f"<p>{text}</p></article></body></html>".encode()
    )


@pytest.fixture
def web() -> Iterator[Web]:
    """A list of teasers cut after as many characters, and the pages that prove what was cut."""
    entries = "".join(
        f'<article class="post"><h2><a href="/article-{n}/">Séance numéro {n} du conseil</a></h2>'
        f"<time>{28 - n:02}.10.2026</time><p>{text[:BUDGET]}</p></article>"
        for n, text in enumerate(WHOLE)
    )
    pages = {f"/article-{n}/": page(n, text) for n, text in enumerate(WHOLE)}
    listing = f'<!doctype html><html lang="fr"><body><main>{entries}</main></body></html>'.encode()
    with served({LIST: listing, "/robots.txt": b"User-agent: *\nAllow: /\n", **pages}) as web:
        yield web


def ran(web: Web, output: Path, day: int, **keys: object) -> Verdict:
    site = SiteFile.model_validate({"id": "town", "start": [web.address + LIST], **keys})
    verdict = run_site(site, output, FIRST + timedelta(days=day))
    assert verdict["exit"] == 0, verdict
    return verdict


def unsettled(output: Path, verdict: Verdict) -> pd.DataFrame:
    return pd.read_csv(ledger.run_folder(output / "town", verdict["run"]) / "issues.csv")


def test_a_proof_that_was_kept_is_explained_as_it_was_published(web: Web, tmp_path: Path) -> None:
    """Where no page is read, the excerpt that stands is the one told, with the step and the issue that say why."""
    ran(web, tmp_path, 0)
    second = ran(web, tmp_path, 1, detail="never")
    records = load("town", output=tmp_path).set_index("id")
    left = unsettled(tmp_path, second)
    kept = left[left["issue"] == "proof_kept"]["id"].tolist()
    assert len(kept) == second["issues"]["proof_kept"] >= 4
    for id_ in kept:
        told = explained(tmp_path / "town", id_, None)
        assert told["excerpt"] == records.loc[id_, "excerpt"]
        assert told["steps"][-1]["step"] == "kept"
        assert told["issues"] == left[left["id"] == id_]["issue"].tolist()


def test_every_issue_that_is_counted_has_its_row(web: Web, tmp_path: Path) -> None:
    """The counts of the verdict are those of `issues.csv`, and every id in it is a record's."""
    web.pages[LIST] = web.pages[LIST].replace(b"28.10.2026", b"31.02.2026").replace(b"27.10.2026", b"")
    verdict = ran(web, tmp_path, 0, detail="never")
    left = unsettled(tmp_path, verdict)
    assert left["issue"].value_counts().to_dict() == verdict["issues"]
    assert {"date_impossible", "date_missing"} <= set(left["issue"])
    assert left["id"].isin(load("town", output=tmp_path)["id"]).all()


def test_a_row_without_a_day_or_a_link_is_explained(web: Web, tmp_path: Path) -> None:
    """What a published row lacks is named as missing, in the text and in the data."""
    web.pages[LIST] = web.pages[LIST].replace(b"27.10.2026", b"").replace(b' href="/article-2/"', b"")
    ran(web, tmp_path, 0)
    records = load("town", output=tmp_path)
    undated = explained(tmp_path / "town", records["id"][records["date"].isna()].item(), None)
    assert undated["date"] is None
    assert "\ndate missing, because\n" in explained_text(undated)
    unlinked = explained(tmp_path / "town", records["id"][records["url"].isna()].item(), None)
    assert unlinked["url"] is None
    assert "\n  no link\n" in explained_text(unlinked)
