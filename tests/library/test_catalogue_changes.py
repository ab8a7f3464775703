import os
from pathlib import Path

from cataloguing import counting_reads, found, listed, titles, write

from tui.files.read import limit_size
from tui.library import folder
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.refresh import refresh
from tui.library.folder import Library
from tui.library.scan import briefing_files

SHARED = "title: A shared one\nactors: [{id: mayor, name: Ana Ruiz, kind: person}]\n"


def test_the_catalogue_lists_what_the_folder_holds_in_the_order_of_its_paths(tmp_path: Path, sample_root: Path) -> None:
    for name in ("b", "a/z", "a/a", "c"):
        write(tmp_path, name)
    (tmp_path / "notes.yaml").write_text("not: a briefing\n")
    (tmp_path / ".hidden").mkdir()
    write(tmp_path / ".hidden", "unseen")
    assert [tmp_path / one.path for one in listed(tmp_path)] == list(briefing_files(tmp_path))
    assert [one.id for one in listed(sample_root)] == [
        one.briefing.id for one in Library(sample_root).load_all() if one.briefing
    ]


def test_only_what_has_changed_is_read_again(tmp_path: Path, monkeypatch) -> None:
    for name in ("one", "two", "three"):
        write(tmp_path, name)
    reads = counting_reads(monkeypatch)
    assert titles(tmp_path) == ["one", "three", "two"]
    assert sorted(reads) == ["one.yaml", "three.yaml", "two.yaml"]
    reads.clear()
    os.utime(tmp_path / "one.yaml")
    assert len(titles(tmp_path)) == 3
    assert reads == []
    write(tmp_path, "two", title="The second")
    (tmp_path / "three.yaml").rename(tmp_path / "third.yaml")
    (tmp_path / "one.yaml").unlink()
    assert titles(tmp_path) == ["three", "The second"]
    assert sorted(reads) == ["third.yaml", "two.yaml"]


def test_a_change_that_leaves_size_and_time_as_they_were_is_seen(tmp_path: Path) -> None:
    path = write(tmp_path, "one", title="before")
    state = path.stat()
    assert titles(tmp_path) == ["before"]
    write(tmp_path, "one", title="after!")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    assert titles(tmp_path) == ["after!"]


def test_a_change_of_what_is_shared_rereads_those_that_use_it(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "library.yaml").write_text(SHARED)
    asked = [{"id": "toll", "text": "Will there be a toll?", "decided_by": ["mayor"]}]
    write(tmp_path, "uses", questions=asked)
    write(tmp_path, "does-not")
    assert found(tmp_path, "Ruiz")
    reads = counting_reads(monkeypatch)
    (tmp_path / "library.yaml").write_text(SHARED.replace("Ana Ruiz", "Ben Alvarez").replace("A shared", "Another"))
    assert not found(tmp_path, "Ruiz")
    assert found(tmp_path, "Alvarez")
    assert reads == ["uses.yaml"]
    with Catalogue(tmp_path) as catalogue:
        assert catalogue.title == "Another one"
    (tmp_path / "library.yaml").unlink()
    assert [one.problems for one in listed(tmp_path)] == [0, 1]
    (tmp_path / "library.yaml").write_text(SHARED)
    assert [one.problems for one in listed(tmp_path)] == [0, 0]


def test_a_stored_text_is_found_until_it_or_its_source_is_gone(tmp_path: Path) -> None:
    source = {"id": "report", "title": "A report", "text": "texts/report.txt"}
    write(tmp_path, "one", sources=[source])
    assert not found(tmp_path, "brouhaha")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "report.txt").write_text("First line.\n\nThere was a brouhaha in the harbour.\n")
    (hit,) = found(tmp_path, "brouhaha")
    assert (hit.briefing, hit.kind, hit.item) == ("one", "text", "report")
    assert "".join(piece.text for piece in hit.passage) == "There was a brouhaha in the harbour."
    (tmp_path / "texts" / "report.txt").write_text("There was peace.\n")
    assert not found(tmp_path, "brouhaha")
    assert found(tmp_path, "peace")
    write(tmp_path, "one")
    assert not found(tmp_path, "peace")


def test_a_link_that_comes_to_lead_to_another_text_is_followed(tmp_path: Path) -> None:
    root = tmp_path / "library"
    for version, words in (("v1", "A brouhaha."), ("v2", "A shindig.")):
        (root / version).mkdir(parents=True)
        (root / version / "report.txt").write_text(words)
    (root / "now").symlink_to("v1")
    (root / "report.txt").symlink_to("v1/report.txt")
    write(root, "by-folder", sources=[{"id": "report", "title": "A report", "text": "now/report.txt"}])
    write(root, "deep/by-file", sources=[{"id": "report", "title": "A report", "text": "../report.txt"}])
    assert len(found(root, "brouhaha")) == 2
    for link, place in (("now", "v2"), ("report.txt", "v2/report.txt")):
        (root / link).unlink()
        (root / link).symlink_to(place)
    assert not found(root, "brouhaha")
    assert len(found(root, "shindig")) == 2


def test_a_text_whose_link_leads_out_for_a_while_is_not_found_for_that_while(tmp_path: Path) -> None:
    root = tmp_path / "library"
    root.mkdir()
    for place in (root / "kept.txt", tmp_path / "kept.txt"):
        place.write_text("A brouhaha.")
    link = root / "report.txt"
    link.symlink_to("kept.txt")
    write(root, "one", sources=[{"id": "report", "title": "A report", "text": "report.txt"}])
    assert found(root, "brouhaha")
    link.unlink()
    (tmp_path / "kept.txt").write_text("A shindig.")
    link.symlink_to(tmp_path / "kept.txt")
    for words in ("brouhaha", "shindig"):
        assert not found(root, words, whole=True)
    (root / "kept.txt").write_text("A shindig.")
    link.unlink()
    link.symlink_to("kept.txt")
    assert found(root, "shindig")


def test_what_was_said_off_the_record_is_not_found_by_another_link_to_its_text(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("A brouhaha.")
    (tmp_path / "link.txt").symlink_to("talk.txt")
    actors = [{"id": "mayor", "name": "Ana Ruiz", "kind": "person"}]
    quote = {"id": "q", "speaker": "mayor", "source": "talk", "text": "A brouhaha."}
    source = {"id": "talk", "title": "A talk"}
    private = [quote | {"attribution": "off-record"}]
    write(tmp_path, "one", actors=actors, sources=[source | {"text": "talk.txt"}], quotes=private)
    write(tmp_path, "two", sources=[source | {"text": "link.txt"}])
    assert not found(tmp_path, "brouhaha")
    assert found(tmp_path, "brouhaha", whole=True)


def test_a_text_or_a_briefing_that_a_link_leads_out_to_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("The password is xyzzy.")
    write(outside, "elsewhere", title="Elsewhere xyzzy")
    root = tmp_path / "library"
    root.mkdir()
    (root / "secret.txt").symlink_to(outside / "secret.txt")
    (root / "elsewhere.yaml").symlink_to(outside / "elsewhere.yaml")
    write(root, "one", sources=[{"id": "report", "title": "A report", "text": "secret.txt"}])
    assert not found(root, "xyzzy", whole=True)
    assert [(one.title, one.as_of) for one in listed(root) if one.id == ""] == [("elsewhere.yaml", "")]


def test_files_with_names_that_are_no_text_are_listed(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    (tmp_path / name).write_text(write(tmp_path, "one").read_text())
    assert {one.path for one in listed(tmp_path)} == {name, "one.yaml"}
    assert titles(tmp_path) == ["one", "one"]


def test_reading_can_be_stopped_and_nothing_of_what_is_done_is_lost(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("tui.library.catalogue.workers._AT_A_TIME", 1)
    for number in range(9):
        write(tmp_path, f"story-{number}")
    reads = counting_reads(monkeypatch)
    with Catalogue(tmp_path) as catalogue:
        outcome = refresh(tmp_path, catalogue.connection, stopped=lambda: len(reads) >= 4)
        assert not outcome.complete
        assert catalogue.counts()[0] == 4
        reads.clear()
        assert refresh(tmp_path, catalogue.connection).complete
        assert (len(reads), catalogue.counts()[0]) == (5, 9)


def test_a_library_whose_folder_cannot_be_looked_into_loses_nothing(tmp_path: Path, monkeypatch) -> None:
    root = tmp_path / "library"
    write(root, "one")
    assert titles(root) == ["one"]
    root.rename(tmp_path / "away")
    with Catalogue(root) as catalogue:
        try:
            refresh(root, catalogue.connection)
        except OSError:
            assert catalogue.counts()[0] == 1
        else:
            raise AssertionError("a library that is not there was read")


def test_a_briefing_is_found_by_its_id_without_looking_into_the_others(tmp_path: Path, monkeypatch) -> None:
    for name in ("one", "two", "three"):
        write(tmp_path, name, id=f"story-{name}")
    assert len(titles(tmp_path)) == 3
    looked: list[Path] = []
    look = folder.may_have_id
    monkeypatch.setattr(folder, "may_have_id", lambda path, one: looked.append(path) or look(path, one))
    (found_one,) = Library(tmp_path).find("story-two")
    assert (found_one, looked) == (tmp_path / "two.yaml", [])
    write(tmp_path, "four", id="story-four")
    (found_one,) = Library(tmp_path).find("story-four")
    assert found_one == tmp_path / "four.yaml"
    assert Library(tmp_path).find("story-five") == []


def test_a_file_that_is_too_large_is_read_once_more_may_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, "one")
    os.utime(path, ns=(10**18, 10**18))
    try:
        limit_size(50)
        for _ in range(2):
            assert [one.problems for one in listed(tmp_path)] == [1]
        limit_size()
        for _ in range(2):
            assert [(one.title, one.problems) for one in listed(tmp_path)] == [("one", 0)]
        limit_size(50)
        assert [one.problems for one in listed(tmp_path)] == [1]
    finally:
        limit_size()
