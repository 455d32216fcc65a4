"""Interviews in the page, keyboard in hand: every ending is reached, and a conversation survives a reload."""

import json
from collections import deque

import pytest
from accessibility import violations
from answering import tab_to
from course import ROOT
from playwright.sync_api import expect

from denouement.catalogue import words
from denouement.interviews.graph import walk
from denouement.interviews.load import read_interview

PATHS = sorted((ROOT / "book" / "fr" / "interviews").glob("*.toml"))
WISE, PASSING = ("fitting", "refusal"), 0.6  # as in web/interview.js
OWN_WORDS = "Et si personne ne vous demandait rien ?"

each_interview = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def shortest_paths(graph):
    """ending id -> (the choices that lead there soonest, the state it ends in)."""
    found, seen, waiting = {}, {graph.start}, deque([(graph.start, [])])
    while waiting:
        state, said = waiting.popleft()
        if graph.is_ending(state):
            found.setdefault(state[0], (said, state))
        for step in graph.steps[state]:
            if step.to not in seen:
                seen.add(step.to)
                waiting.append((step.to, [*said, step.choice.id]))
    return found


def open_interview(visit, interview):
    """(page, the interview's element), on the stop where it stands."""
    page = visit(f"chapters/{interview.chapter}.html")
    item = page.locator(f'[data-item="{interview.id}"]')
    page.goto(f"{page.url.split('#')[0]}#{item.evaluate('item => item.closest(`.stop`).id')}")
    expect(item).to_be_visible()
    return page, item


def begin(item):
    expect(item.locator("form.turn button")).to_have_text(words()["interview.begin"])
    tab_to(item.page, f"document.activeElement.textContent === {json.dumps(words()['interview.begin'])}")
    item.page.keyboard.press("Enter")
    expect(item.locator(".transcript .buyer")).to_be_focused()


def say(item, choice):
    """Reaches the sentence `choice` with Tab from wherever the focus stands, and says it."""
    page, area = item.page, item.locator("form.turn textarea")
    before = item.locator(".transcript .seller").count()
    if area.count():
        tab_to(page, "document.activeElement.tagName === 'TEXTAREA'")
        page.keyboard.insert_text(OWN_WORDS)
        tab_to(page, "document.activeElement.classList.contains('primary')")
        page.keyboard.press("Enter")
        expect(item.locator(".moves")).to_be_focused()
    tab_to(page, f"document.activeElement.dataset.choice === '{choice}'")
    page.keyboard.press("Enter")
    expect(item.locator(".transcript .seller")).to_have_count(before + 1)


def expect_ending(item, graph, state, said):
    """The page says the ending that the graph says, with what was said and what was missed."""
    ending, score, best = graph.ending(state), graph.score(state), graph.best[graph.start]
    success = ending.kind in WISE and score >= PASSING * best
    expect(item).to_have_attribute("data-ending", ending.id)
    expect(item).to_have_attribute("data-status", "passed" if success else "failed")
    feedback = item.locator(".feedback[role=status]")
    expect(feedback).to_be_focused()
    expect(feedback.locator(".score")).to_have_text(
        words()["interview.score"].replace("{score}", str(score)).replace("{best}", str(best))
    )
    heard = item.locator(".debriefing > h4", has_text=words()["interview.heard"]).locator("+ ul > li")
    expect(heard).to_have_count(len(state[2]))
    expect(item.locator(".debriefing ol > li")).to_have_count(len(said))
    expect(item.locator(".transcript > .seller")).to_have_count(len(said))


@each_interview
def test_the_keyboard_reaches_every_ending(visit, path):
    interview = read_interview(path)
    graph = walk(interview)
    page, item = open_interview(visit, interview)
    begin(item)
    paths = shortest_paths(graph)
    assert set(paths) == set(interview.endings)
    for number, (said, state) in enumerate(paths.values()):
        if number:
            tab_to(page, "document.activeElement.matches('button.again')")
            page.keyboard.press("Enter")
            expect(item.locator(".transcript .buyer")).to_be_focused()
        for choice in said:
            say(item, choice)
        expect_ending(item, graph, state, said)
    item.locator(".debriefing summary").press("Enter")
    expect(item.locator(".debriefing ol > li .comment").first).to_be_visible()
    faults = violations(page)
    assert not faults, "\n".join(faults)


@each_interview
@pytest.mark.parametrize("width", [390, 1280])
def test_a_reload_in_the_middle_finds_the_conversation_again(visit, path, width):
    interview = read_interview(path)
    graph = walk(interview)
    steps, state = graph.best_path()
    said = [step.choice.id for step in steps]
    page = visit(f"chapters/{interview.chapter}.html", width=width)
    item = page.locator(f'[data-item="{interview.id}"]')
    page.goto(f"{page.url}#{item.evaluate('item => item.closest(`.stop`).id')}")
    begin(item)
    middle = len(said) // 2
    for choice in said[:middle]:
        say(item, choice)
    heard = item.locator(".transcript").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.reload()
    expect(item.locator(".transcript > .seller")).to_have_count(middle)
    assert item.locator(".transcript").inner_text() == heard
    item.locator(".transcript .buyer").last.focus()
    for choice in said[middle:]:
        say(item, choice)
    expect_ending(item, graph, state, said)
    ended = item.locator(".transcript").inner_text()

    page.reload()
    expect(item).to_have_attribute("data-ending", state[0])
    assert item.locator(".transcript").inner_text() == ended


@each_interview
def test_any_exchange_can_be_taken_up_again(visit, path):
    interview = read_interview(path)
    graph = walk(interview)
    said, state = min(shortest_paths(graph).values(), key=lambda found: len(found[0]))
    page, item = open_interview(visit, interview)
    begin(item)
    for choice in said:
        say(item, choice)
    expect_ending(item, graph, state, said)
    item.locator(".debriefing summary").press("Enter")
    item.locator(".debriefing .resume").nth(1).press("Enter")
    expect(item.locator(".transcript > .seller")).to_have_count(1)
    expect(item.locator(".debriefing")).to_be_empty()
    assert item.get_attribute("data-ending") is None
    for choice in said[1:]:
        say(item, choice)
    expect_ending(item, graph, state, said)
