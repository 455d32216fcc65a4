"""The main path of a code exercise in Debian's Firefox: starter, a mistake, success, everything found again."""

import pytest
from coding import CHAPTER, EXERCISE, mistake_of, solution_of
from firefox import started
from scripts.firefox import REMEDY, find_firefox

from denouement.catalogue import load_item, words

SAY = words()
FIND = "const item = document.querySelector(`[data-item='${id}']`);"


@pytest.fixture
def firefox(tmp_path, server):
    path = find_firefox()
    if not path:
        pytest.fail(REMEDY, pytrace=False)
    with started(path, tmp_path, server.address.split("://")[1]) as browser:
        yield browser
        assert browser.problems == []


def open_exercise(browser):
    browser.evaluate(f"(id) => {{ {FIND} location.hash = item.closest('.stop').id }}", EXERCISE)
    # The page goes to the top of the stop when it shows it: one scrolls until the exercise is there.
    arrived = "item.scrollIntoView(); return item.querySelector('.cm-content')"
    browser.wait_for("the editor", f"(id) => {{ {FIND} {arrived} }}", EXERCISE)


def press(browser, label):
    """The button `label` of the exercise, by the keyboard."""
    named = "[...item.querySelectorAll('button')].find((button) => button.textContent === label)"
    browser.evaluate(f"(id, label) => {{ {FIND} {named}.focus() }}", EXERCISE, label)
    browser.press("Enter")


def write(browser, code):
    """Typed as a person would, without the spaces that the editor puts there by itself."""
    browser.evaluate(f"(id) => {{ {FIND} item.querySelector('.cm-content').focus() }}", EXERCISE)
    browser.press("Control", "a")
    browser.evaluate("(text) => { document.execCommand('insertText', false, text) }", code)
    assert code_of(browser) == code


def code_of(browser):
    return browser.evaluate(
        f"(id) => {{ {FIND} return [...item.querySelectorAll('.cm-line')].map((l) => l.textContent).join('\\n') }}",
        EXERCISE,
    )


def wait_for(browser, status, said):
    """Until the exercise has `status` and says `said`."""
    browser.wait_for(
        f"{status}, {said}",
        f"""(id, status, said) => {{ {FIND}
          return item.dataset.status === status && item.querySelector("[role=status]").textContent.includes(said);
        }}""",
        EXERCISE,
        status,
        said,
    )


def test_from_the_starter_to_success_and_back_after_a_reload(firefox, server):
    firefox.open(f"{server.address}/{CHAPTER}")
    open_exercise(firefox)
    assert code_of(firefox) == load_item(EXERCISE)["public"]["starter"]
    press(firefox, SAY["item.check"])
    wait_for(firefox, "not_attempted", "À faire.")
    write(firefox, mistake_of(EXERCISE, "attraits-bruts"))
    press(firefox, SAY["item.check"])
    wait_for(firefox, "failed", "À revoir.")
    write(firefox, solution_of(EXERCISE))
    press(firefox, SAY["item.check"])
    wait_for(firefox, "passed", "2 essais")
    firefox.reload()
    open_exercise(firefox)
    wait_for(firefox, "passed", "2 essais")
    assert code_of(firefox) == solution_of(EXERCISE)
