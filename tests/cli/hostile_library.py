"""A library whose maker wants to write on the terminals of its readers."""

import os
from pathlib import Path

CONTROLS = {
    "ESC": b"\x1b[2J\x1bc",
    "CSI": b"\x1b[31mred\x1b[6n",
    "OSC 0": b"\x1b]0;title\x07",
    "OSC 8": b"\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "OSC 52": b"\x1b]52;c;ZXZpbA==\x07",
    "DCS": b"\x1bP$q\x1b\\",
    "C1": "\x9b31m\x9d0;title\x9c\x90".encode(),
    "C1 bytes": b"\x9b31m\x9d0;title\x9c",
    "DEL": b"\x7f\x08\x08",
    "BEL": b"\x07",
    "carriage return": b"a\rb",
    "bidi": "\u202eevil\u2066\u200f".encode(),
    "tags": "".join(chr(0xE0000 + ord(one)) for one in "evil").encode(),
    "separators": "\u2028\u2029\x85\x0b\x0c".encode(),
    "mark": "\ufeff\ufffe".encode(),
}
"""What acts on a terminal, or hides, by what it is called."""

MARK = b"MARK"
"""Stands beside it wherever it is put, so that a test can tell that this was printed at all."""


def name(control: bytes) -> bytes:
    """A control in the name of a file, as far as a name can have it."""
    return control.replace(b"/", b"\\").replace(b"\0", b"") + MARK


def write_hostile(root: Path) -> None:
    """Write the library: each control as it is and as an escape, in every place where a message may repeat it."""
    for number, control in enumerate(CONTROLS.values()):
        folder = os.fsencode(root) + b"/" + name(control)
        os.makedirs(folder)  # noqa: PTH103
        raw = control.replace(b"\n", b"") + MARK
        for index, content in enumerate(_contents(number, raw)):
            with open(folder + b"/" + name(control) + str(index).encode() + b".yaml", "wb") as file:  # noqa: PTH123
                file.write(content)
        with open(folder + b"/text-" + name(control) + b".txt", "wb") as file:  # noqa: PTH123
            file.write(b"Words " + raw + b" and more words of it " + raw + b"\n")
    shared = b"title: Shared " + b" ".join(CONTROLS.values()) + b"\nactors: [{id: a, name: A, nokey: x}]\n"
    (root / "library.yaml").write_bytes(shared)
    (root / "quotes.lock").write_bytes(b"format: quotes-lock/1\nquotes:\n - {briefing: " + CONTROLS["OSC 8"] + b"}\n")


def _contents(number: int, raw: bytes) -> list[bytes]:
    escaped = b'"' + b"".join(b"\\x%02x" % one if one < 128 else b"\\u%04x" % one for one in raw) + b'"'
    head = b"format: brief/1\nid: story-%d\ntitle: T " % number + MARK + b"\nas_of: 2024\nbottom_line: B\n"
    source = b"sources: [{id: s, title: S, text: 'text-" + raw + b".txt'}]\n"
    quote = (
        b"actors: [{id: a, name: A}]\nquotes: [{id: q, text: Words and more words of that, speaker: a, source: s}]\n"
    )
    return [
        head + source + quote,
        head + b"sources: [{id: s, title: S " + raw + b"}]\nauthors: [" + escaped + b"]\n",
        head + b"sources: [{id: s, title: S}]\n" + raw + b": x\n'" + raw + b"': y\n" + escaped + b": z\n",
        head + b"sources: [{id: s, title: S, kind: '" + raw + b"', published: " + escaped + b"}]\n*" + raw + b"\n",
        head
        + b"sources: [{id: s, title: S}]\nevents: [{id: "
        + raw
        + b", date: '"
        + raw
        + b"', about: ["
        + raw
        + b"]}]\n",
        b"format: brief/" + raw + b"\n",
        b"format: brief/1\ntitle: [" + raw + b"\n",
        raw + b"\nformat: brief/1\n",
    ]
