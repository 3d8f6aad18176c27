"""A little knowledge base, sound in every check, to be broken or asked by a test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from knowledge.loader import topic_from
from knowledge.schema import KnowledgeBase, Place, Source, Term, Topic

SHARED = Path(__file__).parents[3] / "shared"
"""Where the texts of the sources are kept, beside the project."""

FILE = "ny/records.toml"

SOURCE = Source(
    id="handbook",
    title="Records handbook",
    publisher="The county",
    place="ny",
    dated="2024",
    authority="county procedure",
    currency="current",
    where="at the county",
    text="handbook.txt",
)
TEXT = (
    "Folders are kept for 6 years. Whoever asks may look at a folder within 45 days, and nobody may be charged for it."
)
"""The source's text."""

PLACES = (
    Place("federal", "the United States", ("federal",)),
    Place("ny", "New York State", ("new york", "ny"), "federal"),
    Place("ct", "Connecticut", ("connecticut", "ct"), "federal"),
)


TERM = Term(
    name="handbook",
    explanation="The book with the county's rules.",
    topics=("ny/folders",),
    source="handbook",
    others=("HB",),
)


def topic(name: str = "ny/folders", **changes: Any) -> Topic:
    """A topic as the loader makes it from a sound table; `changes` are written into the table before."""
    place, _, things = name.rpartition("/")
    entry: dict[str, Any] = {
        "id": name,
        "question": f"How long are {things} kept?",
        "phrasings": [f"{things} {word}" for word in ("years", "storage", "retention", "shelf", "archive", "attic")],
        "short": "Six years.",
        "more": "The county's handbook says so.",
        "places": [place],
        "programme": "any",
        "roles": ["family", "provider"],
        "currency": {"as_of": "2026-01", "state": "current", "note": ""},
        "citations": [{"source": "handbook", "locator": "page 1", "supports": ["Folders are kept for 6 years"]}],
    }
    return topic_from({**entry, **changes}, FILE)


def little_base(
    *topics: Topic,
    sources: Iterable[Source] = (SOURCE,),
    places: Iterable[Place] = PLACES,
    glossary: Iterable[Term] = (),
) -> KnowledgeBase:
    """A knowledge base of these topics."""
    return KnowledgeBase(
        topics=topics,
        sources={source.id: source for source in sources},
        places={place.id: place for place in places},
        by_id={each.id: each for each in topics},
        glossary=tuple(glossary),
        plain_capitals=("AM",),
    )


def text_folder(tmp_path: Path, texts: Mapping[str, str] | None = None) -> Path:
    """A folder with the sources' texts."""
    for name, text in (texts or {SOURCE.text: TEXT}).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


SOURCES_TOML = "\n".join(f'{key} = "{getattr(SOURCE, key)}"' for key in (
    "title", "publisher", "place", "dated", "authority", "currency", "where", "text",
))  # fmt: skip
PLACES_TOML = """\
[[place]]
id = "federal"
name = "the United States"
names = ["federal"]

[[place]]
id = "ny"
name = "New York State"
parent = "federal"
names = ["new york"]

[not_covered]
counties = ["albany"]
states = ["texas"]
careful_counties = ["troy"]
careful_states = ["wa"]
"""
GLOSSARY_TOML = """\
[plain]
words = ["AM"]

[[term]]
name = "handbook"
others = ["HB"]
explanation = "The book with the county's rules."
topics = ["ny/folders"]
source = "handbook"
"""
TOPIC_TOML = """\
[[topic]]
id = "ny/folders"
question = "How long are folders kept?"
phrasings = ["folder years", "folder storage", "folder retention", "folder shelf", "folder archive", "folder attic"]
short = "Six years."
more = \"\"\"
The county's handbook says so.
\"\"\"
places = ["ny"]
programme = "any"
roles = ["family"]
currency = { as_of = "2026-01", state = "current", note = "" }
related = []
citations = [{ source = "handbook", locator = "page 1", supports = [] }]
"""

EVENTS_TOML = """\
title = "Folders"
order = 1

[[event]]
id = "folder-request"
what = "Someone asks to look at a folder"
counted_from = "the day of the letter"
programme = "any"
names = ["asked for a folder"]

[[event.deadline]]
id = "look"
what = "The folder is shown."
who = "the county"
place = "ny"
count = ["45 calendar days after"]
topic = "ny/folders"
citations = [{ source = "handbook", locator = "page 1" }]
"""
UNITS_TOML = "\n".join(
    f'[[unit]]\nunit = "{unit}"\nrule = "One by one."\ncitations = []'
    for unit in ("calendar days", "business days", "school days", "hours", "months", "years")
)


def toml_folder(
    tmp_path: Path,
    topics: str = TOPIC_TOML,
    *,
    sources: str = f"[handbook]\n{SOURCES_TOML}\n",
    places: str = PLACES_TOML,
    events: str = EVENTS_TOML,
    units: str = UNITS_TOML,
) -> Path:
    """A knowledge base as files."""
    (tmp_path / "topics" / "ny").mkdir(parents=True)
    (tmp_path / "deadlines" / "events").mkdir(parents=True)
    (tmp_path / "deadlines" / "events" / "folders.toml").write_text(events, encoding="utf-8")
    (tmp_path / "deadlines" / "units.toml").write_text(units, encoding="utf-8")
    (tmp_path / "topics" / FILE).write_text(topics, encoding="utf-8")
    (tmp_path / "sources.toml").write_text(sources, encoding="utf-8")
    (tmp_path / "places.toml").write_text(places, encoding="utf-8")
    (tmp_path / "glossary.toml").write_text(GLOSSARY_TOML, encoding="utf-8")
    return tmp_path
