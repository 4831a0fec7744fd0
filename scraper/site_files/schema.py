"""The JSON schema of a site file, for editors: completion, descriptions and red lines while a file is written.

Generated from the form itself (`python -m scraper.site_files.schema`), shipped beside the bundled site files, and put beside the
files `listmend add` writes, whose first line names it.
"""

from __future__ import annotations

import json
from typing import Any

from scraper.site import SiteFile
from scraper.site_files.site_text import SCHEMA
from scraper.which_site import BUNDLED

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the schema of a site file."""
    made = SiteFile.model_json_schema(mode="validation")
    # one address may stand without brackets; the model turns it into a list before it validates
    start = made["properties"]["start"]
    one = dict(start["items"])
    made["properties"]["start"] = {
        "anyOf": [one, {key: start[key] for key in ("items", "minItems", "type")}],
        "description": start["description"],
        "title": start["title"],
    }
    return {"$schema": DIALECT, **made, "title": "listmend site file"}


def schema_text() -> str:
    """Return the schema as the file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the bundled schema."""
    (BUNDLED / SCHEMA).write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
