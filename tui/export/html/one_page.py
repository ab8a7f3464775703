"""One page: the bottom line, and of the rest what matters most, in at most 450 words."""

from tui.analysis.view import View
from tui.export.html.element import Element, Node, element, text_of
from tui.export.html.head import foot, masthead
from tui.export.html.inline import paragraphs, time
from tui.export.html.judgments import rating
from tui.export.html.references import References
from tui.export.one_page import Chosen, Page, fit, words
from tui.export.wording import NO_ROOM, STANCES, amount, kind_and_status, left_for_length, names, speakers, when
from tui.model.event import Event
from tui.model.figure import Figure
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote


def one_page(view: View) -> Node:
    """The body of a page of at most 450 words; what did not fit is counted at its end."""
    return _body(view, fit(view, lambda page: words(_spaced(_body(view, page)))))


def _spaced(node: Node) -> str:
    """The text of a node with a space between any two elements: whoever counts may see them apart."""
    if isinstance(node, Element):
        # Some count the number or the dot before an item of a list.
        return f"{' 1 ' if node.name == 'li' else ' '}{_spaced(node.children)} "
    if node is None or isinstance(node, str):
        return text_of(node)
    return "".join(map(_spaced, node))


def _body(view: View, page: Page) -> list[Node]:
    references = References(view)
    line: Node = paragraphs(view.bottom_line or "") if page.has_bottom_line else None
    if line is None:
        line = element("p", NO_ROOM if view.bottom_line else view.withheld, class_="quiet")
    chosen = Chosen(view, page)
    sections: list[Node] = [
        element("section", element("h2", "Bottom line"), line, class_="bottom-line"),
        _section(
            "Judgments",
            [element("li", element("strong", one.text), " ", rating(one, made=False)) for one in chosen.judgments],
        ),
        _section("Open questions", [_question(one, view, chosen, references) for one in chosen.questions]),
        _section("Ahead", [_event(one, view, references) for one in chosen.ahead]),
        _section("What happened", [_event(one, view, references) for one in chosen.happened]),
        _section("Quotes", [_quote(one, view, references) for one in chosen.quotes]),
        _section("Figures", [_figure(one, references) for one in chosen.figures]),
        element("p", left_for_length(page.left), class_="quiet") if page.left else None,
    ]
    main = element("main", sections, references.section())
    return [masthead(view, whole=page.has_head), main, foot(view)]


def _section(title: str, items: list[Element]) -> Node:
    return element("section", element("h2", title), element("ul", items)) if items else None


def _question(question: Question, view: View, chosen: Chosen, references: References) -> Element:
    due = view.due(question)
    stands = [_position(one, view, references) for one in chosen.positions(question)]
    return element(
        "li",
        element("strong", question.text),
        [" — was due " if view.was_due(question) else " — due ", time(due)] if due else None,
        f"{'; ' if due else ' — '}decided by {names(view, question.decided_by)}" if question.decided_by else None,
        element("ul", stands) if stands else None,
    )


def _position(position: Position, view: View, references: References) -> Element:
    before = view.replaced(position)
    moved = before.stance if before is not None and before.stance != position.stance else None
    stance = STANCES[position.stance or "unknown"] + (f" (earlier: {STANCES[moved]})" if moved else "")
    marks = references.marks(view.links.sources_of(position))
    return element("li", f"{view.name_of(position.actor)}: {stance}", marks)


def _event(event: Event, view: View, references: References) -> Element:
    return element(
        "li",
        element("strong", time(event.date, when(event))),
        f" — {event.title}{kind_and_status(view, event)}",
        references.marks(view.links.sources_of(event)),
    )


def _quote(quote: Quote, view: View, references: References) -> Element:
    return element(
        "li",
        element("q", quote.text),
        f" — {speakers(view, quote)}",
        [", ", time(quote.said)] if quote.said else None,
        references.marks((quote.source,)),
    )


def _figure(figure: Figure, references: References) -> Element:
    return element("li", f"{figure.name}: {amount(figure)} (", time(figure.date), ")", references.marks(figure.sources))
