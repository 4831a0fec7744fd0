"""What a gate is, and the sentences in which gates speak."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate and what it saw; `passed` is the verdict, `says` the sentence a person reads."""

    name: str
    passed: bool
    says: str


def at_least(name: str, found: int, least: float, what: str) -> Gate:
    """A gate that passes where a count is not below its bound; `what` is counted."""
    return Gate(name, found >= least, f"{found} {what}, expected at least {least:g}")


def share_at_least(name: str, found: float, least: float, what: str) -> Gate:
    """A gate that passes where a share of the entries, from 0 to 1, is not below its bound; `what` such entries are."""
    found, least = round(found, 3), round(least, 3)
    told = f"{100 * found:g} % of the entries {what}, expected at least {100 * least:g} %"
    return Gate(name, found >= least, told)


@dataclass(frozen=True, slots=True)
class Ways:
    """Commands that a gate names: to say that the site is so now, and to look at its site file."""

    accept: str
    check: str


def unless_accepted(gate: Gate, ways: Ways) -> Gate:
    """The gate, and where it did not pass the way to say that the site is so now."""
    way = f"; if the site is so now: {ways.accept}"
    return gate if gate.passed else replace(gate, says=gate.says + way)


def unless_expected(gate: Gate, key: str) -> Gate:
    """The gate, and where it did not pass the key of the site file that asks for it: `--accept` changes no site file."""
    way = f"; if the site is so now: expect.{key} in its site file"
    return gate if gate.passed else replace(gate, says=gate.says + way)
