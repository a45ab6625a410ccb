"""Where things stand on pages: what stays together, what is repeated, what may be cut."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor_app.documents.boxes import Box, Row, Setter, Stack, TextBox
from auditor_app.documents.characters import is_wide
from auditor_app.documents.figures import TileBox
from auditor_app.documents.jpeg import JpegSize, jpeg_size
from auditor_app.documents.layout import Layout
from auditor_app.documents.paper import (
    Band,
    Check,
    Checks,
    Column,
    Node,
    Panel,
    Photo,
    Photos,
    Section,
    Table,
    Text,
    Tile,
    Tiles,
    Tone,
)
from auditor_app.documents.press import paginated
from auditor_app.documents.strokes import bounds, shapes
from auditor_app.documents.style import CONTENT_BOTTOM, CONTENT_TOP
from auditor_app.documents.tables import Framed, TableRow
from auditor_app.documents.tables import Table as TableBox
from tests.core import documents_sample as sample

ROOM = CONTENT_BOTTOM - CONTENT_TOP
COLUMNS = (Column(title="条款", share=1), Column(title="发现", share=2))

lengths = st.integers(1, 700)
paragraphs = lengths.map(lambda n: Text(text="审核记录，" * (n // 5 + 1)))
rows = st.lists(lengths.map(lambda n: ("8.1", "现场" * n)) | st.just(Band(title="章")), min_size=1)
tables = rows.map(lambda rows: Table(columns=COLUMNS, rows=(*rows, ("9", "末"))))
leaves = st.lists(paragraphs | tables, min_size=1, max_size=3).map(tuple)
parts = leaves.map(lambda nodes: Section(title="章节", number="1", nodes=nodes))
panels = leaves.map(lambda nodes: Panel(title="判定", number="2", nodes=nodes))
papers = st.lists(parts | panels | paragraphs, min_size=1, max_size=8)


def advance(char: str, bold: bool) -> float:
    return 1.0 if is_wide(char) else 0.55


def pages(nodes: Sequence[Node]) -> list[tuple[Box, ...]]:
    layout = Layout(Setter(advance), sample.photos(4).get, "0" * 64)
    return paginated(layout.report(nodes))


def leaf_boxes(box: Box) -> Iterator[Box]:
    inner: Sequence[Box] = ()
    match box:
        case Stack():
            inner = box.boxes
        case Framed():
            inner = (box.inner,)
        case TableBox():
            inner = box.rows
        case TableRow():
            inner = [cell.box for cell in box.cells]
        case _ if hasattr(box, "inner"):
            inner = (box.inner,)
    if not inner:
        yield box
    for one in inner:
        yield from leaf_boxes(one)


def text(found: Sequence[Sequence[Box]]) -> str:
    return "".join(
        line.text
        for page in found
        for box in page
        for leaf in leaf_boxes(box)
        if isinstance(leaf, TextBox)
        for line in leaf.lines
    )


def tables_of(page: Sequence[Box]) -> list[TableBox]:
    return [box for box in page if isinstance(box, TableBox)]


@settings(deadline=None, max_examples=25)
@given(papers)
def test_no_page_is_fuller_than_it_can_be(nodes: list[Node]) -> None:
    assert all(sum(box.height for box in page) <= ROOM + 0.01 for page in pages(nodes))


@settings(deadline=None, max_examples=25)
@given(papers)
def test_no_heading_stands_alone_at_the_foot_of_a_page(nodes: list[Node]) -> None:
    assert not any(page[-1].clings for page in pages(nodes))


@settings(deadline=None, max_examples=25)
@given(papers)
def test_no_page_begins_with_empty_space(nodes: list[Node]) -> None:
    assert not any(page[0].is_gap for page in pages(nodes))


@settings(deadline=None, max_examples=25)
@given(tables)
def test_a_band_is_never_the_last_row_on_a_page(table: Table) -> None:
    for page in pages([table]):
        for box in tables_of(page):
            assert not box.rows[-1].is_band


@settings(deadline=None, max_examples=25)
@given(st.lists(lengths, min_size=1, max_size=30))
def test_nothing_of_a_table_is_lost_between_pages(notes: list[int]) -> None:
    table = Table(columns=COLUMNS, rows=tuple((str(n), "发现" * n) for n in notes))
    found = text(pages([table]))
    assert found.count("发") == found.count("现") == sum(notes)


def test_the_head_of_a_table_is_repeated_on_every_page() -> None:
    found = pages([Table(columns=COLUMNS, rows=(("8.1", "发现"),) * 120)])
    assert len(found) > 2
    assert all(box.head for page in found for box in tables_of(page))


def test_a_row_of_ordinary_height_is_not_cut() -> None:
    found = pages([Table(columns=COLUMNS, rows=(("8.1", "发现" * 60),) * 40)])
    heights = {row.height for page in found for box in tables_of(page) for row in box.rows}
    assert len(heights) == 1


@pytest.mark.parametrize("before", range(38, 50))
def test_no_single_line_of_a_paragraph_stands_alone(before: int) -> None:
    found = pages([Text(text="\n".join("前" * before)), Text(text="审核" * 120)])
    last = [box for page in found for box in page if isinstance(box, TextBox)][1:]
    assert all(len(box.lines) >= 2 for box in last)


def test_a_photo_with_its_caption_stays_on_one_page() -> None:
    photos = tuple(
        Photo(sha256=sample.photo_hash(n % 4 + 1), title=f"E-{n:03}", detail="—") for n in range(9)
    )
    found = pages([Photos(photos=photos)])
    assert [sum(not box.is_gap for box in page) for page in found] == [3, 2]


def test_ticks_flow_into_rows_as_wide_as_the_page() -> None:
    checks = tuple(Check(text="确认审核计划与沟通渠道", is_ticked=True) for _ in range(7))
    [[box]] = [[one for one in page if not one.is_gap] for page in pages([Checks(checks=checks)])]
    assert isinstance(box, Stack)
    assert [len(row.boxes) for row in box.boxes if isinstance(row, Row)] == [4, 3]


@pytest.mark.parametrize("value", ["3", "235/235", "1200/1200", "12345/12345"])
def test_a_tiles_number_stays_above_its_label(value: str) -> None:
    values = ("0", "1", "2", "3", value)
    tiles = Tiles(tiles=tuple(Tile(value=v, label="已完成", tone=Tone.PLAIN) for v in values))
    leaves = [leaf for page in pages([tiles]) for box in page for leaf in leaf_boxes(box)]
    row = next(box for box in leaves if isinstance(box, Row))
    drawn = [box for box in row.boxes if isinstance(box, TileBox)]
    assert len(drawn) == len(values)
    assert all(box.value.height <= 28 for box in drawn)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (sample.jpeg(1, (160, 120)), JpegSize(width=160, height=120)),
        (sample.marked(2), JpegSize(width=1600, height=1200)),
        (b"", None),
        (b"\x89PNG\r\n", None),
        (b"\xff\xd8\xff\xe0", None),
        (b"\xff\xd8" + b"\x00" * 40, None),
    ],
)
def test_a_pictures_size_is_read_from_its_head(data: bytes, size: JpegSize | None) -> None:
    assert jpeg_size(data) == size


@given(st.binary(max_size=200))
def test_no_bytes_upset_the_reader_of_pictures(data: bytes) -> None:
    assert jpeg_size(b"\xff\xd8\xff" + data) is None or data


def test_a_cmyk_picture_is_not_printed_as_it_is() -> None:
    data = sample.cmyk()
    assert data.startswith(b"\xff\xd8")
    assert jpeg_size(data) is None


points = st.tuples(
    st.integers(-5000, 9000), st.integers(0, 9000), st.none() | st.integers(0, 1000), st.integers(0)
)
pens = st.lists(st.lists(points, min_size=1, max_size=8).map(tuple), min_size=1, max_size=5)


@given(pens)
def test_a_signature_stays_inside_its_strokes_and_half_a_pen(
    strokes: list[tuple[tuple[int, int, int | None, int], ...]],
) -> None:
    left, top, right, bottom = bounds(strokes)
    for shape in shapes(strokes, scale=1, origin=(0, 0), pen=2):
        assert all(
            left - 1.5 <= x <= right + 1.5 and top - 1.5 <= y <= bottom + 1.5 for x, y in shape
        )


def test_a_dot_is_drawn_too() -> None:
    assert len(list(shapes([((5, 5, None, 0),)], scale=1, origin=(0, 0), pen=2))) == 1


def test_a_pressed_stroke_is_thicker_than_a_light_one() -> None:
    def width(pressure: int) -> float:
        stroke = ((0, 0, pressure, 0), (100, 0, pressure, 10))
        [bar, *_] = shapes([stroke], scale=1, origin=(0, 0), pen=2)
        return max(y for _, y in bar) - min(y for _, y in bar)

    assert width(900) > width(100)


def test_a_slow_stroke_is_thicker_than_a_fast_one() -> None:
    def width(elapsed: int) -> float:
        stroke = ((0, 0, None, 0), (1000, 0, None, elapsed))
        [bar, *_] = shapes([stroke], scale=1, origin=(0, 0), pen=2)
        return max(y for _, y in bar) - min(y for _, y in bar)

    assert width(1000) > width(10)
