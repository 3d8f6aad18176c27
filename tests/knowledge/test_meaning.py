"""The sentence encoder and what it is used for; the finder goes on by words where it is absent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from knowledge import load, stored
from knowledge.answer import answer
from knowledge.find import prepared as preparing
from knowledge.find.encoder import WIDTH, Encoder, encoder
from knowledge.find.finding import find
from knowledge.find.losing import lost_phrasings
from knowledge.find.prepared import Prepared, prepared
from knowledge.find.shape import programmes, shapes
from knowledge.find.tensors import Tensors, read_tensors, write_tensors
from knowledge.find.vectors import SHIPPED, Vectors, packed, unpacked
from knowledge.find.wordpieces import WordPieces
from knowledge.parts import clauses, text_for
from tests.knowledge.little_base import little_base, topic

BASE = load()


@pytest.fixture(scope="module")
def shipped() -> Encoder:
    """The encoder that ships with Tandem."""
    found = encoder()
    assert found is not None
    return found


def test_what_means_the_same_lies_nearer(shipped: Encoder) -> None:
    """Without a word in common."""
    one, same, other = shipped.encode(
        ["My kid cannot talk yet", "speech delay of a toddler", "How is mileage reimbursed?"]
    )
    assert one @ same > one @ other


def test_a_text_has_one_vector_in_whatever_company(shipped: Encoder) -> None:
    """Of length one, alone or among others, long or empty."""
    texts = ["Who coordinates?", "", "word " * 500, "Is a SEIT paid extra for coordination of services?"]
    together = shipped.encode(texts)
    assert together.shape == (len(texts), WIDTH)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    for text, vector in zip(texts, together, strict=True):
        assert np.allclose(shipped.encode([text])[0], vector, atol=1e-5)


def test_word_pieces_are_the_longest_from_the_front() -> None:
    """With signs apart, no accents, and one sign for what the vocabulary lacks."""
    cut = WordPieces(["[UNK]", "[CLS]", "[SEP]", "see", "##ing", "##in", "saw", "?", "e"])
    assert cut.numbers("Seeing SAW?", 9) == [1, 3, 4, 6, 7, 2]
    assert cut.numbers("é zebra", 9) == [1, 8, 0, 2]
    assert cut.numbers("saw saw saw saw", 4) == [1, 6, 6, 2]
    assert "saw" in cut
    assert "zebra" not in cut


def test_arrays_come_back_from_their_file(tmp_path: Path) -> None:
    """With their texts; a file cut short or of another kind is told of."""
    file = tmp_path / "some.safetensors"
    arrays: dict[str, NDArray[Any]] = {"a": np.arange(6, dtype=np.int8).reshape(2, 3), "b": np.array([1.5], np.float32)}
    write_tensors(file, Tensors(arrays, {"note": "å"}))
    back = read_tensors(file)
    assert back.texts == {"note": "å"}
    assert {name: array.tolist() for name, array in back.arrays.items()} == {"a": [[0, 1, 2], [3, 4, 5]], "b": [1.5]}
    for broken in (file.read_bytes()[:-1], b"no such thing at all", b""):
        file.write_bytes(broken)
        with pytest.raises((ValueError, OSError)):
            read_tensors(file)


@given(st.lists(st.floats(-1, 1, width=32), min_size=4, max_size=4))
def test_packed_vectors_lose_little(numbers: list[float]) -> None:
    """Less than one in two hundred of the greatest."""
    vectors = np.array([numbers], np.float32)
    assert np.allclose(unpacked(*packed(vectors)), vectors, atol=float(np.abs(vectors).max()) / 200 + 1e-9)


def test_the_shipped_vectors_are_of_the_shipped_encoder(shipped: Encoder) -> None:
    """Else every topic's would have to be worked out on each machine."""
    assert read_tensors(SHIPPED).texts["encoder"] == shipped.digest
    texts = [each.question for each in BASE.topics]
    assert len(Vectors(shipped).missing(texts)) < len(texts) / 5


def test_without_the_encoder_words_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question in a topic's words is answered as well, and nothing claims a meaning."""
    alone = Prepared(BASE.topics, prepared(BASE).index)
    monkeypatch.setattr("knowledge.find.finding.prepared", lambda _: alone)
    given_ = answer(BASE, "Is a SEIT paid extra for coordinating services?")
    assert given_.topic == "ny-schenectady/seit-paid-extra"
    assert all(hit.meaning == 0 for hit in find(BASE, "Is a SEIT paid extra?").answers)


def test_an_absent_or_broken_file_is_no_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is in its place."""
    broken = tmp_path / "encoder.safetensors"
    broken.write_bytes(b"x" * 100)
    for file in (tmp_path / "nothing", broken):
        monkeypatch.setattr("knowledge.find.encoder.FILE", file)
        assert encoder.__wrapped__() is None


def test_what_was_stored_of_other_topics_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would give answers that no longer stand."""
    file = tmp_path / "content.json"
    monkeypatch.setattr(stored, "_CONTENT", file)
    file.write_text(json.dumps({"topics": [], "digest": "of other topics"}), encoding="utf-8")
    assert stored.tables.__wrapped__() is None
    file.write_text(json.dumps({"topics": [], "digest": stored.digest()}), encoding="utf-8")
    assert stored.tables.__wrapped__() == {"topics": []}
    write_tensors(tmp_path / "index.safetensors", Tensors({}, {"digest": "of other topics"}))
    assert preparing._fresh(tmp_path / "index.safetensors") is None


@pytest.mark.parametrize(
    ("question", "shape"),
    [
        ("Who signs it?", "who"),
        ("How many days is that?", "when"),
        ("how much is paid", "amount"),
        ("Can I say no?", "may"),
    ],
)
def test_the_shape_of_a_question(question: str, shape: str) -> None:
    """By its words, in capitals or not."""
    assert shape in shapes(question)
    assert shape not in shapes("Speech therapy for my son")


def test_the_programme_of_a_question() -> None:
    """By the words that only one of them has."""
    assert programmes("our IFSP meeting") == {"part-c"}
    assert programmes("the CPSE said no") == {"part-b-preschool"}
    assert programmes("speech therapy") == frozenset()


def test_a_question_in_two_parts_is_parted() -> None:
    """Where a second question begins; "and" between things parts nothing."""
    assert clauses("Who coordinates and is she paid extra?") == ["Who coordinates", "is she paid extra?"]
    assert clauses("Does she get speech and OT?") == ["Does she get speech and OT?"]


def test_what_is_asked_for_comes_first() -> None:
    """A figure that stands further down, for a question that asks how many; the rest keeps its order."""
    each = topic(
        short="It depends on the folder.",
        more="Ask the clerk. A child's folder is kept for 27 years.",
        question="Folders?",
    )
    assert text_for(each, "How many years is a child's folder kept?").startswith(
        "A child's folder is kept for 27 years."
    )
    assert text_for(each, "Why is that?").startswith("It depends")


def test_a_phrasing_nearer_to_another_topic_is_lost() -> None:
    """Left out, it finds the other; one that has its like finds its own."""
    base = little_base(
        topic("ny/folders", question="How long are folders kept?", phrasings=["attic stairs ladder light"]),
        topic("ny/attics", question="Who climbs the attic stairs?", phrasings=["attic stairs ladder", "ladder light"]),
    )
    assert ("ny/folders", "attic stairs ladder light", "ny/attics") in {
        (lost.topic.id, lost.phrasing, lost.winner.id) for lost in lost_phrasings(base)
    }
