"""Derives the two bundled fonts from the variable Noto Sans SC (needs fonttools 4.68.0 only).

    pip download --no-deps justmytype-intl-cjk==0.1.0
    python resources/fonts/build_fonts.py justmytype_intl_cjk-0.1.0-py3-none-any.whl OUT_FOLDER

The variable font in that package (SIL Open Font License 1.1, see OFL.txt) becomes one static
TrueType font a weight. Every character stays, because names of people and places need them;
hinting goes, and so does every layout feature (GSUB and GPOS stay as empty tables: no kerning, no
alternates, so that the screen and ReportLab, which knows no features, set the same widths).
The result is the same byte for byte each time: the printed sizes and hashes are those in
auditor_app/fonts.py, and belong there after a change.
"""

import hashlib
import io
import lzma
import sys
import zipfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SOURCE = "justmytype_intl_cjk/fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
SOURCE_SHA256 = "a3041811a78c361b1de50f953c805e0244951c21c5bd412f7232ef0d899af0da"
WEIGHTS = {"Regular": 400, "Bold": 700}
BOLD = 700
DROPPED = ["BASE", "DSIG", "GDEF", "HVAR", "STAT", "VORG", "VVAR", "vhea", "vmtx"]


def main(wheel: Path, out: Path) -> None:
    """Write both fonts, packed, into `out` and print what auditor_app/fonts.py must know."""
    variable = zipfile.ZipFile(wheel).read(SOURCE)
    if hashlib.sha256(variable).hexdigest() != SOURCE_SHA256:
        sys.exit("This is not the variable font that the bundled fonts were made from.")
    for style, weight in WEIGHTS.items():
        built = derive(variable, style, weight)
        packed = out / f"NotoSansSC-{style}.ttf.xz"
        packed.write_bytes(lzma.compress(built, preset=9 | lzma.PRESET_EXTREME))
        print(packed.name, len(built), hashlib.sha256(built).hexdigest())


def derive(variable: bytes, style: str, weight: int) -> bytes:
    """One static weight of the variable font, without hinting or layout features."""
    font = TTFont(io.BytesIO(variable), recalcTimestamp=False)
    instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
    name_it(font, style, weight)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += DROPPED
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(font.getBestCmap()))
    subsetter.subset(font)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def name_it(font: TTFont, style: str, weight: int) -> None:
    """Call the family NotoSansSC: an installed "Noto Sans SC" is never taken for it."""
    names = {1: "NotoSansSC", 2: style, 4: f"Noto Sans SC {style}", 6: f"NotoSansSC-{style}"}
    names |= {3: f"2.004;ADBO;NotoSansSC-{style};auditor", 16: "NotoSansSC", 17: style}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0x20 if weight == BOLD else 0x40
    font["head"].macStyle = 1 if weight == BOLD else 0


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
