"""Watches what a browser context does: requests to another host (blocked and recorded), errors of any kind."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, Route

LOCAL_SCHEMES = {"data", "blob", "file", "about"}


class Watch:
    """Attach it to a context; `problems()` says what went wrong since, in lines a person can read."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        """`host`, as in `127.0.0.1:8000`, is the only one that the context may reach."""
        self.host = host
        self.other_hosts: list[str] = []
        self.errors: list[str] = []
        elsewhere = re.compile(rf"^(?:https?|wss?)://(?!{re.escape(host)}(?:/|$))")
        context.route(elsewhere, self._block)
        context.route_web_socket(elsewhere, lambda socket: self._note(self.other_hosts, socket.url))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._note(self.errors, f"uncaught: {error.error}"))

    def problems(self) -> list[str]:
        return [f"request to another host: {url}" for url in self.other_hosts] + self.errors

    def clear(self) -> None:
        self.other_hosts.clear()
        self.errors.clear()

    @staticmethod
    def _note(where: list[str], what: str) -> None:
        if what not in where:
            where.append(what)

    def _block(self, route: Route) -> None:
        self._note(self.other_hosts, route.request.url)
        route.abort()

    def _request(self, request: Request) -> None:
        """Also sees what a route does not: a request that the browser answers from its cache."""
        parts = urlsplit(request.url)
        if parts.scheme not in LOCAL_SCHEMES and parts.netloc != self.host:
            self._note(self.other_hosts, request.url)

    def _failed(self, request: Request) -> None:
        # Leaving a page aborts what it was still loading; that is no error of the page.
        if request.failure and "ERR_ABORTED" not in request.failure:
            self._note(self.errors, f"request failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._note(self.errors, f"HTTP {response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(self.errors, f"console: {message.text} ({message.location.get('url', '')})")
