"""Briefings that something has happened to on their way."""

from pathlib import Path

from hypothesis import strategies as st

_TESTS = Path(__file__).parent.parent
_WHOLE = [
    path.read_bytes()
    for path in (
        *sorted((_TESTS / "sample").glob("*.yaml")),
        *sorted((_TESTS / "load" / "broken").glob("*.yaml"))[::7],
    )
]
_TOKENS = [
    *(b"\n", b" ", b"  ", b"\t", b"- ", b": ", b"#", b"|", b">", b"'", b'"', b"[", b"]", b"{", b"}", b",", b"&a "),
    *(b"*a", b"!t ", b"<<: ", b"? ", b"---\n", b"...\n", b"%YAML 1.2\n", b"\\", b"\\e", b"\\x9b", b"\\u202e", b"~"),
    *(b"\x00", b"\x1b", b"\x1b]0;x\x07", b"\x7f", b"\x9b", b"\xc2\x9b", b"\xff", b"\xc0\xaf", b"\xed\xa0\x80"),
    *(b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xf3\xa0\x81\x81", b"\r", b"\r\n", b"\xcc\x81"),
    *(b"off-record", b"attribution: ", b"via: [", b"about: [", b"id: ", b"as_of: 0000", b"date: 2024-02-30", b"202X-"),
    *(b"-" * 70, b"[" * 70, b"9" * 400, b"1e999", b"0x10", b"nan", b"Y-17E7", b"2024-01-01/..", b"<=20%", b"../../etc"),
]  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A file of the tests with up to ten things cut out, put in, doubled or put elsewhere."""
    content = draw(st.sampled_from(_WHOLE))
    for _ in range(draw(st.integers(1, 10))):
        at = draw(st.integers(0, len(content)))
        to = min(len(content), at + draw(st.one_of(st.integers(0, 8), st.integers(0, 400))))
        match draw(st.sampled_from(["put in", "put in", "cut", "double", "move", "swap", "bytes"])):
            case "put in":
                content = content[:at] + draw(st.sampled_from(_TOKENS)) + content[at:]
            case "cut":
                content = content[:at] + content[to:]
            case "double":
                content = content[:to] + content[at:to] + content[to:]
            case "move":
                other = draw(st.integers(0, len(content)))
                piece, rest = content[at:to], content[:at] + content[to:]
                content = rest[:other] + piece + rest[other:]
            case "swap":
                content = content[:at] + draw(st.sampled_from(_TOKENS)) + content[to:]
            case "bytes":
                content = content[:at] + draw(st.binary(max_size=6)) + content[at:]
    return content
