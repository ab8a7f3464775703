import csv
import io
import zipfile
from decimal import Decimal

import clevercsv
import pytest
from conftest import made_of
from hostile import long_texts
from hypothesis import given, settings
from hypothesis import strategies as st
from proven import proven
from stuffed import stuffed

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export.csv import COLUMNS, disarmed, export, files


def tables(briefing) -> dict[str, list[dict[str, str]]]:
    """The tables as Python's own reader has them."""
    found = {}
    for name, content in files(released(view(briefing)).view).items():
        text = content.decode("utf-8-sig")
        found[name.removesuffix(".csv")] = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    return found


def test_every_table_is_always_there_with_the_same_columns(make_briefing):
    for shown in (proven(), view(make_briefing())):
        for name, content in files(shown).items():
            assert content.startswith(b"\xef\xbb\xbf")
            header = content.decode("utf-8-sig").partition("\r\n")[0]
            assert header.split(",") == list(COLUMNS[name.removesuffix(".csv")])


@settings(max_examples=20)
@given(st.lists(long_texts, min_size=1, max_size=5))
def test_two_readers_find_the_same_and_find_what_was_written(texts):
    briefing = stuffed(lambda number: texts[number % len(texts)])
    for content in files(view(briefing)).values():
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert [
            list(row) for row in clevercsv.reader(io.StringIO(text, newline=""), delimiter=",", quotechar='"')
        ] == rows
        assert {len(row) for row in rows} == {len(rows[0])}
    quotes = {one["id"]: one["text"] for one in tables(briefing)["quotes"]}
    assert all(quotes[one.id] == disarmed(one.text) for one in briefing.quotes if one.id in quotes)


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"),
        *(' =cmd|"/c calc"!A0', "\u00a0=1", "\u200b=1", "\u3000＝1"),
    ],
)
def test_what_a_spreadsheet_could_run_has_an_apostrophe_before_it(text):
    assert disarmed(text) == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", "1-2", "“=1”", "1", "#", "", "'=1"])
def test_all_else_is_left_as_it_is(text):
    assert disarmed(text) == text


def test_formulas_are_disarmed_in_every_table_and_numbers_stay_numbers():
    briefing = made_of(
        title="=title",
        authors=["An author", "=author"],
        actors=[{"id": "ann", "name": "+name", "aliases": ["a", "@alias"]}],
        figures=[
            {"id": "f", "name": "-name", "date": "2024", "value": "-12.50", "unit": "=unit"},
            {"id": "g", "name": "G", "date": "-0044", "low": -3, "high": "1e3"},
        ],
    )
    found = tables(briefing)
    assert found["briefing"][0]["title"] == "'=title"
    assert found["briefing"][0]["authors"] == "An author; '=author"
    assert found["actors"][0] | {"name": "'+name", "aliases": "a; '@alias"} == found["actors"][0]
    first, second = found["figures"]
    assert (first["name"], first["value"], first["unit"]) == ("'-name", "-12.50", "'=unit")
    assert (second["low"], second["high"], second["date"]) == ("-3", "1000", "'-0044")
    assert Decimal(first["value"]) == Decimal("-12.5")


def test_ids_lead_from_one_table_to_another():
    rows = {name: csv.DictReader(io.StringIO(content.decode("utf-8-sig"))) for name, content in files(proven()).items()}
    found = {name.removesuffix(".csv"): list(table) for name, table in rows.items()}
    ids = {row["id"] for table in found.values() for row in table if "id" in row}
    for table in found.values():
        for row in table:
            for column in {
                "source",
                "sources",
                "speaker",
                "actor",
                "question",
                "event",
                "quotes",
                "decided_by",
            } & row.keys():
                assert all(one in ids for one in row[column].split("; ") if one), (column, row)


def test_a_quote_has_the_state_of_its_proof():
    text = files(proven())["quotes.csv"].decode("utf-8-sig")
    rows = {row["id"]: row["proof"] for row in csv.DictReader(io.StringIO(text))}
    assert rows["we-will-be-in-court"] == "exact"
    assert rows["steel"] == "elided"


def test_the_zip_is_the_same_every_time_and_has_a_folder_of_the_tables():
    content = export(proven())
    assert content == export(proven())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"harbour-bridge/{name}.csv" for name in COLUMNS]
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
