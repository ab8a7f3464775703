"""A file as it was at a commit, read by the program `git`: from the repository itself, and from nowhere else."""

import os
import subprocess
from pathlib import Path
from typing import Final

from tui.files.read import SIZE_LIMIT

_SECONDS: Final = 60
# Nothing is asked of anybody, and nothing is fetched where a clone is partial.
_ENVIRONMENT: Final = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
}


# Set for hooks, and of the repository in which one of them runs: here it is the one around the file.
_OF_ANOTHER: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX")


class GitError(Exception):
    """What cannot be read: `message` is a sentence for people, `hint` what to do; `named` where the name is wrong."""

    def __init__(self, message: str, hint: str = "", *, named: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.named = named


def commit_of(folder: Path, revision: str) -> str:
    """The full id of the commit that `revision` names in the repository around `folder`. Raises GitError for none."""
    inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0 or inside.stdout.strip() != b"true":
        raise GitError("the briefing is not in a git repository", "`--from FILE` compares with another file")
    # What begins with a hyphen would be an option; no revision does.
    if revision and not revision.startswith("-") and "\0" not in revision:
        found = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if found.returncode == 0:
            return found.stdout.decode("ascii", "replace").strip()
    raise GitError(
        f"there is no revision “{revision[:60]}” here", "`git log --oneline` prints what there is", named=True
    )


def file_at(path: Path, commit: str, limit: int = SIZE_LIMIT) -> bytes | None:
    """The bytes of the file at `path` as they were at a commit's full id; None where it was not there.

    Raises GitError where they are more than `limit`, or cannot be read.
    """
    place = f"{commit}:./{path.name}"
    size = _git(path.parent, "cat-file", "-s", place)
    if size.returncode != 0:
        return None
    if int(size.stdout) > limit:
        raise GitError(f"the file was too large at that revision: more than {limit} bytes")
    found = _git(path.parent, "cat-file", "blob", place)
    if found.returncode != 0:
        raise GitError("what was there at that revision is no file, or is not in this clone")
    return found.stdout


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER}
    command = ["git", "--no-pager", "-C", str(folder), *arguments]
    try:
        return subprocess.run(  # noqa: S603 - a list, and no shell
            command,
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=inherited | _ENVIRONMENT,
            timeout=_SECONDS,
        )
    except FileNotFoundError:
        message = "the program `git` is not there"
    except subprocess.TimeoutExpired:
        message = "`git` did not answer"
    except OSError as error:
        message = f"`git` could not be run: {error.strerror}"
    raise GitError(message, "install it, or compare with another file: `--from FILE`")
