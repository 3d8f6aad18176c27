"""Where the app is served, and by what a request shows that it is meant for it. Pure."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from dataclasses import dataclass
from functools import cached_property
from secrets import compare_digest

LOOPBACK = "127.0.0.1"


def ip_address(text: str) -> str:
    """An address in numbers as it is, `localhost` as what it stands for.

    Raises:
        ValueError: it is neither.
    """
    return LOOPBACK if text == "localhost" else str(ipaddress.ip_address(text))


def new_secret() -> str:
    """What nobody can guess: 256 bits, in letters that stand in an address as they are."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Address:
    """The address in numbers that is listened on, the port, and the secret without which nothing is answered."""

    host: str
    port: int
    token: str

    @property
    def is_local(self) -> bool:
        """Whether only this computer can reach it."""
        return ipaddress.ip_address(self.host).is_loopback

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names under which a browser may ask; any other leads here by somebody's trick (DNS rebinding)."""
        if self.is_local:
            return frozenset({"localhost"})
        name = socket.gethostname().lower()
        return frozenset({"localhost", name, f"{name}.local"})

    def is_asked(self, host: str) -> bool:
        """Whether the header `Host` of a request names this server. No trick can make it name one in numbers."""
        name, separator, port = host.lower().rpartition(":")
        if not separator or "]" in port:
            name, port = host.lower(), "80"
        if port != str(self.port):
            return False
        try:
            number = ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
        except ValueError:
            return name in self._names
        return number.is_loopback or not self.is_local

    def is_from_own_page(self, host: str, origin: str) -> bool:
        """Whether a request with these headers was made by a page of this server."""
        return self.is_asked(host) and origin.lower() == f"http://{host.lower()}"

    def has_token(self, token: str) -> bool:
        """Whether it is the secret; how long this takes tells nothing about it."""
        return compare_digest(token.encode("utf-8", "replace"), self.token.encode())

    @property
    def origin(self) -> str:
        """The address as a browser on this computer calls it, without the secret."""
        number = ipaddress.ip_address(self.host)
        name = socket.gethostname() if number.is_unspecified else f"[{number}]" if number.version == 6 else self.host
        return f"http://{name}:{self.port}"

    def __str__(self) -> str:
        """The address to give to a browser."""
        return f"{self.origin}/{self.token}/"
