"""Who signed the file cryptographically (Open Packaging Conventions, XML digital signatures).

That a signature is there is read, and its signer's name; whether it is valid is Word's to say.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from checkers.readers.word.names import DIGITAL_SIGNATURE, OFFICE_SIGNATURE
from checkers.readers.word.package import Element, Package
from checkers.visible import visible_line

_FOLDER = "_xmlsignatures/"
_CERTIFICATE = f"{DIGITAL_SIGNATURE}X509Certificate"
_SETUP_ID = f"{OFFICE_SIGNATURE}SetupID"
_SIGNATURE_TEXT = f"{OFFICE_SIGNATURE}SignatureText"

_SEQUENCE, _SET, _VERSION, _BMP_STRING = 0x30, 0x31, 0xA0, 0x1E
_COMMON_NAME = bytes.fromhex("550403")  # object identifier 2.5.4.3


@dataclass(frozen=True, slots=True)
class FileSignature:
    """One signature: the signer's name ("" where none is given) and the id of the signature line it is for, or ""."""

    signer: str
    line: str


def signatures_of(package: Package) -> tuple[FileSignature, ...]:
    """All signatures of a file. Raises `Unreadable` where one is broken."""
    parts = sorted(name for name in package.names if name.startswith(_FOLDER) and name.endswith(".xml"))
    return tuple(_signature(package.parse(part)) for part in parts)


def _signature(root: Element) -> FileSignature:
    signer = common_name(_text(root, _CERTIFICATE)) or _text(root, _SIGNATURE_TEXT)
    return FileSignature(visible_line(signer), _text(root, _SETUP_ID).upper())


def _text(root: Element, tag: str) -> str:
    found = next(root.iter(tag), None)
    return (found.text or "").strip() if found is not None else ""


def common_name(certificate: str) -> str:
    """The common name of the subject of an X.509 certificate in Base64, "" where it cannot be read (RFC 5280, 4.1)."""
    try:
        whole = _first(base64.b64decode(certificate))
        fields = [value for tag, value in _values(_first(whole)) if tag != _VERSION]
        subject = fields[4]  # after serial number, algorithm, issuer and validity
        for tag, relative in _values(subject):
            for pair_tag, pair in _values(relative):
                (_, kind), (string, text) = _values(pair)
                if (tag, pair_tag, kind) == (_SET, _SEQUENCE, _COMMON_NAME):
                    return text.decode("utf-16-be" if string == _BMP_STRING else "utf-8")
    except (IndexError, ValueError):
        return ""  # no certificate, or a broken one
    return ""


def _first(data: bytes) -> bytes:
    return next((value for _, value in _values(data)), b"")


def _values(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The tagged values in a stretch of DER, in order."""
    at = 0
    while at < len(data):
        tag, length = data[at], data[at + 1]
        at += 2
        if length & 0x80:
            size = length & 0x7F
            length = int.from_bytes(data[at : at + size])
            at += size
        yield tag, data[at : at + length]
        at += length
