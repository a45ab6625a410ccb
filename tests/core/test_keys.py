"""A vault's secrets: every way in opens the same vault, and no other key does."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from auditor_app.errors import (
    Damaged,
    Invalid,
    NewerVersion,
    NoKeyring,
    NotAVault,
    NotFound,
    PackageNotForUs,
    Refused,
    WrongKey,
)
from auditor_app.files import read_twins, write_twins
from auditor_app.security.keychain import LONGEST, SERVICE, SystemKeychain
from auditor_app.security.keys import Cost, VaultSecrets, new_secrets, pack, unpack, unwrap, wrap
from auditor_app.security.slots import SLOTS_FILE, SlotKind, Slots

CHEAP = Cost(rounds=1, memory_kib=32, lanes=1)
PASSPHRASE = "安全第一 2026"
VAULT = "0123456789abcdef0123456789abcdef"
IDENTITY = "AGE-SECRET-KEY-1" + "Q" * 58
OFFICE = "age1officerecoveryrecipient"

texts = st.text(min_size=8, max_size=40)


class PocketKeychain:
    """A keychain in memory, as the Keychain protocol wants it."""

    def __init__(self, reason: str = "") -> None:
        self.entries: dict[str, str] = {}
        self.reason = reason

    @property
    def available(self) -> bool:
        return not self.reason

    def get(self, user: str) -> str | None:
        return self.entries.get(user)

    def set(self, user: str, secret: str) -> None:
        self.entries[user] = secret

    def delete(self, user: str) -> None:
        self.entries.pop(user, None)


def mirrored(data: bytes) -> bytes:
    """Stands for age: opens what it closed, whoever asks."""
    return data[::-1]


def not_for_us(_data: bytes) -> bytes:
    raise PackageNotForUs("no matching keys")


@pytest.fixture
def held() -> VaultSecrets:
    return new_secrets(lambda: IDENTITY)


@pytest.fixture
def slots(tmp_path: Path, held: VaultSecrets) -> Slots:
    """A vault opened by a passphrase."""
    made = Slots(tmp_path, VAULT)
    made.add_passphrase(held, PASSPHRASE, CHEAP)
    return made


def content(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(read_twins(folder / SLOTS_FILE))
    return found


def rewrite(folder: Path, changed: object) -> None:
    write_twins(folder / SLOTS_FILE, json.dumps(changed).encode())


# --- secrets ---


def test_every_new_vault_has_its_own_secrets(held: VaultSecrets) -> None:
    other = new_secrets(lambda: IDENTITY)
    assert len(held.data_key) == len(held.seed or b"") == 32
    assert held.data_key != other.data_key
    assert held.seed != other.seed
    assert held.name_key != other.name_key
    assert len(held.name_key) == 32


def test_secrets_do_not_show_in_logs(held: VaultSecrets) -> None:
    assert held.data_key.hex() not in repr(held)
    assert IDENTITY not in repr(held)


def test_the_keychain_entry_fits_on_windows(held: VaultSecrets) -> None:
    assert len(pack(held, VAULT, with_seed=True)) < 400 < LONGEST


@given(
    st.builds(
        VaultSecrets,
        data_key=st.binary(min_size=32, max_size=32),
        identity=st.text(max_size=80),
        seed=st.none() | st.binary(min_size=32, max_size=32),
    )
)
def test_packed_secrets_come_back(held: VaultSecrets) -> None:
    assert unpack(pack(held, VAULT, with_seed=True), VAULT) == held


WHOLE = {"data_key": "0" * 64, "identity": IDENTITY, "vault": VAULT, "seed": "1" * 64}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("data_key", "00"), ("data_key", None), ("data_key", "0" * 63 + "g"), ("identity", 1),
        ("vault", "another"), ("seed", "00"), ("seed", ""), ("seed", 5),
    ],
)  # fmt: skip
def test_altered_secrets_are_damage(name: str, value: object) -> None:
    assert unpack(json.dumps(WHOLE), VAULT).seed
    with pytest.raises(Damaged):
        unpack(json.dumps(WHOLE | {name: value}), VAULT)


@pytest.mark.parametrize("text", ["", "{", "[]", "1", "null", "[" * 100_000, "{}", b"\xff\xfe"])
def test_anything_else_is_not_taken_for_secrets(text: str | bytes) -> None:
    with pytest.raises(Damaged):
        unpack(text, VAULT)


# --- passphrase ---


@given(passphrase=texts, text=st.text(max_size=300), bound=st.binary(max_size=20))
@settings(max_examples=40, deadline=None)
def test_a_passphrase_opens_what_it_closed(passphrase: str, text: str, bound: bytes) -> None:
    try:
        box = wrap(text, passphrase, bound=bound, cost=CHEAP)
    except Invalid:
        return  # NFKC can make a text shorter than eight
    assert unwrap(json.loads(json.dumps(box)), passphrase, bound=bound).decode() == text


def test_the_vault_opens_by_its_passphrase(
    slots: Slots, tmp_path: Path, held: VaultSecrets
) -> None:
    assert slots.open_with_passphrase(PASSPHRASE) == held
    assert Slots.read(tmp_path).open_with_passphrase(PASSPHRASE) == held
    assert Slots.read(tmp_path).vault == VAULT


@pytest.mark.parametrize("wrong", ["", "安全第一 2025", "安全第一2026", PASSPHRASE.upper() + "x"])
def test_another_passphrase_is_refused(slots: Slots, wrong: str) -> None:
    with pytest.raises(WrongKey, match="口令不正确"):
        slots.open_with_passphrase(wrong)


def test_a_full_width_input_method_types_the_same_passphrase(
    tmp_path: Path, held: VaultSecrets
) -> None:
    slots = Slots(tmp_path, VAULT)
    slots.add_passphrase(held, "Audit 2026", CHEAP)
    assert slots.open_with_passphrase("Ａｕｄｉｔ　２０２６") == held


def test_a_passphrase_with_bytes_that_are_no_text_still_works(
    tmp_path: Path, held: VaultSecrets
) -> None:
    slots = Slots(tmp_path, VAULT)
    slots.add_passphrase(held, "from-env-\udcff", CHEAP)
    assert slots.open_with_passphrase("from-env-\udcff") == held


def test_a_short_passphrase_is_refused_before_anything_is_written(
    tmp_path: Path, held: VaultSecrets
) -> None:
    with pytest.raises(Invalid, match="8"):
        Slots(tmp_path, VAULT).add_passphrase(held, "1234567", CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_second_passphrase_is_refused(slots: Slots, held: VaultSecrets) -> None:
    with pytest.raises(Refused, match="更改口令"):
        slots.add_passphrase(held, "another one", CHEAP)


def test_changing_the_passphrase_keeps_the_secrets(
    slots: Slots, tmp_path: Path, held: VaultSecrets
) -> None:
    slots.change_passphrase(PASSPHRASE, "new and longer", CHEAP)
    again = Slots.read(tmp_path)
    assert again.open_with_passphrase("new and longer") == held
    with pytest.raises(WrongKey):
        again.open_with_passphrase(PASSPHRASE)


@pytest.mark.parametrize(("old", "new"), [("wrong one", "new and longer"), (PASSPHRASE, "short")])
def test_a_refused_change_leaves_the_old_passphrase(
    slots: Slots, tmp_path: Path, held: VaultSecrets, *, old: str, new: str
) -> None:
    before = read_twins(tmp_path / SLOTS_FILE)
    with pytest.raises((WrongKey, Invalid)):
        slots.change_passphrase(old, new, CHEAP)
    assert read_twins(tmp_path / SLOTS_FILE) == before
    assert slots.open_with_passphrase(PASSPHRASE) == held


def test_the_price_of_guessing_is_rfc_9106_unless_asked_otherwise(
    tmp_path: Path, held: VaultSecrets
) -> None:
    Slots(tmp_path, VAULT).add_passphrase(held, PASSPHRASE)
    slot = content(tmp_path)["slots"][0]  # type: ignore[index]  # JSON
    assert (slot["rounds"], slot["memory_kib"], slot["lanes"]) == (3, 65536, 4)
    assert Slots.read(tmp_path).open_with_passphrase(PASSPHRASE) == held


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kdf", "scrypt"), ("cipher", "none"), ("rounds", 0), ("rounds", 10**9),
        ("rounds", "3"), ("memory_kib", 1), ("memory_kib", 1 << 31), ("lanes", 0),
        ("lanes", 10**6), ("salt", "zz"), ("salt", "00"), ("nonce", ""), ("nonce", None),
        ("box", "no hex"), ("box", 7),
    ],
)  # fmt: skip
def test_a_slot_of_another_shape_is_damage(
    slots: Slots, tmp_path: Path, *, name: str, value: object
) -> None:
    changed = content(tmp_path)
    changed["slots"][0][name] = value  # type: ignore[index]  # JSON
    rewrite(tmp_path, changed)
    with pytest.raises(Damaged):
        Slots.read(tmp_path).open_with_passphrase(PASSPHRASE)


def test_an_envelope_moved_to_another_vault_does_not_open(slots: Slots, tmp_path: Path) -> None:
    rewrite(tmp_path, content(tmp_path) | {"vault": "another"})
    with pytest.raises(WrongKey):
        Slots.read(tmp_path).open_with_passphrase(PASSPHRASE)


# --- keychain ---


def test_the_vault_opens_by_the_keychain(slots: Slots, tmp_path: Path, held: VaultSecrets) -> None:
    keychain = PocketKeychain()
    slots.add_keyring(held, keychain)
    assert Slots.read(tmp_path).open_with_keyring(keychain) == held


def test_without_a_keychain_the_reason_is_said(slots: Slots, held: VaultSecrets) -> None:
    keychain = PocketKeychain()
    slots.add_keyring(held, keychain)
    keychain.reason = "本机没有可用的系统钥匙串"
    with pytest.raises(NoKeyring, match="没有可用"):
        slots.open_with_keyring(keychain)
    with pytest.raises(NoKeyring, match="没有可用"):
        slots.add_keyring(held, keychain)


def test_a_keychain_lost_with_the_system_is_told(slots: Slots, held: VaultSecrets) -> None:
    slots.add_keyring(held, PocketKeychain())
    with pytest.raises(WrongKey, match="钥匙串中没有"):
        slots.open_with_keyring(PocketKeychain())


def test_a_keychain_entry_that_is_not_ours_is_damage(slots: Slots, held: VaultSecrets) -> None:
    keychain = PocketKeychain()
    slots.add_keyring(held, keychain)
    keychain.entries[VAULT] = "changed by somebody"
    with pytest.raises(Damaged):
        slots.open_with_keyring(keychain)


def test_adding_the_keychain_again_repairs_its_entry(slots: Slots, held: VaultSecrets) -> None:
    keychain = PocketKeychain()
    slots.add_keyring(held, keychain)
    keychain.entries.clear()
    slots.add_keyring(held, keychain)
    assert slots.open_with_keyring(keychain) == held
    assert len(slots.infos()) == 2


# --- office ---


def test_the_office_recovers_the_data_but_never_the_signature(
    slots: Slots, tmp_path: Path, held: VaultSecrets
) -> None:
    escrowed: list[bytes] = []

    def noting(plain: bytes) -> bytes:
        escrowed.append(plain)
        return mirrored(plain)

    slots.add_office(held, OFFICE, noting)
    recovered = Slots.read(tmp_path).open_with_office_identity(mirrored)
    assert (recovered.data_key, recovered.identity) == (held.data_key, held.identity)
    assert recovered.seed is None
    assert held.seed
    assert held.seed.hex().encode() not in escrowed[0]


def test_another_offices_key_is_refused(slots: Slots, held: VaultSecrets) -> None:
    slots.add_office(held, OFFICE, mirrored)
    with pytest.raises(WrongKey, match="办公室"):
        slots.open_with_office_identity(not_for_us)


def test_of_two_offices_each_opens_its_own(slots: Slots, held: VaultSecrets) -> None:
    def second_only(box: bytes) -> bytes:
        return box[1:] if box.startswith(b"2") else not_for_us(box)

    slots.add_office(held, OFFICE, mirrored)
    slots.add_office(held, "age1second", lambda plain: b"2" + plain)
    assert slots.open_with_office_identity(second_only).data_key == held.data_key


def test_a_renewed_office_slot_replaces_the_old_one(slots: Slots, held: VaultSecrets) -> None:
    for _ in range(2):
        slots.add_office(held, OFFICE, mirrored)
    assert [info.label for info in slots.infos()] == ["", OFFICE]


def test_after_recovery_a_new_device_gets_its_own_slots(
    slots: Slots, tmp_path: Path, held: VaultSecrets
) -> None:
    slots.add_office(held, OFFICE, mirrored)
    recovered = slots.open_with_office_identity(mirrored)
    keychain = PocketKeychain()
    slots.add_keyring(recovered, keychain)
    assert Slots.read(tmp_path).open_with_keyring(keychain).seed is None


def test_after_recovery_a_new_passphrase_takes_the_place_of_the_forgotten_one(
    slots: Slots, tmp_path: Path, held: VaultSecrets
) -> None:
    slots.add_office(held, OFFICE, mirrored)
    recovered = slots.open_with_office_identity(mirrored)
    with pytest.raises(Invalid):
        slots.renew_passphrase(recovered, "short", CHEAP)
    assert Slots.read(tmp_path).open_with_passphrase(PASSPHRASE) == held
    slots.renew_passphrase(recovered, "new and longer", CHEAP)
    assert Slots.read(tmp_path).open_with_passphrase("new and longer") == recovered
    assert [info.kind for info in slots.infos()] == ["office", "passphrase"]


# --- the file ---


def test_a_way_that_was_never_set_up_is_told(tmp_path: Path, held: VaultSecrets) -> None:
    slots = Slots(tmp_path, VAULT)
    ways: list[Callable[[], object]] = [
        lambda: slots.open_with_keyring(PocketKeychain()),
        lambda: slots.open_with_passphrase(PASSPHRASE),
        lambda: slots.open_with_office_identity(mirrored),
    ]
    for way in ways:
        with pytest.raises(WrongKey, match="没有设置"):
            way()


def test_removing_a_way_closes_it_and_clears_the_keychain(
    slots: Slots, tmp_path: Path, held: VaultSecrets
) -> None:
    keychain = PocketKeychain()
    slots.add_keyring(held, keychain)
    slot = next(info for info in slots.infos() if info.kind == SlotKind.KEYRING)
    slots.remove(slot.id, keychain)
    assert keychain.entries == {}
    assert [info.kind for info in Slots.read(tmp_path).infos()] == ["passphrase"]


def test_a_keychain_way_is_removed_even_where_there_is_no_keychain(
    slots: Slots, held: VaultSecrets
) -> None:
    slots.add_keyring(held, PocketKeychain())
    slots.remove(slots.infos()[1].id, PocketKeychain("none here"))
    assert [info.kind for info in slots.infos()] == ["passphrase"]


def test_the_last_way_in_cannot_be_removed(slots: Slots) -> None:
    with pytest.raises(Refused, match="最后一种"):
        slots.remove(slots.infos()[0].id)


def test_removing_a_way_that_is_not_there_is_told(slots: Slots) -> None:
    with pytest.raises(NotFound):
        slots.remove("no such slot")


def test_a_slot_of_a_later_kind_is_kept_but_opens_nothing(slots: Slots, tmp_path: Path) -> None:
    later = {"id": "x", "kind": "smartcard", "reader": {"pin": [1, 2]}}
    changed = content(tmp_path)
    rewrite(tmp_path, changed | {"slots": [later, *changed["slots"]]})  # type: ignore[misc]
    again = Slots.read(tmp_path)
    again.change_passphrase(PASSPHRASE, "new and longer", CHEAP)
    assert content(tmp_path)["slots"][0] == later  # type: ignore[index]  # JSON
    with pytest.raises(Refused):
        again.remove(again.infos()[1].id)


def test_a_vault_of_a_newer_version_is_left_alone(slots: Slots, tmp_path: Path) -> None:
    rewrite(tmp_path, {"format": 2, "anything": "else"})
    with pytest.raises(NewerVersion):
        Slots.read(tmp_path)
    assert content(tmp_path)["format"] == 2


@pytest.mark.parametrize(
    "changed",
    [
        [], {}, {"format": 0}, {"format": "1"}, {"format": 1, "vault": VAULT},
        {"format": 1, "vault": 1, "slots": []}, {"format": 1, "vault": VAULT, "slots": {}},
        {"format": 1, "vault": VAULT, "slots": ["x"]},
        {"format": 1, "vault": VAULT, "slots": [{"id": "x"}]},
        {"format": 1, "vault": VAULT, "slots": [{"id": 1, "kind": "office"}]},
    ],
)  # fmt: skip
def test_a_key_file_of_another_shape_is_damage(tmp_path: Path, changed: object) -> None:
    rewrite(tmp_path, changed)
    with pytest.raises(Damaged, match=SLOTS_FILE):
        Slots.read(tmp_path)


@pytest.mark.parametrize("data", [b"", b"not json", b"[" * 100_000, b"\xff"])
def test_a_key_file_that_is_no_json_is_damage(tmp_path: Path, data: bytes) -> None:
    write_twins(tmp_path / SLOTS_FILE, data)
    with pytest.raises(Damaged):
        Slots.read(tmp_path)


def test_a_folder_without_key_file_is_no_vault(tmp_path: Path) -> None:
    with pytest.raises(NotAVault):
        Slots.read(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_edited_key_file_is_damage_once_its_twin_is_gone(
    slots: Slots, tmp_path: Path, held: VaultSecrets
) -> None:
    path = tmp_path / SLOTS_FILE
    path.write_bytes(path.read_bytes().replace(b'"lanes": 1', b'"lanes": 2'))
    assert Slots.read(tmp_path).open_with_passphrase(PASSPHRASE) == held
    path.with_name(f"{SLOTS_FILE}.twin").unlink()
    with pytest.raises(Damaged):
        Slots.read(tmp_path)


def test_a_damaged_copy_of_the_key_file_is_mended(slots: Slots, tmp_path: Path) -> None:
    (tmp_path / SLOTS_FILE).write_bytes(b"rot")
    again = Slots.read(tmp_path)
    assert again.mend()
    assert not again.mend()


@given(held=st.builds(
    VaultSecrets,
    data_key=st.binary(min_size=32, max_size=32),
    identity=st.text(max_size=80),
    seed=st.none() | st.binary(min_size=32, max_size=32),
))  # fmt: skip
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
def test_every_way_opens_the_same_secrets(tmp_path: Path, held: VaultSecrets) -> None:
    slots, keychain = Slots(tmp_path, VAULT), PocketKeychain()
    slots.add_passphrase(held, PASSPHRASE, CHEAP)
    slots.add_keyring(held, keychain)
    slots.add_office(held, OFFICE, mirrored)
    again = Slots.read(tmp_path)
    assert again.open_with_passphrase(PASSPHRASE) == held
    assert again.open_with_keyring(keychain) == held
    assert again.open_with_office_identity(mirrored).data_key == held.data_key


# --- the system's keychain ---


class Wallet(KeyringBackend):
    """A backend as the operating system would offer it."""

    priority = 5

    def __init__(self, error: Exception | None = None) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        if self.error:
            raise self.error
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.error:
            raise self.error
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.error:
            raise self.error
        if not self.entries.pop((service, username), None):
            raise PasswordDeleteError("No such password!")


def test_the_systems_keychain_keeps_and_forgets() -> None:
    wallet = Wallet()
    keychain = SystemKeychain(wallet)
    assert keychain.available
    assert keychain.reason == ""
    keychain.set(VAULT, "secret")
    assert wallet.entries == {(SERVICE, VAULT): "secret"}
    assert keychain.get(VAULT) == "secret"
    for _ in range(2):
        keychain.delete(VAULT)
    assert keychain.get(VAULT) is None


def test_a_secret_too_long_for_windows_is_refused_everywhere() -> None:
    wallet = Wallet()
    with pytest.raises(NoKeyring, match="长度"):
        SystemKeychain(wallet).set(VAULT, "x" * (LONGEST + 1))
    assert wallet.entries == {}


@pytest.mark.parametrize("error", [KeyringLocked("dismissed"), ConnectionError("no bus")])
def test_a_locked_keychain_is_told(error: Exception) -> None:
    keychain = SystemKeychain(Wallet(error))
    verbs: list[Callable[[], object]] = [
        lambda: keychain.get(VAULT),
        lambda: keychain.set(VAULT, "secret"),
        lambda: keychain.delete(VAULT),
    ]
    for verb in verbs:
        with pytest.raises(NoKeyring, match="解锁"):
            verb()


class Stubborn(Wallet):
    """Refuses to forget."""

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError("access denied")


def test_a_keychain_that_does_not_forget_is_told() -> None:
    keychain = SystemKeychain(Stubborn())
    keychain.set(VAULT, "secret")
    with pytest.raises(NoKeyring):
        keychain.delete(VAULT)


def test_a_keychain_switched_off_by_the_office_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    keychain = SystemKeychain()
    assert not keychain.available
    assert "停用" in keychain.reason
    with pytest.raises(NoKeyring, match="停用"):
        keychain.get(VAULT)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a keychain")
def test_a_machine_without_a_keychain_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    keychain = SystemKeychain()
    assert not keychain.available
    with pytest.raises(NoKeyring, match="没有可用"):
        keychain.set(VAULT, "secret")
