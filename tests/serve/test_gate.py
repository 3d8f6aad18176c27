"""Whoever is not let in: no secret, another name, another site's page; and what every answer tells the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from tests.serve.served import Served, page, served

EVERY_ROUTE = (
    ("GET", ""), ("GET", "static/app.js"), ("GET", "{page}/upload"), ("POST", "{page}/upload"),
    ("GET", "{page}/terminal"), ("GET", "{page}/download/0123"), ("GET", "nowhere"), ("DELETE", ""),
)  # fmt: skip
WRONG = ("", "x", "{token}x", "{shorter}", "{token}%00", "TOKEN")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all; nothing here changes it."""
    with served(tmp_path_factory.mktemp("gate")) as running:
        yield running


@pytest.mark.parametrize(("method", "route"), EVERY_ROUTE)
async def test_without_the_secret_nothing_is_answered(server: Served, method: str, route: str) -> None:
    """Not on any path, not even whether there is something; in one sentence, and without the secret in it."""
    token = server.path.strip("/")
    async with ClientSession() as client:
        for wrong in WRONG:
            named = wrong.format(token=token, shorter=token[:-1]).replace("TOKEN", token.swapcase())
            address = f"{server.origin}/{named}/{route.format(page='p' * 43)}"
            async with client.request(method, address, headers={"Origin": server.origin}) as answer:
                text = await answer.text()
                assert (answer.status, text.count("\n")) == (403, 1), address
                assert "Copy the address whole" in text
                assert token not in text


@pytest.mark.parametrize(("method", "route"), EVERY_ROUTE)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "localhost", "127.0.0.1:1", "10.0.0.1:{port}"])
async def test_by_another_name_nothing_is_answered(server: Served, method: str, route: str, host: str) -> None:
    """Even with the secret: a page of another site may have its name lead here."""
    named = host.format(port=server.origin.rpartition(":")[2])
    async with ClientSession() as client:
        address = server.address + route.format(page="p" * 43)
        async with client.request(method, address, headers={"Host": named, "Origin": f"http://{named}"}) as answer:
            assert answer.status == 403
            assert "Copy the address whole" in await answer.text()


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:1", "https://{own}"])
async def test_what_does_something_is_for_the_own_page_alone(server: Served, origin: str | None) -> None:
    """The connection to the app, and uploads: another site's page cannot make them, though the secret were known."""
    headers = {"Origin": origin.format(own=server.origin.removeprefix("http://"))} if origin else {}
    async with page(server) as opened:
        async with opened.client.post(f"{opened.here}upload", data={"documents": "x"}, headers=headers) as answer:
            assert answer.status == 403
            assert "Only Tandem's own page" in await answer.text()
        with pytest.raises(WSServerHandshakeError, match="403"):
            await opened.client.ws_connect(f"{server.address}{'q' * 43}/terminal", headers=headers)


async def test_a_page_cannot_take_part_in_another_ones_session(server: Served) -> None:
    """Nor in one of a name that no page was given."""
    async with page(server) as opened, ClientSession() as client:
        for name in (opened.name, "short", "p" * 44):
            with pytest.raises(WSServerHandshakeError, match="403"):
                await client.ws_connect(f"{server.address}{name}/terminal", origin=server.origin)
        for route in ("upload", "download/0123"):
            async with client.get(f"{server.address}{'p' * 43}/{route}") as answer:
                assert answer.status == 404
                assert "This session has ended" in await answer.text()
        async with client.get(f"{opened.here}download/{'0' * 32}") as answer:
            assert answer.status == 404


async def test_every_answer_keeps_its_content_to_this_page(server: Served) -> None:
    """Not stored, not framed, not guessed at, not told to others; and no cookie, which would go to every port."""
    async with page(server) as opened:
        for address in (
            server.address, f"{server.address}static/app.js", f"{opened.here}upload", f"{server.address}nowhere",
            f"{server.origin}/wrong/",
        ):  # fmt: skip
            async with opened.client.get(address) as answer:
                sent = answer.headers
                assert sent["Cache-Control"] == "no-store"
                assert sent["X-Frame-Options"] == "DENY"
                assert sent["X-Content-Type-Options"] == "nosniff"
                assert sent["Referrer-Policy"] in ("no-referrer", "same-origin")
                assert sent["Cross-Origin-Resource-Policy"] == "same-origin"
                assert "default-src 'none'" in sent["Content-Security-Policy"]
                assert "script-src 'self';" in sent["Content-Security-Policy"]
                assert "Set-Cookie" not in sent
                assert "Server" not in sent


async def test_no_page_has_an_address_of_anywhere_else(server: Served) -> None:
    """All that the pages load is here, and there is all that they name; what is not needed is not given out."""
    async with page(server) as opened:
        loaded: set[str] = set()
        for address in (server.address, f"{opened.here}upload"):
            text = await (await opened.client.get(address)).text()
            assert not re.findall(r"(?:https?:)?//(?!127\.0\.0\.1)[\w.-]+", text)
            loaded |= set(re.findall(r'(?:src|href)="(?:\.\./)?static/([^"]+)"', text))
            assert not re.findall(r"<script(?![^>]*src=)|\son\w+=|style=", text), "nothing stands in the page itself"
        for name in sorted(loaded):
            async with opened.client.get(f"{server.address}static/{name}") as answer:
                assert answer.status == 200, name
                if name.endswith(".css"):
                    style = await answer.text()
                    loaded_too = re.findall(r'url\("([^"]+)"\)', style)
                    assert "@import" not in style
                    for other in loaded_too:
                        async with opened.client.get(f"{server.address}static/{other}") as font:
                            assert font.status == 200
        assert {"textual.js", "xterm.css", "app.js", "upload.js"} <= loaded
        for name in ("..%2fserver.py", "background.png", "app.html.jinja", "..%2f..%2fserver.py"):
            async with opened.client.get(f"{server.address}static/{name}") as answer:
                assert answer.status == 404, name


async def test_an_error_is_told_by_its_kind_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What went wrong may hold the name of a document, or of a child."""
    from aiohttp.test_utils import TestClient, TestServer

    from assistant.serve import pages
    from assistant.serve.address import Address
    from assistant.serve.server import Server

    def broken(*_: object, **__: object) -> str:
        raise KeyError("Wren Hollow.docx")

    monkeypatch.setattr(pages, "app_page", broken)
    running = Server(Address("127.0.0.1", 1, "t" * 43), tmp_path)
    async with (
        TestClient(TestServer(running.application())) as client,
        client.get(f"/{'t' * 43}/", headers={"Host": "127.0.0.1:1"}) as answer,
    ):
        assert answer.status == 500
        assert await answer.text() == (
            "Something went wrong inside Tandem (KeyError). Report this line, without any document.\n"
        )


async def test_an_invitation_is_good_for_one_time(tmp_path: Path) -> None:
    """The browser that is opened is told another address: a process's words can be seen by others on the computer."""
    from aiohttp.test_utils import TestClient, TestServer

    from assistant.serve.address import Address
    from assistant.serve.server import Server

    running = Server(Address("127.0.0.1", 1, "t" * 43), tmp_path)
    async with TestClient(TestServer(running.application())) as client:
        named = {"Host": "127.0.0.1:1"}
        async with client.get("/open/", headers=named) as answer:
            assert answer.status == 403, "before there is one, the empty one is none"
        path = running.invitation().removeprefix("http://127.0.0.1:1")
        async with client.get(path, headers=named, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, f"/{'t' * 43}/")
        async with client.get(path, headers=named, allow_redirects=False) as answer:
            assert answer.status == 403
