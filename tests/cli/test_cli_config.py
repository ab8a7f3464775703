import os
from pathlib import Path

from golden import assert_golden

pytest_plugins = ("running",)

GOLDEN = Path(__file__).parent / "golden"


def test_the_documented_file_is_printed(brief):
    outcome = brief("config")
    assert (outcome.code, outcome.err) == (0, "")
    assert_golden(outcome.out, GOLDEN / "config.yaml")


def test_it_is_written_once_to_where_settings_are_read_from(brief, home):
    path = brief("config", "--path").out.strip()
    outcome = brief("config", "--write")
    assert (outcome.code, outcome.out.strip()) == (0, path)
    assert "is written" in outcome.err
    assert Path(path).read_text(encoding="utf-8") == brief("config").out
    Path(path).write_text("theme: brief-mist\n", encoding="utf-8")
    refused = brief("config", "--write")
    assert (refused.code, refused.out) == (1, "")
    assert "exists already" in refused.err
    assert Path(path).read_text(encoding="utf-8") == "theme: brief-mist\n"
    assert brief("config", "--write", "--force").code == 0
    assert Path(path).read_text(encoding="utf-8") == brief("config").out


def test_where_it_cannot_be_written_a_sentence_says_so(brief, home):
    folder = Path(os.environ["XDG_CONFIG_HOME"])
    folder.parent.mkdir(parents=True)
    folder.write_text("a file in the place of the folder")
    outcome = brief("config", "--write")
    assert (outcome.code, outcome.out) == (1, "")
    assert "could not be written" in outcome.err
    assert "`brief config` prints it" in outcome.err


def test_options_that_exclude_each_other_are_wrong_usage(brief):
    assert brief("config", "--write", "--path").code == 2
    assert brief("config", "--force").code == 2


def test_what_is_wrong_in_the_file_is_told_by_path_and_by_every_command(brief, home, sample_root):
    assert brief("config", "--write").code == 0
    path = Path(brief("config", "--path").out.strip())
    path.write_text("keys:\n  hepl: f1\n  library.read: t\n", encoding="utf-8")
    for arguments in (["config", "--path"], ["list", "--library", sample_root], ["themes"]):
        outcome = brief(*arguments)
        assert f"{path.name}:2:3: error[unknown-command]: there is no command `hepl`" in outcome.err
        assert "did you mean `help`?" in outcome.err
        assert "config.yaml:3:17: error[key-clash]: `t` is the key of `library.topics` too" in outcome.err
        assert outcome.out
    assert brief("config", "--path").code == 1
    assert brief("list", "--library", sample_root).code == 0
