"""Reading `config.yaml`."""

from pathlib import Path
from typing import Final

from tui.files.read import MEBIBYTE, UnreadableError, read_file
from tui.load.characters import shortened
from tui.load.compose import compose
from tui.load.decode import EncodingError, decode
from tui.load.document import REFUSED, Document
from tui.load.problem import FILE_START, Place, Problem, Severity
from tui.load.suggest import did_you_mean
from tui.settings.choice import THEME_NAME
from tui.settings.config import Settings
from tui.settings.keymap import read_keys

SETTINGS: Final = ("library", "theme", "keys")
"""What can be set."""


def read_settings(path: Path) -> Settings:
    """The settings in the file at `path`; what is wrong with it is among their problems, and the rest holds."""
    try:
        text = decode(read_file(path, MEBIBYTE))
    except UnreadableError as error:
        hint = error.hint if error.code != "too-large" else "`brief config` prints what a file of settings has"
        return Settings(problems=(_problem(path, FILE_START, error.code, f"the file {error.message}", hint),))
    except EncodingError as error:
        return Settings(problems=(_problem(path, error.place, "encoding", error.message, error.hint),))
    document, problems = compose(text, path)
    if document is None or document.values is None:
        # A file with nothing but comments sets nothing.
        return Settings(problems=tuple(one for one in problems if one.code != "empty"))
    if not isinstance(document.values, dict):
        problem = _problem(path, document.place(()), "wrong-type", "settings are keys and values", "write `library: …`")
        return Settings(problems=(*problems, problem))
    return _Reading(path, document, problems).settings()


class _Reading:
    """The values of one file."""

    def __init__(self, path: Path, document: Document, problems: list[Problem]) -> None:
        self.path = path
        self.document = document
        self.problems = list(problems)

    def settings(self) -> Settings:
        for key in self.document.values:
            if key not in SETTINGS:
                hint = did_you_mean(key, SETTINGS) or f"the settings are {', '.join(SETTINGS)}"
                self._wrong(key, f"there is no setting `{shortened(key, 40)}`", hint, "unknown-key", key=True)
        library = self._text("library", "a path", "write `library: ~/briefings`")
        theme = self._text("theme", "the name of a theme", "`brief themes` prints the names there are")
        if theme is not None and not THEME_NAME.fullmatch(theme):
            self._wrong("theme", "`theme` takes the name of a theme", "`brief themes` prints the names there are")
            theme = None
        keys, wrong = read_keys(self.document, self.path)
        self.problems += wrong
        return Settings(self._folder(library), theme, keys, tuple(sorted(self.problems, key=lambda one: one.sort_key)))

    def _text(self, key: str, kind: str, hint: str) -> str | None:
        written = self.document.values.get(key)
        if written is None or isinstance(written, str):
            return written or None
        if written is REFUSED:
            # It has been told why.
            return None
        self._wrong(key, f"`{key}` takes {kind}", hint)
        return None

    def _folder(self, written: str | None) -> Path | None:
        if written is None:
            return None
        try:
            return self.path.parent / Path(written).expanduser()
        except RuntimeError:
            self._wrong("library", "there is no such user", "write the folder's whole path")
            return None

    def _wrong(self, name: str, message: str, hint: str, code: str = "wrong-type", *, key: bool = False) -> None:
        self.problems.append(_problem(self.path, self.document.place((name,), key=key), code, message, hint))


def _problem(path: Path, place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(path, place, Severity.ERROR, code, message, hint)
