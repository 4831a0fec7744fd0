"""However a framework writes what a page keeps for its scripts, the entries in it are read with their days."""

from __future__ import annotations

import html
import json

import pytest

from scraper.listing.induce import chosen, induce
from scraper.listing.markup.literals import literal_at

URL = "https://portus.example/news"
ENTRIES = [
    ("The ferry sails again", "ferry-sails-again", "2026-11-14"),
    ("Seals <em>counted</em>", "seals-counted-twice", "2026-11-12"),
    ("Quay lights are changed", "quay-lights-are-changed", "2026-11-09"),
]
OBJECTS = [{"title": title, "slug": slug, "publishedAt": f"{day}T08:00:00Z"} for title, slug, day in ENTRIES]
READ = [
    ("The ferry sails again", "2026-11-14"),
    ("Seals counted", "2026-11-12"),
    ("Quay lights are changed", "2026-11-09"),
]


def _page(script: str, attributes: str = "", kind: str = "") -> str:
    return (
        f"<html lang=en><body><div id=app {attributes}></div><script {kind}>{script}</script></body></html>"
    )


def _string(text: str) -> str:
    return json.dumps(text).replace("<", "\\u003c")


def _pushed(*rows: str) -> str:
    pieces = "".join(rows)
    half = len(pieces) // 2
    return "".join(
        f"<script>self.__next_f.push([1,{_string(piece)}])</script>"
        for piece in (pieces[:half], pieces[half:])
    )


LITERALS = ",".join(
    f'{{title:"{title}",slug:"{slug}",publishedAt:new Date("{day}T08:00:00Z")}}'
    for title, slug, day in ENTRIES
)
PAIRED = {"posts": [1, [[0, {key: [0, value] for key, value in one.items()}] for one in OBJECTS]]}
REFERRED: list[object] = [{"posts": 1}, [2, 6, 10]]
STREAMED: list[object] = [{"_1": 2}, "posts", [6, 10, 14], "title", "slug", "publishedAt"]
for one in OBJECTS:
    at = len(REFERRED)
    REFERRED += [
        {"title": at + 1, "slug": at + 2, "publishedAt": at + 3},
        one["title"],
        one["slug"],
        ["Date", one["publishedAt"]],
    ]
    at = len(STREAMED)
    STREAMED += [
        {"_3": at + 1, "_4": at + 2, "_5": at + 3},
        one["title"],
        one["slug"],
        ["D", one["publishedAt"]],
    ]
DATED_ROWS = [{**one, "publishedAt": f"$D{one['publishedAt']}", "body": "$a"} for one in OBJECTS]
BODY = "Nach dem Sturm führt die Fähre wieder.\nAlle Plätze sind frei: [1]."
FOREIGN = [
    {
        "nr": at,
        "titolo": title,
        "indirizzo": f"/news/{slug}",
        "pubblicato": day,
        "immagine": f"/foto/{slug}.jpg",
    }
    for at, (title, slug, day) in enumerate(ENTRIES)
]
BARE = ",".join(f"{{titel:'{title}',pfad:'/news/{slug}',am:'{day}'}}" for title, slug, day in ENTRIES)
PLACED = ",".join(
    f'$R[{at + 2}]={{title:"{title}",slug:"{slug}",publishedAt:$R[{at + 5}]=new Date("{day}T08:00:00Z")}}'
    for at, (title, slug, day) in enumerate(ENTRIES)
)
STORE = {
    f"Post:{at}": {"__typename": "Post", **one, "author": {"__ref": "User:1"}}
    for at, one in enumerate(OBJECTS)
}

REFERRING = {
    f"Post:{at}": {key: cell for key, cell in one.items() if key != "slug"} | {"__typename": "Post", "url": {"__ref": f"Route:{at}"}}
    for at, one in enumerate(OBJECTS)
} | {f"Route:{at}": {"__typename": "Route", "path": f"/news/{one['slug']}"} for at, one in enumerate(OBJECTS)}  # fmt: skip


@pytest.mark.parametrize(
    ("page"),
    [
        pytest.param(_page(f"window.posts = [{LITERALS}];"), id="an array with bare keys"),
        pytest.param(_page(f"window.__NUXT__=(function(a,b){{return {{layout:a,data:[{{posts:[{LITERALS}]}}],error:b,ok:!0}}}}('default',null));"), id="a function that returns it"),
        pytest.param(_page(f"{{__kit_1x={{base:''}};Promise.all([import('/a.js')]).then(([kit])=>{{kit.start(kit, element, {{node_ids:[0,2],data:[null,{{posts:[{LITERALS}],uses:{{}}}}]}});}});"), id="given to a function"),
        pytest.param(_page(f"window.STATE = JSON.parse({_string(json.dumps({'posts': OBJECTS}))});"), id="a string of JSON"),
        pytest.param(_page(json.dumps(REFERRED), kind="type=application/json"), id="places of an array"),
        pytest.param(_page(f"window.stream.enqueue({_string(json.dumps(STREAMED))});"), id="keys and places of an array"),
        pytest.param(_page("", f'data-page="{html.escape(json.dumps({"props": {"posts": OBJECTS}}))}"'), id="an attribute"),
        pytest.param(_page("", f'props="{html.escape(json.dumps(PAIRED))}"'), id="an attribute of pairs"),
        pytest.param(_page(f"window.STORE = {json.dumps(STORE | {'User:1': {'__typename': 'User', 'name': 'Ana Roe'}})};"), id="objects under their ids"),
        pytest.param(_page(f"window.STORE = {json.dumps(REFERRING)};"), id="objects that refer to their addresses"),
        pytest.param(_page(f"window.DATA = {json.dumps([{'node': {'fields': {'slug': one['slug']}, 'frontmatter': {'title': one['title'], 'date': one['publishedAt']}}} for one in OBJECTS])};"), id="front matter"),
        pytest.param(_page(f"window.rows = {json.dumps(FOREIGN)};"), id="keys in another language"),
        pytest.param(_page("", f'x-data="{html.escape(f"{{ open: false, berichte: [{BARE}], mehr() {{ this.open = true }} }}")}"'), id="an attribute of JavaScript"),
        pytest.param(_page("", f'ng-init="{html.escape(f"berichte=[{BARE}]")}"'), id="an attribute that assigns"),
        pytest.param(_page(f"list.data('rows', () => ({{at: 1, posts: [{LITERALS}], get shown() {{ return this.posts }}}}));"), id="an object with functions"),
        pytest.param(_page(f"(self.$R=self.$R||{{}})['x']=[];($R=>$R[0]={{matches:$R[1]=[{PLACED}],first:$R[2]}})($R['x']);"), id="values kept in places"),
        pytest.param(_page(f"kit.start(app, node, {{data: [{{data: (function(){{let a='news',b=\"Quay\";return {{kind:a,posts:[{LITERALS}]}}}}())}}]}});"), id="a function that names values first"),
        pytest.param(_page(json.dumps({"queries": {"{}": json.dumps({"posts": OBJECTS})}}), kind="type=application/json"), id="JSON within JSON"),
        pytest.param(
            _page("") + "".join(
                f'<news-card heading="{html.escape(title)}" href="/news/{slug}" date="{day}"></news-card>' for title, slug, day in ENTRIES
            ),
            id="components that are drawn from their attributes",
        ),
        pytest.param(
            _page("") + _pushed(f"a:T{len(BODY.encode()):x},{BODY}", f'5:["$","$L6",null,{json.dumps({"posts": DATED_ROWS})}]\n'),
            id="rows with a long text before them",
        ),
    ],
)  # fmt: skip
def test_entries_in_a_pages_data_are_read(page: str) -> None:
    """Also where only the last part of an address is told: it lies below the list's own."""
    (found,) = chosen(induce(page, URL))
    assert [(entry.title, entry.datetime[:10]) for entry in found.entries] == READ
    assert [entry.url for entry in found.entries] == [f"{URL}/{slug}" for _, slug, _ in ENTRIES]


ROWS = [
    [
        "14/11/2026",
        '<a href="/news/ferry-sails-again">The ferry sails again</a>',
        "Repairs of her engine took three weeks of the autumn.",
    ],
    [
        "12/11/2026",
        "<a class='x' href='/news/seals-counted-twice'>Seals <em>counted</em></a>",
        "There are forty of them on the sand bank this year.",
    ],
    [
        "09/11/2026",
        "<a href=/news/quay-lights-are-changed>Quay lights are changed</a>",
        "The new ones hum less and can be dimmed at night.",
    ],
]
CALLED = ",".join(
    f"[{json.dumps(day)}, table.html({json.dumps(link)}), {json.dumps(text)}]" for day, link, text in ROWS
)
KEYED = [{"dia": day, "aviso": link, "nota": text} for day, link, text in ROWS]


@pytest.mark.parametrize(
    "page",
    [
        _page(f"var rows = {json.dumps(ROWS)}; new DataTable('#app', {{data: rows}});"),
        _page(f"new DataTable('#app', {{data: {json.dumps(ROWS)}, columns: [{{render: (one) => one}}]}});"),
        _page(f"new table.Grid({{columns: ['Day', 'Notice', 'Note'], data: [{CALLED}]}}).render(app);"),
        _page("", f"data-rows='{html.escape(json.dumps(KEYED))}'"),
        _page(json.dumps({"draw": 1, "data": ROWS}), kind="type=application/json"),
    ],
)
def test_rows_of_a_table_that_a_script_fills_are_entries(page: str) -> None:
    """Arrays of cells, or objects with markup in their cells: what a cell's link says is the title."""
    (found,) = chosen(induce(page, URL))
    assert [(one.title, one.url, one.date, one.excerpt) for one in found.entries] == [
        (title, f"{URL}/{slug}", row[0], row[2])
        for (title, _), (_, slug, _), row in zip(READ, ENTRIES, ROWS, strict=True)
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Jan", 14], ["Feb", 12], ["Mar", 9]],
        [[51.2, -0.1], [51.3, -0.2], [51.4, -0.3]],
        [
            ["Quay", "<a href=/quay>The quay</a>"],
            ["Town", "<a href=/town>The town</a>"],
            ["Mill", "<a href=/mill>The mill</a>"],
        ],
        [[day, f"{link} {link}", text] for day, link, text in ROWS],
        [[day, link, text][: 3 - at] for at, (day, link, text) in enumerate(ROWS)],
    ],
)
def test_rows_that_tell_no_title_link_and_day_are_no_entries(rows: list[list[object]]) -> None:
    """A chart's, a map's, a menu's; cells of two links; arrays of different lengths."""
    assert chosen(induce(_page(f"var rows = {json.dumps(rows)};"), URL)) == []


@pytest.mark.parametrize(
    ("url", "below"),
    [
        ("https://portus.example/news/", "/news/"), ("https://portus.example/news/page/2", "/news/"), ("https://portus.example/news/3/", "/news/"),
        ("https://portus.example/news?page=2", "/news/"), ("https://portus.example/news/index.html", "/news/"), ("https://portus.example", "/"),
    ],
)  # fmt: skip
def test_a_slug_lies_below_the_list_whatever_its_pages_number(url: str, below: str) -> None:
    """A router names an entry's page after its list's."""
    (found,) = chosen(induce(_page(f"window.posts = [{LITERALS}];"), url))
    assert found.entries[0].url == f"https://portus.example{below}ferry-sails-again"


def test_a_single_word_is_an_address_where_the_entry_is_dated() -> None:
    """Tags and authors have names and words, too, and lead to no entry."""
    dated = [{"title": title, "slug": title.split()[1], "date": day} for title, _, day in ENTRIES]
    tags = [{"name": title, "slug": title.split()[1]} for title, _, _ in ENTRIES]
    found = chosen(induce(_page(f"window.state = {json.dumps({'tags': tags, 'news': dated})};"), URL))
    assert [one.name for one in found] == ["news"]


def test_pictures_are_no_entries() -> None:
    """What a gallery has by its title and day leads to files that show it."""
    pictures = [
        {"title": title, "link": f"/img/{at}.JPG?w=80", "date": day}
        for at, (title, _, day) in enumerate(ENTRIES)
    ]
    assert chosen(induce(_page(f"window.pictures = {json.dumps(pictures)};"), URL)) == []


MENU = [{"title": f"Section number {n} of the site", "url": f"/section-{n}"} for n in range(6)]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(_page("", f'data-config="{html.escape(json.dumps(MENU))}"'), id="an attribute"),
        pytest.param(_page(f"start({{menu:{json.dumps(MENU)}}});"), id="a call"),
    ],
)
def test_a_menu_that_a_program_needs_is_no_list(page: str) -> None:
    """Titles and links without days: a browser shows what the page is."""
    assert chosen(induce(page, URL)) == []


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("{a:1,'b':\"x\",c:[.5,-2,1e3,],}", {"a": 1, "b": "x", "c": [0.5, -2, 1000.0]}),
        ("[!0,!1,void 0,undefined,null,-Infinity]", [True, False, None, None, None, None]),
        (r"['it\'s','\x41\u0042\u{43}','a\
b']", ["it's", "ABC", "ab"]),
        ("/* kept */{a:1, // one\nb:`two`} + rest", {"a": 1, "b": "two"}),
        ("(function(a,b){return {x:a,y:[b],a}}(\"one\",{z:2}))", {"x": "one", "y": [{"z": 2}], "a": "one"}),
        ("{d:new Date(1794787200000),m:new Map([[1,2]])}", {"d": "2026-11-16T00:00:00+00:00", "m": [[1, 2]]}),
        ("JSON.parse(decodeURIComponent('%7B%22a%22%3A1%7D'))", {"a": 1}),
    ],
)  # fmt: skip
def test_a_literal_is_read_as_a_browser_would(source: str, value: object) -> None:
    """Keys, quotes, escapes, comments, dates, arguments."""
    assert literal_at(source, 0)[0] == value


@pytest.mark.parametrize(
    "source", ["{a:run}", "{a:b+1}", "{get a(){}}", "[1 2]", "{...rest}", "[" * 100, '{"a"', "`${x}`"]
)
def test_what_would_have_to_be_run_is_no_literal(source: str) -> None:
    """Names, operators, calls with a body: nothing is run."""
    with pytest.raises(ValueError, match=r"no|nested"):
        literal_at(source, 0)


def test_a_program_that_nests_its_calls_is_read_only_so_far() -> None:
    """Each call would be read anew from its place to the same end, where it proves to be no literal."""
    program = "f({a:" * 5 + "[" + "1," * 60_000 + "="
    found = [
        found for found in induce(_page(f"{program};window.posts = [{LITERALS}];"), URL) if found.entries
    ]
    assert found == []
    assert induce(_page(f"{program[:50_000]};window.posts = [{LITERALS}];"), URL) != []


@pytest.mark.parametrize(("paragraphs", "kept"), [(1, True), (5, False)])
def test_a_text_has_no_list_that_only_its_data_hold(paragraphs: int, kept: bool) -> None:
    """What is read most on its site is in them; one or two paragraphs introduce a list that a script draws."""
    said = (
        "The harbour office tells here what it builds, whom it asks, what it pays and how long it takes. " * 7
    )
    text = f"<article><h1>How to moor</h1>{f'<p>{said}</p>' * paragraphs}</article>"
    page = f"<html lang=en><body>{text}<script>window.read={json.dumps(OBJECTS)}</script></body></html>"
    assert bool(chosen(induce(page, "https://portus.example/mooring"))) == kept
