"""axe-core on the page as it stands: the WCAG 2.2 rules of levels A and AA."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


@cache
def _source() -> str:
    return AXE.read_text(encoding="utf-8")


def violations(page: Page, within: str = "html") -> list[str]:
    """One line per element at fault `within` (a selector): rule, element, what to mend. Empty: none."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())  # not a <script>: a page's own policy could refuse it
    found = page.evaluate(
        """([within, tags]) =>
          axe.run({ include: [[within]] }, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })""",
        [within, TAGS],
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
