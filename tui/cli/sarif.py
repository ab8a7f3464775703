"""What `brief check` found as SARIF 2.1.0 (OASIS), which code hosts show as annotations."""

import hashlib
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from tui import __version__
from tui.cli.checking import Checked, Seen
from tui.files.typed import typed
from tui.load.problem import Severity

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(checked: Checked) -> dict[str, Any]:
    """One run with every problem as a result. Columns count code points; paths are relative where they can be."""
    codes = sorted({one.finding.problem.code for one in checked.seen})
    rules = [{"id": code, "name": _name(code), "shortDescription": {"text": _sentence(code)}} for code in codes]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "brief", "semanticVersion": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": list(_results(checked, codes)),
            }
        ],
    }


def _results(checked: Checked, codes: list[str]) -> Iterator[dict[str, Any]]:
    seen: dict[str, int] = {}
    for one in checked.seen:
        problem = one.finding.problem
        print_of = _fingerprint(one)
        seen[print_of] = seen.get(print_of, 0) + 1
        region = {
            "startLine": problem.place.line,
            "startColumn": problem.place.column,
            "endColumn": problem.place.column + problem.place.width,
        }
        yield {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": _LEVELS[problem.severity],
            "message": {"text": " ".join(_sentence_of(text) for text in (problem.message, problem.hint) if text)},
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": _uri(one)}, "region": region}},
            ],
            # The same fault twice in one file keeps two prints, however the lines move.
            "partialFingerprints": {"briefCheck/v1": f"{print_of}:{seen[print_of]}"},
        }


def _fingerprint(one: Seen) -> str:
    """A hash of what is wrong and of the line's words, which stays when lines are put in before it."""
    problem = one.finding.problem
    parts = (typed(problem.path), problem.code, problem.message, (one.line or "").strip())
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _uri(one: Seen) -> str:
    path = typed(one.finding.problem.path)
    escaped = quote(path.encode("utf-8", "surrogateescape"))
    return f"file://{escaped}" if path.startswith("/") else escaped


def _sentence_of(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def _name(code: str) -> str:
    return "".join(word.capitalize() for word in code.split("-"))


def _sentence(code: str) -> str:
    from tui.analysis.lints import LINTS

    lint = LINTS.get(code)
    if lint is None or lint.__doc__ is None:
        return code.replace("-", " ").capitalize()
    text = " ".join(lint.__doc__.split(": ", 1)[1].split())
    return text[:1].upper() + text[1:]
