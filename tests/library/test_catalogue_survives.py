import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cataloguing import counting_reads, dump, listed, titles, write

from tui.library.catalogue import keeping
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.database import Place, indexing, is_in_memory
from tui.library.catalogue.refresh import refresh

PROJECT = Path(__file__).parent.parent.parent

KILLED = """
import os, signal, sys
from pathlib import Path
from tui.library.catalogue import refresh, workers
from tui.library.catalogue.catalogue import Catalogue

def told(progress):
    if progress.done >= 6:
        os.kill(os.getpid(), signal.SIGKILL)

def main():
    refresh._COMMIT = float(sys.argv[2])
    workers._AT_A_TIME = 1
    workers._WORTH_IT = int(sys.argv[3])
    root = Path(sys.argv[1])
    refresh.refresh(root, Catalogue(root).connection, told=told)

if __name__ == "__main__":
    main()
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = tmp_path / "library"
    (root / "texts").mkdir(parents=True)
    (root / "library.yaml").write_text("actors: [{id: mayor, name: Ana Ruiz}]\n")
    for number in range(12):
        (root / "texts" / f"{number}.txt").write_text(f"The stored text of number {number}.")
        write(
            root,
            f"story-{number:02}",
            topics=["transport/ferries"],
            sources=[{"id": "report", "title": "A report", "text": f"texts/{number}.txt"}],
            questions=[{"id": "toll", "text": "Will there be a toll?", "decided_by": ["mayor"], "due": "2024-09"}],
        )
    return root


@pytest.mark.parametrize("worth_it", [0, 10**9], ids=["on every core", "in one process"])
@pytest.mark.parametrize("commit", ["0", "100"], ids=["after a commit", "before one"])
def test_killed_in_the_middle_of_reading_nothing_is_wrong_and_nothing_there_twice(
    library: Path, tmp_path: Path, commit: str, worth_it: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    ran = subprocess.run(
        [sys.executable, str(script), str(library), commit, str(worth_it)],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=False,
        timeout=60,
    )
    assert ran.returncode == -signal.SIGKILL
    reads = counting_reads(monkeypatch)
    assert len(listed(library)) == 12
    assert (len(reads) < 12) == (commit == "0")
    after_the_kill = dump(library)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    listed(library)
    assert after_the_kill == dump(library)


@pytest.mark.parametrize("damage", ["garbage", "truncated", "tables gone", "older", "empty", "holes"])
def test_a_catalogue_that_is_damaged_or_older_is_made_anew_without_a_question(library: Path, damage: str) -> None:
    before = listed(library)
    place = Place(library).file
    with Catalogue(library) as catalogue:
        run = catalogue.connection.execute
        if damage == "tables gone":
            run("DROP TABLE briefings")
        elif damage == "older":
            run("PRAGMA user_version = 0")
            run("CREATE TABLE what_it_was (id INTEGER)")
        run("PRAGMA wal_checkpoint(TRUNCATE)")
    content = place.read_bytes()
    damaged = {
        "garbage": b"no database at all" * 1000,
        "truncated": content[: len(content) // 3],
        "empty": b"",
        "holes": content[:4096] + b"\xaa" * (len(content) - 4096),
    }
    if damage in damaged:
        place.write_bytes(damaged[damage])
    assert keeping.ask(library, lambda catalogue, _: catalogue.everything()) == before


def test_where_the_cache_cannot_be_written_the_catalogue_is_in_memory(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with Catalogue(library) as catalogue, Catalogue(library) as reading:
        refresh(library, catalogue.connection)
        assert reading.counts()[0] == 12
        assert is_in_memory(library)
        write(library, "story-00", title="Changed")
        refresh(library, catalogue.connection)
        assert "Changed" in [one.title for one in reading.some(reading.numbers())]


def test_one_process_reads_at_a_time_and_another_has_what_is_there(library: Path) -> None:
    assert len(titles(library)) == 12
    write(library, "newer")
    with indexing(library) as is_ours, Catalogue(library) as catalogue:
        assert is_ours
        outcome = refresh(library, catalogue.connection)
        assert (outcome.complete, outcome.changed, catalogue.counts()[0]) == (False, False, 12)
    assert len(titles(library)) == 13


def test_several_processes_that_begin_at_once_agree(library: Path) -> None:
    command = [sys.executable, "-m", "tui", "list", "--json", "--library", str(library)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) for _ in range(4)]
    answers = [one.communicate(timeout=60)[0] for one in running]
    assert [one.returncode for one in running] == [0] * 4
    assert answers[0].count(b'"id": "story-') == 12
    assert len(set(answers)) == 1


def test_only_its_user_can_read_a_catalogue(library: Path) -> None:
    listed(library)
    place = Place(library)
    assert place.file.stat().st_mode & 0o077 == 0
    assert place.folder.stat().st_mode & 0o077 == 0
