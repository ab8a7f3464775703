import json
import random
from pathlib import Path

import yaml
from conftest import SAMPLE, made_of
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.fingerprint import SIZE, fingerprint, fingerprints
from tui.analysis.view import view
from tui.export import export
from tui.load.briefing import load_text
from tui.model.briefing import Briefing
from tui.model.kinds import KINDS

REPORT = {"id": "report", "title": "A report", "published": "2024-06-01"}
OTHER = {"id": "other", "title": "Another"}
ANN, BEN = {"id": "ann", "name": "Ann"}, {"id": "ben", "name": "Ben"}
EVENT = {"id": "talks", "date": "2024-05-01", "title": "They talk"}
QUOTE = {"id": "word", "text": "Yes, we can", "speaker": "ann", "source": "report"}


def of(kind: str, item: dict, **parts: object) -> bytes:
    """The fingerprint of an item of a briefing with two actors and two sources."""
    common = {"actors": [ANN, BEN], "sources": [REPORT, OTHER]} | parts
    common[kind] = [item, *(one for one in common.get(kind, []) if one["id"] != item["id"])]
    return fingerprints(made_of(**common))[item["id"]]


def test_the_order_of_keys_makes_no_difference():
    turned = dict(reversed(EVENT.items()))

    assert of("events", EVENT) == of("events", turned)


def test_a_file_says_the_same_however_it_is_formatted(load_sample):
    whole = load_sample().briefing
    values = yaml.safe_load(json.dumps(yaml.load(export(view(whole), "yaml"), Loader=yaml.BaseLoader)))
    for dumped in (
        yaml.safe_dump(values, width=20, default_flow_style=False),
        yaml.safe_dump(values, width=10_000, default_flow_style=True),
        "# a remark\n" + yaml.safe_dump(values, sort_keys=True, default_style='"', indent=6),
    ):
        again = load_text(dumped, Path("/elsewhere/renamed.yaml"), Path("/elsewhere")).briefing
        assert again is not None
        assert fingerprints(again) == fingerprints(whole)


def test_comments_and_the_id_of_the_briefing_make_no_difference():
    assert fingerprints(made_of(id="one")) == fingerprints(made_of(id="two"))


def test_white_space_within_a_text_makes_no_difference():
    assert of("events", EVENT | {"detail": "a b\nc"}) == of("events", EVENT | {"detail": "a  b c"})


def test_the_order_of_what_has_none_makes_no_difference():
    one = EVENT | {"actors": ["ann", "ben"], "sources": ["report", "other"], "about": ["ben", "ann"]}
    other = EVENT | {"actors": ["ben", "ann"], "sources": ["other", "report"], "about": ["ann", "ben", "ann"]}

    assert of("events", one) == of("events", other)


def test_the_order_of_accounts_makes_no_difference():
    accounts = [{"by": "ann", "says": "It went well"}, {"by": "ben", "says": "It did not"}]

    assert of("events", EVENT | {"accounts": accounts}) == of("events", EVENT | {"accounts": accounts[::-1]})


def test_the_way_by_which_something_came_has_a_direction():
    assert of("events", EVENT | {"via": ["ann", "ben"]}) != of("events", EVENT | {"via": ["ben", "ann"]})


def test_a_number_says_the_same_with_and_without_empty_decimals():
    figure = {"id": "users", "name": "Users", "date": "2024"}
    numbers = [of("figures", figure | {"value": value}) for value in ("1", "1.0", "1.000", "1e0", "10e-1")]

    assert len(set(numbers)) == 1
    assert of("figures", figure | {"value": "0"}) == of("figures", figure | {"value": "-0.0"})
    assert of("figures", figure | {"value": "100"}) != of("figures", figure | {"value": "1"})


def test_every_digit_of_a_long_number_counts():
    figure = {"id": "users", "name": "Users", "date": "2024"}

    one = of("figures", figure | {"value": "123456789012345678.123456789012"})
    assert one != of("figures", figure | {"value": "123456789012345678.123456789013"})


def test_a_key_that_only_says_the_default_makes_no_difference():
    assert of("events", EVENT | {"kind": "event", "actors": []}) == of("events", EVENT)


def test_a_likelihood_counts_by_what_it_says():
    judgment = {"id": "view", "text": "So it is"}

    assert of("judgments", judgment | {"likelihood": "20%"}) == of("judgments", judgment | {"likelihood": "20.0%"})
    written = ["20%", "<=20%", "0-20%", ">=80%", "unlikely", {"term": "unlikely", "percent": "20"}]
    assert len({of("judgments", judgment | {"likelihood": one}) for one in written}) == len(written)


def test_the_path_of_a_stored_text_makes_no_difference():
    assert of("sources", REPORT | {"text": "texts/a.txt"}) == of("sources", REPORT | {"text": "b.txt"})


def test_the_words_of_a_quote_do_count():
    assert of("quotes", QUOTE) != of("quotes", QUOTE | {"text": "Yes, we could"})


def test_a_new_id_makes_nothing_new():
    assert of("events", EVENT) == of("events", EVENT | {"id": "conversation"})


def test_a_position_stays_what_it_was_when_another_of_the_same_day_comes_to_stand_beside_it():
    question = {"id": "toll", "text": "A toll?"}
    position = {"actor": "ann", "question": "toll", "date": "2024-05-01", "stance": "support"}
    common = {"actors": [ANN], "questions": [question]}

    alone = fingerprints(made_of(positions=[position], **common))
    beside = fingerprints(made_of(positions=[position, position | {"stance": "oppose"}], **common))

    assert set(alone.values()) < set(beside.values())


def test_two_kinds_never_say_the_same():
    assert of("questions", {"id": "one", "text": "So it is"}) != of("judgments", {"id": "one", "text": "So it is"})


def test_every_field_that_is_seen_counts(load_sample):
    """Whatever field is taken away from an item of the complete sample, it says something else."""
    briefing = load_sample().briefing
    for kind in KINDS:
        for item in getattr(briefing, kind):
            before = fingerprint(kind, item)
            for name, field in type(item).model_fields.items():
                if name == "id" or (kind, name) == ("sources", "text") or field.is_required():
                    continue
                if getattr(item, name) != field.get_default():
                    less = item.model_copy(update={name: field.get_default()})
                    assert fingerprint(kind, less) != before, (kind, item.id, name)


def test_the_bottom_line_is_read_by_its_words_alone():
    one, later = made_of(), made_of(as_of="2024-07-01", title="Another title")

    assert fingerprints(one)[""] == fingerprints(later)[""]
    assert fingerprints(one)[""] != fingerprints(made_of(bottom_line="It is over."))[""]


def test_every_item_of_a_briefing_has_one(load_sample):
    briefing = load_sample().briefing
    found = fingerprints(briefing)

    assert set(found) == {"", *(item.id for kind in KINDS for item in getattr(briefing, kind))}
    assert {len(one) for one in found.values()} == {SIZE}
    assert len(set(found.values())) == len(found)


def test_they_are_the_same_on_every_machine_and_with_every_python():
    quote = QUOTE | {"said": "2024-05-30~", "credibility": "2", "via": ["ben"], "context": "Asked in Zürich 猫"}
    assert of("quotes", quote).hex() == "11867c86caeb65f069fdb7b630e86dfb"
    figure = {"id": "users", "name": "Users", "date": "2024", "low": "10.50", "high": "1e3", "approximate": True}
    assert of("figures", figure).hex() == "e844e853c3b070dafae6a450190ec21a"


@settings(max_examples=40)
@given(seed=st.integers(0, 10**6))
def test_shuffling_a_file_makes_nothing_new(seed):
    values = yaml.load((SAMPLE / "ferry.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    shared = yaml.load((SAMPLE / "library.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for kind in ("actors", "sources"):
        own = {one["id"] for one in values.get(kind, [])}
        values[kind] = [*values.get(kind, []), *(one for one in shared.get(kind, []) if one["id"] not in own)]
    order = random.Random(seed)

    def shuffled(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {one: shuffled(value[one], one) for one in order.sample(list(value), len(value))}
        if isinstance(value, list) and key != "via":
            return [shuffled(one) for one in order.sample(value, len(value))]
        return value

    assert fingerprints(_loaded(shuffled(values))) == fingerprints(_loaded(values))


def _loaded(values: object) -> Briefing:
    loaded = load_text(json.dumps(values), Path("/library/x.yaml"), Path("/library"))
    assert loaded.briefing is not None
    return loaded.briefing
