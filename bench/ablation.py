"""Which functions decide nothing: `python -m bench.ablation PACKAGE SET… [-o OUT] [--tests PATH…]`.

The sets (`bench.sets`: dates, repair, listing) are read once, while every answer of each function below PACKAGE is noted. Then each
function in turn is replaced by its most frequent answer, in a process of its own with empty caches, and what it had answered
otherwise in is read again: pages, or whole lists. A line a function whose other answers change nothing there: its usual answer and in how
many parts it gave another; `--tests` then runs tests without it and names one that fails. OUT gets all functions, as JSON lines.

A function that changes nothing is a place to look, no verdict: it may guard against input that no set has. Generators, nested
functions, and those whose usual answer cannot be told (arrays, frames) are passed over. Needs Python 3.12.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import json
import os
import pkgutil
import resource
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from bench.set_parts import Part, parts_of

KEYS_MAX = 100  # answers of a function that are told apart; a usual one is among the first
# Of CPU, beside twice what the trace took, for one function: a loop may never end without it. What tests may take.
SECONDS, TESTS_SECONDS = 10, 600


@dataclass(slots=True)
class Told:
    """What a function answered, and the parts in which it did: by type and value; None stands for all that cannot be compared."""

    parts: dict[Any, list[int]] = field(default_factory=dict)
    counts: dict[Any, int] = field(default_factory=dict)

    def note(self, key: Any, part: int) -> None:
        key = key if key in self.counts or len(self.counts) < KEYS_MAX else None
        self.counts[key] = self.counts.get(key, 0) + 1
        parts = self.parts.setdefault(key, [])
        if not parts or parts[-1] != part:
            parts.append(part)

    def usual(self) -> Any:
        """The key of the most frequent answer; None where it cannot be told."""
        return max((key for key in self.counts if key), key=lambda key: self.counts[key], default=None)

    def others(self) -> list[int]:
        """The parts in which another answer than the usual one was given."""
        usual = self.usual()
        return sorted({part for key, parts in self.parts.items() if key != usual for part in parts})


def functions_of(package: str) -> dict[str, FunctionType]:
    """All functions and methods below a package, by module and name; none that yields or is defined in another."""
    top = importlib.import_module(package)
    names = [package, *(one.name for one in pkgutil.walk_packages(top.__path__, f"{package}."))]
    found = {}
    for name in names:
        module = importlib.import_module(name)
        for one in list(vars(module).values()):
            for own in [one, *vars(one).values()] if inspect.isclass(one) else [one]:
                plain = getattr(own, "fget", None) or getattr(own, "__func__", None) or inspect.unwrap(own)
                if isinstance(plain, FunctionType) and _fits(plain, name):
                    found[f"{name}:{plain.__qualname__}"] = plain
    return found


def _fits(one: FunctionType, module: str) -> bool:
    written = one.__module__ == module and not one.__code__.co_filename.startswith("<")  # by hand
    return written and not one.__code__.co_freevars and not inspect.isgeneratorfunction(one)


def trace(functions: dict[str, FunctionType], parts: list[Part]) -> tuple[dict[str, Told], list[Any]]:
    """What each function answers while all parts are read, and what is read."""
    told = {one.__code__: Told() for one in functions.values()}
    at = 0

    def note(code: CodeType, _: int, answer: object) -> None:
        told[code].note(_key(answer), at)

    monitor = sys.monitoring
    monitor.use_tool_id(monitor.PROFILER_ID, "ablation")
    monitor.register_callback(monitor.PROFILER_ID, monitor.events.PY_RETURN, note)
    for code in told:
        monitor.set_local_events(monitor.PROFILER_ID, code, monitor.events.PY_RETURN)
    read = []
    for at, part in enumerate(parts):  # noqa: B007  # `note` reads it
        read.append(part())
    monitor.free_tool_id(monitor.PROFILER_ID)
    return {name: told[one.__code__] for name, one in functions.items()}, read


def _key(answer: object) -> tuple[type, Any] | None:
    if type(answer) in (list, dict, set):
        return None if answer else (type(answer), ())
    try:
        hash(answer)
    except TypeError:
        return None
    return type(answer), answer


def replace(one: FunctionType, key: tuple[type, Any]) -> None:
    """Let a function give one answer, whoever holds it, and empty all caches above it."""
    kind, value = key
    word = f"{kind.__name__}()" if kind in (list, dict, set) else "'answer'"
    code: CodeType = eval(f"lambda *_, **__: {word}").__code__
    held = tuple(value if const == "answer" else const for const in code.co_consts)
    one.__code__ = code.replace(co_consts=held)
    one.__defaults__ = one.__kwdefaults__ = None
    trees = {"pipelines", "scraper", one.__module__.partition(".")[0]}
    for name, module in list(sys.modules.items()):
        for own in list(vars(module).values()) if name.partition(".")[0] in trees else ():
            if hasattr(own, "cache_clear"):
                own.cache_clear()


def apart(decide: Callable[[], str], seconds: int = SECONDS) -> str:
    """What is answered in a process of its own: "stopped" where it ended otherwise or took more CPU."""
    at, to = os.pipe()
    with warnings.catch_warnings():  # a fork beside threads is warned of; the child waits for none
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        answer = "stopped"
        try:
            answer = decide()
        finally:
            os.write(to, f"{answer}\n".encode())
            os._exit(0)
    os.close(to)
    with os.fdopen(at, "rb") as said:
        answer = said.readline().decode() or "stopped"
    os.waitpid(child, 0)
    return answer.strip()


def changed(one: FunctionType, told: Told, parts: list[Part], read: list[Any]) -> str:
    """The first part read otherwise without a function's other answers, or ""."""
    replace(one, told.usual())
    return next((f"part {at}" for at in told.others() if parts[at]() != read[at]), "")


def failing(one: FunctionType, told: Told, tests: list[str]) -> str:
    """The first test that fails without a function's other answers, or ""."""
    import pytest

    class First:
        name = ""

        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            self.name = self.name or report.nodeid * report.failed

    replace(one, told.usual())
    first = First()
    with Path(os.devnull).open("w", encoding="utf-8") as nothing, redirect_stdout(nothing):
        pytest.main([*tests, "-x", "-q", "-p", "no:cacheprovider"], plugins=[first])
    return first.name


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("package")
    ask.add_argument("sets", type=Path, nargs="+", metavar="SET")
    ask.add_argument("-o", "--output", type=Path, metavar="OUT")
    ask.add_argument("--tests", nargs="+", default=[], metavar="PATH")
    ask.add_argument("--every", type=int, default=1, metavar="N", help="read each Nth part alone")
    options = ask.parse_args()
    functions = functions_of(options.package)
    parts = [part for source in options.sets for part in parts_of(source)][:: options.every]
    told, read = trace(functions, parts)
    rows, limit = [], SECONDS + 2 * int(time.process_time())
    for name, one in functions.items():
        own = told[name]
        row = {"name": name, "usual": "", "others": len(own.others()), "changed": "", "test": ""}
        if not own.counts:
            row["usual"] = "never called"
        elif (usual := own.usual()) is not None:
            row["usual"] = repr(usual[1] if usual[1] != () else usual[0]())[:40]
            row["changed"] = apart(partial(changed, one, own, parts, read), limit)
            if options.tests and not row["changed"] and row["others"]:
                row["test"] = apart(partial(failing, one, own, options.tests), TESTS_SECONDS)
            if row["others"] and not row["changed"]:
                print(f"{row['others']:>6}  {name}  {row['usual']}  {row['test']}", flush=True)
        rows.append(row)
    if options.output:
        options.output.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    never = sum(not one.counts for one in told.values())
    one_answer = sum(bool(one.counts) and not one.others() for one in told.values())
    print(f"{len(functions)} functions, {never} never called, {one_answer} of one answer, {len(parts)} parts")


if __name__ == "__main__":
    main()
