"""交接包: proven before it is kept, nothing half taken in, trust given and taken by a person."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from auditor_app.domain import Audit, AuditKind
from auditor_app.vault import NewAudit, Origin, Vault
from tests.core.builders import a_photo, a_vault
from tests.ui.filling import Person, ask_vault, cut, unnamed
from ui.editors.package_keys import TrustEditor
from ui.editors.package_rows import Keys, grouped, held_word, read_keys
from ui.pages.packages import PackagesPage
from ui.tasks import Tasks

Start = Callable[[Tasks, str], Audit]
Show = Callable[[], PackagesPage]
PATIENCE = 20_000


@pytest.fixture
def ask() -> Person:
    return Person()


@pytest.fixture
def audit(tasks: Tasks, start_audit: Start) -> Audit:
    return start_audit(tasks, "华东精密机械有限公司")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Vault]:
    """The laptop of 周航."""
    vault = a_vault(tmp_path / "other", name="周航")
    yield vault
    vault.close()


@pytest.fixture
def show(qtbot: QtBot, tasks: Tasks, ask: Person, audit: Audit) -> Show:
    def show_it() -> PackagesPage:
        page = PackagesPage(tasks, ask, audit.id)
        qtbot.addWidget(page)
        page.resize(1180, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.has_shown)
        return page

    return show_it


@pytest.fixture
def incoming(qtbot: QtBot, tasks: Tasks, other: Vault, tmp_path: Path) -> Path:
    """A package of 周航 for us with one photo."""
    recipient = ask_vault(qtbot, tasks, lambda vault: vault.identity.recipient)
    audit = other.audits.start(
        NewAudit(number="TCC-0031", kind=AuditKind.SURVEILLANCE, rulebook="tcc", client="海川化工")
    )
    other.evidence.add_bytes(a_photo(), "罐区.jpg", Origin(audit_id=audit.id))
    out = tmp_path / "来自周航.age"
    other.packages.pack(audit, [recipient], out)
    return out


def trust(qtbot: QtBot, tasks: Tasks, other: Vault) -> None:
    me = other.identity
    ask_vault(qtbot, tasks, lambda vault: vault.devices.trust(me.public_key, me.name, me.recipient))


def entries(qtbot: QtBot, tasks: Tasks) -> int:
    return ask_vault(qtbot, tasks, lambda vault: vault.care.check(photos=False).entries)


def test_the_keys_of_this_device_can_be_handed_on(qtbot: QtBot, show: Show, tasks: Tasks) -> None:
    page = show()
    page.keys.copy.click()
    me = ask_vault(qtbot, tasks, lambda vault: vault.identity)
    found = read_keys(QGuiApplication.clipboard().text())
    assert (found.name, found.public_key, found.recipient) == (
        "李敏",
        me.public_key,
        me.recipient,
    )


def test_without_recipients_it_says_what_to_do_first(show: Show) -> None:
    page = show()
    assert page.send.boxes == []
    assert page.send._none.isVisible()
    assert not page.send.pack.isEnabled()


def test_a_device_is_trusted_from_what_was_pasted(
    qtbot: QtBot, show: Show, ask: Person, other: Vault
) -> None:
    page = show()
    me = other.identity
    keys = Keys(
        name=me.name, device_id=me.device_id, public_key=me.public_key, recipient=me.recipient
    )
    ask.fill = lambda dialog: paste(dialog, keys.text())
    page.devices.add_asked.emit()
    qtbot.waitUntil(lambda: page.devices.table.model.rowCount() == 1)
    device = page.devices.table.current()
    assert device is not None
    assert (device.name, device.device_id) == ("周航", other.identity.device_id)
    qtbot.waitUntil(lambda: [box.text() for box in page.send.boxes] == ["周航"])


def paste(dialog: QDialog, text: str) -> None:
    assert isinstance(dialog, TrustEditor)
    dialog.block.setPlainText(text)


@pytest.mark.parametrize(
    ("key", "name", "recipient", "trouble"),
    [
        ("", "周航", "", "签名公钥"),
        ("RWx", "周航", "", "签名公钥"),
        ("RW" + "A" * 54, "", "", "姓名"),
        ("RW" + "A" * 54, "周航", "AGE1", "加密公钥"),
        ("RW" + "A" * 54, "周航", "", ""),
    ],
)
def test_keys_that_are_none_are_refused_before_anything_is_kept(
    qtbot: QtBot, key: str, name: str, recipient: str, trouble: str
) -> None:
    editor = TrustEditor()
    editor.key.setText(key)
    editor.name.setText(name)
    editor.recipient.setText(recipient)
    found = editor.find_trouble()
    assert trouble in found
    assert bool(found) == bool(trouble)


def test_an_audit_is_packed_for_whom_was_ticked(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, other: Vault, tmp_path: Path
) -> None:
    trust(qtbot, tasks, other)
    page = show()
    page.send.boxes[0].click()
    ask.paths = [tmp_path / "out.age"]
    page.send.pack.click()
    qtbot.waitUntil(lambda: "已写出" in page.send.result.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: page.sent.model.rowCount() == 1)
    assert other.packages.verify(ask.paths[0]).info.sender_name == "李敏"


def test_a_package_that_cannot_be_written_says_so(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, other: Vault, tmp_path: Path
) -> None:
    trust(qtbot, tasks, other)
    page = show()
    page.send.boxes[0].click()
    ask.paths = [tmp_path / "nowhere" / "out.age"]
    page.send.pack.click()
    qtbot.waitUntil(lambda: page.send.result.property("tone") == "major", timeout=PATIENCE)
    assert page.sent.model.rowCount() == 0


def test_looking_at_a_package_keeps_nothing(
    qtbot: QtBot, show: Show, tasks: Tasks, other: Vault, incoming: Path
) -> None:
    trust(qtbot, tasks, other)
    before = entries(qtbot, tasks)
    page = show()
    page.verify(incoming)
    qtbot.waitUntil(lambda: page.receive.seen is not None, timeout=PATIENCE)
    seen = page.receive.seen
    assert seen is not None
    assert (seen.sender, seen.photos, seen.is_trusted) == ("周航", 1, True)
    assert page.receive.receive.isVisible()
    assert entries(qtbot, tasks) == before


def test_a_trusted_package_is_taken_in_and_opened(
    qtbot: QtBot, show: Show, tasks: Tasks, other: Vault, incoming: Path
) -> None:
    trust(qtbot, tasks, other)
    page = show()
    page.verify(incoming)
    qtbot.waitUntil(lambda: page.receive.seen is not None, timeout=PATIENCE)
    page.receive.receive.click()
    qtbot.waitUntil(lambda: "已收下 周航" in page.receive.words.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: page.receipts.model.rowCount() == 1)
    with qtbot.waitSignal(page.audit_chosen) as chosen:
        page.receive.open.click()
    photos = ask_vault(qtbot, tasks, lambda vault: vault.evidence.of(chosen.args[0]))
    assert len(photos) == 1


def test_the_same_package_again_changes_nothing(
    qtbot: QtBot, show: Show, tasks: Tasks, other: Vault, incoming: Path
) -> None:
    trust(qtbot, tasks, other)
    ask_vault(qtbot, tasks, lambda vault: vault.packages.receive(incoming))
    before = entries(qtbot, tasks)
    page = show()
    page.verify(incoming)
    qtbot.waitUntil(lambda: page.receive.seen is not None, timeout=PATIENCE)
    page.receive.receive.click()
    qtbot.waitUntil(lambda: "以前收过" in page.receive.words.text(), timeout=PATIENCE)
    assert entries(qtbot, tasks) == before


def test_an_unknown_sender_is_shown_and_can_be_trusted(
    qtbot: QtBot, show: Show, ask: Person, other: Vault, incoming: Path
) -> None:
    page = show()
    page.verify(incoming)
    qtbot.waitUntil(lambda: page.receive.seen is not None, timeout=PATIENCE)
    assert not page.receive.receive.isVisible()
    shown = " ".join(label.text() for label in page.receive.findChildren(QLabel))
    assert grouped(other.identity.device_id) in shown
    page.receive.trust.click()
    qtbot.waitUntil(page.receive.receive.isVisible, timeout=PATIENCE)
    assert page.devices.table.model.rowCount() == 1


def test_a_damaged_package_is_refused_with_nothing_changed(
    qtbot: QtBot, show: Show, tasks: Tasks, other: Vault, incoming: Path
) -> None:
    trust(qtbot, tasks, other)
    incoming.write_bytes(incoming.read_bytes()[:-200])
    before = entries(qtbot, tasks)
    page = show()
    page.verify(incoming)
    qtbot.waitUntil(lambda: page.receive.words.property("tone") == "major", timeout=PATIENCE)
    assert page.receive.zone.isVisible()
    assert entries(qtbot, tasks) == before


def test_a_package_for_somebody_else_says_so(
    qtbot: QtBot, show: Show, other: Vault, tmp_path: Path
) -> None:
    audit = other.audits.start(
        NewAudit(number="X", kind=AuditKind.SPECIAL, rulebook="hcr", client="绿洲")
    )
    out = tmp_path / "theirs.age"
    other.packages.pack(audit, [other.identity.recipient], out)
    page = show()
    page.verify(out)
    qtbot.waitUntil(lambda: page.receive.words.property("tone") == "major", timeout=PATIENCE)
    assert page.receive.seen is None


def test_trust_is_taken_back_only_after_a_word(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, other: Vault
) -> None:
    trust(qtbot, tasks, other)
    page = show()
    page.devices.table.remove.click()
    assert "不再信任 周航" in ask.asked[0]
    ask.agrees = True
    page.devices.table.remove.click()
    qtbot.waitUntil(lambda: page.send.boxes == [])
    device = ask_vault(qtbot, tasks, lambda vault: vault.devices.trusted()[0])
    assert device.revoked_at is not None


def test_a_reload_leaves_the_package_being_looked_at(
    qtbot: QtBot, show: Show, tasks: Tasks, other: Vault, incoming: Path, start_audit: Start
) -> None:
    trust(qtbot, tasks, other)
    page = show()
    page.verify(incoming)
    qtbot.waitUntil(lambda: page.receive.seen is not None, timeout=PATIENCE)
    start_audit(tasks, "绿洲食品")
    qtbot.waitUntil(lambda: page.send.audit.count() == 2)
    assert page.receive.receive.isVisible()


@pytest.mark.parametrize("why", ["unsealed", "unknown_device", "gap", "chain", "fork"])
def test_every_reason_for_putting_lines_aside_has_words(why: str) -> None:
    assert held_word(why) != held_word("?")


def test_the_page_can_be_read_out_and_nothing_is_cut(
    qtbot: QtBot, show: Show, tasks: Tasks, other: Vault
) -> None:
    trust(qtbot, tasks, other)
    page = show()
    assert unnamed(page) == []
    assert cut(page) == []
