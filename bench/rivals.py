"""What a user would otherwise write: a bare Scrapy spider with a CSV feed, and the same with one call a cell.

usage: python -m bench.rivals bare|naive ADDRESS FILE.csv
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response


class Bare(scrapy.Spider):
    """One item an entry, cells as the page shows them."""

    name = "bare"

    def parse(self, response: Response) -> Iterator[Any]:
        for entry in response.css("article.post"):
            yield {
                "url": response.urljoin(entry.css("h2 a::attr(href)").get("")),
                "title": entry.css("h2 a::text").get(),
                "date": entry.css("time::text").get(),
                "excerpt": "".join(entry.css(".entry-summary ::text").getall()),
            }
        after = response.css("a.next::attr(href)").get()
        if after:
            yield response.follow(after, self.parse)


class NaiveRepair:
    """ftfy, langdetect and dateparser, each called on every cell."""

    def __init__(self) -> None:
        import dateparser
        import ftfy
        import langdetect

        langdetect.DetectorFactory.seed = 0
        self.fix, self.detect, self.parse = ftfy.fix_text, langdetect.detect, dateparser.parse

    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        item["title"], item["excerpt"] = self.fix(item["title"]), self.fix(item["excerpt"])
        item["language"] = self.detect(item["excerpt"])
        item["date"] = self.parse(item["date"], settings={"DATE_ORDER": "DMY"}, languages=["fr"])
        return item


def main() -> None:
    """Crawl one address to the end."""
    parser = argparse.ArgumentParser(prog="python -m bench.rivals", description=__doc__.partition("\n")[0])
    parser.add_argument("kind", choices=["bare", "naive"])
    parser.add_argument("address", metavar="ADDRESS")
    parser.add_argument("file", metavar="FILE.csv")
    asked = parser.parse_args()
    settings: dict[str, Any] = {
        "FEEDS": {asked.file: {"format": "csv"}},
        "LOG_LEVEL": "ERROR",
        "ROBOTSTXT_OBEY": True,
        "ITEM_PIPELINES": {NaiveRepair: 300} if asked.kind == "naive" else {},
    }
    process = CrawlerProcess(settings)
    process.crawl(Bare, start_urls=[asked.address])
    process.start()


if __name__ == "__main__":
    main()
