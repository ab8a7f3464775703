from pathlib import Path

import pytest
from cataloguing import found, write
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.query import QueryError, parse
from tui.library.catalogue.refresh import refresh
from tui.library.catalogue.search import Hit, search

ACTORS = [
    {"id": "mayor", "name": "Ana Ruiz", "kind": "person", "aliases": ["The mayor"]},
    {"id": "ferry-line", "name": "Compañía de Ferris", "kind": "company"},
]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    write(
        tmp_path,
        "bridge",
        title="The harbour bridge",
        topics=["transport/bridges"],
        sources=[
            {"id": "gazette", "title": "Bridge toll vote", "publisher": "The Gazette", "published": "2024-03-02"},
            {"id": "interview", "title": "An interview", "published": "2024-04-01", "text": "interview.txt"},
        ],
        actors=ACTORS,
        questions=[
            {"id": "toll", "text": "Will there be a toll?", "decided_by": ["mayor"], "due": "2024-09-01"},
            {
                "id": "colour",
                "text": "Which colour will it have?",
                "status": "resolved",
                "resolution": {"date": "2024-05", "outcome": "Blue"},
            },
        ],
        quotes=[
            {
                "id": "open",
                "text": "I have an open mind about tolls",
                "speaker": "mayor",
                "source": "gazette",
                "said": "2024-03-01",
            },
            {
                "id": "quiet",
                "text": "Zanzibar is where the money went",
                "speaker": "mayor",
                "source": "interview",
                "attribution": "off-record",
            },
            {
                "id": "veiled",
                "text": "The ledger was wrong for years",
                "speaker": "ferry-line",
                "source": "interview",
                "attribution": "background",
                "attributed_as": "someone close to the talks",
            },
        ],
        events=[
            {"id": "opening", "date": "2019-05", "title": "The old ferry stops", "actors": ["ferry-line"]},
            {"id": "vote", "date": "2024-03-01", "title": "The council votes on tolls", "sources": ["gazette"]},
        ],
    )
    (tmp_path / "interview.txt").write_text("He said that Zanzibar had a part in it.\n")
    write(tmp_path, "tower", title="字节跳动的塔楼", topics=["building"], bottom_line="北京批准了这笔交易。")
    write(tmp_path, "café", title="A café", bottom_line="The naïve plan of the Façade, and İstanbul.")
    return tmp_path


def items(hits: list[Hit]) -> set[str]:
    return {hit.item or hit.briefing for hit in hits}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("council votes", {"vote"}),
        ("COUNCIL", {"vote"}),
        ('"open mind"', {"open"}),
        ('"mind open"', set()),
        ("“open mind”", {"open"}),
        ("counc", set()),
        ("counc*", {"vote"}),
        ("compania", {"ferry-line"}),
        ("Facade naive", {"cafe"}),
        ("批准", {"tower"}),
        ("字节", {"tower"}),
        ("准批", set()),
        ("toll -council -Gazette", set()),
        ("actor:mayor tolls", {"open"}),
        ('actor:"the mayor" tolls', {"open"}),
        ("actor:nobody tolls", set()),
        ("tolls source:gazette", {"open", "vote"}),
        ("ferry before:2020", {"opening"}),
        ("ferry after:2020", set()),
        ("tolls after:2024-02", {"open", "vote"}),
        ("is:open", {"toll"}),
        ("is:open colour", set()),
        ("actor:mayor is:open", {"toll"}),
        ("topic:transport council", {"vote"}),
        ("topic:bridges council", {"vote"}),
        ("topic:building council", set()),
        ("before:2020 actor:ferry-line", {"opening"}),
    ],
)
def test_words_phrases_beginnings_and_filters_find_the_passages_meant(
    library: Path, words: str, expected: set[str]
) -> None:
    assert items(found(library, words)) == expected


def test_what_was_found_is_marked_in_its_passage(library: Path) -> None:
    (hit,) = found(library, '"open mind" tolls')
    assert [piece.text for piece in hit.passage if piece.is_match] == ["open mind", "tolls"]
    (tower,) = found(library, "批准")
    assert "".join(piece.text for piece in tower.passage) == "北京批准了这笔交易。"
    assert [piece.text for piece in tower.passage if piece.is_match] == ["批准"]


def test_a_briefing_about_the_words_comes_before_one_that_mentions_them(library: Path) -> None:
    write(library, "other", bottom_line="A long text about something else, in which a café is mentioned once. " * 3)
    assert [hit.briefing for hit in found(library, "cafe")] == ["cafe", "other"]


def test_words_off_the_record_are_found_in_the_reader_alone_and_marked(library: Path) -> None:
    assert found(library, "Zanzibar") == []
    assert {(hit.kind, hit.state) for hit in found(library, "Zanzibar", whole=True)} == {
        ("quotes", "off-record"),
        ("text", ""),
    }
    # What its speaker said off the record is all that the interview is cited for under their name.
    assert items(found(library, "source:interview actor:mayor")) == set()


def test_words_on_background_are_found_without_whose_they_are(library: Path) -> None:
    (hit,) = found(library, "ledger")
    passage = "".join(piece.text for piece in hit.passage)
    assert "someone close to the talks" in passage
    assert "Compañía" not in passage
    assert hit.item != "veiled"
    assert "veiled" not in items(found(library, "actor:ferry-line wrong"))
    assert "veiled" in items(found(library, "actor:ferry-line ledger", whole=True))


@pytest.mark.parametrize("written", ["before:soon toll", "after:2024-13", "is:shut"])
def test_a_filter_that_cannot_be_understood_is_said(written: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(written)
    assert raised.value.hint


def test_while_it_is_typed_the_last_word_may_go_on_and_a_filter_may_be_unfinished() -> None:
    assert parse("the counc", goes_on=True).terms[-1].is_prefix
    assert not parse("the counc ", goes_on=True).terms[-1].is_prefix
    assert parse("toll before:2", goes_on=True).before is None
    assert parse('"open mi', goes_on=True).terms[0].text == "open mi"


@settings(max_examples=150)
@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(
            [
                '"',
                "*",
                "(",
                ")",
                "AND",
                "OR",
                "NOT",
                "NEAR(",
                ":",
                "-",
                "toll",
                "actor:",
                "{title}",
                "^",
                "+",
                "\0",
                "批",
                "'",
                ";--",
                "\ue000",
                "\ufdd0",
                "\ud800",
                "is:",
                "topic:x",
            ]
        ),
        max_size=8,
    ).map(" ".join)
)
def test_whatever_is_typed_is_searched_for_and_never_an_error(tmp_path_factory, written: str) -> None:
    root = tmp_path_factory.getbasetemp() / "any"
    if not root.exists():
        write(root, "one", title="A toll 批准")
    with Catalogue(root) as catalogue:
        refresh(root, catalogue.connection)
        for whole in (True, False):
            hits = search(catalogue.connection, parse(written, goes_on=True), whole=whole, limit=5)
            assert all(hit.briefing == "one" for hit in hits)


def test_what_a_stored_text_holds_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    write(tmp_path, "one", sources=[{"id": "report", "title": "A report", "text": "report.txt"}])
    (tmp_path / "report.txt").write_text("Evil \x1b[31m words \u202e and \x02more\x03 \ue000 brouhaha.")
    (hit,) = found(tmp_path, "brouhaha")
    text = "".join(piece.text for piece in hit.passage)
    assert not any(one in text for one in "\x1b\u202e\x02\x03")
    assert [piece.text for piece in hit.passage if piece.is_match] == ["brouhaha"]


def test_as_many_are_found_as_are_asked_for(tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path, f"story-{number}", bottom_line="The same brouhaha.")
    assert len(found(tmp_path, "brouhaha", limit=5)) == 5
    assert len({hit.path for hit in found(tmp_path, "brouhaha", limit=50)}) == 12
