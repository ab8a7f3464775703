from pathlib import Path

import pytest
from cataloguing import write

from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.deeds import Deed, deeds
from tui.library.catalogue.people import Person, named, people
from tui.library.catalogue.refresh import refresh

MAYOR = {"id": "mayor", "name": "Ana Ruiz", "kind": "person"}


def everybody(root: Path, *, whole: bool = False) -> list[Person]:
    with Catalogue(root) as catalogue:
        refresh(root, catalogue.connection)
        return people(catalogue.connection, whole=whole)


def deeds_of(root: Path, name: str, *, whole: bool = False) -> list[Deed]:
    (person,) = named(everybody(root, whole=whole), name)
    with Catalogue(root) as catalogue:
        return deeds(catalogue.connection, person, whole=whole)


def test_an_actor_that_the_library_shares_is_one_over_all_its_briefings(tmp_path: Path) -> None:
    (tmp_path / "library.yaml").write_text(
        "actors: [{id: mayor, name: Ana Ruiz, kind: person, aliases: [The mayor]}]\n"
    )
    for name in ("one", "two"):
        write(
            tmp_path,
            name,
            topics=[name],
            events=[{"id": "vote", "date": "2024-05", "title": name, "actors": ["mayor"]}],
        )
    (ana,) = named(everybody(tmp_path), "the mayor")
    assert (ana.name, ana.ids, ana.briefings, ana.shared) == ("Ana Ruiz", ("mayor",), 2, True)
    assert [deed.briefing for deed in deeds_of(tmp_path, "ana ruiz")] == ["one", "two"]


def test_one_id_and_one_name_in_two_briefings_are_one_actor_with_all_aliases_and_roles(tmp_path: Path) -> None:
    write(tmp_path, "one", actors=[MAYOR | {"aliases": ["The mayor"], "role": "Mayor"}])
    write(tmp_path, "two", actors=[MAYOR | {"aliases": ["Ruiz"], "role": "Former mayor"}])
    (ana,) = everybody(tmp_path)
    assert (ana.briefings, set(ana.aliases), set(ana.roles)) == (2, {"The mayor", "Ruiz"}, {"Mayor", "Former mayor"})


def test_a_name_that_is_an_alias_under_another_id_is_the_same_actor(tmp_path: Path) -> None:
    write(
        tmp_path,
        "one",
        actors=[{"id": "us-congress", "name": "US Congress", "kind": "legislature", "aliases": ["Congress"]}],
    )
    write(tmp_path, "two", actors=[{"id": "congress", "name": "Congress", "kind": "legislature"}])
    (congress,) = everybody(tmp_path)
    assert set(congress.ids) == {"us-congress", "congress"}


@pytest.mark.parametrize(
    "other",
    [
        {"id": "mayor", "name": "Ben Alvarez", "kind": "person"},
        {"id": "mayor", "name": "Ana Ruiz", "kind": "company"},
        {"id": "ana", "name": "Ana Ruiz", "kind": "company"},
        {"id": "ana", "name": "Ana Ruiz"},
    ],
    ids=["another name", "another kind", "another kind and id", "another id and no kind"],
)
def test_whoever_only_looks_the_same_stands_apart_and_is_told(tmp_path: Path, other: dict[str, str]) -> None:
    write(tmp_path, "one", actors=[MAYOR])
    write(tmp_path, "two", actors=[other])
    first, second = everybody(tmp_path)
    assert first.alike
    assert second.alike
    assert other["name"] in " ".join((*first.alike, *second.alike))


def test_two_who_differ_do_not_meet_in_a_third(tmp_path: Path) -> None:
    write(tmp_path, "one", actors=[MAYOR | {"country": "ES"}])
    write(tmp_path, "two", actors=[MAYOR | {"country": "MX"}])
    write(tmp_path, "three", actors=[MAYOR])
    assert sorted(one.countries for one in everybody(tmp_path)) == [("ES",), ("MX",)]


def test_somebody_unnamed_is_another_in_every_briefing(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path, name, actors=[{"id": "official", "name": "a senior official", "anonymous": True}])
    found = everybody(tmp_path)
    assert [(one.briefings, one.alike) for one in found] == [(1, ()), (1, ())]


def test_what_bears_on_an_actor_is_gathered_across_topics_the_newest_first(tmp_path: Path) -> None:
    write(
        tmp_path,
        "one",
        actors=[MAYOR],
        questions=[{"id": "toll", "text": "A toll?", "decided_by": ["mayor"]}],
        quotes=[{"id": "said", "text": "Never again", "speaker": "mayor", "source": "report", "said": "2024-01"}],
        positions=[
            {"actor": "mayor", "question": "toll", "date": "2023", "stance": "oppose"},
            {"actor": "mayor", "question": "toll", "date": "2024", "stance": "support", "quotes": ["said"]},
        ],
    )
    write(
        tmp_path,
        "two",
        actors=[MAYOR],
        events=[
            {"id": "vote", "date": "2022", "title": "A vote", "actors": ["mayor"]},
            {"id": "talks", "date": "../2023", "title": "Talks", "actors": ["mayor"]},
        ],
    )
    found = deeds_of(tmp_path, "mayor")
    assert [(one.kind, one.briefing, one.date) for one in found] == [
        ("positions", "one", "2024"),
        ("positions", "one", "2023"),
        ("quotes", "one", "2024-01"),
        ("events", "two", "../2023"),
        ("events", "two", "2022"),
        ("questions", "one", ""),
    ]
    assert found[0].text == "support · A toll?"


def test_whoever_spoke_off_the_record_only_is_known_in_the_reader_alone(tmp_path: Path) -> None:
    spoke = {
        "id": "quiet",
        "text": "Nobody may know",
        "speaker": "mayor",
        "source": "report",
        "attribution": "off-record",
    }
    write(tmp_path, "one", actors=[MAYOR], quotes=[spoke])
    assert everybody(tmp_path) == []
    (quote,) = deeds_of(tmp_path, "mayor", whole=True)
    assert (quote.state, "Nobody may know" in quote.text) == ("off-record", True)


def test_a_part_of_a_name_finds_all_who_have_it(tmp_path: Path) -> None:
    write(tmp_path, "one", actors=[MAYOR, {"id": "ben", "name": "Ben Ruiz Alvarez"}, {"id": "eve", "name": "Eve"}])
    found = everybody(tmp_path)
    assert [one.name for one in named(found, "ruiz")] == ["Ana Ruiz", "Ben Ruiz Alvarez"]
    assert [one.name for one in named(found, "ruiz alv")] == ["Ben Ruiz Alvarez"]
    assert named(found, "") == []
