"""Nothing of the articles or benchmarks stands in the project: no run of eight words is shared with them."""

import json
import re
import subprocess

import pytest
from conftest import ROOT, SHARED

WORD = re.compile(r"\w+")
RUN = 8  # words: shorter runs are phrases that any two texts share


def runs(text: str) -> set[tuple[str, ...]]:
    words = [word.lower() for word in WORD.findall(text)]
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def project_texts():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.suffix in {".npz", ".svg", ".css"} or name == "requirements.txt" or not path.is_file():
            continue
        yield name, path.read_bytes().decode("utf-8", "replace").replace("\\n", " ")


def shared_texts():
    for path in sorted(SHARED.rglob("*")):
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield path.name, " ".join(str(row.get(key, "")) for key in ("text", "sentence"))
        elif path.suffix == ".txt" and "labels" not in str(path.parent):
            yield str(path.relative_to(SHARED)), path.read_text(encoding="utf-8")


def test_no_run_of_words_is_shared_with_the_articles_or_benchmarks():
    if not SHARED.is_dir():
        pytest.skip("the articles and benchmarks are not here (../shared)")
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: the project's files cannot be listed")
    own: dict[tuple[str, ...], str] = {}
    for name, text in project_texts():
        own.update(dict.fromkeys(runs(text), name))
    found = {(own[run], name, " ".join(run)) for name, text in shared_texts() for run in runs(text) & own.keys()}
    assert not found, "\n".join(map(str, sorted(found)[:20]))
