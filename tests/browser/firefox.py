"""A Firefox driven through WebDriver BiDi, the protocol it speaks by itself: no driver, no patched build.

Only what the tests ask: open a page, press keys, read it, hear of its errors and requests. Source: W3C, WebDriver BiDi
(https://w3c.github.io/webdriver-bidi/).
"""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import websocket

KEYS = {"Control": "\ue009", "Enter": "\ue006", "Tab": "\ue004", "Shift": "\ue008", "Escape": "\ue00c"}
_STARTED = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
PATIENCE = 90  # seconds for one command, or for something to come true: Python starts in the page
# French, no first-run pages, and no request of its own.
_PREFERENCES = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "fr-FR, fr",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


class Firefox:
    """One tab. `problems` gathers its errors and its requests to other hosts, in lines a person can read."""

    def __init__(self, socket: websocket.WebSocket, host: str) -> None:
        self._socket, self._numbers, self._host = socket, count(1), host
        self.problems: list[str] = []
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent", "network.fetchError"])
        self._tab = self.command("browsingContext.create", type="tab")["context"]  # the first one never gets the focus

    def command(self, method: str, **params: object) -> dict:
        """The result of a BiDi command; AssertionError with Firefox's own words when it fails."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (message := json.loads(self._socket.recv())).get("id") != number:
            self._hear(message)
        assert message["type"] == "success", f"{method}: {message.get('message')}"
        return message["result"]

    def _hear(self, event: dict) -> None:
        params = event.get("params", {})
        if event.get("method") == "log.entryAdded" and params["level"] == "error":
            self.problems.append(f"error: {params['text']}")
        elif event.get("method") == "network.fetchError":
            # Leaving a page aborts what it was still loading (Firefox fetches the next chapter ahead).
            if params["errorText"] != "NS_BINDING_ABORTED":
                self.problems.append(f"request failed: {params['request']['url']} ({params['errorText']})")
        elif event.get("method") == "network.beforeRequestSent":
            address = urlsplit(params["request"]["url"])
            if address.scheme in ("http", "https", "ws", "wss") and address.netloc != self._host:
                self.problems.append(f"request to another host: {params['request']['url']}")

    def open(self, address: str) -> None:
        self.command("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def reload(self) -> None:
        self.command("browsingContext.reload", context=self._tab, wait="complete")

    def evaluate(self, function: str, *arguments: object) -> object:
        """What the JavaScript `function` returns (awaited), as JSON."""
        wrapped = f"async (given) => JSON.stringify((await ({function})(...JSON.parse(given))) ?? null)"
        answer = self.command(
            "script.callFunction",
            functionDeclaration=wrapped,
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            awaitPromise=True,
            target={"context": self._tab},
        )
        assert answer["type"] == "success", answer.get("exceptionDetails", {}).get("text")
        return json.loads(answer["result"]["value"])

    def wait_for(self, what: str, function: str, *arguments: object) -> None:
        """Until `function` is true in the page (asked at every frame); AssertionError naming `what` if it never is."""
        body = f"""async (...given) => {{
          const end = performance.now() + {PATIENCE * 1000};
          while (!({function})(...given)) {{
            if (performance.now() > end) return document.activeElement?.closest("section")?.innerText ?? "";
            await new Promise((next) => setTimeout(next, 50));
          }}
          return null;
        }}"""
        seen = self.evaluate(body, *arguments)
        assert seen is None, f"{what}: never came. The page says:\n{seen}"

    def press(self, *keys: str) -> None:
        """Keys held together, as in `press("Control", "a")`, on whatever has the focus."""
        self._keys([("keyDown", KEYS.get(key, key)) for key in keys] + [("keyUp", KEYS.get(k, k)) for k in keys[::-1]])

    def type(self, text: str) -> None:
        self._keys([(step, KEYS["Enter"] if key == "\n" else key) for key in text for step in ("keyDown", "keyUp")])

    def _keys(self, steps: Sequence[tuple[str, str]]) -> None:
        actions = [{"type": step, "value": key} for step, key in steps]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self.command("input.performActions", context=self._tab, actions=[source])


@contextmanager
def started(path: str, profile: Path, host: str) -> Iterator[Firefox]:
    """The Firefox at `path` with an empty `profile`; `host` is the only one it may ask. Ended when left."""
    lines = [f'user_pref("{name}", {json.dumps(value)});' for name, value in _PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines))
    options = ["--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    process = subprocess.Popen([path, *options], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    try:
        address = next((found[1] for line in process.stderr if (found := _STARTED.search(line))), None)
        assert address, "Firefox ended before it could be driven"
        socket = websocket.create_connection(f"{address}/session", timeout=PATIENCE + 10, suppress_origin=True)
        yield Firefox(socket, host)
        socket.close()
    finally:
        process.terminate()
        process.wait(30)
        process.stderr.close()
