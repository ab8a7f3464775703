"""Reading `config.yaml`."""

from pathlib import Path

from tui.files.read import UnreadableError, read_file
from tui.load.characters import printable
from tui.load.compose import compose
from tui.load.decode import EncodingError, decode
from tui.load.problem import FILE_START, Place, Problem, Severity
from tui.load.suggest import did_you_mean
from tui.settings.config import Settings

_KEYS = ("library",)


def read_settings(path: Path) -> Settings:
    """The settings in the file at `path`; what is wrong with it is among their problems."""
    try:
        text = decode(read_file(path))
    except UnreadableError as error:
        return Settings(problems=(_problem(path, FILE_START, error.code, f"the file {error.message}", error.hint),))
    except EncodingError as error:
        return Settings(problems=(_problem(path, error.place, "encoding", error.message, error.hint),))
    document, problems = compose(text, path)
    if document is None or document.values is None:
        # A file with nothing but comments sets nothing.
        return Settings(problems=tuple(one for one in problems if one.code != "empty"))
    if not isinstance(document.values, dict):
        problem = _problem(path, document.place(()), "wrong-type", "settings are keys and values", "write `library: …`")
        return Settings(problems=(*problems, problem))
    for key in document.values:
        if key not in _KEYS:
            place = document.place((key,), key=True)
            hint = did_you_mean(key, _KEYS) or f"the settings are {', '.join(_KEYS)}"
            message = f"there is no setting `{printable(key[:40])}`"
            problems.append(_problem(path, place, "unknown-key", message, hint))
    written = document.values.get("library")
    if written is not None and not isinstance(written, str):
        place = document.place(("library",))
        problems.append(_problem(path, place, "wrong-type", "`library` takes a path", "write `library: ~/briefings`"))
        written = None
    return Settings((path.parent / Path(written).expanduser()) if written else None, tuple(problems))


def _problem(path: Path, place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(path, place, Severity.ERROR, code, message, hint)
