"""What `deploy/` tells a machine to do can be done: real verbs and options, the same exit codes, units that systemd takes."""

from __future__ import annotations

import configparser
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from pipelines import ledger
from pipelines.errors import Exit
from scraper.cli import cli
from scraper.verbs.options import output_option
from tests.web import LIST, served

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(file.name for file in DEPLOY.iterdir() if file.suffix in (".service", ".timer"))
ALL = sorted(file.name for file in DEPLOY.iterdir())


def unit(name: str) -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None, strict=True, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string((DEPLOY / name).read_text(encoding="utf-8"))
    return read


def script(name: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    there = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "LISTMEND": f"{sys.executable} -m scraper.cli",
        **variables,
    }
    command = ["sh", str(DEPLOY / name), *words]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=there, timeout=60)


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_is_well_formed(name: str, tmp_path: Path) -> None:
    """Each key stands once in its section; where systemd is there, it has nothing to say against the unit."""
    read = unit(name)
    assert read["Unit"]["Description"]
    if (verify := shutil.which("systemd-analyze")) is None:
        return
    for other in UNITS:  # a unit names others, and commands that are not installed here
        text = re.sub(
            r"(?m)^(ExecStart(?:Post)?)=-?\S+", r"\1=/bin/true", (DEPLOY / other).read_text(encoding="utf-8")
        )
        (tmp_path / other).write_text(text, encoding="utf-8")
    ended = subprocess.run(
        [verify, "verify", f"./{name}"], check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("name", ALL)
def test_every_command_is_a_real_verb(name: str) -> None:
    """A verb or an option that is renamed is renamed here, too."""
    text = (DEPLOY / name).read_text(encoding="utf-8")
    for verb, rest in re.findall(r"(?:bin/listmend|`listmend|--rm \S.* listmend) ([a-z]+)([^`\n|]*)", text):
        assert verb in cli.commands, f"{name}: listmend {verb}"
        options = {option for param in cli.commands[verb].params for option in param.opts}
        assert set(re.findall(r"(?<=\s)--[a-z-]+", rest)) <= options, f"{name}: listmend {verb}{rest}"


def test_every_verb_takes_the_folder_of_a_unit() -> None:
    """`LISTMEND_OUTPUT` of the unit is what each verb that works on datasets reads."""

    @click.command()
    @output_option
    def verb(output: Path) -> None:
        """Stand in for any verb."""

    (option,) = verb.params
    assert option.envvar == "LISTMEND_OUTPUT"
    assert "LISTMEND_OUTPUT=/var/lib/listmend" in unit("listmend@.service")["Service"]["Environment"].split()
    folders = {
        name
        for name, command in cli.commands.items()
        if any(getattr(param, "envvar", None) == option.envvar for param in command.params)
    }
    assert folders == set(cli.commands) - {"mend"}  # whose --output is a file


def test_exit_codes_are_those_of_the_commands() -> None:
    """The table of the page, the alert's cases and the unit's exceptions name the codes there are, and no others."""
    codes = {int(code) for code in Exit}
    page = (DEPLOY / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"(?m)^\| (\d+) \| ([a-z, ]+) \|", page))
    assert {int(code) for code in rows} == codes
    assert {
        int(code) for code in re.findall(r"(?m)^  (\d+)\)", (DEPLOY / "alert").read_text("utf-8"))
    } == codes
    service = unit("listmend@.service")["Service"]
    waiting = set(service["RestartPreventExitStatus"].split())
    fine = {"0", *service["SuccessExitStatus"].split()}
    fine.remove("SIGTERM")  # a stop in the half second before a command can hear it is no failure to be told
    assert fine == {code for code, told in rows.items() if told == "success"}
    assert waiting == {code for code, told in rows.items() if told == "failure"}
    assert {code for code, told in rows.items() if told == "failure, tried again"} == set(
        rows
    ) - fine - waiting


def test_an_alert_comes_once_and_can_be_mailed() -> None:
    """Tries to come are no failure yet; a mail queue is written by a set-group-id program, which a shut-in unit may not run."""
    assert unit("listmend@.service")["Service"]["RestartMode"] == "direct"
    alert = unit("listmend-alert@.service")["Service"]
    assert (alert["ProtectSystem"], "NoNewPrivileges" in alert) == ("full", False)
    # either implies NoNewPrivileges where the unit has a user
    assert not {
        name for name in alert if name.startswith(("SystemCall", "Restrict", "Lock", "ProtectKernel"))
    }


def test_the_service_is_shut_in() -> None:
    """It is nobody's root, and writes where systemd lets it: its state and its cache."""
    service = unit("listmend@.service")["Service"]
    assert (service["User"], service["ProtectSystem"], service["NoNewPrivileges"]) == (
        "listmend",
        "strict",
        "yes",
    )
    assert service["StateDirectory"] == service["CacheDirectory"] == "listmend"
    assert "ReadWritePaths" not in service
    assert unit("listmend@.timer")["Timer"]["Persistent"] == "true"


def test_the_alert_can_be_started() -> None:
    """Its unit starts it by its path: it is executable, and says in its first line what runs it."""
    assert os.access(DEPLOY / "alert", os.X_OK)
    assert (DEPLOY / "alert").read_text("utf-8").startswith("#!/bin/sh\n")


def test_a_failed_run_is_told_with_its_reason(tmp_path: Path) -> None:
    """After a run that its gates stopped, the alert holds site, code and the run's own sentence, and is piped on."""
    pages = {
        LIST: b"<html><body><p>En travaux.</p></body></html>",
        "/robots.txt": b"User-agent: *\nAllow: /\n",
    }
    with served(pages) as web:
        command = [
            sys.executable,
            "-m",
            "scraper.cli",
            "run",
            web.address + LIST,
            "--output",
            str(tmp_path / "out"),
        ]
        ended = subprocess.run(
            command, check=False, capture_output=True, text=True, timeout=120, cwd=tmp_path
        )
    assert ended.returncode == Exit.GATES
    (site,) = [folder.name for folder in (tmp_path / "out").iterdir()]
    place = {"LISTMEND_OUTPUT": str(tmp_path / "out"), "LISTMEND_ALERT": f"cat > {tmp_path}/mail"}
    told = script("alert", site, "3", **place)
    assert told.returncode == 0
    assert told.stderr.startswith(f"<3>listmend: {site}: exit 3, gates failed: not published")
    assert "rows_min: 0 entries, expected at least 1" in told.stderr
    assert f"<3>listmend: {(tmp_path / 'mail').read_text()}" == told.stderr
    other = script("alert", site, "4", **place)  # another code than the run's: nothing of it is quoted
    assert "rows_min" not in other.stderr
    assert "unreachable or blocked" in other.stderr


@pytest.mark.parametrize(("code", "told"), [("2", "site file"), ("TERM", "by the system"), ("0", "")])
def test_an_alert_needs_no_run(tmp_path: Path, code: str, told: str) -> None:
    """A site file with a typo leaves no run; a kill is told; success says nothing."""
    ended = script("alert", "quai", MONITOR_EXIT_STATUS=code, LISTMEND_OUTPUT=str(tmp_path))
    assert ended.returncode == 0
    assert told in ended.stderr
    assert bool(ended.stderr) == bool(told)


def test_the_pointer_is_moved_back_as_the_page_says(tmp_path: Path) -> None:
    """The command of the page leaves a pointer that is read."""
    (block,) = re.findall(r"```sh\n(printf .*?)```", (DEPLOY / "README.md").read_text("utf-8"), re.DOTALL)
    subprocess.run(["sh", "-c", block], check=True, cwd=tmp_path)
    assert ledger.latest(tmp_path) == "20261120T060000Z"
    assert [file.name for file in tmp_path.iterdir()] == ["latest"]


def test_a_cron_line_has_five_times_and_a_user() -> None:
    """What cron would refuse is not there: five fields, a user that is not root, a command by its whole path."""
    lines = [
        line
        for line in (DEPLOY / "listmend.cron").read_text("utf-8").splitlines()
        if line and line[0] not in "#LP"
    ]
    assert len(lines) == 2
    for line in lines:
        *times, user, command = line.split(None, 6)
        assert all(re.fullmatch(r"[\d*/,-]+", time) for time in times)
        assert (user, command[0]) == ("listmend", "/")
        assert "%" not in command  # to cron a line break


def test_no_schedule_fills_the_disk() -> None:
    """Both schedules, systemd and cron, forget runs of the same age; a deletion that fails does not make a published run a failure."""
    (weekly,) = re.findall(r"forget --all (--older-than \S+)", (DEPLOY / "listmend.cron").read_text("utf-8"))
    forget = unit("listmend@.service")["Service"]["ExecStartPost"]
    assert forget == f"-/opt/listmend/bin/listmend forget %i {weekly}"


def test_the_container_runs_as_nobody_special() -> None:
    """Its last user is a number above 0, its image is named without a host, its data are a volume that others may read."""
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    steps = re.findall(r"(?m)^([A-Z]+) (.+)$", text)
    told = dict(steps)
    assert int(told["USER"]) > 0
    assert "/" not in told["FROM"]
    assert f"LISTMEND_OUTPUT={told['VOLUME']}" in told["ENV"].split()
    assert f"--mode 755 {told['VOLUME']}" in text  # a home that useradd makes is its owner's alone
    (entry,) = json.loads(told["ENTRYPOINT"])
    assert (entry, json.loads(told["CMD"])[0] in cli.commands) == ("listmend", True)
    copied = [source for step, words in steps if step == "COPY" for source in words.split()[:-1]]
    assert all((ROOT / source).exists() for source in copied)


def test_the_page_is_short() -> None:
    """One screen and a half, and its links lead somewhere."""
    text = (DEPLOY / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= 60
    for target in re.findall(r"\]\((?!#)([^)#]+)", text):
        assert (DEPLOY / target).exists()
