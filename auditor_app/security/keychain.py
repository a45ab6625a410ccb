"""The system's keychain: where a vault's secrets lie when the user need not type a passphrase.

Only keychains the operating system protects are used. Backends are named here instead of found
through entry points: a frozen program loses those (jaraco/keyring #324), and nothing that keeps
secrets in a plain file (`keyrings.alt`) can slip in.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError

from auditor_app.errors import NoKeyring

SERVICE = "Auditor"
LONGEST = 1280
"""Characters one entry may have: Windows keeps 2,560 bytes of UTF-16 (jaraco/keyring #355)."""

_NONE = "本机没有可用的系统钥匙串,请改用口令打开资料库。"
_SWITCHED_OFF = "系统钥匙串已被设置停用(PYTHON_KEYRING_BACKEND),请改用口令打开资料库。"
_NO_BACKENDS = ("keyring.backends.fail", "keyring.backends.null")


class Keychain(Protocol):
    """Named secrets of this user on this machine; every verb raises NoKeyring when it can't."""

    @property
    def available(self) -> bool:
        """Whether there is a keychain at all."""

    @property
    def reason(self) -> str:
        """Why there is none, ready to read; empty when there is one."""

    def get(self, user: str) -> str | None:
        """The secret kept under this name, or None."""

    def set(self, user: str, secret: str) -> None:
        """Keep a secret of at most LONGEST characters."""

    def delete(self, user: str) -> None:
        """Forget a secret; one that is not there is fine."""


class SystemKeychain:
    """Windows Credential Manager, macOS Keychain, or the Secret Service / KWallet on Linux."""

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend or _system_backend()

    @property
    def available(self) -> bool:
        return self._backend is not None

    @property
    def reason(self) -> str:
        if self.available:
            return ""
        return _SWITCHED_OFF if _is_switched_off() else _NONE

    def get(self, user: str) -> str | None:
        backend = self._present()
        with _translated():
            return backend.get_password(SERVICE, user)

    def set(self, user: str, secret: str) -> None:
        backend = self._present()
        if len(secret) > LONGEST:
            raise NoKeyring("要保存的密钥超过系统钥匙串的长度限制,请改用口令打开资料库。")
        with _translated():
            backend.set_password(SERVICE, user, secret)

    def delete(self, user: str) -> None:
        backend = self._present()
        with _translated():
            try:
                backend.delete_password(SERVICE, user)
            except PasswordDeleteError:
                if backend.get_password(SERVICE, user) is not None:
                    raise

    def _present(self) -> KeyringBackend:
        if self._backend is None:
            raise NoKeyring(self.reason)
        return self._backend


def _is_switched_off() -> bool:
    return os.environ.get("PYTHON_KEYRING_BACKEND", "").startswith(_NO_BACKENDS)


def _system_backend() -> KeyringBackend | None:
    """The most fitting keychain that runs here; asking may start a D-Bus conversation."""
    if _is_switched_off():
        return None
    from keyring.backends import SecretService, Windows, kwallet, libsecret, macOS

    kinds: tuple[type[KeyringBackend], ...] = (
        Windows.WinVaultKeyring,
        macOS.Keyring,
        SecretService.Keyring,
        libsecret.Keyring,
        kwallet.DBusKeyring,
        kwallet.DBusKeyringKWallet4,
    )
    return next((kind() for kind in kinds if kind.viable), None)


@contextmanager
def _translated() -> Generator[None, None, None]:
    try:
        yield
    except (KeyringError, OSError) as error:
        raise NoKeyring(
            "系统钥匙串没有响应或被锁定。资料库没有改动;请解锁钥匙串后重试,或改用口令。"
        ) from error
