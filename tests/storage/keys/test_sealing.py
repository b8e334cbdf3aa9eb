"""Sealed files: every byte comes back, from anywhere, and every byte that was touched is found."""

import io
import os
import tracemalloc
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.storage.keys.sealing import (
    MARK,
    PIECE,
    BrokenSealError,
    SealedReader,
    SealingWriter,
    derived,
    keyed_name,
    seal,
    unseal,
)

KEY = bytes(range(32))
TAG = 16
HEADER = len(MARK) + 16
SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE - 1, 2 * PIECE, 2 * PIECE + 1, 3 * PIECE]


def content_of(size: int) -> bytes:
    """Give content in which no two pieces are alike."""
    return b"".join(number.to_bytes(4) for number in range(-(-size // 4)))[:size]


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_comes_back(size: int) -> None:
    content = content_of(size)
    sealed = seal(content, KEY, "name")
    assert unseal(sealed, KEY, "name") == content
    assert SealedReader(io.BytesIO(sealed), KEY, "name").size == size
    assert len(sealed) == HEADER + size + max(1, -(-size // PIECE)) * TAG


@given(st.binary(max_size=500), st.text(max_size=20))
def test_any_content_comes_back_and_does_not_stand_there(content: bytes, binding: str) -> None:
    sealed = seal(content, KEY, binding)
    assert unseal(sealed, KEY, binding) == content
    assert len(content) < 8 or content not in sealed[HEADER:]
    assert sealed != seal(content, KEY, binding)


@given(st.lists(st.integers(0, PIECE + PIECE // 2), max_size=6))
def test_it_is_the_same_however_it_was_written(steps: list[int]) -> None:
    content = content_of(sum(steps))
    target, at = io.BytesIO(), 0
    writer = SealingWriter(target, KEY)
    for step in steps:
        writer.write(content[at : at + step])
        at += step
    writer.finish("name")
    assert unseal(target.getvalue(), KEY, "name") == content


MOVES = st.one_of(
    st.tuples(st.just("read"), st.integers(0, 2 * PIECE)),
    st.tuples(st.just("start"), st.integers(0, 5 * PIECE)),
    st.tuples(st.just("here"), st.integers(-2 * PIECE, 2 * PIECE)),
    st.tuples(st.just("end"), st.integers(-4 * PIECE, PIECE)),
)
WHENCE = {"start": io.SEEK_SET, "here": io.SEEK_CUR, "end": io.SEEK_END}


@pytest.mark.parametrize("buffered", [False, True])
@given(size=st.sampled_from(SIZES), moves=st.lists(MOVES, max_size=12))
def test_it_is_read_from_anywhere_like_plain_bytes(
    size: int,
    moves: list[tuple[str, int]],
    buffered: bool,  # noqa: FBT001 - a table of cases
) -> None:
    content = content_of(size)
    raw = SealedReader(io.BytesIO(seal(content, KEY, "name")), KEY, "name")
    sealed: io.RawIOBase | io.BufferedReader = io.BufferedReader(raw, 1 << 12) if buffered else raw
    plain = io.BytesIO(content)
    for move, count in moves:
        if move == "read":
            # A raw stream may give less than was asked for, an empty answer is its end.
            part = sealed.read(count) or b""
            assert part == plain.read(len(part) if not buffered else count)
            assert bool(part) == (count > 0 and plain.tell() - len(part) < size)
        elif count >= -{"start": 0, "here": plain.tell(), "end": size}[move]:
            assert sealed.seek(count, WHENCE[move]) == plain.seek(count, WHENCE[move])
        assert sealed.tell() == plain.tell()


def refused(sealed: bytes, key: bytes = KEY, binding: str = "name") -> bool:
    """Tell whether a sealed file gives nothing but a refusal."""
    try:
        unseal(sealed, key, binding)
    except BrokenSealError:
        return True
    return False


@pytest.mark.parametrize("size", [0, 1, 40])
def test_every_flipped_bit_is_found(size: int) -> None:
    sealed = seal(content_of(size), KEY, "name")
    assert not refused(sealed)
    for bit in range(8 * len(sealed)):
        flipped = bytearray(sealed)
        flipped[bit // 8] ^= 1 << bit % 8
        assert refused(bytes(flipped)), bit


@given(st.data())
def test_a_flipped_bit_is_found_in_any_piece(data: st.DataObject) -> None:
    sealed = bytearray(seal(content_of(2 * PIECE + 100), KEY, "name"))
    bit = data.draw(st.integers(0, 8 * len(sealed) - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    assert refused(bytes(sealed))


@pytest.mark.parametrize("size", [0, 1, 40, PIECE, PIECE + 1, 2 * PIECE])
def test_every_cut_is_found(size: int) -> None:
    sealed = seal(content_of(size), KEY, "name")
    near = {HEADER + number * (PIECE + TAG) + off for number in range(4) for off in range(-20, 21)}
    cuts = {*range(0, len(sealed), max(1, len(sealed) // 50)), *near}
    for cut in sorted(each for each in cuts if 0 <= each < len(sealed)):
        assert refused(sealed[:cut]), cut


@pytest.mark.parametrize("more", [1, TAG - 1, TAG, TAG + 1, PIECE + TAG])
@pytest.mark.parametrize("size", [0, 40, PIECE])
def test_whatever_was_added_is_found(size: int, more: int) -> None:
    assert refused(seal(content_of(size), KEY, "name") + bytes(more))


def pieces_of(sealed: bytes) -> tuple[bytes, list[bytes]]:
    """Take a sealed file apart."""
    step = PIECE + TAG
    return sealed[:HEADER], [sealed[at : at + step] for at in range(HEADER, len(sealed), step)]


MISPLACED: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "first twice": lambda pieces: [pieces[0], *pieces],
    "last twice": lambda pieces: [*pieces, pieces[-1]],
    "middle twice": lambda pieces: [pieces[0], pieces[1], pieces[1], pieces[3]],
    "first gone": lambda pieces: pieces[1:],
    "middle gone": lambda pieces: [*pieces[:1], *pieces[2:]],
    "last gone": lambda pieces: pieces[:-1],
    "only the last": lambda pieces: pieces[-1:],
    "only the first": lambda pieces: pieces[:1],
    "none": lambda _pieces: [],
}


@pytest.mark.parametrize("how", MISPLACED)
def test_a_piece_that_is_gone_or_there_twice_is_found(how: str) -> None:
    header, pieces = pieces_of(seal(content_of(4 * PIECE), KEY, "name"))
    assert not refused(header + b"".join(pieces))
    assert refused(header + b"".join(MISPLACED[how](pieces)))


def test_pieces_in_any_other_order_are_found() -> None:
    header, pieces = pieces_of(seal(content_of(4 * PIECE), KEY, "name"))
    orders = list(permutations(pieces))
    assert not refused(header + b"".join(orders[0]))
    assert all(refused(header + b"".join(order)) for order in orders[1:])


def test_a_piece_of_another_file_under_the_same_key_is_found() -> None:
    content = content_of(3 * PIECE)
    header, pieces = pieces_of(seal(content, KEY, "name"))
    _other, strangers = pieces_of(seal(content, KEY, "name"))
    for at in range(3):
        mixed = [*pieces[:at], strangers[at], *pieces[at + 1 :]]
        assert refused(header + b"".join(mixed))
    assert refused(header + b"".join(strangers))


def test_another_binding_or_key_opens_nothing() -> None:
    sealed = seal(b"content", KEY, "name")
    assert refused(sealed, binding="other")
    assert refused(sealed, binding="")
    assert refused(sealed, binding="nam")
    assert all(refused(sealed, bytes(at) + b"\x80" + bytes(31 - at)) for at in range(32))
    assert refused(b"")
    assert refused(b"no sealed file at all" * 10)


def test_a_broken_file_is_refused_before_anything_of_it_is_given_out() -> None:
    _header, pieces = pieces_of(sealed := seal(content_of(3 * PIECE), KEY, "name"))
    with pytest.raises(BrokenSealError):
        SealedReader(io.BytesIO(sealed[: -len(pieces[-1])]), KEY, "name")
    with pytest.raises(BrokenSealError):
        SealedReader(io.BytesIO(sealed), KEY, "other")


def test_a_large_file_takes_little_memory(tmp_path: Path) -> None:
    path, chunk = tmp_path / "large", os.urandom(1 << 20)
    tracemalloc.start()
    try:
        with path.open("wb") as target:
            writer = SealingWriter(target, KEY)
            for _megabyte in range(32):
                writer.write(chunk)
            writer.finish("name")
        with path.open("rb") as source:
            reader = io.BufferedReader(SealedReader(source, KEY, "name"), 1 << 20)
            assert all(reader.read(1 << 20) == chunk for _megabyte in range(32))
            assert reader.read(1) == b""
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 8 << 20


def test_keys_and_names_differ_by_purpose_and_key() -> None:
    keys = [derived(KEY, "one"), derived(KEY, "two"), derived(bytes(32), "one")]
    keys.append(derived(KEY, "one", b"salt"))
    assert len({KEY, *keys}) == 5
    assert derived(KEY, "one") == keys[0]
    names = {keyed_name(key, "content") for key in keys}
    assert len(names) == 4
    assert keyed_name(KEY, "content") != keyed_name(KEY, "other")
