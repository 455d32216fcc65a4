"""Every state an interview can reach, walked once; and the strategies that tests and authors try on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from .model import Choice, Ending, Interview, Reply

State = tuple[str, tuple[int, ...], frozenset[str]]  # turn or ending, gauges in order, needs said aloud


@dataclass(frozen=True)
class Step:
    """One thing said in one state: the reply it gets and the state it leads to."""

    choice: Choice
    reply: Reply
    to: State


@dataclass(frozen=True)
class Graph:
    """The states reachable from the start, in the order they are first met, and the steps out of each."""

    interview: Interview
    steps: dict[State, tuple[Step, ...]]

    @property
    def start(self) -> State:
        return next(iter(self.steps))

    def is_ending(self, state: State) -> bool:
        return state[0] in self.interview.endings

    def ending(self, state: State) -> Ending:
        return self.interview.endings[state[0]]

    def score(self, state: State) -> int:
        """The score of an ending state, 0 to 100."""
        ending, gauges = self.ending(state), dict(zip((g.id for g in self.interview.gauges), state[1], strict=True))
        counted = gauges | {"need": len(state[2])}
        return max(0, min(100, ending.score + sum(points * counted[name] for name, points in ending.per.items())))

    @cached_property
    def best(self) -> dict[State, int]:
        """The best score still reachable from each state. An interview has no loop: turns only go forward."""
        scores: dict[State, int] = {}
        for state in reversed(_in_order(self)):
            steps = self.steps[state]
            scores[state] = max((scores[step.to] for step in steps), default=None) if steps else self.score(state)
        return scores

    def play(self, choose: Callable[[State, tuple[Step, ...]], Step]) -> tuple[list[Step], State]:
        """The conversation that a strategy has: its steps and the ending state."""
        state, said = self.start, []
        while self.steps[state]:
            step = choose(state, self.steps[state])
            said.append(step)
            state = step.to
        return said, state

    def best_path(self) -> tuple[list[Step], State]:
        return self.play(lambda state, steps: max(steps, key=lambda step: self.best[step.to]))


def walk(interview: Interview) -> Graph:
    """The graph of `interview`, breadth first."""
    start: State = (interview.start, tuple(g.start for g in interview.gauges), frozenset())
    steps: dict[State, tuple[Step, ...]] = {}
    waiting = [start]
    for state in waiting:
        if state in steps:
            continue
        steps[state] = tuple(_steps(interview, state))
        waiting += [step.to for step in steps[state]]
    return Graph(interview, steps)


def _steps(interview: Interview, state: State) -> Iterator[Step]:
    name, values, said = state
    if name in interview.endings:
        return
    gauges = dict(zip((g.id for g in interview.gauges), values, strict=True))
    for choice in interview.turns[name].choices:
        reply = next(reply for reply in choice.replies if reply.when.holds(gauges))
        moved = tuple(g.clip(gauges[g.id] + reply.moves.get(g.id, 0)) for g in interview.gauges)
        needs = said | {reply.reveals} if reply.reveals else said
        yield Step(choice, reply, (reply.goes, moved, frozenset(needs)))


def _in_order(graph: Graph) -> list[State]:
    """States such that every step goes forward (topological); ValueError when the conversation can loop."""
    order, seen, path = [], set(), set()

    def visit(state: State) -> None:
        if state in path:
            raise ValueError(f"the conversation loops at turn {state[0]!r}")
        if state in seen:
            return
        path.add(state)
        for step in graph.steps[state]:
            visit(step.to)
        path.discard(state)
        seen.add(state)
        order.append(state)

    visit(graph.start)
    return order[::-1]
