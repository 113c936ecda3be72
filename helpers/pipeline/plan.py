"""Which steps must run, and why: what a step hangs on now, held against what it hung on in the last build."""

import shutil
from pathlib import Path
from typing import NamedTuple

from helpers.pipeline.inputs import makers, needs, step_inputs
from helpers.pipeline.publish import is_whole, read_record
from helpers.pipeline.steps import STEPS, Step

ASKED, FIRST = "asked for", "there is no earlier result"
NAMED = 3  # reasons named; the rest are counted


class Last(NamedTuple):
    """The build that is published now: its folder, its record, and whether every file is as the record tells."""

    folder: Path
    record: dict
    whole: bool

    def step(self, name: str) -> dict:
        """What the record tells of a step; {} if its result cannot be used."""
        return self.record.get("steps", {}).get(name, {}) if self.whole else {}

    def seconds(self, name: str) -> float:
        """How long a step took when it last ran; 0 if that is not known."""
        return float(self.record.get("seconds", {}).get(name, 0.0))


def last_build(target: Path) -> Last:
    """The published build of a corpus; target: outputs/NAME."""
    record = read_record(target)
    return Last(target.resolve(), record, bool(record) and is_whole(target, record))


def reasons(now: dict[str, str], before: dict[str, str]) -> list[str]:
    """What changed between two sets of inputs, in words.

    >>> reasons({"a.py": "1", "the parameter top": "2"}, {"a.py": "0", "b.csv": "3"})
    ['a.py changed', 'the parameter top is new', 'b.csv is gone']
    """
    changed = [f"{name} changed" for name in now if name in before and now[name] != before[name]]
    new = [f"{name} is new" for name in now if name not in before]
    return changed + new + [f"{name} is gone" for name in before if name not in now]


def why(step: Step, now: dict[str, str], last: Last, asked: bool) -> str:
    """Why a step must run, in words; "" if its last result still holds."""
    if asked:
        return ASKED
    before = last.step(step.name).get("inputs")
    if before is None:
        return FIRST
    found = reasons(now, before)
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    return "; ".join(found[:NAMED]) + more


def files_of(step: Step, folder: Path) -> list[str]:
    """The files of a build that a step writes, from the build's folder."""
    names = [f"notebooks/{step.name}.ipynb"]
    names += [f"tables/{table}.{kind}" for table in step.writes for kind in ("csv", "parquet")]
    if "documents" in step.writes:
        names += sorted(f"texts/{path.name}" for path in (folder / "texts").glob("*.txt"))
    return names


def take_over(step: Step, last: Last, stage: Path) -> None:
    """Copy what a step wrote in the last build into the growing one."""
    for name in files_of(step, last.folder):
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(last.folder / name, stage / name)


def foresee(inputs: dict[str, str], chosen: dict, last: Last, asked: set[str]) -> list[tuple[str, str]]:
    """What would run and why: (step, reason), "" for a step that would be taken over from the last build.

    A step that reads tables of one that would run is told to depend on them: only running tells whether they change.
    """
    tables = {name: value for name, value in last.record.get("files", {}).items()} if last.whole else {}
    told, running = [], set()
    for step in STEPS:
        reason = why(step, step_inputs(step, inputs, chosen[step.name], tables), last, step.name in asked)
        above = sorted(needs(step) & running)
        if not reason and above:
            reason = f"if the tables of {', '.join(above)} change"
        running |= {step.name} if reason else set()
        told.append((step.name, reason))
    return told


def readers_of(name: str) -> set[str]:
    """The steps that read, directly or not, what a step writes."""
    found: set[str] = set()
    for step in STEPS:
        if needs(step) & (found | {name}):
            found.add(step.name)
    return found


def is_current(last: Last, identity: str) -> bool:
    """Whether the published build is whole and was made from exactly these inputs and parameters."""
    return last.whole and last.record.get("build") == identity and set(makers()) <= _tables(last)


def _tables(last: Last) -> set[str]:
    return {Path(name).stem for name in last.record.get("files", {}) if name.startswith("tables/")}
