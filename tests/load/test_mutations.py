"""A valid briefing with anything changed in it: what is loaded of it is always sound."""

import copy

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loading import FOLDER

from tui.load.briefing import load_text
from tui.load.references import references
from tui.model.briefing import Briefing
from tui.model.kinds import KINDS
from tui.model.references import part_fields, reference_fields

STORY = yaml.load(
    """
format: brief/1
id: story
title: Talks on the ferry
topics: [transport/ferry]
as_of: '2025-09-19'
bottom_line: The ferry goes on.
authors: [Ann]
tlp: amber-strict
check: {ignore: [not-quoted]}
judgments:
  - {id: old, text: It stays., likelihood: likely}
  - {id: new, text: It goes., likelihood: {term: likely, percent: 60%}, confidence: low, revises: old,
     evidence: [sails], about: [fare]}
sources:
  - {id: paper, title: The ferry goes on, published: '2025-09-19', origin: wire, kind: article-newspaper,
     language: en}
  - {id: wire, publisher: The wire, reliability: B}
actors:
  - {id: ann, name: Ann, kind: person, country: NO, aliases: [A], power: high, interest: low}
  - {id: crew, name: one of the crew, anonymous: 'true'}
relations:
  - {from: ann, to: crew, type: directs, since: '2024', sources: [paper], via: [wire]}
questions:
  - id: fare
    text: Will the fare rise?
    due: deadline
    warn: 14d
    decided_by: [ann]
    sources: [paper]
    estimates: [{date: '2025-09', by: crew, likelihood: 20-40%, quote: sails, sources: [paper]}]
  - {id: done, text: 'Did it?', status: resolved, resolution: {date: '2025', outcome: It did., sources: [paper]}}
positions:
  - {actor: ann, question: fare, date: '2025-09', stance: support, quotes: [sails], via: [crew]}
  - {actor: crew, question: fare, date: '2025-09', summary: They wait.}
quotes:
  - {id: sails, text: We sail., speaker: [ann, crew], speaker_is: one-of, source: paper,
     said: '2025-09-18', about: [fare]}
  - {id: again, text: We sail., speaker: crew, source: wire, same_as: sails, attribution: background, credibility: '2'}
  - {id: secret, text: We sink., speaker: ann, source: paper, attribution: off-record}
events:
  - {id: launch, date: '2025-09-01', title: It sails, importance: '3', actors: [ann], quotes: [sails],
     superseded_by: deadline,
     accounts: [{by: ann, says: It did., sources: [paper]}]}
  - {id: deadline, date: '2025-12', title: The fare is due, kind: deadline, status: planned}
figures:
  - {id: crowd, name: Passengers, date: '2025', value: '12.5', unit: people, about: [launch]}
  - {id: range, name: Crew, date: '2025', low: '1', high: '3', approximate: 'true'}
""",
    Loader=yaml.BaseLoader,
)
_IDS = ["ann", "paper", "fare", "sails", "launch", "new", "nobody", "crowd"]
_JUNK = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "x", "2025", "likely", "off-record", "é", "a" * 200, "ann\nann", *_IDS]),
    st.sampled_from([[], {}, [[]], {"id": "x"}, [None], {"term": ["x"], "percent": {}}, [{"id": "ann"}], {"": None}]),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), max_size=8),
)


def dumped(story):
    return yaml.safe_dump(story, allow_unicode=True, sort_keys=False, default_style='"')


def places(value, here=()):
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*here, key)
        yield from places(one, (*here, key))


@st.composite
def mutated(draw):
    story = copy.deepcopy(STORY)
    for _ in range(draw(st.integers(1, 6))):
        spots = list(places(story))
        if not spots:
            break
        *way, last = draw(st.sampled_from(spots))
        owner = story
        for step in way:
            owner = owner[step]
        match draw(st.sampled_from(["delete", "replace", "insert", "nest", "double"])):
            case "delete":
                del owner[last]
            case "replace":
                owner[last] = copy.deepcopy(draw(_JUNK))
            case "nest":
                owner[last] = draw(st.sampled_from([[owner[last]], {"x": owner[last]}]))
            case "insert" if isinstance(owner, list):
                owner.insert(draw(st.integers(0, len(owner))), copy.deepcopy(draw(_JUNK)))
            case "insert":
                owner[draw(st.sampled_from(["x", "note", "known", "id", "text", "about", "via"]))] = copy.deepcopy(
                    draw(_JUNK)
                )
            case "double" if isinstance(owner, list):
                owner.append(copy.deepcopy(owner[last]))
    return story


def load(story):
    return load_text(dumped(story), FOLDER / "talks.yaml", FOLDER)


def named(briefing):
    for kind in KINDS:
        for item in getattr(briefing, kind):
            yield from references(item, (kind,))


def test_the_story_is_sound_and_has_every_reference_there_is():
    result = load(STORY)
    assert result.problems == ()
    assert result.left_out == ()


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_what_is_loaded_of_a_broken_briefing_is_sound(story):
    result = load(story)
    if result.briefing is None:
        assert result.problems
        return
    again = Briefing.model_validate(result.briefing.model_dump(by_alias=True))
    assert again == result.briefing
    kinds = {item.id: kind for kind in KINDS for item in getattr(result.briefing, kind)}
    assert len(kinds) == sum(len(getattr(result.briefing, kind)) for kind in KINDS)
    for reference in named(result.briefing):
        assert kinds.get(reference.id) in reference.kinds
    assert bool(result.problems) >= bool(result.left_out)


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_what_is_loaded_of_a_broken_briefing_loads_again_without_a_problem(story):
    result = load(story)
    if result.briefing is None or not result.briefing.sources:
        return
    clean = result.briefing.model_dump(mode="json", by_alias=True, exclude_none=True)
    again = load_text(dumped(texts(clean)), FOLDER / "talks.yaml", FOLDER)
    assert again.problems == ()
    assert again.briefing == result.briefing


def texts(value):
    if isinstance(value, dict):
        return {key: texts(one) for key, one in value.items() if one != []}
    if isinstance(value, list):
        return [texts(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else value if isinstance(value, str) else str(value)


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_a_text_survives_being_written_and_read(text):
    result = load(STORY | {"title": text, "authors": [text]})
    assert result.problems == ()
    assert result.briefing.title == result.briefing.authors[0] == text.strip()


def test_every_reference_field_is_followed():
    from tui.model.event import Account
    from tui.model.question import Estimate

    assert [field.key for field in reference_fields(Account)] == ["by", "sources", "quotes"]
    assert [field.key for field in reference_fields(Estimate)] == ["by", "quote", "sources", "via"]
    assert [part.key for part in part_fields(Briefing)][:1] == ["check"]
