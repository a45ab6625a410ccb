"""The secrets of a vault, and the envelopes they travel in.

Passphrases become keys by Argon2id (RFC 9106, second recommended option: t=3, 64 MiB, p=4); its
parameters stand beside the ciphertext, AES-256-GCM closes the envelope.
"""

import hmac
import json
import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from auditor_app.errors import Damaged, Invalid, WrongKey

SHORTEST_PASSPHRASE = 8

_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_MOST_TURNS = 64
_MOST_KIB = 1 << 20
_HEX_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultSecrets:
    """What opens a vault and signs in this device's name.

    `data_key` (32 bytes) opens the database, `identity` (an age secret key) the evidence, `seed`
    (32 bytes) signs. The office's recovery slot never holds the seed, or the office could sign as
    the auditor: after such a recovery it is None and the vault goes on as a new device.
    """

    data_key: bytes = field(repr=False)
    identity: str = field(repr=False)
    seed: bytes | None = field(repr=False)

    @property
    def name_key(self) -> bytes:
        """The key that hides the names of evidence files."""
        return hmac.digest(self.data_key, b"auditor evidence names 1", "sha256")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess of a passphrase costs: rounds, KiB of memory, lanes."""

    rounds: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4

    def __post_init__(self) -> None:
        """Refuse what would stop this machine: the numbers come from a file."""
        sane = (
            1 <= self.lanes <= _MOST_TURNS
            and 1 <= self.rounds <= _MOST_TURNS
            and 8 * self.lanes <= self.memory_kib <= _MOST_KIB
        )
        if not sane:
            raise Damaged("密钥文件中的口令参数超出允许范围,文件可能被改动。请从备份恢复密钥文件。")


def new_secrets(generate_identity: Callable[[], str]) -> VaultSecrets:
    """Secrets for a new vault; the age identity is made by the caller's age."""
    return VaultSecrets(
        data_key=secrets.token_bytes(_KEY_BYTES),
        identity=generate_identity(),
        seed=secrets.token_bytes(_KEY_BYTES),
    )


def pack(held: VaultSecrets, vault: str, *, with_seed: bool) -> str:
    """Write secrets as JSON text, under 400 characters, bound to the vault they open."""
    plain = {"data_key": held.data_key.hex(), "identity": held.identity, "vault": vault}
    if with_seed and held.seed is not None:
        plain["seed"] = held.seed.hex()
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))


def unpack(text: str | bytes, vault: str) -> VaultSecrets:
    """Read what `pack` wrote for this vault; anything else is Damaged."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged() from error
    match plain:
        case {"data_key": str(key), "identity": str(identity), "vault": str(owner)}:
            seed = plain.get("seed")
        case _:
            raise _damaged()
    if owner != vault or not _is_key(key) or not (seed is None or _is_key(seed)):
        raise _damaged()
    return VaultSecrets(
        data_key=bytes.fromhex(key), identity=identity, seed=bytes.fromhex(seed) if seed else None
    )


def wrap(text: str, passphrase: str, *, bound: bytes, cost: Cost) -> dict[str, object]:
    """Close `text` under a passphrase; `bound` must be the same when it is opened."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    key = _derive(check_new_passphrase(passphrase), salt, cost)
    return {
        "kdf": "argon2id",
        "rounds": cost.rounds,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
        "salt": salt.hex(),
        "cipher": "aes-256-gcm",
        "nonce": nonce.hex(),
        "box": AESGCM(key).encrypt(nonce, text.encode(), bound).hex(),
    }


def unwrap(box: dict[str, object], passphrase: str, *, bound: bytes) -> bytes:
    """Open what `wrap` closed: WrongKey for another passphrase, Damaged for another shape."""
    match box:
        case {
            "kdf": "argon2id",
            "rounds": int(rounds),
            "memory_kib": int(memory_kib),
            "lanes": int(lanes),
            "cipher": "aes-256-gcm",
        }:
            cost = Cost(rounds=rounds, memory_kib=memory_kib, lanes=lanes)
        case _:
            raise _damaged()
    salt, nonce = from_hex(box, "salt"), from_hex(box, "nonce")
    if len(salt) != _SALT_BYTES or len(nonce) != _NONCE_BYTES:
        raise _damaged()
    key = _derive(_normal(passphrase), salt, cost)
    try:
        return AESGCM(key).decrypt(nonce, from_hex(box, "box"), bound)
    except InvalidTag as error:
        raise WrongKey("口令不正确。资料库没有改动;请检查大小写和输入法后重试。") from error


def check_new_passphrase(passphrase: str) -> str:
    """Return the passphrase as it is hashed, or Invalid when it is too short to protect."""
    normal = _normal(passphrase)
    if len(normal) < SHORTEST_PASSPHRASE:
        raise Invalid(f"口令太短:至少需要 {SHORTEST_PASSPHRASE} 个字符。没有改动任何内容。")
    return normal


def from_hex(slot: dict[str, object], name: str) -> bytes:
    """The bytes a slot keeps under `name`; Damaged when there are none."""
    try:
        return bytes.fromhex(str(slot[name]))
    except (KeyError, ValueError) as error:
        raise _damaged() from error


def _derive(normal: str, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=cost.rounds,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return kdf.derive(normal.encode("utf-8", "surrogatepass"))


def _normal(passphrase: str) -> str:
    # NFKC: a Chinese input method left in full-width mode types the same passphrase.
    return unicodedata.normalize("NFKC", passphrase)


def _is_key(value: object) -> bool:
    return isinstance(value, str) and _HEX_KEY.fullmatch(value) is not None


def _damaged() -> Damaged:
    return Damaged(
        "密钥文件或系统钥匙串中的条目已损坏,或不属于这个资料库。数据没有改动;"
        "请用另一种方式打开,或从备份恢复密钥文件。"
    )
