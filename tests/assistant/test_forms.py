"""What a form that is learned is called, before anybody says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.forms import read_form, title_of

PLACES = "Child's Name: ____\nDate of Service: ____\nProvider Signature: ____\n"


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("Riverbend Kinder Services - Encounter Sheet\n______\n", "Riverbend Kinder Services - Encounter Sheet"),
        ("Riverbend Kinder Services - Encounter Sheet: ______\n", "Riverbend Kinder Services - Encounter Sheet"),
        ("Riverbend Kinder Services:\nEncounter Sheet ......\n", "Riverbend Kinder Services"),
        ("Riverbend, Inc.\n\n\nEncounter Sheet –\n", "Riverbend, Inc.: Encounter Sheet"),
        ("", "My form"),
    ],
)
def test_it_is_called_by_what_it_prints_first(above: str, name: str, tmp_path: Path) -> None:
    """Without the blank behind it, which is there to be written on, and without its labels."""
    form = tmp_path / "form.txt"
    form.write_text(f"{above}\n{PLACES}", "utf-8")
    assert title_of(read_form(form)) == name
