"""Commands about a vault as a whole: init, keys, rules, check, backup, restore."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from auditor_app.cli.answers import (
    answer,
    asked_passphrase,
    given_passphrase,
    json_option,
    passphrase_option,
    unlocked,
    vault_argument,
)
from auditor_app.errors import Refused
from auditor_app.operations.library import RULEBOOKS, rulebook
from auditor_app.rules.rulebook import Rulebook
from auditor_app.vault import Locks, Profile, new_vault, restore_vault


@click.command()
@vault_argument
@click.option("--name", required=True, help="使用人姓名或办公室名称 / whose vault")
@click.option("--office", is_flag=True, help="办公室的资料库 / the office's vault")
@click.option("--office-recipient", default="", help="办公室恢复公钥 age1… / recovery recipient")
@passphrase_option
@json_option
def init(
    vault: Path,
    *,
    name: str,
    office: bool,
    office_recipient: str,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """新建一个空资料库 / make an empty vault."""
    passphrase = given_passphrase(passphrase_file)
    if passphrase is None:
        passphrase = asked_passphrase(confirm=True)
    made = new_vault(
        vault,
        Profile(name=name, role="office" if office else "auditor"),
        Locks(passphrase=passphrase, office_recipient=office_recipient),
    )
    try:
        me = asdict(made.identity)
    finally:
        made.close()
    answer(me, as_json=as_json, words=f"已建立资料库：{vault}\n{_identity_words(me)}")


@click.command()
@vault_argument
@click.option("--trust", metavar="KEY", help="信任此签名公钥 RW… / trust a device's key")
@click.option("--name", default="", help="公钥属于谁 / whose key it is")
@click.option("--recipient", default="", help="对方的加密公钥 age1…")
@click.option("--revoke", metavar="DEVICE", help="不再信任此设备 / trust a device no longer")
@passphrase_option
@json_option
def keys(  # noqa: PLR0913 - one parameter an option
    vault: Path,
    *,
    trust: str | None,
    name: str,
    recipient: str,
    revoke: str | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """本机公钥与受信设备 / this device's public keys and the devices it trusts."""
    opened = unlocked(vault, passphrase_file)
    try:
        if trust:
            opened.devices.trust(trust, name, recipient)
        if revoke:
            opened.devices.revoke(revoke)
        me = asdict(opened.identity)
        trusted = [
            {
                "name": one.name,
                "device_id": one.device_id,
                "public_key": one.public_key,
                "recipient": one.recipient,
                "revoked_at": one.revoked_at,
            }
            for one in opened.devices.trusted()
        ]
    finally:
        opened.close()
    lines = [_identity_words(me), f"受信设备：{len(trusted)}"]
    lines += [
        f"  {'已撤销' if one['revoked_at'] else '受信'}  {one['name']}  {one['public_key']}"
        for one in trusted
    ]
    answer({"me": me, "trusted": trusted}, as_json=as_json, words="\n".join(lines))


@click.command()
@click.argument("key", required=False)
@click.option("--clause", metavar="ID", help="只看一条 / one clause, id as printed")
@json_option
def rules(key: str | None, clause: str | None, *, as_json: bool) -> None:
    """规则文件与条款 / the shipped rulebooks and their clauses."""
    if key is None:
        books = [_book(rulebook(one)) for one in RULEBOOKS]
        words = "\n".join(
            f"{b['key']:5} {b['document_number']}  {b['edition']}  {b['name']}（{b['clauses']} 条）"
            for b in books
        )
        answer(books, as_json=as_json, words=words)
        return
    book = rulebook(key)
    chosen = [book.clause(clause), *book.children(clause)] if clause else list(book.clauses)
    rows = [asdict(one) for one in chosen]
    words = "\n".join(f"{one.id}  {one.gist}" for one in chosen)
    answer(rows, as_json=as_json, words=words)


@click.command()
@vault_argument
@click.option("--rebuild", is_flag=True, help="由日志重建全部表 / rebuild every table")
@click.option("--no-photos", is_flag=True, help="不逐张解密照片 / do not decrypt each photo")
@passphrase_option
@json_option
def check(
    vault: Path, *, rebuild: bool, no_photos: bool, passphrase_file: Path | None, as_json: bool
) -> None:
    """检查文件、日志链、表与照片 / check file, chains, tables and photos."""
    opened = unlocked(vault, passphrase_file)
    try:
        rebuilt = opened.care.rebuild() if rebuild else None
        done = opened.care.check(photos=not no_photos)
    finally:
        opened.close()
    value = asdict(done) | {"rebuilt": rebuilt}
    words = [f"日志 {done.entries} 条，照片 {done.photos} 张，问题 {len(done.problems)} 处"]
    words += [f"  {p.where}： 应为 {p.expected[:80]}，实为 {p.found[:80]}" for p in done.problems]
    if done.orphans:
        words.append(f"另有 {done.orphans} 个照片文件没有对应记录（中断的导入所留，不影响记录）")
    answer(value, as_json=as_json, words="\n".join(words))
    if done.problems:
        raise Refused("检查发现问题，资料库未被改动。请先备份当前文件夹，再从完好的备份恢复。")


@click.command()
@vault_argument
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@passphrase_option
@json_option
def backup(vault: Path, folder: Path, *, passphrase_file: Path | None, as_json: bool) -> None:
    """备份到文件夹并重新打开核对 / back up into FOLDER and verify by reopening."""
    opened = unlocked(vault, passphrase_file)
    try:
        done = opened.care.back_up(folder)
    finally:
        opened.close()
    words = f"已备份并核对：日志 {done.entries} 条，照片 {done.photos} 张 → {folder}"
    answer(asdict(done), as_json=as_json, words=words)


@click.command()
@click.argument("backup", type=click.Path(path_type=Path, file_okay=False))
@vault_argument
@passphrase_option
@json_option
def restore(backup: Path, vault: Path, *, passphrase_file: Path | None, as_json: bool) -> None:
    """把备份恢复成一份新的资料库 / restore a backup into a new vault."""
    passphrase = given_passphrase(passphrase_file)
    opened = restore_vault(backup, vault, passphrase=passphrase or asked_passphrase())
    try:
        done = opened.care.check()
    finally:
        opened.close()
    words = (
        f"已恢复到 {vault}：日志 {done.entries} 条，照片 {done.photos} 张，"
        f"问题 {len(done.problems)} 处"
    )
    answer(asdict(done), as_json=as_json, words=words)
    if done.problems:
        raise Refused("恢复出来的资料库有问题，请换一份备份。原备份没有被改动。")


def _identity_words(me: dict[str, Any]) -> str:
    return (
        f"{me['name']}（{'办公室' if me['role'] == 'office' else '审核员'}）\n"
        f"  设备      {me['device_id']}\n"
        f"  签名公钥  {me['public_key']}\n"
        f"  加密公钥  {me['recipient']}"
    )


def _book(book: Rulebook) -> dict[str, Any]:
    return {
        "key": book.key,
        "name": book.name,
        "body": book.body,
        "document_number": book.document_number,
        "edition": book.edition,
        "valid_from": str(book.valid_from),
        "clauses": len(book.clauses),
    }
