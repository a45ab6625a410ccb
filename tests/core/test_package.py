"""What one auditor packs is what another receives."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from auditor_app.errors import (
    Damaged,
    Invalid,
    NotEnoughRoom,
    NotFound,
    PackageInvalid,
    PackageUntrusted,
)
from auditor_app.exchange.crypto import Drain, Source
from auditor_app.exchange.guide import IndexRow, write_index
from auditor_app.exchange.pack import JournalSource, SourceChanged, pack
from auditor_app.exchange.unpack import inspect, peek, receive
from tests.core.packages import (
    AUDIT,
    LINES,
    PHOTO,
    Keys,
    Shelf,
    journal,
    outgoing,
    packed,
    pair,
    photo,
)


def test_what_was_packed_arrives_bit_for_bit(tmp_path: Path) -> None:
    sender, receiver = pair()
    shelf = Shelf()
    opened = receive(packed(sender, receiver, tmp_path), crypto=receiver, sink=shelf)
    assert shelf.calls == ["begin", "journal", "evidence", "finish"]
    assert shelf.lines == {sender.signing.device_id: LINES}
    assert shelf.photos == {sha256(PHOTO).hexdigest(): ("jpg", PHOTO)}
    assert (opened.members, opened.journals, opened.lines, opened.evidence) == (9, 1, 5, 1)
    assert opened.is_trusted


def test_the_receiver_learns_who_sent_what_to_whom(tmp_path: Path) -> None:
    sender, receiver = pair()
    info = inspect(packed(sender, receiver, tmp_path, part=(2, 7)), crypto=receiver).info
    plan = outgoing(sender, receiver, part=(2, 7))
    for name in ("audit_id", "sender_device", "sender_name", "number", "part", "have", "made_at"):
        assert getattr(info, name) == getattr(plan, name)
    assert info.name == f"{AUDIT}-{sender.signing.device_id}-3.2of7"
    assert set(info.recipients) == {*sender.recipients, *receiver.recipients}


def test_the_sender_can_open_its_own_package(tmp_path: Path) -> None:
    sender, receiver = pair()
    opened = inspect(packed(sender, receiver, tmp_path), crypto=sender)
    assert opened.evidence == 1
    assert not opened.is_trusted


def test_a_package_tells_its_own_size_and_hash(tmp_path: Path) -> None:
    sender, receiver = pair()
    done = pack(outgoing(sender, receiver), crypto=sender, out=tmp_path / "p.age")
    data = done.path.read_bytes()
    assert (done.size, done.sha256, done.members) == (len(data), sha256(data).hexdigest(), 9)


def test_many_photos_and_long_journals_arrive(tmp_path: Path) -> None:
    sender, receiver = pair()
    photos = [photo(bytes([n]) * (n * 7001), extension="png") for n in range(1, 40)]
    lines = [b"x" * (n * 97 % 5000) for n in range(2000)]
    path = packed(sender, receiver, tmp_path, evidence=photos, journals={"b" * 24: journal(lines)})
    shelf = Shelf()
    receive(path, crypto=receiver, sink=shelf)
    assert shelf.lines == {"b" * 24: lines}
    assert [data for _, data in shelf.photos.values()] == [one.load() for one in photos]
    assert shelf.calls.count("journal") > 1


def test_a_package_may_hold_an_empty_journal_and_no_photo(tmp_path: Path) -> None:
    sender, receiver = pair()
    path = packed(sender, receiver, tmp_path, evidence=[], journals={"b" * 24: journal([])})
    shelf = Shelf()
    assert receive(path, crypto=receiver, sink=shelf).lines == 0
    assert shelf.calls == ["begin", "finish"]


def test_a_photo_that_changed_stops_the_package_and_is_named(tmp_path: Path) -> None:
    sender, receiver = pair()
    bad = replace(photo(title="配电箱照片"), load=lambda: PHOTO[:-1] + b"?")
    with pytest.raises(SourceChanged, match="配电箱照片"):
        packed(sender, receiver, tmp_path, evidence=[photo(b"good"), bad])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("chunks", [[b"short\n"], [b"0123456\n", b"more\n"], [b"changed\n"], []])
def test_a_journal_that_changed_stops_the_package(tmp_path: Path, chunks: list[bytes]) -> None:
    sender, receiver = pair()
    digest = sha256(b"journal\n").hexdigest()
    source = JournalSource(size=8, sha256=digest, chunks=lambda: chunks)
    with pytest.raises(SourceChanged, match="记录"):
        packed(sender, receiver, tmp_path, journals={"b" * 24: source})
    assert list(tmp_path.iterdir()) == []


def test_a_package_its_sender_cannot_read_back_is_not_kept(tmp_path: Path) -> None:
    sender, receiver = pair()
    with pytest.raises(Damaged, match="回读核验失败"):
        packed(sender, receiver, tmp_path, sender_device="0" * 24)
    assert list(tmp_path.iterdir()) == []


def test_a_package_that_does_not_lie_on_the_disk_as_written_is_not_kept(tmp_path: Path) -> None:
    class BadDisk(Keys):
        """The last byte of what was written changes before it is read again."""

        def decrypt_stream(self, reader: Source, writer: Drain) -> None:
            with (tmp_path / "p.age.part").open("r+b") as file:
                file.seek(-1, os.SEEK_END)
                file.write(b"?")
            super().decrypt_stream(reader, writer)

    with pytest.raises(Damaged, match="与写入的不同"):
        packed(BadDisk(), Keys(), tmp_path, evidence=[photo(bytes(3_000_000))])
    assert list(tmp_path.iterdir()) == []


def test_a_look_at_a_package_reads_its_head_only(tmp_path: Path) -> None:
    sender, receiver = pair()
    path = packed(sender, receiver, tmp_path, evidence=[photo(bytes(3_000_000))])
    path.write_bytes(path.read_bytes()[:100_000])
    assert peek(path, crypto=receiver).sender_name == "李工"
    with pytest.raises(PackageInvalid):
        inspect(path, crypto=receiver)


def test_a_photo_missing_here_stops_the_package_with_its_own_words(tmp_path: Path) -> None:
    def missing() -> bytes:
        raise NotFound("照片不在本机")

    sender, receiver = pair()
    with pytest.raises(NotFound, match="照片不在本机"):
        packed(sender, receiver, tmp_path, evidence=[replace(photo(), load=missing)])
    assert list(tmp_path.iterdir()) == []


def test_a_failed_package_leaves_the_older_one_in_place(tmp_path: Path) -> None:
    sender, receiver = pair()
    before = packed(sender, receiver, tmp_path).read_bytes()
    with pytest.raises(SourceChanged):
        packed(sender, receiver, tmp_path, evidence=[replace(photo(), load=lambda: b"")])
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]


@pytest.mark.parametrize(
    "changes",
    [
        {"sender_name": ""},
        {"sender_name": "李" * 81},
        {"sender_name": "李\n工"},
        {"sender_name": "\u202e李工"},
        {"sender_device": "Z" * 24},
        {"audit_id": "../x"},
        {"number": 0},
        {"part": (2, 1)},
        {"recipients": ["age1short"]},
        {"have": {"x": 1}},
        {"evidence": [photo(), photo(title="again")]},
        {"evidence": [replace(photo(), size=(64 << 20) + 1)]},
        {"evidence": [photo(str(n).encode()) for n in range(20_000)]},
    ],
)
def test_what_no_reader_would_accept_is_not_written(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    sender, receiver = pair()
    with pytest.raises(Invalid, match="交接包没有生成"):
        packed(sender, receiver, tmp_path, **changes)
    assert list(tmp_path.iterdir()) == []


def test_a_package_in_an_unknown_name_is_inspected_but_not_received(tmp_path: Path) -> None:
    sender, receiver = pair()
    path = packed(sender, receiver, tmp_path)
    receiver.trusted.clear()
    assert not inspect(path, crypto=receiver).is_trusted
    shelf = Shelf()
    with pytest.raises(PackageUntrusted, match=sender.signing.device_id):
        receive(path, crypto=receiver, sink=shelf)
    assert shelf.calls == ["abandon"]


def test_room_is_asked_for_before_the_first_photo(tmp_path: Path) -> None:
    sender, receiver = pair()
    shelf = Shelf(free=1000)
    with pytest.raises(NotEnoughRoom, match="MB"):
        receive(packed(sender, receiver, tmp_path), crypto=receiver, sink=shelf)
    assert shelf.calls == ["abandon"]


def test_an_error_of_the_receiver_comes_out_as_it_is(tmp_path: Path) -> None:
    class Full(Shelf):
        def evidence(self, sha256: str, extension: str, data: bytes) -> None:
            raise NotEnoughRoom("磁盘满")

    sender, receiver = pair()
    shelf = Full()
    with pytest.raises(NotEnoughRoom, match="磁盘满"):
        receive(packed(sender, receiver, tmp_path), crypto=receiver, sink=shelf)
    assert shelf.calls[-1] == "abandon"


def test_a_receiver_that_fails_to_finish_abandons(tmp_path: Path) -> None:
    class Unfinished(Shelf):
        def finish(self) -> None:
            raise NotEnoughRoom("磁盘满")

    sender, receiver = pair()
    shelf = Unfinished()
    with pytest.raises(NotEnoughRoom):
        receive(packed(sender, receiver, tmp_path), crypto=receiver, sink=shelf)
    assert (shelf.calls[-1], shelf.photos) == ("abandon", {})


def test_a_journal_may_come_in_any_pieces(tmp_path: Path) -> None:
    data = b"".join(line + b"\n" for line in LINES)
    pieces = [data[n : n + 1] for n in range(len(data))]
    source = replace(journal(), chunks=lambda: iter_of(pieces))
    sender, receiver = pair()
    assert inspect(
        packed(sender, receiver, tmp_path, journals={"b" * 24: source}), crypto=receiver
    ).lines == len(LINES)


def iter_of(pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield from pieces


def test_a_missing_package_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        inspect(tmp_path / "none.age", crypto=Keys())


def test_words_in_the_index_are_no_formulas_and_no_disguise() -> None:
    row = IndexRow(
        sha256="ab",
        original_name="=HYPERLINK(1)",
        taken_at="",
        caption="第一行\n第二行\u202egpj",
        links="  @SUM",
    )
    text = write_index([row]).decode("utf-8-sig")
    assert text.splitlines()[1] == "ab,'=HYPERLINK(1),,第一行 第二行 gpj,'  @SUM"
