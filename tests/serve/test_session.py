"""What a person does in a page, and that nothing of it stays."""

from __future__ import annotations

import asyncio
import io
import signal
import sys
import zipfile
from pathlib import Path

import pytest

from assistant.serve import uploads
from assistant.serve.folders import SessionFolder
from tests.serve.served import (
    CTRL_Q,
    CTRL_S,
    DOWN,
    ENTER,
    F3,
    F6,
    NOTE,
    SAMPLES,
    Page,
    Served,
    page,
    served,
    wait_until,
)

PDF = SAMPLES / "to-mend" / "ot-log.pdf"


def documents_of(server: Served) -> list[str]:
    """The names of the documents that the server has of its sessions."""
    return sorted(path.name for path in server.temporary.glob("tandem-serve-*/*/documents/*"))


async def test_ask_add_check_and_no_trace_is_left(tmp_path: Path) -> None:
    """Two pages side by side, each with its own documents; what one has is gone as soon as it is closed."""
    with served(tmp_path) as server:
        async with page(server) as opened, page(server) as other:
            await opened.ask("How many days does the school have to evaluate my child?")
            await opened.until_shown("Sixty days")
            answer = await opened.send(("speech note.txt", NOTE.read_bytes()), ("log.pdf", PDF.read_bytes()))
            assert await answer.json() == {"added": ["speech note.txt", "log.pdf"], "refused": []}
            await opened.until_shown("2 checked")
            await other.send(("Another one.txt", NOTE.read_bytes()))
            await other.until_shown("1 checked")
            assert documents_of(server) == ["Another one.txt", "log.pdf", "speech note.txt"]
            [parent] = server.temporary.glob("tandem-serve-*")
            assert parent.stat().st_mode & 0o077 == 0, "nobody else may enter it"
            assert len(server.processes()) >= 2
            await opened.terminal.close()
            assert await asyncio.to_thread(wait_until, lambda: documents_of(server) == ["Another one.txt"])
            assert (await opened.send(("late.txt", b"x"))).status == 404
        assert await asyncio.to_thread(wait_until, lambda: not documents_of(server) and not server.processes())
        assert server.end() == 130
        assert not server.left()


async def test_whoever_leaves_the_app_ends_the_session(tmp_path: Path) -> None:
    """The page is told, and the documents are gone, though the page stays open."""
    with served(tmp_path) as server:
        async with page(server) as opened:
            await opened.send(("note.txt", NOTE.read_bytes()))
            await opened.until_shown("1 checked")
            await opened.type(CTRL_Q)
            await opened.until_shown("Leave Tandem?")
            await opened.type(ENTER)
            with pytest.raises(AssertionError, match="CLOSE"):
                await opened.until(lambda: False)
            assert await asyncio.to_thread(wait_until, lambda: not documents_of(server) and not server.processes())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
async def test_however_the_server_ends_nothing_is_left(how: signal.Signals, tmp_path: Path) -> None:
    """No document, no folder, no process: by Ctrl+C, by being told to, by being killed, and with its window."""
    with served(tmp_path) as server:
        async with page(server) as opened:
            await opened.send(("note.txt", NOTE.read_bytes()), ("log.pdf", PDF.read_bytes()))
            await opened.until_shown("2 checked")
            assert documents_of(server) == ["log.pdf", "note.txt"]
            code = await asyncio.to_thread(server.end, how)
            assert code == {signal.SIGINT: 130, signal.SIGTERM: 143}.get(how, -how)
            assert await asyncio.to_thread(wait_until, lambda: not server.left() and not server.processes())


async def test_what_another_user_of_the_computer_has_is_not_to_be_had(tmp_path: Path) -> None:
    """The app in a browser sees the documents that were added, and its own samples; no other file, no environment."""
    secret = tmp_path / "elsewhere" / "note.txt"
    secret.parent.mkdir()
    secret.write_text("Child's Name: Wren Hollow\n")
    (tmp_path / "served").mkdir()
    with served(tmp_path / "served") as server:
        async with page(server) as opened:
            await opened.until_shown("F1 Help")
            await opened.type(F3)
            await opened.until_shown("Type, paste or drop")
            elsewhere = (
                str(secret),
                f"{secret.parent}/*",
                f"../../../../elsewhere/x{secret.name}",
                "$SECRET_OF_THE_USER",
            )
            for count, named in enumerate(elsewhere, start=1):
                await opened.type(f"\x1b[200~{named}\x1b[201~{ENTER}")
                await opened.until_shown(f"{count} not found")
                if count == 1:
                    await opened.until_shown("Tandem sees only the documents that you")
            assert b"swordfish" not in opened.raw
            assert b"Hollow" not in opened.raw
            await opened.send(("mine.txt", NOTE.read_bytes()))
            await opened.until_shown("mine.txt")
            await opened.until_shown("[Child's Name]")


async def test_the_app_asks_the_page_for_documents(tmp_path: Path) -> None:
    """F6: a terminal in a browser has no way to choose a file, but the page around it has."""
    with served(tmp_path) as server:
        async with page(server) as opened:
            await opened.until_shown("F1 Help")
            await opened.type(F6)
            await opened.until(lambda: opened.asked == ["upload"])
            async with opened.client.get(f"{opened.here}upload") as answer:
                text = await answer.text()
            assert '<html lang="en">' in text
            assert '<label for="files">' in text
            assert text.count("<h1>") == 1


async def test_the_plain_form_works_without_a_script(tmp_path: Path) -> None:
    """It answers with a page that says what came of it, and with whatever a name holds escaped."""
    with served(tmp_path) as server:
        async with page(server) as opened:
            form = {"Accept": "text/html"}
            answer = await opened.send(("a<b>&.txt", NOTE.read_bytes()), ("<script>.exe", b"MZ"), **form)
            text = await answer.text()
            assert answer.status == 200
            assert "✓ a_b_&amp;.txt: added" in text
            assert "✗ &lt;script&gt;.exe: this kind of file cannot be checked" in text
            assert "No document was chosen" in await (await opened.send(("", b""), **form)).text()
            headers = {"Origin": server.origin, "Content-Type": "text/plain"}
            async with opened.client.post(f"{opened.here}upload", data=b"x", headers=headers) as refused:
                assert (refused.status, "Choose the documents" in await refused.text()) == (400, True)


async def test_names_and_kinds_of_what_is_added(tmp_path: Path) -> None:
    """No name leads out of the folder or over another document; what cannot be checked is refused."""
    with served(tmp_path) as server:
        async with page(server) as opened:
            given = [
                "note.txt",
                "note.txt",
                "../../up.txt",
                "C:\\x\\CON.txt",
                ".hidden.txt",
                "\u202etxt.exe",
                "old.doc",
                "x",
            ]
            came = await (await opened.send(*((name, NOTE.read_bytes()) for name in given))).json()
            assert came["added"] == ["note.txt", "note (2).txt", "up.txt", "_CON.txt", "hidden.txt"]
            assert documents_of(server) == sorted(came["added"])
            assert [sentence.partition(":")[0] for sentence in came["refused"]] == ["\ufffdtxt.exe", "old.doc", "x"]
            assert all("save or export it as .docx or PDF" in sentence for sentence in came["refused"])
            assert "\u202e" not in str(came)


async def test_what_is_half_sent_is_not_taken(tmp_path: Path) -> None:
    """A page that goes in the middle of sending leaves no piece of a document."""
    with served(tmp_path) as server:
        async with page(server) as opened:
            boundary = "b"
            head = f'--{boundary}\r\nContent-Disposition: form-data; name="d"; filename="note.txt"\r\n\r\n'
            host = server.origin.removeprefix("http://")
            reader, writer = await asyncio.open_connection("127.0.0.1", int(host.rpartition(":")[2]))
            lines = [
                f"POST {server.path}{opened.name}/upload HTTP/1.1", f"Host: {host}", f"Origin: {server.origin}",
                f"Content-Type: multipart/form-data; boundary={boundary}", "Content-Length: 100000", "", head + "Child",
            ]  # fmt: skip
            writer.write("\r\n".join(lines).encode())
            await writer.drain()
            writer.close()
            await writer.wait_closed()
            assert not await reader.read()
            await opened.send(("other.txt", NOTE.read_bytes()))
            assert documents_of(server) == ["other.txt"]


async def test_there_is_an_end_to_what_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many files, and so many bytes of one and of all; each with its reason."""
    from aiohttp import MultipartReader, MultipartWriter, hdrs
    from aiohttp.base_protocol import BaseProtocol
    from aiohttp.streams import StreamReader

    folder = SessionFolder(tmp_path)
    for each in (folder.documents, folder.temporary):
        each.mkdir()

    async def send(*documents: tuple[str, bytes]) -> uploads.Uploaded:
        with MultipartWriter("form-data") as writer:
            for name, data in documents:
                part = writer.append(io.BytesIO(data))
                part.set_content_disposition("form-data", name="documents", filename=name)
        loop = asyncio.get_running_loop()
        stream = StreamReader(BaseProtocol(loop), 2**16, loop=loop)
        stream.feed_data(await writer.as_bytes())
        stream.feed_eof()
        return await uploads.receive(MultipartReader({hdrs.CONTENT_TYPE: writer.content_type}, stream), folder)

    monkeypatch.setattr(uploads, "LARGEST_FILE", 100)
    monkeypatch.setattr(uploads, "MOST_BYTES", 250)
    monkeypatch.setattr(uploads, "MOST_FILES", 4)
    came = await send(("a.txt", b"x" * 100), ("b.txt", b"x" * 101), ("c.txt", b"x" * 100), ("d.txt", b"x" * 51))
    assert came.added == ["a.txt", "c.txt"]
    assert [sentence.partition(":")[0] for sentence in came.refused] == ["b.txt", "d.txt"]
    assert "larger than" in came.refused[0]
    assert "no more room" in came.refused[1]
    came = await send(("e.txt", b"x"), ("f.txt", b"y"), ("g.txt", b"z"))
    assert came.added == ["e.txt", "f.txt"]
    assert "4 files already" in came.refused[0]
    assert not list(folder.temporary.iterdir())
    assert (folder.documents / "e.txt").read_bytes() == b"x"


async def test_what_a_page_could_not_have_sent_is_passed_over(tmp_path: Path) -> None:
    """The app goes on, whatever comes over the connection, and is told of no window that cannot be."""
    with served(tmp_path) as server:
        async with page(server) as opened:
            for text in ("", "{", "[" * 10_000, "null", "[]", '["stdin", 5]', '["resize", {"width": "x"}]', '["quit"]'):
                await opened.terminal.send_str(text)
            await opened.terminal.send_bytes(b"\0\xff")
            await opened.terminal.send_json(["resize", {"width": 10**9, "height": -3}])
            await opened.terminal.send_json(["resize", {"width": 100, "height": 30}])
            await opened.terminal.send_str('["stdin", "\\ud800"]')
            await opened.terminal.send_json(["ping", "7"])
            await opened.ask("How many days does the school have to evaluate my child?")
            await opened.until_shown("Sixty days")


async def _download(opened: Page) -> bytes:
    """The file that the app asks the page to fetch."""
    await opened.until(lambda: bool(opened.asked))
    async with opened.client.get(opened.here + opened.asked.pop()) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
        assert answer.headers["Content-Type"] == "application/octet-stream"
        return await answer.read()


async def test_an_answer_is_downloaded(tmp_path: Path) -> None:
    """What the app writes comes to whoever sits at the browser, whole, in the format that was chosen."""
    with served(tmp_path) as server:
        async with page(server) as opened:
            await opened.ask("How many days does the school have to evaluate my child?")
            await opened.until_shown("Sixty days")
            await opened.type(CTRL_S)
            await opened.until_shown("Save this answer as a one-page handout")
            await opened.type(ENTER)
            with zipfile.ZipFile(io.BytesIO(await _download(opened))) as handout:
                assert "Sixty days" in handout.read("word/document.xml").decode()


async def test_a_report_and_a_copy_are_downloaded(tmp_path: Path) -> None:
    """All that is done with documents can be done here; nothing is written but in the session's own folder."""
    with served(tmp_path) as server:
        async with page(server) as opened:
            await opened.send(("note.docx", (SAMPLES / "to-mend" / "coordination-note.docx").read_bytes()))
            await opened.until_shown("1 checked")
            await opened.type("e")
            await opened.until_shown("Write a report on all that is listed")
            await opened.type(ENTER)
            await opened.until_shown("As what?")
            await opened.type(ENTER)
            await opened.until_shown("What may it tell?")
            await opened.type(ENTER)
            report = (await _download(opened)).decode()
            assert "note.docx" in report
            assert report.startswith("<!DOCTYPE html>")
            await opened.until_shown("Written: tandem-report.html")
            await opened.type("e")
            await opened.until_shown("Write a copy of note.docx")
            await opened.type(f"{DOWN}{ENTER}")
            with zipfile.ZipFile(io.BytesIO(await _download(opened))) as copy:
                assert "word/comments.xml" in copy.namelist()
            assert documents_of(server) == ["note.docx"]
