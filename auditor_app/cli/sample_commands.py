"""Commands that need no vault of one's own: sample, journey."""

from dataclasses import asdict
from pathlib import Path

import click

from auditor_app.cli.answers import (
    answer,
    given_passphrase,
    json_option,
    passphrase_option,
)
from auditor_app.errors import Refused
from auditor_app.sample import DEMO_PASSPHRASE, make_sample
from auditor_app.sample.journey import JourneyResult, run


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--demo", is_flag=True, help="用公开的演示口令 / use the public demo passphrase")
@passphrase_option
@json_option
def sample(folder: Path, *, demo: bool, passphrase_file: Path | None, as_json: bool) -> None:
    """建立示例：进行中的审核和空的办公室资料库 / a sample audit in progress, and an office."""
    passphrase, shown = _passphrase(passphrase_file, is_demo=demo)
    made = make_sample(folder, passphrase=passphrase, told=_tell)
    words = (
        f"示例已建立：{made.number} {made.client}，照片 {made.photos} 张\n"
        f"  组长资料库    {made.auditor}\n"
        f"  办公室资料库  {made.office}\n"
        f"  办公室公钥    {made.recipient}\n"
        f"  口令          {shown or '您给出的口令'}"
    )
    answer(asdict(made) | {"passphrase": shown}, as_json=as_json, words=words)


@click.command()
@click.option(
    "--out",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="结果放在此空文件夹 / an empty or new folder for the results",
)
@passphrase_option
@json_option
def journey(folder: Path, *, passphrase_file: Path | None, as_json: bool) -> None:
    """示例审核走到底：报告、交接包、办公室核对 / drive the sample audit to its end."""
    passphrase, shown = _passphrase(passphrase_file, is_demo=False)
    done = run(folder, passphrase=passphrase, told=_tell)
    value = asdict(done) | {"passphrase": shown, "is_good": done.is_good}
    answer(value, as_json=as_json, words=_journey_words(done, shown))
    if not done.is_good:
        raise Refused("全程演示有核对不符之处，见上。结果都留在文件夹里。")


def _journey_words(done: JourneyResult, shown: str | None) -> str:
    lines = [f"示例审核 {done.sample.number} 已走完，结果在 {done.folder}"]
    lines += [f"  PDF     {path}" for path in done.documents]
    lines.append(f"  交接包  {done.package}")
    lines += [f"  资料库  {path}" for path in (done.sample.auditor, done.sample.office)]
    lines.append(f"  口令    {shown or '您给出的口令'}")
    lines += [f"  {'✓' if check.is_good else '✗'} {check.words}" for check in done.checks]
    return "\n".join(lines)


def _passphrase(passphrase_file: Path | None, *, is_demo: bool) -> tuple[str, str | None]:
    """The passphrase to lock with, and the one that may be shown: the public one only."""
    given = None if is_demo else given_passphrase(passphrase_file)
    return (DEMO_PASSPHRASE, DEMO_PASSPHRASE) if given is None else (given, None)


def _tell(words: str) -> None:
    click.echo(f"… {words}", err=True)
