"""The command a message tells its reader to type next, whole: also where datasets land in another folder than by default."""

from __future__ import annotations

import shlex
from pathlib import Path

DEFAULT = Path("output")


def listmend(verb: str, site_folder: Path, *words: str) -> str:
    """A verb for the site of a folder, such as `listmend build quai --run RUN --output data`.

    Args:
        verb: name of the verb.
        site_folder: where the site's runs are.
        words: further words.
    """
    named = shlex.join([verb, site_folder.name, *words])
    return f"listmend {named}{in_folder(site_folder.parent)}"


def in_folder(output: Path) -> str:
    """What a command takes to look into a folder, with a space before it; nothing for the default one."""
    return "" if output.absolute() == DEFAULT.absolute() else f" --output {shlex.quote(str(output))}"
