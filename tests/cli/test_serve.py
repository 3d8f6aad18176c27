"""`tandem serve`: what it says, and what it refuses. What it does is in tests/serve."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import main, serve
from checkers.extras import GET_BROWSER, has_browser
from tests.serve.served import ROOT, served


def test_without_the_library_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line, with exit code 2."""
    assert has_browser(), "the tests have it"
    monkeypatch.setattr(serve, "has_browser", lambda: False)
    assert main(["serve"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert GET_BROWSER in err
    assert "python3 run.py browser" in err


@pytest.mark.parametrize("words", [["--port", "x"], ["--port", "65536"], ["--port", "-1"], ["--port", "²"]])
def test_a_port_is_a_number(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Others are refused before anything is begun."""
    assert main(["serve", *words]) == 2
    assert "--port" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["example.org", "", "192.168.1", "\x1b[2J"])
def test_others_are_let_in_by_an_address_in_numbers(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No name is looked up, and none that takes over the terminal is written."""
    assert main(["serve", "--no-browser", "--host", host]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "address in numbers" in err
    assert "\x1b" not in err


def test_a_port_that_is_in_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """In one line, and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert main(["serve", "--no-browser", "--port", str(other.getsockname()[1])]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "cannot be had: it is in use" in err


def test_the_address_is_the_result_and_the_rest_is_said_beside_it(tmp_path: Path) -> None:
    """One line on standard output; where documents are kept, and how to end it, on standard error."""
    with served(tmp_path) as server:
        assert server.address.startswith("http://127.0.0.1:")
        [folder] = tmp_path.glob("tandem-serve-*")
        server.process.terminate()
        out, err = server.process.communicate()
    assert out == ""
    assert str(folder) in err
    assert "Ctrl+C ends Tandem, and deletes them all" in err
    assert "WARNING" not in err
    assert server.path.strip("/") not in err, "the secret stands nowhere but in the address"


def test_that_others_are_let_in_is_warned_of(tmp_path: Path) -> None:
    """That it is not encrypted, and who can come."""
    with served(tmp_path, "--host", "0.0.0.0") as server:  # noqa: S104 - with the warning that this is about
        server.process.terminate()
        err = " ".join(server.process.communicate()[1].split())
    assert "WARNING: not only this computer is let in" in err
    assert "not encrypted" in err
    assert socket.gethostname() in server.address


def test_the_browser_is_opened_unless_it_is_not_wanted(tmp_path: Path) -> None:
    """At an address that is good for one time."""
    code = (
        "import os, signal, sys, webbrowser\n"
        "def opened(address):\n"
        "    print(address, file=sys.stderr)\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "webbrowser.open = opened\n"
        "from assistant.cli import main\n"
        "sys.exit(main(['serve']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"PATH": "", "TMPDIR": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 143
    token = done.stdout.strip().split("/")[-2]
    assert "/open/" in done.stderr
    assert token not in done.stderr
    assert not list(tmp_path.iterdir())
