"""All that a page holds of a learner's work, to compare before and after."""

from playwright.sync_api import Page

# What is typed or chosen, the verdict and its feedback, the ends of stops; not where the page is scrolled.
SNAPSHOT = """() => {
  const field = (input) => input.type === "radio" || input.type === "checkbox" ? input.checked : input.value;
  const text = (element) => element.textContent.replace(/\\s+/g, " ").trim();
  return {
    items: [...document.querySelectorAll("[data-item]")].map((item) => ({
      id: item.dataset.item,
      placement: item.dataset.placement,
      status: item.dataset.status,
      fields: [...item.querySelectorAll("input, select, textarea")].map(field),
      order: [...item.querySelectorAll("[data-element]")].map((row) => row.dataset.element),
      feedback: [...item.querySelectorAll(".feedback, .choice-feedback, .lab-attempts")].map(text),
    })),
    reveals: [...document.querySelectorAll(".reveal-yours")].map(text),
    stops: [...document.querySelectorAll("[data-finish-stop]")].map(text),
    progress: [...document.querySelectorAll("[data-progress-stop]")].map(text),
  };
}"""


def work_on(page: Page) -> dict:
    """The learner's work as the page shows it."""
    return page.evaluate(SNAPSHOT)


def wait_for_work(page: Page, expected: dict) -> None:
    """Wait until the page shows `expected`; an AssertionError with the first item that differs."""
    for _ in range(50):
        shown = work_on(page)
        if shown == expected:
            return
        page.wait_for_timeout(100)
    for ours, theirs in zip(shown["items"], expected["items"], strict=True):
        assert ours == theirs
    assert shown == expected
