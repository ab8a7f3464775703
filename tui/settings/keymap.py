"""The keys that the user has set, held against the commands there are."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from tui.load.characters import shortened
from tui.load.document import REFUSED, Document
from tui.load.problem import Place, Problem, Severity
from tui.load.suggest import did_you_mean
from tui.settings.commands import Listed, listed
from tui.settings.keys import KEYS, called, key_of

_EXAMPLE: Final = "write `help: f1`, or `help: [f1, '?']`"

Keys = dict[str, tuple[str, ...]]


def read_keys(document: Document, path: Path) -> tuple[dict[str, str], list[Problem]]:
    """The setting `keys` of a file: Textual's names of the keys, parted by commas, by a command's id.

    A command that has no keys any more has "". A setting that cannot be kept is a problem, and the others hold.
    """
    reading = _Reading(document, path)
    keys = reading.keys()
    return {identifier: ",".join(one) for identifier, one in keys.items()}, reading.problems


class _Reading:
    def __init__(self, document: Document, path: Path) -> None:
        self.document = document
        self.path = path
        self.problems: list[Problem] = []

    def keys(self) -> Keys:
        written = self.document.values.get("keys")
        if written is None or written is REFUSED:
            return {}
        if not isinstance(written, dict):
            self._wrong((), "wrong-type", "`keys` takes commands and their keys", f"{_EXAMPLE} below it")
            return {}
        found: Keys = {}
        for identifier, value in written.items():
            if identifier not in listed():
                shown = shortened(identifier, 40)
                hint = did_you_mean(identifier, listed()) or "`brief config` prints the commands there are"
                self._wrong((identifier,), "unknown-command", f"there is no command `{shown}`", hint, key=True)
                continue
            keys = self._keys_of(identifier, value)
            if keys is not None:
                found[identifier] = keys
        return self._without_clashes(found)

    def _keys_of(self, identifier: str, value: Any) -> tuple[str, ...] | None:
        one_by_one = value if isinstance(value, list) else [value]
        keys: list[str] = []
        for index, one in enumerate(one_by_one):
            steps = (identifier, index) if isinstance(value, list) else (identifier,)
            if one is REFUSED:
                # It has been told why.
                return None
            if not isinstance(one, str) or not one:
                message = f"`{identifier}` takes a key, or a list of keys"
                self._wrong(steps, "wrong-type", message, f"{_EXAMPLE}; [] leaves it without a key")
                return None
            key = key_of(one)
            if not key:
                hint = (
                    did_you_mean(one, KEYS) or "a key is a sign, or a name such as f5, ctrl+p, escape, space, pagedown"
                )
                if "," in one:
                    hint = "write several keys as a list: [j, down]"
                self._wrong(steps, "unknown-key-name", f"there is no key `{shortened(one, 40)}`", hint)
                return None
            keys.append(key)
        if not keys and listed()[identifier].is_way_out:
            kept = " and ".join(map(called, listed()[identifier].keys))
            self._wrong((identifier,), "no-way-out", f"`{identifier}` cannot be without a key", f"it keeps {kept}")
            return None
        return tuple(dict.fromkeys(keys))

    def _without_clashes(self, keys: Keys) -> Keys:
        """The settings without those that would give two commands of one screen the same key; the first one stays."""
        while (clash := _clash(keys)) is not None:
            identifier, other, key = clash
            del keys[identifier]
            message = f"`{called(key)}` is the key of `{other.id}` too ({_lowered(other.does)})"
            hint = f"give `{other.id}` another key, or `{identifier}`; until then that keeps its own"
            self._wrong((identifier,), "key-clash", message, hint)
        return keys

    def _wrong(self, steps: tuple[str | int, ...], code: str, message: str, hint: str, *, key: bool = False) -> None:
        place: Place = self.document.place(("keys", *steps), key=key)
        self.problems.append(Problem(self.path, place, Severity.ERROR, code, message, hint))


def _clash(keys: Keys) -> tuple[str, Listed, str] | None:
    """The last setting that gives its command a key of another command, that other one, and the key."""
    for identifier in reversed(keys):
        here = listed()[identifier]
        for key in keys[identifier]:
            for other in _beside(here):
                if key in keys.get(other.id, other.keys):
                    return identifier, other, key
    return None


def _beside(here: Listed) -> Iterable[Listed]:
    """The commands that could do something on the same screen, but for those that share a key with it by design."""
    for other in listed().values():
        is_near = other.screen == here.screen or not other.screen or not here.screen
        if other.id != here.id and is_near and not set(other.keys) & set(here.keys):
            yield other


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
