"""Writing a result to the file that was named for it, and to no other."""

from pathlib import Path

import click

from tui.cli import options
from tui.cli.failure import Failure
from tui.cli.shown import shown_path
from tui.files.atomic import ExistsError, write_atomically
from tui.library.protection import known_libraries, refusal
from tui.load.briefing import Loaded
from tui.settings.config import load_settings


def write_file(path: Path, text: str, exported: Loaded, ctx: click.Context, *, force: bool) -> None:
    """Write `text`, made from `exported`, to `path`, whole or not at all; an existing file is replaced by `force`.

    Raises Failure where it exists, where it is a link or no regular file, and where it is a library's: a library.yaml,
    quotes.lock, a briefing, or a stored text. Only an earlier export of the same briefing, outside of any library that
    is known, is not.
    """
    name = shown_path(path)
    libraries = known_libraries(options.asked(ctx).library, load_settings().library)
    try:
        refused = refusal(path, exported, libraries, may_replace_export=True)
        if refused is not None:
            raise Failure(f"{name} {refused.reason}", refused.hint)
        write_atomically(path, text.encode("utf-8", "backslashreplace"), replace=force, follow=False)
    except ExistsError:
        raise Failure(f"{name} exists already", "--force replaces it") from None
    except OSError as error:
        raise unwritable(name, error) from None


def unwritable(name: str, error: OSError) -> Failure:
    """The sentence for a file that could not be written."""
    reason = error.strerror or str(error)
    return Failure(f"{name} could not be written: {reason[:1].lower()}{reason[1:]}")
