"""What a gate is, and the sentences in which gates speak."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate and what it saw; `passed` is the verdict, `says` the sentence a person reads."""

    name: str
    passed: bool
    says: str


def at_least(name: str, found: float, least: float, what: str) -> Gate:
    """A gate that passes where a figure is not below its bound; `what` stands between the two."""
    relation = ">=" if found >= least else "is not >="
    return Gate(name, found >= least, f"{found:g} {what} {relation} {least:g}")


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
