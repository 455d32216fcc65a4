"""`book/items.lock`: numbers given once, for ever."""

import subprocess

import pytest

from denouement import lock
from denouement.compiler.assessments import ids
from denouement.compiler.book import STATELESS
from denouement.errors import AuthorError


def written(root, lines):
    path = root / lock.LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def items_of(root):
    """The lines of the file that are not its header."""
    text = (root / lock.LOCK).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def publish(root):
    """Commits what stands in `root`."""
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(root), *identity, *command], check=True)


def refusal(call, *arguments):
    with pytest.raises(AuthorError) as caught:
        call(*arguments)
    return str(caught.value)


def test_the_first_items_get_the_first_numbers(tmp_path, capsys):
    assert lock.update(tmp_path, ["b", "a"]) == {"b": 1, "a": 2}
    assert items_of(tmp_path) == ["b = 1", "a = 2"]
    assert "2 nouveau(x) (b, a)" in capsys.readouterr().out


def test_new_items_are_appended_and_the_rest_stays(tmp_path):
    lock.update(tmp_path, ["b", "a"])
    before = (tmp_path / lock.LOCK).read_text()
    assert lock.update(tmp_path, ["c", "a", "b"]) == {"b": 1, "a": 2, "c": 3}
    assert (tmp_path / lock.LOCK).read_text() == before + "c = 3\n"


def test_nothing_is_written_when_nothing_is_new(tmp_path, capsys):
    path = written(tmp_path, ["a = 1"])
    before = path.stat().st_mtime_ns
    assert lock.update(tmp_path, ["a"]) == {"a": 1}
    assert path.stat().st_mtime_ns == before
    assert capsys.readouterr().out == ""


def test_a_new_item_stands_before_the_retired_ones_and_takes_no_number_of_theirs(tmp_path):
    written(tmp_path, ["a = 1", "", "[retired]", "b = 2  # too easy"])
    assert lock.update(tmp_path, ["a", "c"]) == {"a": 1, "b": 2, "c": 3}
    assert items_of(tmp_path) == ["a = 1", "c = 3", "[retired]", "b = 2  # too easy"]


def test_a_removed_id_is_refused(tmp_path):
    path = written(tmp_path, ["a = 1", "b = 2"])
    before = path.read_text()
    message = refusal(lock.update, tmp_path, ["a", "c"])
    assert message.startswith("book/items.lock, b: this id was published and the book no longer has it; put it back")
    assert path.read_text() == before


def test_a_retired_id_is_not_used_again(tmp_path):
    written(tmp_path, ["a = 1", "[retired]", "b = 2  # too easy"])
    message = refusal(lock.check, tmp_path, ["a", "b"])
    assert message == (
        "book/items.lock, b: this id is retired (number 2) and the book uses it again; give the new item another id"
    )


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["a = 1", "b = 1"], "book/items.lock, line 2: the number 1 is already taken at line 1; give the later"),
        (["a = 1", "a = 2"], "book/items.lock, line 2: a already stands at line 1; remove one"),
        (["a = 1", "c = 3"], "book/items.lock: the number 2 has gone: a line was removed; put it back"),
        (["a : 1"], "book/items.lock, line 1: 'a : 1' cannot be read; write `id = number`"),
        (["a = 0"], "book/items.lock, line 1: 'a = 0' cannot be read"),
        (["<<<<<<< HEAD", "a = 1"], "book/items.lock, line 1: '<<<<<<< HEAD' cannot be read"),
        (["a = 1", "[retired]", "b = 2"], "book/items.lock, line 3: b is retired without a reason; add `# why`"),
    ],
)
def test_a_broken_file_is_refused(tmp_path, lines, message):
    path = written(tmp_path, lines)
    before = path.read_text()
    assert refusal(lock.update, tmp_path, ["a", "b", "c"]).startswith(message)
    assert path.read_text() == before


def test_an_id_that_the_file_cannot_hold_is_refused(tmp_path):
    assert refusal(lock.update, tmp_path, ["Été"]).startswith("Été: this id cannot be used; use small letters")
    assert not (tmp_path / lock.LOCK).exists()


def test_a_draft_may_be_renamed_until_it_is_committed(tmp_path):
    written(tmp_path, ["a = 1"])
    publish(tmp_path)
    lock.update(tmp_path, ["a", "draft", "b"])
    assert lock.update(tmp_path, ["a", "b", "renamed"]) == {"a": 1, "b": 2, "renamed": 3}
    publish(tmp_path)
    assert "renamed: this id was published" in refusal(lock.update, tmp_path, ["a", "b"])


def test_a_book_that_was_never_committed_holds_drafts_only(tmp_path):
    (tmp_path / "x").touch()
    publish(tmp_path)
    lock.update(tmp_path, ["a", "b"])
    assert lock.update(tmp_path, ["b"]) == {"b": 1}


def test_a_published_number_never_changes(tmp_path):
    written(tmp_path, ["a = 1", "b = 2"])
    publish(tmp_path)
    for lines in (["a = 2", "b = 1"], ["a = 1"], ["b = 1"]):
        written(tmp_path, lines)
        assert "which has changed or gone; put the line back" in refusal(lock.check, tmp_path, ["a", "b"])


def test_the_numbers_of_the_course_are_all_written(root, course_items):
    stateful = ids(item for item in course_items.values() if item["kind"] not in STATELESS)
    assert lock.missing(root, stateful) == [], "run `denouement compile` and commit book/items.lock"
