"""Why a text is not a date of EDTF level 0 or 1, in a sentence, and what to write instead."""

import re

from tui.model.edtf.errors import EDTFError
from tui.model.edtf.foreign import rewrite
from tui.model.edtf.level_2 import is_level_2, nearest
from tui.model.edtf.parse import read, read_end
from tui.model.edtf.values import wrong_time, wrong_value

# The longest date is an interval of 31 characters; nothing so much longer is a slip of one.
_LONGEST = 80
_SHOWN = 40
_GENERAL_HINT = "write it as YYYY, YYYY-MM or YYYY-MM-DD"
_INTERVAL_HINT = "write an interval as 2025-09-19/2025-10-01"
_LEVEL_2 = "is EDTF level 2, which is not read here"


def explain(text: str) -> EDTFError:
    """Say what is wrong with a text that `parse.read` does not read."""
    error = _explain_characters(text)
    if error is None and "/" in text:
        error = _explain_interval(text)
    return error or _explain_date(text)


def quoted(text: str) -> str:
    """Quote the beginning of a text, safe for any terminal."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    safe = (character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in shown)
    return f"“{''.join(safe)}”"


def _explain_characters(text: str) -> EDTFError | None:
    """Explain a text that has the wrong characters, or too many or none of them."""
    if not text.strip():
        return EDTFError("The date is empty", _GENERAL_HINT)
    if len(text) > _LONGEST:
        return EDTFError(f"{quoted(text)} is too long for a date", _GENERAL_HINT)
    if text != text.strip():
        return EDTFError("The date has space around it", _write(text.strip()))
    if not text.isprintable():
        kept = "".join(character for character in text if character.isprintable())
        return EDTFError(f"{quoted(text)} has a character that cannot be seen", _write(kept))
    digits = _ascii_digits(text)
    return None if digits == text else EDTFError("A date is written with the digits 0 to 9", _write(digits))


def _write(*candidates: str) -> str:
    """Word a hint of those candidates that are dates; empty where none is."""
    dates = [candidate for candidate in candidates if read(candidate)]
    return f"write {' or '.join(dates)}" if dates else ""


def _ascii_digits(text: str) -> str:
    return "".join(str(int(character)) if character.isdecimal() else character for character in text)


def _explain_date(text: str) -> EDTFError:
    """Explain a text that is not an interval."""
    if is_level_2(text):
        return EDTFError(f"{quoted(text)} {_LEVEL_2}", _write(*nearest(text)))
    if fault := wrong_value(text) or wrong_time(text):
        message, candidates = fault
        return EDTFError(message, _write(*candidates))
    candidates = (text.upper(), *rewrite(text))
    dates = [candidate for candidate in candidates if read(candidate)]
    if len(dates) > 1:
        return EDTFError(f"{quoted(text)} can be read as two dates", _write(*dates))
    # Where the spelling is understood but the day does not exist, that is what to say.
    for candidate in candidates:
        if not dates and (fault := wrong_value(candidate)):
            return EDTFError(fault[0], _write(*fault[1]))
    return EDTFError(f"{quoted(text)} is not a date in EDTF", _write(*dates) or _GENERAL_HINT)


def _explain_interval(text: str) -> EDTFError | None:
    """Explain a text with a slash, or give None where the slash is part of another spelling of one date."""
    if re.fullmatch(r"\d{1,4}/\d{1,2}/\d{1,4}|\d{1,2}/\d{4}", text, re.ASCII):
        return None
    if match := re.fullmatch(r"(\d\d)(\d\d)/(\d\d)", text, re.ASCII):
        century, year, short = match.groups()
        candidates = [f"{century}{year}-{short}"] if short <= "12" else []
        if short > year:
            candidates.append(f"{century}{year}/{century}{short}")
        return EDTFError("Each end of an interval is a whole date", _write(*candidates))
    start, *others = text.split("/")
    if len(others) != 1:
        return EDTFError(f"{quoted(text)} has more than one slash", _INTERVAL_HINT)
    end = others[0]
    if not start.strip(".") and not end.strip("."):
        return EDTFError("An interval has a date at one end at least", "write 2025-09/.. or ../2025-09")
    for side in (start, end):
        if side not in {"", ".."} and not read_end(side):
            return _explain_end(side, f"{_mended(start)}/{_mended(end)}")
    return EDTFError("The interval ends before it begins", _write(f"{end}/{start}"))


def _explain_end(side: str, mended: str) -> EDTFError:
    """Explain one end of an interval; `mended` is the interval as it may be meant."""
    reading = read(side)
    if reading is None:
        if side.strip() in {"open", "unknown", "now", "present", "."}:
            return EDTFError("An open end is written as two dots", _write(mended))
        return EDTFError(explain(side).message, _write(mended))
    if reading[2].precision == "time":
        return EDTFError("An interval is between dates, not times of day", _write(mended))
    return EDTFError(f"An interval with {quoted(side)} {_LEVEL_2}", _write(mended))


def _mended(side: str) -> str:
    """Give what an end of an interval may be meant to be, or the end itself."""
    side = side.strip()
    if side in {"", ".."} or read_end(side):
        return side
    if side in {"open", "now", "present", "."}:
        return ".."
    if side == "unknown":
        return ""
    reading = read(side)
    if reading is None:
        hint = explain(side).hint.removeprefix("write ")
        return hint if read_end(hint) else side
    # What is more exact than an end may be is cut down to the date around it.
    if reading[2].precision == "time":
        return side.partition("T")[0]
    return side.removesuffix("-XX").removesuffix("-XX")
