"""How one item is named within the detail of another, on one line."""

from collections.abc import Iterable

from tui.analysis.view import View
from tui.app.panes.detail import Fact
from tui.app.panes.proof import is_warned, state_words
from tui.app.panes.text import EMPTY, Line, Piece, joined, line, one_line
from tui.app.panes.words import RELATIONS, STANCES, date_of, quoted, status_sign, status_words, value_of, when
from tui.model.actor import Actor, Relation
from tui.model.event import Event
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote
from tui.model.source import Source


def mention(view: View, identifier: str) -> Line:
    """What names the item of this id; the id itself where the view has none."""
    entry = view.entries.get(identifier)
    named: Line = line(identifier)
    match entry.item if entry else None:
        case Actor() as actor:
            named = actor_line(actor)
        case Source() as source:
            named = source_line(source)
        case Event() as event:
            named = event_line(view, event)
        case Question() as question:
            named = question_line(view, question)
        case Quote() as quote:
            named = quote_line(view, quote)
        case Position() as position:
            named = position_line(view, position)
        case Relation() as relation:
            named = line(relation_words(view, relation))
        case Judgment() as judgment:
            named = joined((line(one_line(judgment.text)), line(likelihood_words(judgment), "muted")))
        case Figure() as figure:
            named = joined((line(one_line(figure.name)), line(value_of(figure)), line(when(figure.date), "muted")))
    return named


def doors(view: View, label: str, identifiers: Iterable[str], *, before: str = "") -> tuple[Fact, ...]:
    """A door to each of the items, the label at the first; `before` is put before what names each."""
    found = [one for one in dict.fromkeys(identifiers) if one in view.entries]
    return tuple(
        Fact("" if index else label, (*line(before), *mention(view, one)), door=one) for index, one in enumerate(found)
    )


def actor_line(actor: Actor) -> Line:
    """An actor with the role; one without a name says so."""
    role = actor.role or ""
    return joined((line(one_line(actor.name)), line("not named", "muted") if actor.anonymous else line(role, "muted")))


def source_line(source: Source) -> Line:
    """A source by publisher, title and date, as far as it has them."""
    published = line(when(source.published), "muted") if source.published else EMPTY
    named = [line(one_line(one)) for one in (source.publisher, source.title) if one] or [line(source.name)]
    return joined((*named, published))


def event_line(view: View, event: Event) -> Line:
    """An event with its sign and date."""
    status = view.status(event)
    words = EMPTY if status == "happened" and event.kind == "event" else line(status_words(event, status), "muted")
    sign = (Piece(f"{status_sign(event, status)}\u00a0", "accent"), *line(one_line(event.title)))
    return joined((sign, line(date_of(event), "muted"), words))


def question_line(view: View, question: Question) -> Line:
    """A question with when it is due, or when it was settled."""
    if question.resolution is not None:
        state = f"{question.status} {when(question.resolution.date)}"
    else:
        state = ", ".join(one for one in ("open", due_words(view, question)) if one)
    return joined((line(one_line(question.text)), line(one_line(state), "muted")))


def due_words(view: View, question: Question) -> str:
    """When a question is due or was: `due 1 Jan 2025`; "" where that is not known."""
    due = view.due(question)
    return f"{'was due' if view.was_due(question) else 'due'} {when(due)}" if due else ""


def quote_line(view: View, quote: Quote) -> Line:
    """The words with the speaker, the date and the proof."""
    said = when(quote.said) if quote.said else ""
    private = line("off the record", "warning") if quote.attribution == "off-record" else EMPTY
    words = line(quoted(one_line(quote.text)))
    proof = view.proofs.get(quote.id)
    state = line(state_words(proof), "warning" if is_warned(proof) else "muted") if proof else EMPTY
    return joined((words, line(speakers(view, quote), "muted"), line(said, "muted"), private, state))


def speakers(view: View, quote: Quote) -> str:
    """Who said it: `one of A and B` where the source does not say which."""
    names = [one_line(view.name_of(one)) for one in quote.speaker]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"one of {listed}" if quote.speaker_is == "one-of" and len(names) > 1 else listed


def position_line(view: View, position: Position) -> Line:
    """A position with the actor and the question."""
    question = view.question(position.question)
    on = line(quoted(one_line(question.text)), "muted") if question else EMPTY
    return (*line(f"{one_line(view.name_of(position.actor))}: "), *joined((stance_line(position), on)))


def stance_line(position: Position) -> Line:
    """A stance, a summary, or both."""
    stance = line(STANCES[position.stance], "strong") if position.stance else EMPTY
    return joined((stance, line(one_line(position.summary or ""))))


def likelihood_words(judgment: Judgment) -> str:
    """The likelihood and, apart from it, the confidence."""
    likelihood = judgment.likelihood.words if judgment.likelihood else ""
    confidence = f"{judgment.confidence} confidence" if judgment.confidence else ""
    return " · ".join(one for one in (likelihood, confidence) if one)


def relation_words(view: View, relation: Relation) -> str:
    """A relation as a sentence: `ByteDance owns TikTok`."""
    return " ".join(
        (
            one_line(view.name_of(relation.from_)),
            RELATIONS[relation.type],
            one_line(view.name_of(relation.to)),
        )
    )
