"""Another version of a briefing: from another file, or from a commit."""

from pathlib import Path

import click

from tui.cli.failure import FOUND_WRONG, WRONG_USAGE, Failure
from tui.cli.shown import shown_path
from tui.cli.streams import tell
from tui.cli.target import Target, lone
from tui.cli.wrong import counted, usable
from tui.files.git import GitError, commit_of, file_at
from tui.files.read import UnreadableError, read_file
from tui.load.briefing import Loaded, load_text
from tui.load.decode import EncodingError, decode
from tui.load.names import SHARED_NAME
from tui.load.problem import Severity
from tui.load.shared import LoadedShared, load_shared_text
from tui.model.briefing import Briefing


def from_file(ctx: click.Context, path: Path, target: Target) -> Briefing:
    """The version of a briefing that stands in another file, with what its own library shares, else the briefing's.

    It is read as if it stood where the briefing does, so that its name makes no other id. Raises Failure where nothing
    of it can be shown.
    """
    name = shown_path(path)
    if path.is_dir():
        raise Failure(f"“{name}” is a folder", "name a file in it", WRONG_USAGE)
    library, path = lone(ctx, path)
    try:
        text = decode(read_file(path))
    except UnreadableError as error:
        code = WRONG_USAGE if error.code == "no-such-file" else FOUND_WRONG
        raise Failure(f"“{name}” {error.message}", error.hint, code) from None
    except EncodingError as error:
        raise Failure(f"“{name}”: {error.message}", error.hint) from None
    return _shown(_loaded(text, target, library.shared or target.library.shared), f"“{name}”")


def at_commit(revision: str, target: Target) -> Briefing:
    """The version of a briefing at a commit, with what its library shared then.

    Raises Failure where there is no such revision, or the file was not there.
    """
    path, root = target.path.resolve(), target.library.root.resolve()
    try:
        commit = commit_of(path.parent, revision)
        content = file_at(path, commit)
        shared = file_at(root / SHARED_NAME, commit)
    except GitError as error:
        raise Failure(error.message, error.hint, WRONG_USAGE if error.named else FOUND_WRONG) from None
    if content is None:
        raise Failure(f"{shown_path(target.path)} was not there at “{revision}”", code=WRONG_USAGE)
    try:
        text = decode(content)
        common = load_shared_text(decode(shared), root / SHARED_NAME, root) if shared is not None else None
    except EncodingError as error:
        raise Failure(f"at “{revision}”: {error.message}") from None
    return _shown(_loaded(text, target, common), f"the version at “{revision}”")


def _loaded(text: str, target: Target, shared: LoadedShared | None) -> Loaded:
    return load_text(text, target.path, target.library.root, shared)


def _shown(loaded: Loaded, name: str) -> Briefing:
    briefing = usable(loaded, "shown", name)
    errors = sum(one.severity is Severity.ERROR for one in loaded.problems)
    if errors:
        tell(f"{name} is partly wrong ({counted(errors)}): what is left out of it seems new")
    return briefing
