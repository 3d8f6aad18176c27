"""`tandem serve`: the app in a browser, on this computer."""

from __future__ import annotations

import argparse
import signal
import socket
import sys
from typing import TYPE_CHECKING

from assistant.cli.exits import Exit
from checkers.extras import GET_BROWSER, has_browser
from checkers.visible import visible_line

if TYPE_CHECKING:
    from assistant.serve.address import Address

_LOOPBACK = "127.0.0.1"

_DESCRIPTION = """\
The app in a browser, for those who do not know terminals and for a class at a projector. The browser opens by itself.
Documents that are added live in a private folder, and are deleted when the page is closed or this command ends.
Only this computer is let in, unless --host says otherwise."""

_OPEN_TO_OTHERS = """\
tandem: WARNING: not only this computer is let in. Whoever in this network is
given the address can use Tandem here and add documents, and what is sent is not
encrypted: others in the network may read it on its way. Use documents in which
everybody is invented, and stop it when you are done."""

_ABOUT = """\
tandem: Tandem runs at the address above. Give it to nobody whom you would not
let at this screen: whoever has it can use it. Documents that are added are kept in
  {folder}
until their page is closed. Ctrl+C ends Tandem, and deletes them all."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = subparsers.add_parser("serve", help="the app in a browser, on this computer", description=_DESCRIPTION)
    parser.add_argument(
        "--port", type=_port, default=0, metavar="NUMBER", help="the port (one that is free by default)"
    )
    parser.add_argument(
        "--host", default=_LOOPBACK, metavar="ADDRESS",
        help=f"let others in: this computer's address in the network, in numbers ({_LOOPBACK} by default: nobody else)",
    )  # fmt: skip
    parser.add_argument("--no-browser", action="store_true", help="only write the address, and open no browser")
    parser.set_defaults(run=run)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 <= int(text) < 2**16):
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535 (0: one that is free)")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    if not has_browser():
        _say(f"the app in a browser needs a library that is not installed yet. {GET_BROWSER}")
        return Exit.WRONG
    from assistant.serve.address import Address, ip_address, new_secret  # noqa: PLC0415 - an extra

    try:
        host = ip_address(args.host)
    except ValueError:
        _say(f"--host takes an address in numbers, such as 192.168.1.20, and not “{visible_line(args.host)}”.")
        return Exit.WRONG
    try:
        listening = socket.create_server((host, args.port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError:
        where = f"port {args.port} of {host}" if args.port else f"the address {host}"
        _say(f"{where} cannot be had: it is in use, or not yours. Take another --port, or none, and look at --host.")
        return Exit.WRONG
    address = Address(host, listening.getsockname()[1], new_secret())
    with listening:
        return _serve(listening, address, opens_browser=not args.no_browser)


def _serve(listening: socket.socket, address: Address, *, opens_browser: bool) -> int:
    import asyncio  # noqa: PLC0415 - only here

    from assistant.serve.folders import server_folder  # noqa: PLC0415
    from assistant.serve.server import Server, serve  # noqa: PLC0415 - loads aiohttp

    with server_folder() as folder:
        server = Server(address, folder)

        def tell() -> None:
            if not address.is_local:
                print(_OPEN_TO_OTHERS, file=sys.stderr)
            print(address, flush=True)
            print(_ABOUT.format(folder=folder), file=sys.stderr)
            if opens_browser:
                import webbrowser  # noqa: PLC0415

                webbrowser.open(server.invitation())

        asyncio.run(serve(listening, server, tell))
    return 128 + signal.SIGTERM


def _say(text: str) -> None:
    print(f"tandem: {text}", file=sys.stderr)
