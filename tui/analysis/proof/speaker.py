"""Whether a reporter's words attribute two quotations to different people, as English papers write it."""

from __future__ import annotations

import re

_SAYS = (
    r"(?:says?|said|adds?|added|replie[sd]|answer(?:s|ed)|counter(?:s|ed)|respond(?:s|ed)|retort(?:s|ed)|insist(?:s|ed)"
    r"|argue[sd]|declare[sd]|explain(?:s|ed)|continue[sd]|concede[sd])"
)
_TELLS = r"(?:tells?|told|asks?|asked|warn(?:s|ed)|writes?|wrote)"  # a name after these is whom it was said to
_NO_NAME = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_NAME = rf"{_NO_NAME}[A-Z][\w’'-]*(?:\s+{_NO_NAME}[A-Z][\w’'-]*)*"
_ATTRIBUTION = re.compile(rf"\b({_NAME}|s?he)(?:\s+\w+ly)?\s+(?:{_SAYS}|{_TELLS})\b|\b{_SAYS}\s+({_NAME}|s?he)\b")
_LONGEST = 200
_PRONOUNS = frozenset({"he", "she"})


def names_two_speakers(between: str, after: str) -> bool:
    """Say whether words between two quotations, and those after the second, plainly name two speakers.

    Plain are "he" and "she", and a name of which nothing stood before, after another name. Where no name is given, as
    in "the president said", it is taken for the same speaker.
    """
    words = f"{between} {after[:_LONGEST]}"
    pronouns: set[str] = set()
    named = False
    for found in _ATTRIBUTION.finditer(words):
        name = found.group(1) or found.group(2)
        if name.lower() in _PRONOUNS:
            pronouns.add(name.lower())
            continue
        before = words[: found.start()].split()
        if named and not any(word.strip(",.") in name.split() for word in before):
            return True
        named = True
    return len(pronouns) > 1
