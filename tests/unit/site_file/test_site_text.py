"""A site file as text: what is written is what is read."""

from __future__ import annotations

import json
import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from scraper.site import Expectations, ListForm, SiteFile, read_site_file
from scraper.site_files.schema import schema, schema_text
from scraper.site_files.site_text import line_of, site_text, toml_value
from scraper.which_site import BUNDLED
from tests.kept import FILE, site_file

SITE = SiteFile(
    id="quai",
    start=["https://quai.example/nouvelles/"],
    reviewed=date(2026, 11, 20),
    languages=["fr", "en"],
    date_order="dmy",
    next="a[rel=next]",
    detail_max=12,
    lists=[ListForm(name="nouvelles", entry="div.nouvelle", title="h3", link='a[title="Lire"]')],
    expect=Expectations(rows_min=6, languages=["fr"], dated_min=0.85),
)


def test_the_text_reads_like_a_form() -> None:
    """Keys stand in the order of the form, defaults are left out, the schema is named for editors."""
    assert site_text(SITE, ["A remark."]) == (
        "#:schema ./schema.json\n"
        "# A remark.\n"
        'start = "https://quai.example/nouvelles/"\n'
        "reviewed = 2026-11-20\n"
        'languages = ["fr", "en"]\n'
        'date_order = "dmy"\n'
        'next = "a[rel=next]"\n'
        "detail_max = 12\n"
        "\n"
        "[[lists]]\n"
        'name = "nouvelles"\n'
        'entry = "div.nouvelle"\n'
        'title = "h3"\n'
        "link = 'a[title=\"Lire\"]'\n"
        "\n"
        "[expect]\n"
        "rows_min = 6\n"
        'languages = ["fr"]\n'
        "dated_min = 0.85\n"
    )


def test_what_is_written_is_what_is_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Reading the text gives the site it was made of."""
    file = tmp_path / "quai.toml"
    file.write_text(site_text(SITE), encoding="utf-8")
    assert read_site_file(file) == SITE


@pytest.mark.parametrize("name", ["mmm_fr", "mmm_en"])
def test_bundled_files_survive_the_round(name: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A file written by hand says the same when it is written by the program."""
    site = read_site_file(BUNDLED / f"{name}.toml")
    file = tmp_path / f"{name}.toml"
    file.write_text(site_text(site), encoding="utf-8")
    assert read_site_file(file) == site


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_a_toml_string(text: str) -> None:
    """Quotes, controls and line breaks of a selector or a name cannot break the file."""
    assert tomllib.loads(f"key = {toml_value(text)}") == {"key": text}


def test_a_value_toml_does_not_know_is_refused() -> None:
    """Nothing is written that could not be read."""
    with pytest.raises(TypeError, match="got dict"):
        toml_value({})


def test_a_line_is_found_by_its_key_and_its_list(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A message can name the line to change."""
    file, _ = site_file(tmp_path, FILE + '\n[[lists]]\nname = "autres"\nentry = "li"\n')
    numbers = [
        line_of(file, "next"),
        line_of(file, "date", 0),
        line_of(file, "entry", 1),
        line_of(file, "date", 1),
    ]
    assert numbers == [3, 9, 17, None]


def test_the_shipped_schema_is_current() -> None:
    """A changed key shows up in the schema; `python -m scraper.site_files.schema` writes it."""
    assert (BUNDLED / "schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_schema_knows_every_key_with_its_meaning() -> None:
    """An editor can complete and explain each key of each table."""
    made = schema()
    tables = [made, made["$defs"]["ListForm"], made["$defs"]["Expectations"]]
    forms: list[type[BaseModel]] = [SiteFile, ListForm, Expectations]
    for table, form in zip(tables, forms, strict=True):
        assert list(table["properties"]) == list(form.model_fields)
        assert table["additionalProperties"] is False
    told = [
        key for table in tables for key, value in table["properties"].items() if not value.get("description")
    ]
    assert set(told) <= {"expect"}  # a table of its own
    assert json.loads(schema_text()) == made


def test_the_schema_takes_one_start_or_several() -> None:
    """One address needs no brackets."""
    kinds = [option["type"] for option in schema()["properties"]["start"]["anyOf"]]
    assert kinds == ["string", "array"]
