"""The item pipeline among items of another project: its settings, items that refuse, fields that hold lists."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict
from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector

from scraper.mend_items import BATCH, MENDED, UNMENDED, MendPipeline

BROKEN = "La forÃªt reverdit aprÃ¨s lâ€™Ã©tÃ© dans la vallÃ©e"
WHOLE = "La forêt reverdit après l’été dans la vallée"


@dataclass(frozen=True)
class Frozen:
    title: str


class Strict(BaseModel):
    model_config = ConfigDict(validate_assignment=True)
    title: str
    language: Literal["en"] | None = None


def through(*items: Any, order: list[Any] | None = None) -> tuple[list[Any], dict[str, Any]]:
    """The items as the pipeline gives them back, all of one batch, and what it counted; `order` gets them as they come out."""
    crawler = Crawler(Spider, Settings())
    crawler.stats = MemoryStatsCollector(crawler)

    async def together() -> list[Any]:
        pipeline = MendPipeline.from_crawler(crawler)

        async def one(item: Any) -> Any:
            mended = await pipeline.process_item(item)
            if order is not None:
                order.append(mended)
            return mended

        made = await asyncio.gather(*map(one, items))
        crawler.signals.send_catch_log(signals.spider_closed)
        return made

    return asyncio.run(together()), crawler.stats.get_stats()


def test_a_field_that_is_no_column_of_ours_is_named() -> None:
    """The message tells which, and what there is."""
    crawler = Crawler(Spider, Settings({"LISTMEND_FIELDS": {"titel": "kop"}}))
    with pytest.raises(ValueError, match=r"LISTMEND_FIELDS: titel: no column of ours; known: title, excerpt"):
        MendPipeline.from_crawler(crawler)


@pytest.mark.parametrize("refusing", [Frozen(BROKEN), Strict(title=BROKEN)])
def test_an_item_that_refuses_is_passed_on_as_it_came(
    refusing: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """The others of its batch are mended, and it is counted and told."""
    before = repr(refusing)
    found, stats = through({"title": BROKEN}, refusing, {"title": BROKEN})
    assert [found[0]["title"], found[2]["title"]] == [WHOLE, WHOLE]
    assert (found[1] is refusing, repr(refusing)) == (True, before)
    assert (stats[UNMENDED], stats[MENDED + "title:mojibake"]) == (1, 2)
    assert f"passed on unmended: {type(refusing).__name__} refused" in caplog.text


def test_an_item_without_anything_to_mend_refuses_nothing() -> None:
    """A frozen item that came whole stays itself."""
    found, stats = through(Frozen(WHOLE))
    assert (found, UNMENDED in stats) == ([Frozen(WHOLE)], False)


def test_an_item_of_another_kind_is_none_of_ours() -> None:
    """A file or a count beside the entries gets no language; it was called undecided."""
    file, count = {"url": "https://vallee.example/plan.pdf", "category": "plans"}, {"pages": 3}
    found, _ = through(dict(file), {"title": BROKEN}, dict(count))
    assert found == [file, {"title": WHOLE, "language": "fr"}, count]


def test_half_an_emoji_costs_no_item() -> None:
    """JSON whose teasers were cut inside an emoji leaves a half that no file can hold; it took its whole batch along."""
    found, _ = through({"title": BROKEN}, {"title": "La vallée fête la forêt \ud83c", "list": "\ud83c"})
    assert [item["title"] for item in found] == [WHOLE, "La vallée fête la forêt"]
    assert found[1]["list"] == "\ud83c"


def test_a_field_that_holds_a_list_is_mended_element_by_element() -> None:
    """An `ItemLoader` without output processors leaves lists; what is no text in them stays."""
    item = {
        "headline": [BROKEN],
        "summary": (BROKEN, "Deuxi&egrave;me alin&eacute;a de la vallée", 3),
        "published": ["09.03.2025"],
        "link": ["https://vallee.example/1"],
        "tags": ["forÃªt"],
    }
    ((found,), stats) = through(item)
    steps = {name.removeprefix(MENDED): count for name, count in stats.items() if name.startswith(MENDED)}
    assert steps == {"title:mojibake": 1, "excerpt:mojibake": 1, "excerpt:entities": 1}
    assert found == {
        "headline": [WHOLE],
        "summary": (WHOLE, "Deuxième alinéa de la vallée", 3),
        "published": ["2025-03-09"],
        "link": ["https://vallee.example/1"],
        "tags": ["forÃªt"],
        "language": "fr",
    }


def test_items_come_out_in_the_order_in_which_they_came() -> None:
    """The last of a full batch was exported before its first."""
    items: list[Any] = [{"title": BROKEN, "n": number} for number in range(2 * BATCH + 3)]
    order: list[Any] = []
    through(*items, order=order)
    assert [item["n"] for item in order] == list(range(2 * BATCH + 3))


def test_names_of_fields_that_no_item_has_are_told(caplog: pytest.LogCaptureFixture) -> None:
    """With `kop` for a title and no setting, everything went on unmended, and nothing said so."""
    found, _ = through({"kop": BROKEN, "link": "https://vallee.example/1"}, {"kop": BROKEN})
    assert found[1] == {"kop": BROKEN}
    assert "LISTMEND_FIELDS says which of their fields is which: kop, link" in caplog.text


def test_a_file_among_entries_is_no_missing_name(caplog: pytest.LogCaptureFixture) -> None:
    """One item with a title shows that the names are right."""
    through({"url": "https://vallee.example/plan.pdf"}, {"title": WHOLE})
    through()
    assert "LISTMEND_FIELDS" not in caplog.text
