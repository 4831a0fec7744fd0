"""A machine that reaches sites through a proxy: what it is called for is no site's fault, and its password is kept nowhere."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.commands import listmend, plain, site_folder
from tests.web import free_port, listing, served

LIST = "/fr/actualites/"
SECRET = "geheim"


def through(proxy: str, address: str, output: Path) -> subprocess.CompletedProcess[str]:
    bypassed = dict.fromkeys(("no_proxy", "NO_PROXY"), "")
    return listmend(
        "run", address, "--json", output=output, env={**os.environ, **bypassed, "http_proxy": proxy}
    )


@pytest.mark.parametrize(
    "proxy", ["proxy on port 3128", f"http://me:{SECRET}@127.0.0.1:99999", "socks5://127.0.0.1:9"]
)
def test_a_variable_that_names_no_proxy_is_told_before_any_request(tmp_path: Path, proxy: str) -> None:
    """It is the machine's to correct, exit 2, and may hold a password: it is named and not repeated."""
    ended = through(proxy, "http://127.0.0.1:9" + LIST, tmp_path)
    assert (ended.returncode, plain(ended), [*tmp_path.iterdir()]) == (2, True, [])
    assert "http_proxy: expected the address of a proxy such as http://host:3128" in ended.stderr
    assert SECRET not in ended.stderr + ended.stdout


def test_a_proxy_that_does_not_answer_is_named(tmp_path: Path) -> None:
    """The site may well be there."""
    proxy = f"127.0.0.1:{free_port()}"
    ended = through(proxy, "http://127.0.0.1:9" + LIST, tmp_path)
    assert ended.returncode == 4
    assert json.loads(ended.stdout)["says"].endswith(f"; it was asked through the proxy {proxy} (http_proxy)")


def test_a_proxy_inside_the_own_network_reaches_sites_outside(tmp_path: Path) -> None:
    """Its address is the one that answers, and is no page's; a machine behind one may not even resolve the site's name."""
    address = "http://quai.example" + LIST
    with served({address: listing(range(1, 5))}) as web:
        ended = through(web.address, address, tmp_path)
    assert (ended.returncode, json.loads(ended.stdout)["counts"]["entries"]) == (0, 4)


def test_a_proxys_password_is_kept_nowhere(tmp_path: Path) -> None:
    """The archive tells of every request, and is handed on; what let it through the proxy is not among its headers."""
    with served({}) as web:
        web.pages = {
            web.address + LIST: listing(range(1, 13)),
            web.address + "/robots.txt": b"User-agent: *\nAllow: /\n",
        }
        proxy = web.address.replace("://", f"://me:{SECRET}@")
        ended = through(proxy, web.address + LIST, tmp_path)
    assert (ended.returncode, json.loads(ended.stdout)["counts"]["entries"]) == (0, 12)
    files = [file for file in site_folder(tmp_path).rglob("*") if file.is_file()]
    kept = b"".join(
        gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes() for file in files
    )
    assert b"GET /fr/actualites/ HTTP/1.1" in kept
    assert b"roxy-" not in kept.replace(b"no_proxy", b"")
    assert SECRET.encode() not in kept


@pytest.mark.parametrize("others", ["", "intranet.example"])
def test_the_bundled_site_is_asked_through_no_proxy(tmp_path: Path, others: str) -> None:
    """It is served by this machine to itself, and a proxy elsewhere cannot reach it; whatever else a machine excepts."""
    behind = {"http_proxy": f"127.0.0.1:{free_port()}", "NO_PROXY": others, "no_proxy": ""}
    ended = listmend("demo", output=tmp_path, env={**os.environ, **behind, "LISTMEND_DEMO_PORT": free_port()})
    assert ended.returncode == 0, ended.stdout
