"""Whether there is a browser to test with."""

from __future__ import annotations

import os

import pytest

from scraper.browser import chromium, installed

REQUIRED = "LISTMEND_BROWSER_TESTS"
"""Set where the tests must run: a missing Chromium is then a failure and not a reason to leave them out."""


@pytest.fixture
def browser() -> None:
    if installed() and chromium():
        return
    if os.environ.get(REQUIRED) == "required":
        pytest.fail(f"{REQUIRED} is set, and there is no Chromium or no scrapy-playwright")
    pytest.skip("no Chromium on this machine: apt install chromium; .ci/run installs and requires it")
