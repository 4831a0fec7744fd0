"""Two teasers on one listing page: the one that the entry's own page tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pytest

from pipelines.repair import repair
from pipelines.site import Site

SITE = Site("bulletin", datetime(2026, 3, 2, 8, 0, tzinfo=UTC))
PAGE = (
    "Les tilleuls de la rue Basse seront abattus en novembre, a annoncé la mairie mardi soir. Ils souffrent d’un champignon "
    "que personne ne sait soigner, et trois branches sont tombées depuis le printemps sur des voitures garées là."
)
BOX = "Les tilleuls de la rue Basse seront abattus en novembre, a annoncé la mairie mardi soir. Ils souffr…"
STOCK = "Photos: Harbour Press. Subscribe to our weekly newsletter without any obligation whatsoever!"


def excerpt(
    listed: str, other: str | None, page: str | None, summary: str | None = None
) -> tuple[str, list[str]]:
    frame = pd.DataFrame(
        {
            "list": ["news"] * 2,
            "position": range(2),
            "url": ["https://ville.example/1", "https://ville.example/2"],
            "title_raw": pd.Series(["Adieu aux tilleuls", "La gare rouvre"], dtype="str"),
            "excerpt_raw": pd.Series([listed, None], dtype="str"),
            "excerpt_else": pd.Series([other, None], dtype="str"),
            "own_text": pd.Series([page, None], dtype="str"),
            "own_summary": pd.Series([summary, None], dtype="str"),
            "page_language": ["fr"] * 2,
        }
    )
    out = repair(frame, SITE)
    assert out["excerpt_raw"].iloc[0] == listed
    steps = [step for step in out["steps"].iloc[0] if step.column == "excerpt"]
    assert [step.before for step in steps] == [listed, *(step.after for step in steps)][: len(steps)]
    return out["excerpt"].iloc[0], [step.name for step in steps]


def test_the_box_has_the_pages_first_lines() -> None:
    """It takes the place of a text that the page knows nothing of, and its cut is mended as any other."""
    found, steps = excerpt(STOCK, BOX, PAGE)
    assert found == BOX.removesuffix("…") + "ent"
    assert steps[0] == "page"


@pytest.mark.parametrize(
    ("why", "listed", "other", "page"),
    [
        ("no own page", STOCK, BOX, None),
        ("no other teaser", STOCK, None, PAGE),
        ("the page tells neither", STOCK, "La piscine cherche un nom, et la ville en a reçu quarante. " * 2, PAGE),
        (
            "a summary of the same news",
            "Rue Basse, la mairie fera abattre les tilleuls : un champignon les a rendus dangereux pour les voitures.",
            BOX,
            PAGE,
        ),
        ("the page tells both", PAGE[90:180], BOX, PAGE),
    ],
)  # fmt: skip
def test_the_lists_teaser_stands(why: str, listed: str, other: str | None, page: str | None) -> None:
    """One witness is not enough, and who sums up the news shares its names."""
    assert excerpt(listed, other, page)[0][:40] == listed[:40], why


def test_what_all_pages_of_a_site_say_is_no_proof() -> None:
    """A description in the head, or a line at the foot."""
    slogan = "Toute la ville en un coup d’œil : les actualités, les travaux, les fêtes et les marchés de la semaine."
    assert excerpt(STOCK, slogan, PAGE, slogan)[0][:40] == STOCK[:40]
    assert excerpt(STOCK, slogan, f"{PAGE * 4}\n{slogan}")[0][:40] == STOCK[:40]
    assert excerpt(STOCK, slogan, f"{PAGE[:90]}\n{slogan}")[0][:40] == slogan[:40]
