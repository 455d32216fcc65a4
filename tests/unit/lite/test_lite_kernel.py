"""Pyodide's lock file, as the course's wheel enters it."""

import json
from hashlib import sha256

from denouement.lite import kernel
from denouement.wheel import refresh as make_wheel


def test_the_lock_points_at_the_wheel_wherever_it_stands_in_the_site(tmp_path, root):
    lock = tmp_path / "lite/static/kernel/pyodide-lock.json"
    lock.parent.mkdir(parents=True)
    lock.write_text(json.dumps({"info": {}, "packages": {"comm": {"name": "comm"}}}))
    wheel = make_wheel(root, tmp_path / "telecharger")
    kernel.offer(tmp_path / "lite", wheel)
    written = json.loads(lock.read_text())["packages"]
    assert written["comm"] == {"name": "comm"}
    entry = written["denouement"]
    assert (lock.parent / entry["file_name"]).resolve() == wheel
    assert entry["sha256"] == sha256(wheel.read_bytes()).hexdigest()
    assert entry["imports"] == ["denouement"]
    assert wheel.name.split("-")[1] == entry["version"]
