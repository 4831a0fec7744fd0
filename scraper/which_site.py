"""Which site a verb means by a word: an id, a site file, an address, or a name that only its runs know.

An address is a site without a file, a `SiteFile` made of its URL: no selectors, so its lists are found by their structure;
where a site file starts at that address it is used. Run by its bare address such a site gets an id, which `status` shows and
which names it from then on: its newest run says how it was read.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import ValidationError

from pipelines import ledger
from pipelines.errors import SiteFileError, UsageError
from pipelines.next_command import in_folder
from scraper.site import SITE_ID, SiteFile, read_site_file, site_of_run
from scraper.site_problems import without_user
from scraper.spelling import hosts, spelled

BUNDLED = Path(__file__).parent / "sites"
DEMO = Path(__file__).parent / "demo"  # found by its name alone: nobody serves it
SITES_VARIABLE = "LISTMEND_SITES"
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/|$)")
"""How an address begins whose scheme was left out."""
_HOW_TO_GET_ONE = "listmend add URL writes a site file; listmend run URL needs none"


def site_folders() -> list[Path]:
    """Folders a site file is looked up in, first match wins: $LISTMEND_SITES, ./sites, the bundled ones."""
    return [*_own_folders(), BUNDLED]


def site_ids() -> list[str]:
    """Every site that has a file, in order of name."""
    return _stems(site_folders())


def own_sites() -> list[str]:
    """Every site that has a file of the user's own, in order of name: what a schedule crawls is nobody else's choice.

    Raises:
        UsageError: there is none; the message says where it looked.
    """
    if found := _stems(_own_folders()):
        return found
    looked = ", ".join(f"{folder}/*.toml" for folder in _own_folders())
    bundled = " and ".join(_stems([BUNDLED]))
    raise UsageError(
        f"no site file of your own; looked at {looked}",
        f"listmend add URL writes one; a bundled site ({bundled}) is run by its id",
    )


def _own_folders() -> list[Path]:
    named = os.environ.get(SITES_VARIABLE)
    return [*([Path(named)] if named else []), Path("sites")]


def _stems(folders: list[Path]) -> list[str]:
    return sorted({file.stem for file in _files(folders)})


def _files(folders: list[Path]) -> list[Path]:
    """The site files of folders; what an editor or a foreign system hides beside one (`.#quai.toml`) is none."""
    found = [file for folder in folders for file in sorted(folder.glob("*.toml"))]
    return [file for file in found if not file.name.startswith(".")]


def load_site(name: str, start: str | None = None) -> SiteFile:
    """Read a site by id, by path of its file, or by address; `start` replaces where it begins.

    An address that a site file starts at is that site: `listmend run URL` after `listmend add URL` uses what was written.

    Raises:
        SiteFileError: no such file, or a file with problems; all of them are named.
    """
    if start is not None:
        return load_site(name).model_copy(update={"start": bare_site(start).start})
    if address := address_of(name):
        return _site_at(address) or bare_site(address)
    file = find_site_file(name)
    site = read_site_file(file)
    if not name.endswith(".toml"):
        _alone(site, file)
    return site


def _alone(site: SiteFile, file: Path) -> None:
    """Refuse a site whose id another file has, too: a copy in which `start` alone was changed.

    Raises:
        SiteFileError: both are named.
    """
    for other in _files(_own_folders()):
        said = _ID.search(_text(other))
        if other.stem != file.stem and site.id == (said[1] if said else other.stem):
            raise SiteFileError(
                f"{file} and {other}: both are the site {site.id!r} and would write into one dataset",
                "give one of them another id",
            )


_ID = re.compile(r"""^[ \t]*id[ \t]*=[ \t]*["']([^"']*)["']""", re.MULTILINE)


def bare_site(address: str) -> SiteFile:
    """Return an address as a site without a file: its lists are found by their structure.

    Raises:
        SiteFileError: it is no address of a page.
    """
    try:
        return SiteFile(id=site_id(address_of(address)), start=[address_of(address)])
    except (ValidationError, ValueError) as fault:
        raise SiteFileError(
            f"{without_user(address)}: not an address of a page",
            "give one such as https://host/news/, without user and password",
        ) from fault


def _site_at(address: str) -> SiteFile | None:
    """The site whose file starts at an address; the file of the address's own id first, then by name."""
    own = site_id(bare_site(address).start[0])
    for file in sorted(_files(site_folders()), key=lambda file: file.stem != own):
        if not any(host in _text(file).lower() for host in hosts(address)):
            continue  # it is not read: what is wrong in it is no fault of this site
        site = read_site_file(file)
        if _same_page(site.start[0], address):
            return site.noted(f"{file} starts at this address and is used; `listmend add` shows what it says")
    return None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""  # named by its id it says why it cannot be read


def _same_page(one: str, other: str) -> bool:
    """Whether two addresses are one page: case of the host, escapes and a fragment aside."""
    here, there = urlsplit(spelled(one)), urlsplit(spelled(other))
    return here._replace(path=here.path or "/") == there._replace(path=there.path or "/")


def find_site_file(name: str) -> Path:
    """Return where a site's file is, by id or by path.

    Raises:
        SiteFileError: there is none; the message holds every place that was looked at and the nearest name.
    """
    if address_of(name):
        raise SiteFileError(
            f"{name}: an address, not a site file", f"listmend add {shlex.quote(name)} makes one"
        )
    if name.endswith(".toml"):
        return Path(name)
    if not SITE_ID.fullmatch(name) and name not in site_ids():
        raise SiteFileError(
            f"{name!r} is no site: neither an id, nor a .toml file, nor an http or https address",
            _how_to_get_one(name),
        )
    for folder in (*site_folders(), DEMO):
        if (file := folder / f"{name}.toml").is_file():
            return file
    looked = ", ".join(f"{folder}/{name}.toml" for folder in site_folders())
    near = difflib.get_close_matches(name, [site for site in site_ids() if site != name], 1)
    raise SiteFileError(
        f"no site file {name!r}; looked at {looked}" + (f"; nearest is {near[0]!r}" if near else ""),
        _HOW_TO_GET_ONE if near else _how_to_get_one(name),
    )


def file_to_check(name: str, output: Path) -> Path:
    """Where a site's file is, as `find_site_file`; of a site that is run by its address it is told that nothing is pinned.

    Raises:
        SiteFileError: there is none.
    """
    read = None if name in site_ids() else _newest_read(name, output)
    if read is not None and name != DEMO.name:
        raise SiteFileError(
            f"{name}: has no site file, so each run finds its lists anew and no line can have drifted",
            f"listmend add {shlex.quote(read.start[0])} --id {name} writes one of what the site shows now",
        )
    return find_site_file(name)


def _how_to_get_one(name: str) -> str:
    return f"an address begins with https://, so: https://{name}" if _HOST.match(name) else _HOW_TO_GET_ONE


def site_id(address: str) -> str:
    """The site id of a bare address: host and path, with a digest where a character had to go."""
    address = spelled(address)
    parts = urlsplit(address)
    plain = "_".join([parts.netloc.lower(), *filter(None, parts.path.lower().split("/"))])
    kept = re.sub(r"[^a-z0-9_.-]+", "-", plain).strip("-_.")[:60]
    if kept != plain or parts.query:
        digest = hashlib.blake2b(address.encode(), digest_size=3).hexdigest()
        return f"{kept}_{digest}"
    return kept


def sites_of(output: Path) -> list[str]:
    """The sites that have runs in the folder datasets land in, by name.

    Raises:
        UsageError: the folder cannot be looked into.
    """
    try:
        next(output.iterdir(), None)
    except FileNotFoundError:
        return []
    except OSError as fault:
        raise UsageError(
            f"{output}: cannot be looked into ({fault.strerror})", "name another folder: --output FOLDER"
        ) from fault
    return sorted(path.parent.name for path in output.glob("*/runs") if path.is_dir())


def site_folder(name: str, output: Path) -> Path:
    """The folder of a site's runs, by id or by address.

    Raises:
        UsageError: there is none; the message names the nearest, or those there are.
    """
    site = load_site(name).id if address_of(name) else name
    known = sites_of(output)
    if site not in known:
        if _is_folder(Path(name) / "runs"):
            place = Path(name)
            raise UsageError(
                f"{name}: the folder of a site, expected its id",
                f"name it {place.name}{in_folder(place.parent)}",
            )
        near = difflib.get_close_matches(site, known, 1)
        there = f"nearest is {near[0]!r}" if near else f"there are: {', '.join(known) or 'none'}"
        then = f"name it {near[0]}" if near else f"listmend run {shlex.quote(name)}{in_folder(output)}"
        raise UsageError(f"{output}: no runs of a site {site!r}; {there}", then)
    return output / site


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # an address or a word that is too long for a path
        return False


def site_to_run(name: str, output: Path, start: str | None = None) -> SiteFile:
    """The site file as it is now; for a site without one, as its newest run read it.

    Args:
        name: an id, a path of a site file, or an address.
        output: the folder datasets land in.
        start: where to begin instead.

    Raises:
        SiteFileError: no such site, or a file with problems.
    """
    read = None if name in site_ids() else _newest_read(name, output)
    if read is None:
        return load_site(name, start)
    begin = {"start": bare_site(start).start} if start else {}
    return read.model_copy(update=begin).noted("there is no site file; the site is read as in its newest run")


def site_to_build(name: str, output: Path) -> SiteFile:
    """The site file as it is now, started where its runs started; for a site without one, that of its newest run."""
    read = _newest_read(name, output)
    if read is None:
        return load_site(name)
    return load_site(name).model_copy(update={"start": read.start}) if name in site_ids() else read


def _newest_read(name: str, output: Path) -> SiteFile | None:
    """The site file that the newest run used, where the name is that of a folder of runs."""
    if name not in sites_of(output):
        return None
    used = [verdict for verdict in ledger.runs(output / name) if "site_file" in verdict]
    return site_of_run(used[-1], ledger.run_folder(output / name, used[-1]["run"])) if used else None


def address_of(name: str) -> str:
    """The address that a word is, its scheme in small letters; "" where it is none."""
    scheme, parted, rest = name.partition("://")
    return f"{scheme.lower()}://{rest}" if parted and scheme.lower() in ("http", "https") else ""
