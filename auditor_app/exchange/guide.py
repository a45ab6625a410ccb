"""The two texts in a package that people read without this program."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

from auditor_app.exchange.manifest import BagInfo

_COLUMNS = ("SHA-256", "原始文件名", "拍摄时间", "说明", "关联记录")
_FORMULA_STARTS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """One piece of evidence, in words: times and links as the reader should see them."""

    sha256: str
    original_name: str
    taken_at: str
    caption: str
    links: str


def write_index(rows: Iterable[IndexRow]) -> bytes:
    """`index.csv`: UTF-8 with a mark, so that spreadsheets show Chinese."""
    text = StringIO(newline="")
    table = csv.writer(text)
    table.writerow(_COLUMNS)
    for row in rows:
        cells = (row.sha256, row.original_name, row.taken_at, row.caption, row.links)
        table.writerow([_harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """One line that no spreadsheet runs as a formula and no direction mark disguises."""
    line = "".join(c if c.isprintable() else " " for c in cell)
    return f"'{line}" if line.lstrip().startswith(_FORMULA_STARTS) else line


def write_guide(info: BagInfo) -> bytes:
    """`README.txt`: how to check this package with public tools only."""
    return _GUIDE.format(
        name=info.name,
        key=info.sender_key,
        sender=info.sender_name,
        device=info.sender_device,
        audit=info.audit_id,
    ).encode()


_GUIDE = """\
现场审核 交接包 / Auditor package
{name}
发件人 sender: {sender}
设备 device:  {device}
审核 audit:   {audit}

不用本程序也能核验和阅读 / Verify and read without the Auditor program
----------------------------------------------------------------------

1. 解密 Decrypt (age, https://age-encryption.org)
   key.txt 中保存您的私钥 / key.txt holds your secret key

       age -d -i key.txt {name}.age | tar -x
       cd {name}

2. 核对签名 Check the signature (minisign, https://jedisct1.github.io/minisign)
   下面的公钥必须与您从发件人处另行得到的一致，否则签名说明不了任何问题。
   The key below must be the one you have from the sender by another way;
   otherwise the signature proves nothing.

       minisign -V -m tagmanifest-sha256.txt -P {key}

3. 核对全部内容 Check every file

       sha256sum -c tagmanifest-sha256.txt
       sha256sum -c manifest-sha256.txt
       bagit.py --validate .

内容 Contents
-------------
bag-info.txt             发件人、收件人、包号、分包、发件人已有的记录数
                         sender, recipients, number, part, what the sender holds
data/index.csv           照片证据一览 / list of the evidence
data/evidence/           照片证据原件，文件名是其 SHA-256
                         original evidence files, named by their SHA-256
data/journal/*.jsonl     每台设备的记录，一行一次操作，行内 prev 是上一行的 SHA-256
                         what each device recorded: one action a line, in JSON;
                         "prev" is the SHA-256 of the line before (without line feed)
"""
