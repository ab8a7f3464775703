"""Whatever stands in the state's place, the reader works, says so, and loses nothing."""

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tui.reader import folder as folders
from tui.reader import opening, schema
from tui.reader.reader import NotKeptError, ReaderState
from tui.reader.store import Store

ONE, TWO = b"1" * 16, b"2" * 16
LATER = (*schema.SCRIPTS, ("ALTER TABLE note ADD COLUMN colour TEXT", "UPDATE note SET colour = 'blue'"))


@pytest.fixture
def place(tmp_path):
    return tmp_path / "state"


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A state with something in it that was closed."""
    place = tmp_path_factory.mktemp("written")
    state = ReaderState(place)
    for number in range(30):
        state.notes.write("story", f"item-{number}", f"Note {number} " * 400, label="An item", private=False)
    state.seen.mark("story", {"a": ONE})
    state.close()
    return place


@pytest.fixture
def kept(written, place):
    """The file of a state with something in it, which may be damaged."""
    shutil.copytree(written, place)
    return place / "reader.sqlite"


@pytest.fixture
def opened(place):
    """Opens the state as another process would, and closes it in the end."""
    states = []

    def one() -> ReaderState:
        states.append(ReaderState(place))
        return states[-1]

    yield one
    for state in states:
        state.close()


def _begins_with_other_bytes(path: Path) -> None:
    path.write_bytes(b"This is a letter, not a database.\n" * 200)


def _is_cut_in_a_page(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 + 100)


def _is_cut_between_pages(path: Path) -> None:
    os.truncate(path, 4096 * 3)


def _is_cut_in_its_header(path: Path) -> None:
    os.truncate(path, 50)


def _has_pages_of_zeros(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 8] = bytes(4096 * 7)
    path.write_bytes(content)


def _has_pages_of_noise(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 : -4096] = bytes(number * 37 % 256 for number in range(len(content) - 4096 * 3))
    path.write_bytes(content)


def _is_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "mine.txt").write_text("mine")


def _is_a_fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _belongs_to_another_program(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE songs (name TEXT)")
    other.commit()
    other.close()


def _lacks_a_table(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("DROP TABLE bookmark")
    other.commit()
    other.close()


@pytest.mark.parametrize(
    "damage",
    [
        _begins_with_other_bytes,
        _is_cut_in_a_page,
        _is_cut_between_pages,
        _is_cut_in_its_header,
        _has_pages_of_zeros,
        _has_pages_of_noise,
        _is_a_folder,
        _is_a_fifo,
        _belongs_to_another_program,
        _lacks_a_table,
    ],
    ids=lambda one: one.__name__.strip("_"),
)
def test_a_damaged_file_is_set_aside_with_a_word_and_a_new_one_begun(kept, opened, damage):
    damage(kept)
    before = kept.read_bytes() if kept.is_file() else None
    state = opened()

    assert state.notes.all() == ()
    (said,) = state.take_sentences()
    aside = next(kept.parent.glob("reader.sqlite.damaged-*Z"))
    assert f"It is kept as {aside}" in said
    assert aside.read_bytes() == before if before is not None else not aside.is_file()

    state.seen.mark("story", {"a": ONE})
    assert state.is_kept
    assert not opened().seen.news("story", {"a": ONE}).unread
    assert state.take_sentences() == ()


def test_what_sqlite_had_beside_a_damaged_file_goes_with_it(kept, opened):
    _begins_with_other_bytes(kept)
    for ending in ("-wal", "-shm"):
        kept.with_name(kept.name + ending).write_bytes(b"beside")

    opened().notes.all()

    names = sorted(one.name.partition("Z")[2] for one in kept.parent.glob("*.damaged-*"))
    assert names == ["", "-shm", "-wal"]


def test_two_damaged_files_of_one_second_are_both_kept(kept, opened):
    for _ in range(2):
        _begins_with_other_bytes(kept)
        state = opened()
        state.notes.all()
        state.close()

    assert len(list(kept.parent.glob("*.damaged-*"))) == 2


def test_an_empty_file_is_begun_like_a_new_one(place, opened):
    place.mkdir()
    (place / "reader.sqlite").touch()
    state = opened()

    state.seen.mark("story", {"a": ONE})

    assert state.take_sentences() == ()
    assert not opened().seen.news("story", {"a": ONE}).unread


def test_damage_that_comes_while_the_file_is_open_is_met_in_the_same_way(kept, opened):
    state = opened()
    assert len(state.notes.all()) == 30
    # What SQLite holds in memory would hide it.
    state._store._open().connection.execute("PRAGMA shrink_memory")
    _has_pages_of_noise(kept)

    assert state.notes.all() == ()

    state.notes.write("story", "a", "Again", label="A", private=False)
    assert [one.text for one in opened().notes.all()] == ["Again"]
    assert "is damaged" in " ".join(state.take_sentences())


def test_a_file_that_is_taken_away_is_begun_anew(kept, opened):
    state = opened()
    assert state.notes.on("story", "item-1") is not None

    for one in kept.parent.iterdir():
        one.unlink()
    state.seen.mark("story", {"b": TWO})

    assert not opened().seen.news("story", {"b": TWO}).unread


def test_only_the_user_may_read_it(kept, opened, monkeypatch):
    state = opened()
    state.notes.write("story", "a", "Mine", label="A", private=False)

    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in kept.parent.iterdir()}
    assert modes == dict.fromkeys(("reader.sqlite", "reader.sqlite-wal", "reader.sqlite-shm", "reader.lock"), 0o600)
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_an_open_folder_is_closed_to_others(place, opened):
    place.mkdir(mode=0o755)
    opened().notes.all()

    assert stat.S_IMODE(place.stat().st_mode) == 0o700


def test_where_no_folder_can_be_made_the_reader_works_until_it_is_left(tmp_path):
    (tmp_path / "file").write_text("a file")
    state = ReaderState(tmp_path / "file" / "state")

    state.seen.mark("story", {"a": ONE})
    state.notes.write("story", "a", "Mine", label="A", private=False)

    assert not state.seen.news("story", {"a": ONE}).unread
    assert state.notes.on("story", "a").text == "Mine"
    assert not state.is_kept
    (said,) = state.take_sentences()
    assert "cannot be kept" in said
    assert "until you leave" in said
    state.close()


def test_what_may_only_be_read_is_shown_and_stays_as_it_is(kept, opened, monkeypatch):
    before = kept.read_bytes()
    open_file = os.open

    def refuse(path, flags, *rest, **named):
        if flags & os.O_RDWR and str(path).startswith(str(kept.parent)):
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", refuse)
    state = opened()

    assert len(state.notes.all()) == 30
    state.notes.write("story", "a", "Mine", label="A", private=False)
    assert state.notes.on("story", "a").text == "Mine"
    assert "(permission denied)" in state.take_sentences()[0]
    state.close()
    assert kept.read_bytes() == before


def test_a_file_of_a_newer_version_is_read_and_never_changed(kept, place, opened):
    newer = Store(place, LATER)
    newer.read("SELECT 1")
    newer.close()
    before = kept.read_bytes()
    state = opened()

    assert len(state.notes.all()) == 30
    state.seen.mark("story", {"b": TWO})
    assert not state.seen.news("story", {"b": TWO}).unread
    assert "a newer brief" in state.take_sentences()[0]
    assert not state.is_kept
    state.close()

    assert kept.read_bytes() == before
    assert not list(place.glob("*.damaged-*"))


def test_a_newer_version_with_other_tables_is_left_alone_too(kept, place, opened):
    newer = Store(place, (*schema.SCRIPTS, ("ALTER TABLE note RENAME TO remark",)))
    newer.read("SELECT 1")
    newer.close()
    before = kept.read_bytes()

    assert opened().notes.all() == ()
    assert kept.read_bytes() == before


def test_an_older_version_is_copied_before_it_is_changed(kept, place):
    old = kept.read_bytes()

    store = Store(place, LATER)
    assert store.read("SELECT count(*), min(colour) FROM note") == [(30, "blue")]
    store.close()

    (copy,) = place.glob("reader.sqlite.before-version-2-*")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert copy.stat().st_size == len(old)
    backup = sqlite3.connect(copy)
    assert backup.execute("SELECT count(*) FROM note").fetchone() == (30,)
    assert backup.execute("PRAGMA user_version").fetchone() == (1,)
    backup.close()
    assert store.take_sentences() == ()


def test_a_migration_that_fails_leaves_the_older_version_whole(kept, place, opened):
    store = Store(place, (*schema.SCRIPTS, ("DELETE FROM note", "ALTER TABLE nothing ADD COLUMN colour TEXT")))

    store.read("SELECT 1")

    assert "nothing" in store.take_sentences()[0]
    store.close()
    assert len(opened().notes.all()) == 30


def test_a_note_that_cannot_be_kept_is_not_lost_without_a_word(kept, place, opened, monkeypatch):
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    state = opened()
    state.notes.all()
    other = sqlite3.connect(kept, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(NotKeptError, match="could not be kept: database is locked"):
        state.notes.write("story", "a", "Mine", label="A", private=False)
    state.seen.mark("story", {"b": TWO})
    # What was read counts as read all the same, and one sentence says that it is not kept.
    assert not state.seen.news("story", {"b": TWO}).unread
    state.seen.mark("story", {"b": TWO})
    assert len(state.take_sentences()) == 1
    other.execute("ROLLBACK")
    other.close()


def test_a_full_disk_leaves_what_was_there_whole(place, opened):
    state = opened()
    state.notes.write("story", "a", "Mine", label="A", private=False)
    connection = state._store._open().connection
    connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")

    with pytest.raises(NotKeptError, match="could not be kept: database or disk is full"):
        state.notes.write("story", "b", "Too long " * 10_000, label="B", private=False)

    state.seen.mark_all({"story": {f"item-{number}": number.to_bytes(16, "big") for number in range(10_000)}})
    assert len(state.take_sentences()) == 1
    assert [one.text for one in state.notes.all()] == ["Mine"]
    assert [one.text for one in opened().notes.all()] == ["Mine"]


def test_another_process_that_holds_the_folder_is_not_waited_for_without_end(place, opened, monkeypatch):
    monkeypatch.setattr(folders, "PATIENCE", 0.05)
    place.mkdir()

    with folders.entered(place):
        state = opened()
        assert state.notes.all() == ()

    assert "another brief is opening it" in state.take_sentences()[0]


_WRITER = """
import sys
from pathlib import Path
from tui.reader.reader import ReaderState

state = ReaderState(Path(sys.argv[1]))
for number in range(1_000_000):
    state.notes.write("story", f"item-{number % 50}", f"Note {number} " * 50, label="An item", private=False)
    state.seen.mark("story", {f"item-{number}": number.to_bytes(16, "big")})
    print(number, flush=True)
"""


def test_a_kill_in_the_midst_of_writing_leaves_the_file_sound(place, opened):
    with subprocess.Popen([sys.executable, "-c", _WRITER, place], stdout=subprocess.PIPE, text=True) as writer:
        last = 0
        for line in writer.stdout:
            last = int(line)
            if last >= 60:
                writer.send_signal(signal.SIGKILL)
                break
    state = opened()

    assert len(state.notes.all()) == 50
    assert state.notes.on("story", f"item-{last % 50}").text.startswith("Note ")
    items = {f"item-{number}": number.to_bytes(16, "big") for number in range(last + 1)}
    assert not state.seen.news("story", items).unread
    assert state.take_sentences() == ()
    assert state._store.read("PRAGMA integrity_check") == [("ok",)]


def test_threads_and_processes_write_at_once_and_nothing_is_lost(place, opened):
    script = _WRITER.replace("1_000_000", "20").replace('"story"', "sys.argv[2]")
    state = opened()
    state.notes.all()
    processes = [
        subprocess.Popen([sys.executable, "-c", script, place, f"story-{one}"], stdout=subprocess.DEVNULL)
        for one in range(2)
    ]

    def work(number: int) -> None:
        for item in range(20):
            state.notes.write(f"thread-{number}", f"item-{item}", "Note", label="An item", private=False)
            state.seen.mark(f"thread-{number}", {f"item-{item}": bytes([number, item]) * 8})

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    for one in processes:
        assert one.wait() == 0

    assert len(state.notes.all()) == 6 * 20
    counts = {(number, item): bytes([number, item]) * 8 for number in range(4) for item in range(20)}
    assert state.seen.count_new({"all": counts.values()}) == {"all": 0}
    assert state.take_sentences() == ()


def test_what_is_slow_to_import_waits_until_it_is_used():
    script = """
import sys
from pathlib import Path
from tui.reader.reader import ReaderState
state = ReaderState(Path(sys.argv[1]))
assert "sqlite3" not in sys.modules
state.choices.get("theme")
assert "sqlite3" in sys.modules
for name in ("pydantic", "yaml", "textual", "platformdirs"):
    assert name not in sys.modules, name
"""
    subprocess.run([sys.executable, "-c", script, os.devnull], check=True)
