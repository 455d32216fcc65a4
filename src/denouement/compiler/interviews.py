"""Interviews as compiled items: the walked graph as small tables, the buyer's lines apart."""

from pathlib import Path

from ..errors import AuthorError
from ..interviews.graph import Graph, walk
from ..interviews.load import read_interview
from ..interviews.model import Interview, Reply
from . import wording
from .items import item


def compile_interviews(folder: Path) -> list[dict]:
    """Every interview of `folder`, compiled, by file name. AuthorError names the first fault."""
    return [compile_interview(read_interview(path)) for path in sorted(folder.glob("*.toml"))]


def compile_interview(interview: Interview) -> dict:
    """The compiled item of `interview`.

    `states` holds, per state: [turn index, [reply index, next state] per choice], or [-1 - ending index, score].
    """
    graph = walk(interview)
    try:
        best = graph.best
    except ValueError as loop:
        where = f"{interview.id}.toml"
        raise AuthorError(where, str(loop), "let turns only go forward, so that a conversation ends") from None
    turns, endings = list(interview.turns.values()), list(interview.endings.values())
    replies = [reply for turn in turns for choice in turn.choices for reply in choice.replies]
    # By identity: two replies may say the same words to different effect.
    reply_index = {id(reply): number for number, reply in enumerate(replies)}
    sealed = {
        "buyer": wording.plain(interview.buyer),
        "opening": wording.html(interview.opening),
        "turns": [_turn(turn) for turn in turns],
        "replies": [_reply(reply, interview) for reply in replies],
        "needs": [wording.inline(text) for text in interview.needs.values()],
        "endings": [
            {"id": e.id, "kind": e.kind, "title": wording.plain(e.title), "text": wording.html(e.text)} for e in endings
        ],
        "states": _states(graph, turns, endings, reply_index),
        "best": best[graph.start],
    }
    public = {
        "title": wording.plain(interview.title),
        "buyer": wording.plain(interview.buyer),
        "text": wording.html(interview.text),
    }
    return item(interview.id, "interview", "interview", interview.chapter, public, sealed)


def _turn(turn) -> dict:
    choices = [
        {"id": c.id, "text": wording.inline(c.text), "comment": wording.html(c.comment), "style": c.style}
        for c in turn.choices
    ]
    return {"scene": wording.html(turn.scene) if turn.scene else "", "write": turn.write, "choices": choices}


def _reply(reply: Reply, interview: Interview) -> list:
    """[what the buyer says, index of the need now said aloud or -1, what moved: [[label, by how much]…]]."""
    moves = [[wording.plain(g.label), reply.moves[g.id]] for g in interview.gauges if reply.moves.get(g.id)]
    need = list(interview.needs).index(reply.reveals) if reply.reveals else -1
    return [wording.html(reply.says), need, moves]


def _states(graph: Graph, turns: list, endings: list, reply_index: dict[int, int]) -> list:
    number = {state: place for place, state in enumerate(graph.steps)}
    turn_index = {turn.id: place for place, turn in enumerate(turns)}
    ending_index = {ending.id: place for place, ending in enumerate(endings)}
    table = []
    for state, steps in graph.steps.items():
        if graph.is_ending(state):
            table.append([-1 - ending_index[state[0]], graph.score(state)])
        else:
            table.append([turn_index[state[0]], *([reply_index[id(s.reply)], number[s.to]] for s in steps)])
    return table
