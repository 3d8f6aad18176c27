"""Which requests are meant for this server, and made by its own page."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.serve.address import Address, ip_address, new_secret

LOCAL = Address("127.0.0.1", 8765, "secret")
OPEN = Address("192.168.1.20", 8765, "secret")
EVERYWHERE = Address("0.0.0.0", 8765, "secret")  # noqa: S104 - an address that a user may give


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765"])
def test_the_names_of_this_computer_are_known(host: str) -> None:
    """In numbers, or as every computer calls itself."""
    assert LOCAL.is_asked(host)
    assert LOCAL.is_from_own_page(host, f"http://{host}")


@pytest.mark.parametrize(
    "host",
    [
        "", "127.0.0.1", "127.0.0.1:80", "evil.example:8765", "localhost.evil.example:8765",
        "192.168.1.20:8765", "0.0.0.0:8765", "127.0.0.1:8765:8765", "user@127.0.0.1:8765", "localhost:8765/", ":8765",
    ],
)  # fmt: skip
def test_other_names_are_not(host: str) -> None:
    """Whoever has them lead here plays a trick."""
    assert not LOCAL.is_asked(host)


@given(st.text(max_size=40))
def test_no_text_breaks_it_and_none_that_is_no_address_passes(text: str) -> None:
    """Headers come from anybody."""
    for address in (LOCAL, OPEN, EVERYWHERE):
        if address.is_asked(text):
            name = text.rpartition(":")[0].lower().strip("[]")
            known = {"localhost", socket.gethostname().lower(), f"{socket.gethostname().lower()}.local"}
            assert name in known or ip_address(name)


def test_one_that_is_open_to_others_is_asked_by_number_or_by_this_computers_name() -> None:
    """A name that somebody else gives out is not enough."""
    for address in (OPEN, EVERYWHERE):
        assert address.is_asked("192.168.1.20:8765")
        assert address.is_asked(f"{socket.gethostname()}:8765")
        assert not address.is_asked("evil.example:8765")
        assert not address.is_local


@pytest.mark.parametrize(
    "origin",
    ["", "null", "http://127.0.0.1:8766", "https://127.0.0.1:8765", "http://localhost:8765", "http://evil.example"],
)
def test_another_page_is_not_its_own(origin: str) -> None:
    """The scheme, the name and the port have all to be those that were asked for."""
    assert not LOCAL.is_from_own_page("127.0.0.1:8765", origin)


@given(st.text(max_size=60))
def test_the_secret_alone_is_the_secret(text: str) -> None:
    """Each is another, and none is known from how long a refusal takes."""
    address = Address("127.0.0.1", 1, new_secret())
    assert address.has_token(address.token)
    assert not address.has_token(text)
    assert len({new_secret() for _ in range(20)}) == len(range(20))
    assert str(address).startswith("http://127.0.0.1:1/")


def test_addresses_are_written_as_browsers_want_them() -> None:
    """Where all addresses of the computer are listened on, by its name."""
    assert str(Address("::1", 80, "t")) == "http://[::1]:80/t/"
    assert EVERYWHERE.origin == f"http://{socket.gethostname()}:8765"
    assert ip_address("localhost") == "127.0.0.1"
    with pytest.raises(ValueError, match="does not appear"):
        ip_address("example.org")
