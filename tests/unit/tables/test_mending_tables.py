"""Tables mended whole: columns, lists, chunks, evidence."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipelines.errors import UsageError
from pipelines.mend_file import Order, mend_file
from pipelines.tables import csv_table
from pipelines.tables.column_mender import PIECE, ColumnMender, Witnesses
from pipelines.tables.languages import languages_of

TABLE = """id,list,title,excerpt,price
1,a,La forêt reverdit après l’été,Les élèves de l’école ont planté des chênes,1.10
2,a,La forÃªt reverdit aprÃ¨s lâ€™Ã©tÃ©,Les Ã©lÃ¨ves de lâ€™Ã©cole ont plantÃ© des chÃªnes,2.20
3,b,Une fête pour tous,Concert &amp; danse à la salle des fêtes,3.30
4,b,Die Brücke öffnet früher,Am Samstag fÃ¤hrt der erste Bus Ã¼ber die BrÃ¼cke,4.40
"""


def mended(
    folder: Path, data: str | bytes = TABLE, name: str = "in.csv", **order: Any
) -> tuple[dict[str, Any], bytes]:
    """What is told, and the bytes that came out."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    told = mend_file(Order(str(path), str(folder / f"out{path.suffix}"), **order))
    return told, (folder / f"out{path.suffix}").read_bytes()


def test_text_is_mended_and_nothing_else(tmp_path: Path) -> None:
    """Mojibake and entities go; clean rows and other columns stay to the byte."""
    told, out = mended(tmp_path, suffix=None)
    lines, before = out.decode().splitlines(), TABLE.splitlines()
    assert lines[2] == "2,a,La forêt reverdit après l’été,Les élèves de l’école ont planté des chênes,2.20"
    assert lines[3] == "3,b,Une fête pour tous,Concert & danse à la salle des fêtes,3.30"
    assert lines[4] == "4,b,Die Brücke öffnet früher,Am Samstag fährt der erste Bus über die Brücke,4.40"
    assert [lines[0], lines[1]] == before[:2]
    assert (told["rows"], told["changed"], told["cells"]) == (4, 3, 4)


CLEAN = (
    "Ünnepi hangverseny a főtéren — „belépés díjtalan”,Škola otevírá nové hřiště,Le marché rouvre « bientôt »,学校のお知らせ(夏休み),"
    "Новый мост откроют в субботу,Η γέφυρα άνοιξε χθες,افتتاح الجسر الجديد,Fevrier : le mois,100 % d’écoles,Tom & Ana"
).split(",")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_clean_table_comes_out_as_the_same_bytes(tmp_path: Path, line_end: str) -> None:
    """Without repairs columns, clean text in any script is untouched and so is the file."""
    rows = [f'{number};"{text}";{number / 8}' for number, text in enumerate(CLEAN * 3)]
    data = line_end.join(["n;t;x", *rows]).encode()
    told, out = mended(tmp_path, data, suffix=None)
    assert out == data
    assert told["cells"] == 0


def test_what_is_told_says_which_columns_and_why(tmp_path: Path) -> None:
    """Each column has its kind and reason; repairs are counted by name; examples show before and after."""
    told, _ = mended(tmp_path)
    assert {name: column["holds"] for name, column in told["columns"].items()} == {
        "id": "numbers", "list": "labels", "title": "text", "excerpt": "text", "price": "numbers",
    }  # fmt: skip
    assert told["columns"]["price"]["why"] == "100 % of 4 cells are numbers"
    assert told["columns"]["title"]["repairs"] == {"mojibake": 1}
    assert any("forÃªt" in each["before"] and "forêt" in each["after"] for each in told["examples"])
    assert json.loads(json.dumps(told)) == told


def test_repairs_stand_beside_their_column(tmp_path: Path) -> None:
    """Every mended column gets a column that names its steps."""
    _, out = mended(tmp_path)
    lines = out.decode().splitlines()
    assert lines[0].endswith(",price,title_repairs,excerpt_repairs")
    assert lines[1].endswith(",1.10,,")
    assert lines[3].endswith(",3.30,,entities")


def test_named_columns_alone_are_mended(tmp_path: Path) -> None:
    """A column that is not named keeps its damage."""
    _, out = mended(tmp_path, columns=("title",))
    assert "fÃ¤hrt" in out.decode()
    assert "La forêt reverdit après l’été,Les Ã©lÃ¨ves" in out.decode()


def test_a_longer_column_proves_a_lost_character(tmp_path: Path) -> None:
    """A teaser cut inside a character gets it back from the row's own text."""
    data = (
        "teaser,text\nLe maire a longuement exhortÃ,Le maire a longuement exhorté les élèves à planter des chênes.\n"
        "Une autre journée à la mer,Une autre journée à la mer pour tous les enfants de la commune.\n"
    )
    told, out = mended(tmp_path, data)
    assert "Le maire a longuement exhorté,Le maire" in out.decode()
    assert told["columns"]["teaser"]["repairs"] == {"character_column": 1}


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    """Without an output there are counts and no file."""
    (tmp_path / "in.csv").write_text(TABLE, encoding="utf-8")
    assert mend_file(Order(str(tmp_path / "in.csv")))["cells"] == 4
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_in_place_replaces_the_file(tmp_path: Path) -> None:
    """The file itself is mended, keeps its permissions, and no part is left."""
    path = tmp_path / "in.csv"
    path.write_text(TABLE, encoding="utf-8")
    path.chmod(0o640)
    mend_file(Order(str(path), in_place=True, suffix=None))
    assert "Ã" not in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["in.csv"]


def test_in_place_the_file_stays_its_owners(tmp_path: Path) -> None:
    """Mended by an administrator or by another of its group, it can be read by the same people as before."""
    path = tmp_path / "in.csv"
    path.write_text(TABLE, encoding="utf-8")
    owner = (
        (4711, 4712) if os.geteuid() == 0 else (os.geteuid(), min(os.getgroups()))
    )  # root gives files away
    os.chown(path, *owner)
    path.chmod(0o2640)
    mend_file(Order(str(path), in_place=True))
    found = path.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o7777) == (*owner, 0o2640)


def test_by_list_or_not_the_clear_cases_are_alike(tmp_path: Path) -> None:
    """Rows brought together by list come out in the file's order."""
    assert mended(tmp_path, by="list")[1] == mended(tmp_path)[1]


def test_rows_of_a_list_are_mended_alike_in_any_order(tmp_path: Path) -> None:
    """With a list column, the order of the rows does not matter."""
    rows = [
        f"{n},{n % 3},Une journée d’été numéro {n} à la forêt".replace("é", "Ã©" if n % 4 else "é")
        for n in range(60)
    ]
    one = mended(tmp_path, "\n".join(["id,list,t", *rows]) + "\n", by="list")[1].decode().splitlines()
    other = mended(tmp_path, "\n".join(["id,list,t", *rows[::-1]]) + "\n", by="list")[1].decode().splitlines()
    assert sorted(one) == sorted(other)
    assert [line.split(",")[0] for line in one[1:]] == [str(n) for n in range(60)]


@pytest.mark.parametrize("by", [None, "list"])
def test_small_chunks_give_the_same_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str | None
) -> None:
    """Where a chunk ends changes nothing in clear cases."""
    data = TABLE + "".join(TABLE.splitlines(keepends=True)[1:]) * 5
    whole = mended(tmp_path, data, by=by)[1]
    monkeypatch.setattr(csv_table, "CHUNK", 300)
    monkeypatch.setattr("pipelines.tables.encoding.CHUNK", 300)
    assert mended(tmp_path, data, by=by)[1] == whole


def test_invalid_utf8_is_repaired_and_said(tmp_path: Path) -> None:
    """A lone byte at the end is a cut character, a lone byte of Windows-1252 in a word is read; the note counts both."""
    data = (
        "t,n\nLes élèves ont fêté l’été à l’école,1\nLe café noir".encode()
        + b",2\nUn caf\xe9 noir et sucr\xc3\xa9,3\nLe maire a exhort\xc3,4\n"
    )
    told, out = mended(tmp_path, data)
    text = out.decode("utf-8")
    assert "Un café noir et sucré,3,letters" in text
    assert "exhort" in text
    assert told["notes"] == [
        "not valid UTF-8: 2 bytes belong to no character; read as UTF-8, each kept apart for the repair"
    ]


REFUSED: dict[str, tuple[dict[str, Any], str, str]] = {
    "unknown column": ({"columns": ("titel",)}, "no column 'titel'; nearest is 'title'", "id, list, title"),
    "numbers": ({"columns": ("price",)}, "'price' holds numbers", "title, excerpt"),
    "unknown list": ({"by": "lits"}, "nearest is 'list'", "there are"),
    "repairs there": ({"suffix": ""}, "there is a column 'title' already", "--suffix"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_order_that_cannot_be_followed_is_refused(tmp_path: Path, case: str) -> None:
    """The message names the value, what is near, and the next step; the output is not touched."""
    order, said, then = REFUSED[case]
    (tmp_path / "out.csv").write_text("keep", encoding="utf-8")
    with pytest.raises(UsageError, match=said) as caught:
        mended(tmp_path, **order)
    assert then in caught.value.next
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "keep"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("in.csv", "a,b\n", "has no rows"),
        ("in.csv", "a,b\n1,2\n", "no column of text"),
        ("in.csv", 'a,b\n1,"x y\n', "never closes"),
        ("in.jsonl", '{"a":[1]}\n{"a":5}\n', "no column of text"),
    ],
)
def test_a_table_without_text_is_refused(tmp_path: Path, name: str, data: str, said: str) -> None:
    """Nothing to mend is an error with a next step."""
    with pytest.raises(UsageError, match=said):
        mended(tmp_path, data, name)


def test_a_text_that_repeats_is_one_example(tmp_path: Path) -> None:
    """The table of a file whose rows repeat showed the same line twice."""
    told, _ = mended(tmp_path, "id,title\n" + "1,La forÃªt reverdit\n" * 5)
    assert [one["before"] for one in told["examples"]] == ["La forÃªt reverdit"]


@pytest.mark.parametrize("by", [None, "list"])
@pytest.mark.parametrize(
    ("order", "out"),
    [({}, "list,title,title_repairs\n"), ({"suffix": None}, "list,title\n")],
    ids=["repairs", "no repairs"],
)
def test_a_table_of_a_quiet_day_comes_out_without_rows(
    tmp_path: Path, order: dict[str, Any], out: str, by: str | None
) -> None:
    """Where the columns are named, what comes out is known: a schedule is no failure because nothing happened."""
    told, data = mended(tmp_path, "list,title\n", columns=("title",), by=by, **order)
    assert (told["rows"], told["changed"], data.decode()) == (0, 0, out)


def test_a_parquet_file_without_rows_keeps_its_types(tmp_path: Path) -> None:
    """The schema is that of a day with rows; which columns hold text nobody can say."""
    schema = pa.schema(
        {"title": pa.string(), "price": pa.float64(), "tag": pa.dictionary(pa.int8(), pa.string())}
    )
    pq.write_table(schema.empty_table(), tmp_path / "in.parquet")
    data = (tmp_path / "in.parquet").read_bytes()
    mended(tmp_path, data, "in.parquet", columns=("title", "tag"))
    out = pq.read_table(tmp_path / "out.parquet")
    repairs = pa.list_(pa.string())
    assert out.schema.remove_metadata().equals(
        schema.append(pa.field("title_repairs", repairs)).append(pa.field("tag_repairs", repairs))
    )
    assert len(out) == 0
    with pytest.raises(UsageError, match="has no rows"):
        mended(tmp_path, data, "in.parquet")


def test_a_key_of_mixed_types_is_mended_where_it_holds_text(tmp_path: Path) -> None:
    """Numbers and lists under a key of texts come out as they are."""
    data = '{"a":"une journÃ©e d’été"}\n{"a":1.10}\n{"a":["Ã©tÃ©"]}\n{"a":null}\n'
    mended(tmp_path, data, "in.jsonl")
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines() == [
        '{"a":"une journée d’été","a_repairs":["mojibake"]}',
        '{"a":1.10,"a_repairs":[]}',
        '{"a":["Ã©tÃ©"],"a_repairs":[]}',
        '{"a":null,"a_repairs":[]}',
    ]


def test_of_a_key_that_comes_twice_the_last_is_mended(tmp_path: Path) -> None:
    """Every reader of JSON takes the last one; the first stays as it is."""
    mended(tmp_path, '{"a":"la journÃ©e","b":1,"a":"un autre Ã©tÃ©"}\n', "in.jsonl")
    line = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert line == '{"a":"la journÃ©e","b":1,"a":"un autre été","a_repairs":["mojibake"]}\n'


def test_thousands_of_columns_are_each_a_list_of_their_own(tmp_path: Path) -> None:
    """Objects of different keys are mended as few are, and a row names repairs beside its own keys only."""
    some = ("un Ã©tÃ© long", "une journÃ©e d’hiver", "les mûres du jardin", "été comme hiver")
    rows = [{f"k{(7 * row + key) % 900}": some[(row + key) % 4] for key in range(3)} for row in range(600)]
    mended(tmp_path, "".join(json.dumps(row) + "\n" for row in rows), "in.jsonl")
    right = {some[0]: "un été long", some[1]: "une journée d’hiver"}
    for row, line in zip(
        rows, (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines(), strict=True
    ):
        expected = {key: right.get(text, text) for key, text in row.items()}
        repairs = {f"{key}_repairs": ["mojibake"] if text in right else [] for key, text in row.items()}
        assert json.loads(line) == expected | repairs


@pytest.mark.parametrize("name", ["in.csv", "in.jsonl"])
def test_a_column_that_begins_late_is_mended(tmp_path: Path, name: str) -> None:
    """What a column holds is asked of its first cells, wherever they are."""
    empty = "filler " * 400
    row = {"in.csv": "1,{}\n", "in.jsonl": '{{"t":1,"u":"{}"}}\n'}[name]
    first = "t,u,late\n" if name == "in.csv" else ""
    last = {"in.csv": "1,x y,la journÃ©e d’été\n", "in.jsonl": '{"late":"la journÃ©e d’été"}\n'}[name]
    told, _ = mended(tmp_path, first + row.format(empty) * 6500 + last, name)
    assert told["columns"]["late"]["repairs"] == {"mojibake": 1}


def test_a_failing_write_leaves_the_old_output(tmp_path: Path) -> None:
    """A row that cannot take repairs is found while writing; the former output stands and no part is left."""
    (tmp_path / "out.csv").write_text("keep", encoding="utf-8")
    with pytest.raises(UsageError, match="line 3 has 3 fields"):
        mended(tmp_path, "t,u\nune journée,x y\nune autre,y z,z\n")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "keep"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_a_long_cell_is_mended_in_pieces() -> None:
    """A text longer than the ladder reads at once comes out whole and mended."""
    clean = "Une journée d’été à la forêt, près de l’école. " * (PIECE // 20)
    cells = pa.array(
        [clean.encode().decode("cp1252", "replace").replace("\ufffd", "\u009d")], pa.large_string()
    )
    changes = ColumnMender(languages_of("fr")).mend([cells])[0]
    assert changes[0].after == clean
    assert changes[0].steps == ("mojibake",)


def test_bytes_that_nothing_explains_are_shown_as_lost() -> None:
    """No mark of a lone byte leaves a mended column."""
    cells = pa.array(["12345 \U0010f781\U0010f78d 6789"], pa.large_string())
    changes = ColumnMender(languages_of("en")).mend([cells])[0]
    assert not any("\U0010f700" <= sign <= "\U0010f7ff" for sign in changes[0].after)


def test_missing_cells_stay_missing() -> None:
    """Null is no text."""
    assert ColumnMender(languages_of(None)).mend([pa.array([None, "", "clean"], pa.large_string())]) == [{}]


def test_witnesses_do_not_depend_on_order() -> None:
    """The sample of former texts is the same whatever came first."""
    one, other = Witnesses(3), Witnesses(3)
    texts = [f"text {n}" for n in range(20)]
    one.add(texts, [""] * 20)
    for text in reversed(texts):
        other.add([text], [""])
    assert sorted(one.rows()[0]) == sorted(other.rows()[0])
    assert len(one.rows()[0]) == 3


@pytest.mark.parametrize(
    ("rows", "codec"),
    [
        (("Город ремонтирует школу", "Концерт в парке отменён", "Музей открыл новый зал"), "cp1251"),
        (("Ο δήμος ανακαινίζει το σχολείο", "Έργα στην οδό", "Νέα βιβλιοθήκη"), "cp1253"),
        (("Městská rada opravuje školu", "Nový autobus na nádraží", "Přednáška o včelách"), "cp1250"),
        (("市が学校を改修します", "図書館は夜まで開きます", "木曜に住民説明会"), "shift_jis"),
    ],
)
def test_rows_of_an_old_encoding_in_a_table_of_utf8(
    tmp_path: Path, rows: tuple[str, ...], codec: str
) -> None:
    """A third of the rows is in another encoding: those are read by it, the others as they were."""
    lines = [f"{number},{rows[number % 3]},{rows[(number + 1) % 3]}" for number in range(60)]
    data = [line.encode(codec if number % 10 < 3 else "utf-8") for number, line in enumerate(lines)]
    _, out = mended(tmp_path, b"\n".join([b"id,title,excerpt", *data, b""]), suffix=None)
    assert out.decode().splitlines() == ["id,title,excerpt", *lines]
