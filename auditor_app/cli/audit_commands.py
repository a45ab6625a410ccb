"""Commands about audits: audits, report, pack, verify, receive."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from auditor_app.cli.answers import (
    answer,
    json_option,
    passphrase_option,
    unlocked,
    vault_argument,
)
from auditor_app.domain import AuditKind, VisitKind
from auditor_app.errors import FileTrouble
from auditor_app.exchange.payload import Opened
from auditor_app.exchange.unpack import inspect
from auditor_app.operations.audits import AuditCard
from auditor_app.operations.envelope import Envelope

_KINDS = {
    AuditKind.INITIAL: "初次认证",
    AuditKind.SURVEILLANCE: "监督审核",
    AuditKind.RECERTIFICATION: "再认证",
    AuditKind.SPECIAL: "特殊审核",
}


@click.command()
@vault_argument
@passphrase_option
@json_option
def audits(vault: Path, *, passphrase_file: Path | None, as_json: bool) -> None:
    """列出资料库中的审核 / list the audits."""
    opened = unlocked(vault, passphrase_file)
    try:
        rows = [_row(card) for card in opened.audits.cards()]
    finally:
        opened.close()
    words = "\n".join(
        f"{r['number']}  {r['client']}  {r['kind_words']}  {r['rulebook']}  {r['days']}"
        f"  已查 {r['answered']}  不符合 {r['nonconformities']}  照片 {r['photos']}"
        for r in rows
    )
    answer(rows, as_json=as_json, words=words or "资料库中还没有审核。")


@click.command()
@vault_argument
@click.argument("audit")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True)
@passphrase_option
@json_option
def report(
    vault: Path, audit: str, *, out: Path, passphrase_file: Path | None, as_json: bool
) -> None:
    """编制审核报告 PDF / compile the audit report."""
    opened = unlocked(vault, passphrase_file)
    try:
        audit_id = opened.audits.get(audit).id
        missing = opened.reports.missing(audit_id)
        done = opened.reports.compile(audit_id, out)
    finally:
        opened.close()
    value = asdict(done) | {"missing": list(missing)}
    words = [f"已生成 {out}：{done.pages} 页，SHA-256 {done.sha256}"]
    words += [f"  还缺：{one}" for one in missing]
    answer(value, as_json=as_json, words="\n".join(words))


@click.command()
@vault_argument
@click.argument("audit")
@click.option("--to", "recipients", multiple=True, required=True, metavar="RECIPIENT")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True)
@passphrase_option
@json_option
def pack(
    vault: Path,
    audit: str,
    *,
    recipients: tuple[str, ...],
    out: Path,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """封成交接包 / write an audit into a sealed package (RECIPIENT: age1…)."""
    opened = unlocked(vault, passphrase_file)
    try:
        done = opened.packages.pack(opened.audits.get(audit), recipients, out)
    finally:
        opened.close()
    value = {
        "path": str(out),
        "sha256": done.sha256,
        "size": done.size,
        "records": done.records,
        "photos": done.photos,
        "heads": list(done.heads),
    }
    words = (
        f"已封成 {out}：{done.size} 字节，记录 {done.records} 条，照片 {done.photos} 张\n"
        f"SHA-256 {done.sha256}"
    )
    answer(value, as_json=as_json, words=words)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--vault", type=click.Path(path_type=Path, file_okay=False), help="用此资料库的密钥")
@click.option(
    "--identity",
    type=click.Path(path_type=Path, dir_okay=False),
    help="age 私钥文件 / file with AGE-SECRET-KEY-1…",
)
@passphrase_option
@json_option
def verify(
    file: Path,
    *,
    vault: Path | None,
    identity: Path | None,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """核验交接包,不写入任何数据 / prove a package; nothing is kept."""
    if (vault is None) == (identity is None):
        raise click.UsageError("请给出 --vault 或 --identity 之一 / give --vault or --identity")
    if vault is not None:
        opened = unlocked(vault, passphrase_file)
        try:
            proven = opened.packages.verify(file)
        finally:
            opened.close()
    else:
        envelope = Envelope(None, _identity(identity), lambda _key: False)
        proven = inspect(file, crypto=envelope)
    answer(_proven(proven), as_json=as_json, words=_proven_words(proven))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", "vault", type=click.Path(path_type=Path, file_okay=False), required=True)
@passphrase_option
@json_option
def receive(file: Path, *, vault: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """接收交接包:全部写入或全不写入 / take a package in, all or nothing."""
    opened = unlocked(vault, passphrase_file)
    try:
        done = opened.packages.receive(file)
    finally:
        opened.close()
    words = [
        f"来自 {done.sender}：新记录 {done.lines} 条，已有 {done.known} 条，照片 {done.photos} 张"
        + ("" if done.is_new else "（这个包以前接收过，没有改变）")
    ]
    words += [f"  隔离：{one.dev} 第 {one.seq} 条（{one.why}）" for one in done.held]
    answer(asdict(done), as_json=as_json, words="\n".join(words))


def _row(card: AuditCard) -> dict[str, Any]:
    main = [v for v in card.visits if v.kind is not VisitKind.NC_FOLLOW_UP]
    days = f"{main[0].first_day}–{main[-1].last_day}" if main else "未排期"
    return {
        "id": card.audit.id,
        "number": card.audit.number,
        "client": card.client.name,
        "kind": str(card.audit.kind),
        "kind_words": _KINDS[card.audit.kind],
        "rulebook": f"{card.audit.rulebook} {card.audit.rulebook_edition}",
        "state": str(card.audit.state),
        "days": days,
        "answered": card.answered,
        "nonconformities": card.nonconformities,
        "photos": card.photos,
    }


def _identity(path: Path | None) -> str:
    try:
        text = path.read_text(encoding="utf-8") if path else ""
    except (OSError, UnicodeDecodeError) as error:
        raise FileTrouble("私钥文件读不出来。没有改动任何数据。") from error
    keys = [line.strip() for line in text.splitlines() if line.startswith("AGE-SECRET-KEY-1")]
    if not keys:
        raise FileTrouble("文件中没有 age 私钥（AGE-SECRET-KEY-1…）。没有改动任何数据。")
    return keys[0]


def _proven(proven: Opened) -> dict[str, Any]:
    info = asdict(proven.info)
    return {
        "info": info,
        "members": proven.members,
        "journals": proven.journals,
        "lines": proven.lines,
        "photos": proven.evidence,
        "is_trusted": proven.is_trusted,
    }


def _proven_words(proven: Opened) -> str:
    info = proven.info
    trust = "受信任的设备" if proven.is_trusted else "未登记为受信任的设备"
    return (
        f"包完好，签名有效：{info.name}\n"
        f"  发件人 {info.sender_name}（{info.sender_device}，{trust}）\n"
        f"  审核 {info.audit_id}，第 {info.number} 包，{info.made_at:%Y-%m-%d %H:%M} UTC\n"
        f"  记录 {proven.lines} 条，照片 {proven.evidence} 张，内容 {info.octets} 字节"
    )
