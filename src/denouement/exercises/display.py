"""What a learner's code shows while it runs: text, values, charts; bounded, and handed over as it comes."""

import json
from collections.abc import Callable
from io import TextIOBase

MOST_TEXT = 20_000  # characters printed by one run
MOST_VALUE = 2_000  # characters of one value
MOST_SHOWN = 50  # values and charts of one run
MOST_CHART = 2_000_000  # characters of a chart's specification
LINES, PIECE = 200, 2_000  # so many lines leave one by one, then pieces of so many characters

_VEGA_LITE = "application/vnd.vegalite.v5+json"


class Screen:
    """Where one run shows things. `hand` receives each as a dict: `{"kind": "text", "stream", "text"}`,
    `{"kind": "value", "text"}`, `{"kind": "html", "html"}` (only what the course itself wrote) or
    `{"kind": "chart", "spec"}`; when something has to be left out, `{"kind": "cut"}`, once.

    A line leaves as soon as it is complete: a loop that never ends must not take it along.
    """

    def __init__(self, hand: Callable[[dict], None]) -> None:
        self._hand = hand
        self._waiting, self._stream = "", "stdout"
        self._text_left, self._shown_left, self._lines_left = MOST_TEXT, MOST_SHOWN, LINES
        self._cut = False

    def write(self, stream: str, text: str) -> None:
        if stream != self._stream:
            self.flush()
            self._stream = stream
        if self._text_left <= 0:
            return self._leave_out()
        self._waiting += text[: self._text_left]
        self._text_left -= len(text)
        if self._lines_left > 0 and "\n" in text:
            self._lines_left -= 1
            self.flush()
        elif len(self._waiting) >= PIECE or self._text_left <= 0:
            self.flush()
        return None

    def flush(self) -> None:
        if self._waiting:
            text, self._waiting = self._waiting, ""
            self._hand({"kind": "text", "stream": self._stream, "text": _speakable(text)})

    def display(self, value: object) -> None:
        """Shows `value` as a notebook would: a chart as a chart, anything else as Python writes it."""
        self.flush()
        self._shown_left -= 1
        if self._shown_left < 0:
            return self._leave_out()
        return self._hand(_shown(value))

    def _leave_out(self) -> None:
        if not self._cut:
            self._cut = True
            self._hand({"kind": "cut"})


class Pen(TextIOBase):
    """A file that writes on a screen: what `sys.stdout` and `sys.stderr` are during a run."""

    def __init__(self, screen: Screen, stream: str) -> None:
        self._screen, self._stream = screen, stream

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError("write() argument must be str")
        self._screen.write(self._stream, text)
        return len(text)


def _shown(value: object) -> dict:
    spec = _chart(value)
    if spec is not None:
        return {"kind": "chart", "spec": spec}
    if type(value).__module__.startswith("denouement.") and hasattr(value, "_repr_html_"):
        return {"kind": "html", "html": value._repr_html_()}
    text = repr(value)
    return {"kind": "value", "text": _speakable(text if len(text) <= MOST_VALUE else text[:MOST_VALUE] + "…")}


def _chart(value: object) -> dict | None:
    """The Vega-Lite specification of a chart of ours, of any object that Jupyter draws so, or of a plain dict."""
    spec = value if isinstance(value, dict) and "vega-lite" in str(value.get("$schema", "")) else None
    if spec is None and hasattr(type(value), "_repr_mimebundle_"):
        bundle = value._repr_mimebundle_()
        spec = bundle.get(_VEGA_LITE) if isinstance(bundle, dict) else None
    if not isinstance(spec, dict):
        return None
    try:
        text = json.dumps(spec, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        return None
    return json.loads(text) if len(text) <= MOST_CHART else None


def _speakable(text: str) -> str:
    """`text` as UTF-8 can carry it: a lone surrogate becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
