"""Words said off the record are in no problem, however the file is broken."""

import pytest
from loading import SMALLEST, loaded

SECRET = "the deal is dead"
ACTORS = "actors:\n  - {id: ann, name: Ann}\n  - {id: spy, name: An official, anonymous: true}\n"
QUOTE = """\
quotes:
  - id: sails
    text: the deal is dead
    speaker: ann
    source: paper
    attribution: off-record
"""
FAULTS = {
    "an unknown key": QUOTE + f"    {SECRET}: 1\n",
    "a bad date": QUOTE + f"    said: {SECRET}\n",
    "a bad id": QUOTE.replace("id: sails", f"id: {SECRET}"),
    "a bad reference": QUOTE + f"    about: [{SECRET}]\n",
    "a bad entry": QUOTE + f"    via: [ann, {SECRET}]\n",
    "a bad speaker": QUOTE.replace("speaker: ann", f"speaker: {SECRET}"),
    "a key twice": QUOTE + f"    {SECRET}: 1\n    {SECRET}: 2\n",
    "a bad enumeration": QUOTE + f"    speaker_is: {SECRET}\n",
    "text in the place of a list": QUOTE + f"    via: {SECRET}\n",
    "text in the place of the item": QUOTE + f"  - {SECRET}, off the record\n",
    "an attribution in other words": QUOTE.replace("off-record", f"{SECRET}"),
    "an unclosed quotation mark": QUOTE.replace("text: the", 'text: "the'),
    "a colon": QUOTE.replace("is dead", "is: dead"),
    "an alias": QUOTE.replace("text: the deal", "text: *the deal"),
    "a tag": QUOTE.replace("text: the deal", "text: !the deal"),
    "a control character": QUOTE.replace("the deal is dead", "the deal is dead\x07"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_no_problem_repeats_the_words(fault):
    result = loaded(ACTORS + FAULTS[fault])
    assert result.problems
    for problem in result.problems:
        assert problem.private
        told = f"{problem.message} {problem.hint} {problem.left_out}".lower()
        assert "deal" not in told
        assert "dead" not in told
    assert not any("dead" in part for part in result.left_out)


@pytest.mark.parametrize("fault", FAULTS)
def test_the_line_of_the_words_is_private(fault):
    text = SMALLEST + ACTORS + FAULTS[fault]
    result = loaded(ACTORS + FAULTS[fault])
    for number, line in enumerate(text.splitlines(), 1):
        if "dead" in line:
            assert number in result.private_lines


@pytest.mark.parametrize(
    "attribution",
    [
        "off-recrod",
        "off the record",
        "Off-Record",
        "of-record",
        "'off-record '",
        "[off-record]",
        "!x off-record",
        "off-record\x07",
        "confidential",
        "{off: record}",
        "",
    ],
)
def test_a_quote_whose_attribution_cannot_be_read_is_not_shown(attribution):
    result = loaded(ACTORS + QUOTE.replace("off-record", attribution))
    assert result.briefing.quotes == ()


@pytest.mark.parametrize(
    "lines",
    [
        "    atribution: off-record\n",
        "    terms: off the record\n",
        "    attribution: on-record\n    attribution: off-record\n",
        "    attri\u200ebution: off-record\n",
        "    [attribution]: off-record\n",
        "    <<: {attribution: off-record}\n",
        "    ? {attribution: x}\n    : off-record\n",
    ],
)
def test_a_quote_that_says_off_the_record_under_a_key_that_is_not_read_is_not_shown(lines):
    result = loaded(ACTORS + QUOTE.replace("    attribution: off-record\n", lines))
    assert result.briefing.quotes == ()
    assert all(problem.private for problem in result.problems)


def test_other_lines_are_not_private():
    text = (
        ACTORS
        + QUOTE
        + "  - {id: other, text: We sail., speaker: ann, source: paper}\nevents:\n  - {id: e, date: soon}\n"
    )
    result = loaded(text)
    private = [number for number in range(1, 22) if number in result.private_lines]
    assert private == list(range(13, 18))
    assert all("soon" in problem.message or problem.code == "missing-key" for problem in result.problems)


def test_quotes_in_one_line_are_private_together():
    quote = "{id: ID, text: A., speaker: ann, source: paper, attribution: HOW}"
    text = f"quotes: [{quote.replace('ID', 'a').replace('HOW', 'off-record')}, {quote.replace('ID', 'b')}]\n"
    result = loaded(ACTORS + text.replace("HOW", "on-record"))
    assert result.problems == ()
    assert 12 in result.private_lines


def test_a_misspelt_attribution_of_words_on_the_record_is_told_plainly():
    result = loaded(ACTORS + QUOTE.replace("off-record", "on-recrod"))
    assert result.problems[0].hint == "did you mean `on-record`?"
    assert not result.problems[0].private


def test_background_needs_the_agreed_description():
    result = loaded(ACTORS + QUOTE.replace("off-record", "background"))
    assert [problem.code for problem in result.problems] == ["missing-key"]
    assert result.briefing.quotes == ()


@pytest.mark.parametrize(
    "quote",
    [
        QUOTE.replace("off-record", "background\n    attributed_as: an official"),
        QUOTE.replace("off-record", "background").replace("ann", "spy"),
        QUOTE.replace("off-record", "deep-background"),
    ],
)
def test_background_under_the_agreed_description_or_of_somebody_unnamed_is_well(quote):
    assert loaded(ACTORS + quote).problems == ()


def test_one_named_speaker_among_unnamed_ones_needs_the_description():
    quote = QUOTE.replace("off-record", "background\n    speaker_is: all").replace("ann", "[spy, ann]")
    assert [problem.code for problem in loaded(ACTORS + quote).problems] == ["missing-key"]


def test_a_file_that_is_no_text_is_private_everywhere(tmp_path):
    from tui.load.briefing import load_file

    path = tmp_path / "talks.yaml"
    path.write_bytes((SMALLEST + QUOTE).encode() + b"\xff")
    result = load_file(path, tmp_path)
    assert result.problems[0].private
    assert 3 in result.private_lines
