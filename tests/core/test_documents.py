"""The finished PDFs: whole, archivable, readable by machines, the same every time."""

import hashlib
import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import which

import pikepdf
import pytest

from auditor_app.documents.characters import mended
from auditor_app.documents.content import build_report
from auditor_app.documents.fonts import Fonts, MissingGlyph
from auditor_app.documents.nonconformity import build_nonconformity, render_nonconformity
from auditor_app.documents.paper import Paper, ReportContent, plain, remade, strings
from auditor_app.documents.press import Rendered
from auditor_app.documents.report import render_report
from auditor_app.documents.signin import build_signin, render_signin
from auditor_app.domain.plain import canonical
from auditor_app.errors import FileTrouble, NotFound
from tests.core import documents_sample as sample
from tests.core.documents_records import MADE_AT

poppler = pytest.mark.skipif(not which("pdftotext"), reason="poppler-utils is not installed")

KINDS = ("report", "signin", "nonconformity")
PHOTOS = 12


class Made:
    """One document of each kind, made once for all tests that only look."""

    def __init__(self, folder: Path) -> None:
        photos = sample.photos(PHOTOS).get
        fonts = sample.bundled()
        self.papers: dict[str, Paper] = {}
        report = build_report(sample.report_facts(photo_count=PHOTOS))
        signin = build_signin(sample.signin_facts())
        finding = build_nonconformity(sample.nonconformity_facts())
        self.papers = {"report": report, "signin": signin, "nonconformity": finding}
        self.files = {
            "report": render_report(
                report, photos=photos, fonts=fonts, out=folder / "报告.pdf", made_at=MADE_AT
            ),
            "signin": render_signin(signin, fonts=fonts, out=folder / "签到.pdf", made_at=MADE_AT),
            "nonconformity": render_nonconformity(
                finding, photos=photos, fonts=fonts, out=folder / "NC.pdf", made_at=MADE_AT
            ),
        }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("documents"))


def small(change: Callable[[str], str] = str) -> ReportContent:
    facts = sample.report_facts(photo_count=0)
    return remade(build_report(replace(facts, items=facts.items[:5])), change)


def press(content: ReportContent, out: Path, **changes: object) -> Rendered:
    given = {"photos": {}.get, "fonts": sample.bundled(), "made_at": MADE_AT} | changes
    return render_report(content, out=out, **given)  # type: ignore[arg-type]


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode()


def solid(text: str) -> str:
    return "".join(text.split())


def read(file: Rendered, paper: Paper) -> str:
    """All text in reading order, without the edges of the pages, without white space."""
    head, found = paper.head, ""
    for number in range(1, file.pages + 1):
        text = solid(run("pdftotext", "-raw", "-f", str(number), "-l", str(number), file.path, "-"))
        foot = f"{head.form}{head.secrecy}第{number}页/共{file.pages}页"
        edges = f"{head.body_name}{head.body_name_en}{head.title}{head.number}{foot}"
        found += text.removeprefix(solid(edges)).removesuffix(solid(foot))
    return found


@poppler
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_put_in_can_be_read_out_again(made: Made, kind: str) -> None:
    paper = made.papers[kind]
    text = read(made.files[kind], paper)
    wanted = {solid(mended(words)) for _, words in strings((paper.cover, paper.nodes))}
    assert [words for words in wanted if words not in text] == []


@poppler
@pytest.mark.parametrize("kind", KINDS)
def test_every_font_is_embedded_as_a_subset_with_a_text_map(made: Made, kind: str) -> None:
    rows = run("pdffonts", made.files[kind].path).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z]{6}\+NotoSansSC-(Regular|Bold) ", row)
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]


@pytest.mark.skipif(not which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("kind", KINDS)
def test_the_file_is_sound(made: Made, kind: str) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", made.files[kind].path)


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_says_it_is_an_archive(made: Made, kind: str) -> None:
    with pikepdf.open(made.files[kind].path) as pdf:
        assert pdf.pdf_version == "1.7"
        assert not pdf.is_encrypted
        assert str(pdf.Root.Lang) == "zh-CN"
        assert len(pdf.Root.OutputIntents) == 1
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        with pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "U")
            assert xmp["dc:title"] == str(pdf.docinfo["/Title"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_data_travels_in_the_file_and_its_fingerprint_is_printed(made: Made, kind: str) -> None:
    with pikepdf.open(made.files[kind].path) as pdf:
        [(name, spec)] = pdf.attachments.items()
        data = spec.get_file().read_bytes()
        assert str(spec.obj.AFRelationship) == "/Data"
    assert name.endswith(".json")
    assert data == canonical(plain(remade(made.papers[kind], mended)))
    assert json.loads(data)["head"]["number"] == made.papers[kind].head.number
    if which("pdftotext"):
        text = solid(run("pdftotext", "-raw", made.files[kind].path, "-"))
        assert hashlib.sha256(data).hexdigest() in text


@poppler
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_says_which_of_how_many_it_is(made: Made, kind: str) -> None:
    file = made.files[kind]
    text = solid(run("pdftotext", "-raw", file.path, "-"))
    numbers = re.findall(r"第(\d+)页/共(\d+)页", text)
    assert numbers == [(str(n), str(file.pages)) for n in range(1, file.pages + 1)]


@poppler
def test_rare_characters_read_back_as_themselves(made: Made) -> None:
    text = run("pdftotext", made.files["report"].path, "-")
    assert all(char in text for char in "堃犇䶮㛃𫖯")
    assert not re.search("[\ufffd\x00\ue000-\uf8ff]", text)


def test_the_outline_leads_to_every_chapter(made: Made) -> None:
    with pikepdf.open(made.files["report"].path) as pdf, pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
        assert titles[1:4] == ["1 审核概况", "2 一阶段结果与现场确认", "3 审核发现汇总"]
        assert outline.root[1].children[0].title == "1.1 受审核方与场所"


def test_photos_pass_through_byte_for_byte(made: Made) -> None:
    with pikepdf.open(made.files["report"].path) as pdf:
        images = [one for one in pdf.objects if is_image(one)]
        assert {str(one.Filter[0]) for one in images} == {"/DCTDecode"}
        found = sorted(bytes(one.read_raw_bytes()) for one in images)
    assert found == sorted(sample.photos(PHOTOS).values())


def is_image(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"


def test_no_stream_is_blown_up_as_ascii(made: Made) -> None:
    for file in made.files.values():
        assert b"ASCII85Decode" not in file.path.read_bytes()


def test_the_same_report_at_the_same_time_has_the_same_bytes(tmp_path: Path) -> None:
    first, again = press(small(), tmp_path / "1.pdf"), press(small(), tmp_path / "2.pdf")
    assert first.sha256 == again.sha256
    assert first.sha256 == hashlib.sha256(first.path.read_bytes()).hexdigest()


def test_another_time_or_word_gives_another_file(tmp_path: Path) -> None:
    first = press(small(), tmp_path / "1.pdf")
    later = press(small(), tmp_path / "2.pdf", made_at=MADE_AT + timedelta(seconds=1))
    changed = press(small(lambda text: text.replace("赵堃", "赵坤")), tmp_path / "3.pdf")
    assert len({first.sha256, later.sha256, changed.sha256}) == 3


def test_every_character_the_font_lacks_is_named_with_its_place(tmp_path: Path) -> None:
    def hurt(text: str) -> str:
        return text.replace("赵堃", "赵\U0003134a").replace("惠州", "惠\ue000州")

    with pytest.raises(MissingGlyph, match="U\\+3134A") as raised:
        press(small(hurt), tmp_path / "out.pdf")
    assert {miss.char for miss in raised.value.misses} == {"\U0003134a", "\ue000"}
    assert "审核组 · 姓名" in {miss.field for miss in raised.value.misses}
    assert "审核组长" in {miss.field for miss in raised.value.misses}
    assert list(tmp_path.iterdir()) == []


def test_old_private_codes_are_printed_as_the_character_they_mean(tmp_path: Path) -> None:
    file = press(small(lambda text: text.replace("䶮", "\ue863")), tmp_path / "out.pdf")
    with pikepdf.open(file.path) as pdf:
        data = next(iter(pdf.attachments.values())).get_file().read_bytes().decode()
    assert "杨䶮" in data
    assert "\ue863" not in data


def test_a_photo_that_is_not_here_leaves_a_note_in_its_place(tmp_path: Path) -> None:
    content = build_report(sample.report_facts(photo_count=2))
    file = press(content, tmp_path / "out.pdf", photos={sample.photo_hash(1): b"GIF89a"}.get)
    if which("pdftotext"):
        text = solid(run("pdftotext", "-raw", file.path, "-"))
        assert "照片不在本机" in text
        assert "照片无法显示" in text
    with pikepdf.open(file.path) as pdf:
        assert not any(is_image(one) for one in pdf.objects)


def test_a_broken_font_file_is_said_plainly_and_leaves_no_report(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"not a font")
    out = tmp_path / "out.pdf"
    with pytest.raises(FileTrouble, match="重新安装程序"):
        press(small(), out, fonts=Fonts(regular=broken, bold=broken))
    assert not out.exists()


def test_a_report_into_a_folder_that_is_gone_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="找不到"):
        press(small(), tmp_path / "gone" / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_report_of_an_audit_barely_begun_is_a_report_all_the_same(tmp_path: Path) -> None:
    bare = sample.bare_facts()
    content = build_report(bare)
    file = press(content, tmp_path / "out.pdf")
    assert file.pages >= 3
    assert any("推荐意见" in one for one in content.missing)


def test_five_hundred_photos_cost_little_more_than_their_bytes(tmp_path: Path) -> None:
    photos = {sample.photo_hash(n): sample.marked(n) for n in range(1, 501)}
    content = build_report(sample.report_facts(photo_count=500))
    file = press(content, tmp_path / "out.pdf", photos=photos.get)
    total = sum(map(len, photos.values()))
    assert file.path.stat().st_size <= 1.01 * total + 1_500_000
    with pikepdf.open(file.path) as pdf:
        drawn = {
            hashlib.sha256(one.read_raw_bytes()).digest() for one in pdf.objects if is_image(one)
        }
    assert drawn == {hashlib.sha256(one).digest() for one in photos.values()}
