"""The item pipeline's settings, through the crawler that would make it."""

from __future__ import annotations

import pytest
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.settings import Settings

from scraper.mend_items import MendPipeline


def test_a_field_that_is_no_column_of_ours_is_named() -> None:
    """The message tells which, and what there is."""
    crawler = Crawler(Spider, Settings({"LISTMEND_FIELDS": {"titel": "kop"}}))
    with pytest.raises(ValueError, match=r"LISTMEND_FIELDS: titel: no column of ours; known: title, excerpt"):
        MendPipeline.from_crawler(crawler)
