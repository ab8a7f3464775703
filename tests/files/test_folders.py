"""Where things are kept."""

import sys
from pathlib import Path

from tui.files.folders import config_folder, data_folder, state_folder


def test_the_state_has_a_folder_of_its_own_that_can_be_set(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    assert state_folder().is_relative_to(tmp_path)
    if sys.platform == "linux":
        assert state_folder() == tmp_path / ".local/state/brief"
        assert state_folder() not in {config_folder(), data_folder()}
        monkeypatch.setenv("XDG_STATE_HOME", "/elsewhere")
        assert state_folder() == Path("/elsewhere/brief")
