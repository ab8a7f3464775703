"""Theme files: YAML with the fields of Textual's `Theme`, read into values. Nothing here knows Textual."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tui.files.folders import config_folder, shipped_folder
from tui.files.read import MEBIBYTE, UnreadableError, read_file
from tui.load.characters import printable, shortened
from tui.load.compose import compose
from tui.load.decode import EncodingError, decode
from tui.load.document import Document
from tui.load.problem import FILE_START, Place, Problem, Severity
from tui.load.suggest import did_you_mean
from tui.settings.choice import THEME_NAME
from tui.settings.colour import OF_THE_TERMINAL, parse
from tui.settings.colour_names import NAMES

COLOURS: Final = (
    "primary",
    "secondary",
    "warning",
    "error",
    "success",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "boost",
)
_SWITCHES: Final = ("dark", "ansi")
_FRACTIONS: Final = ("luminosity_spread", "text_alpha")
_KEYS: Final = ("name", *COLOURS, *_SWITCHES, *_FRACTIONS, "variables")

_EMPTY_HINT: Final = "begin it with `name:` and `primary:`"
_VARIABLE: Final = re.compile(r"[a-z][a-z0-9-]{0,59}")
# What a file says goes into stylesheets: nothing but these may.
_ONE_COLOUR: Final = (
    r"(?:#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})|[a-z][a-z_0-9]{0,39}|(?:rgb|hsl)a?\([-0-9.,%]{1,40}\))"
)
_COLOUR: Final = re.compile(_ONE_COLOUR)
_COLOUR_AND_OPACITY: Final = re.compile(rf"{_ONE_COLOUR}(?: [0-9]{{1,3}}%)?")
_STYLE_WORD: Final = r"(?:not )?(?:bold|dim|italic|reverse|strike|underline|none)"
_STYLE: Final = re.compile(rf"{_STYLE_WORD}(?: {_STYLE_WORD}){{0,5}}")


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A theme as its file has it; what the file does not say is not there, and Textual's own value holds.

    `colours` has some of COLOURS, `variables` any of the stylesheets' variables without their `$`. `places` has where
    the value of each of them stands, for what turns out to be wrong only when the theme is used.
    """

    name: str
    path: Path
    dark: bool
    colours: Mapping[str, str]
    variables: Mapping[str, str]
    ansi: bool = False
    fractions: Mapping[str, float] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict, repr=False)


def theme_folders() -> tuple[Path, ...]:
    """Where themes are looked for: what ships with the program, then the user's, which win over those."""
    return shipped_folder("themes"), config_folder() / "themes"


def load_themes(folders: tuple[Path, ...] | None = None) -> tuple[tuple[ThemeFile, ...], tuple[Problem, ...]]:
    """The themes of these folders (None: the usual ones) by their file's name, and what is wrong with the others.

    A theme takes the place of one with the same name in an earlier folder; of two in one folder the second is wrong.
    """
    themes: dict[str, ThemeFile] = {}
    problems: list[Problem] = []
    for folder in theme_folders() if folders is None else folders:
        here: dict[str, ThemeFile] = {}
        for path in _theme_paths(folder):
            theme, found = load_theme(path)
            problems += found
            if theme is None:
                continue
            if theme.name in here:
                problems.append(_duplicate(theme, here[theme.name].path))
            else:
                here[theme.name] = theme
        themes |= here
    return tuple(themes.values()), tuple(problems)


def _theme_paths(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"})
    except OSError:
        return []


def _duplicate(theme: ThemeFile, other: Path) -> Problem:
    message = f"there is a theme `{theme.name}` already, in {shortened(other.name)}"
    place = theme.places.get("name", FILE_START)
    return _problem(theme.path, place, "duplicate-theme", message, "give one of the two another `name`")


def load_theme(path: Path) -> tuple[ThemeFile | None, tuple[Problem, ...]]:
    """One theme file; there is no theme where anything is wrong with it."""
    try:
        text = decode(read_file(path, MEBIBYTE))
    except UnreadableError as error:
        hint = error.hint if error.code != "too-large" else "a theme is a page of colours"
        return None, (_problem(path, FILE_START, error.code, f"the file {error.message}", hint),)
    except EncodingError as error:
        return None, (_problem(path, error.place, "encoding", error.message, error.hint),)
    document, problems = compose(text, path)
    if document is None or problems:
        return None, tuple(one._replace(hint=_EMPTY_HINT) if one.code == "empty" else one for one in problems)
    if not isinstance(document.values, dict):
        message, hint = "a theme is keys and values", _EMPTY_HINT
        return None, (_problem(path, document.place(()), "wrong-type", message, hint),)
    reading = _Reading(path, document)
    theme = reading.theme()
    return (None if reading.problems else theme), tuple(reading.problems)


class _Reading:
    """One file's values, checked one by one."""

    def __init__(self, path: Path, document: Document) -> None:
        self.path = path
        self.document = document
        self.values: dict[str, Any] = document.values
        self.problems: list[Problem] = []

    def theme(self) -> ThemeFile:
        for key in self.values:
            if key not in _KEYS:
                hint = did_you_mean(key, _KEYS) or f"the keys are {', '.join(_KEYS)}"
                self._wrong((key,), f"a theme has no key `{printable(key[:40])}`", hint, "unknown-key", key=True)
        name = self._name()
        if "primary" not in self.values:
            self._wrong((), "a theme needs `primary`", "add a colour: `primary: '#7aa2c8'`", "missing-key")
        colours: dict[str, str] = {key: self._colour(key) for key in COLOURS if key in self.values}
        return ThemeFile(
            name,
            self.path,
            self._switch("dark", default=True),
            colours,
            self._variables(),
            self._switch("ansi", default=False),
            {key: self._fraction(key) for key in _FRACTIONS if key in self.values},
            self._places(),
        )

    def _places(self) -> dict[str, Place]:
        variables = self.values.get("variables")
        within = variables if isinstance(variables, dict) else {}
        return {
            **{key: self.document.place((key,)) for key in self.values},
            **{key: self.document.place(("variables", key)) for key in within},
        }

    def _name(self) -> str:
        written = self.values.get("name", self.path.stem)
        if isinstance(written, str) and THEME_NAME.fullmatch(written):
            return written
        message, hint = "a theme's name is letters, digits and hyphens, 40 at most", "write `name: my-theme`"
        self._wrong(("name",), message, hint)
        return ""

    def _colour(self, key: str) -> str:
        written = self.values[key]
        if isinstance(written, str) and _COLOUR.fullmatch(written):
            self._need_colour((key,), written)
            return written
        self._wrong((key,), f"`{key}` takes a colour", "write it in quotes, as in '#7aa2c8': a bare # begins a comment")
        return ""

    def _need_colour(self, steps: tuple[str, ...], written: str) -> None:
        if written in OF_THE_TERMINAL or parse(written) is not None:
            return
        hint = did_you_mean(written, (*NAMES, *OF_THE_TERMINAL)) or "write it as in '#7aa2c8', or by its name in CSS"
        self._wrong(steps, f"“{written}” is no colour", hint)

    def _switch(self, key: str, *, default: bool) -> bool:
        written = self.values.get(key, str(default).lower())
        if written not in {"true", "false"}:
            self._wrong((key,), f"`{key}` is true or false", f"write `{key}: {str(default).lower()}`")
        return bool(written == "true")

    def _fraction(self, key: str) -> float:
        written = self.values[key]
        if isinstance(written, str) and re.fullmatch(r"[01]|[01]?\.[0-9]{1,6}", written) and float(written) <= 1:
            return float(written)
        self._wrong((key,), f"`{key}` takes a number from 0 to 1", f"write `{key}: 0.15`")
        return 0.0

    def _variables(self) -> dict[str, str]:
        written = self.values.get("variables")
        if written is None:
            return {}
        if not isinstance(written, dict):
            self._wrong(("variables",), "`variables` takes keys and values", "write `border: '#7aa2c8'` below it")
            return {}
        for key, value in written.items():
            if not _VARIABLE.fullmatch(key):
                message = f"`{printable(key[:40])}` is no variable's name"
                self._wrong(("variables", key), message, "write it as in `text-muted`, without a $", key=True)
                continue
            of_style = key.endswith("style")
            allowed = _STYLE if of_style else _COLOUR_AND_OPACITY
            if not isinstance(value, str) or not allowed.fullmatch(value):
                kind, example = ("a text style", "bold") if of_style else ("a colour", "#7aa2c8")
                self._wrong(("variables", key), f"`{key}` takes {kind}", f"write it in quotes, as in '{example}'")
            elif not of_style and value.split()[0] != "auto":
                self._need_colour(("variables", key), value.split()[0])
        return dict(written)

    def _wrong(
        self, steps: tuple[str, ...], message: str, hint: str, code: str = "wrong-value", *, key: bool = False
    ) -> None:
        self.problems.append(_problem(self.path, self.document.place(steps, key=key), code, message, hint))


def _problem(path: Path, place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(path, place, Severity.ERROR, code, message, hint)
