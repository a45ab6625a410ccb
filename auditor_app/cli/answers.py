"""How commands answer: words for people, JSON for programs, one exit status for refusals."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from auditor_app.errors import AuditorError, FileTrouble
from auditor_app.vault import SystemKeychain, Vault, open_vault

PASSPHRASE_VARIABLE = "AUDITOR_PASSPHRASE"  # noqa: S105 - the name of a variable

Command = Callable[..., None]


class Refusing(click.Group):
    """A group whose commands may refuse: the reason is printed and the status is 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except AuditorError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)


def answer(value: Any, *, as_json: bool, words: str) -> None:
    """Print either the value or the words."""
    if as_json:
        click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))
    elif words:
        click.echo(words)


def json_option(command: Command) -> Command:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="以 JSON 输出 / print JSON")(
        command
    )


def passphrase_option(command: Command) -> Command:
    """`--passphrase-file`; else the environment variable, the keyring, or a prompt."""
    return click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path, dir_okay=False),
        help=f"口令文件；也可用环境变量 {PASSPHRASE_VARIABLE} / file with the passphrase",
    )(command)


def vault_argument(command: Command) -> Command:
    """`VAULT`: a folder."""
    return click.argument("vault", type=click.Path(path_type=Path, file_okay=False))(command)


def unlocked(folder: Path, passphrase_file: Path | None) -> Vault:
    """Open a vault the way the user gave: file, environment, keyring, prompt, in this order."""
    given = given_passphrase(passphrase_file)
    if given is not None:
        return open_vault(folder, passphrase=given)
    keychain = SystemKeychain()
    if keychain.available:
        try:
            return open_vault(folder, keychain=keychain)
        except AuditorError as error:
            click.echo(str(error), err=True)
    else:
        click.echo(keychain.reason, err=True)
    return open_vault(folder, passphrase=asked_passphrase())


def given_passphrase(passphrase_file: Path | None) -> str | None:
    """The passphrase from file or environment, or None when neither is given."""
    if passphrase_file is not None:
        try:
            return passphrase_file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise FileTrouble(
                f"口令文件 {passphrase_file.name} 读不出来。没有改动任何数据。"
            ) from error
    return os.environ.get(PASSPHRASE_VARIABLE)


def asked_passphrase(*, confirm: bool = False) -> str:
    """The passphrase typed at the prompt; a usage error where nobody can type."""
    if not sys.stdin.isatty():
        raise click.UsageError(
            f"需要口令：请用 --passphrase-file 或环境变量 {PASSPHRASE_VARIABLE} / passphrase needed"
        )
    return str(click.prompt("口令 / passphrase", hide_input=True, confirmation_prompt=confirm))
