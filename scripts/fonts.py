"""Cut the two font files of the course out of Vollkorn (Friedrich Althausen, SIL Open Font License 1.1).

A developer runs this only to change the letters the course can set; its result, `web/fonts/*.woff2`, is committed.

    npm install --prefix /tmp/vollkorn @fontsource-variable/vollkorn@5.3.0
    pip install "fonttools[woff]==4.68.0"
    python scripts/fonts.py /tmp/vollkorn/node_modules/@fontsource-variable/vollkorn

Vollkorn carries no narrow no-break space (U+202F) and no no-break hyphen (U+2011), which French typography needs:
they borrow the glyphs of the thin space, made as wide as French printers like it, and of the hyphen.
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "web" / "fonts"
BUDGET = 60_000  # bytes, both files together

LETTERS = (
    "".join(map(chr, range(0x20, 0x7F))) + "aàâäæçéèêëîïôœöùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜñáíóú«»“”‘’…–—−×·•€°º²³½¼§\u00a0\u2009"
)
BORROWED = {0x202F: 0x2009, 0x2011: 0x002D}
FINE = 0.19  # width of the « espace fine », in em
FEATURES = ["kern", "liga", "lnum", "tnum", "pnum", "onum", "ccmp", "mark", "locl"]

# output name -> (file of the npm package, weights kept: a range stays variable)
CUTS = {
    "vollkorn.woff2": ("vollkorn-latin-wght-normal.woff2", (400, 800)),
    "vollkorn-italique.woff2": ("vollkorn-latin-wght-italic.woff2", 400),
}


def cut(source: Path, weight: tuple[int, int] | int) -> bytes:
    """The WOFF2 bytes of `source` reduced to LETTERS and to `weight` (one weight, or a range kept variable)."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]  # copyright and licence travel with the file
    font = TTFont(source)
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    font.flavor = None
    plain = BytesIO()
    font.save(plain)  # the instancer needs the tables written back once
    font = instantiateVariableFont(TTFont(plain), {"wght": weight})
    for table in font["cmap"].tables:
        for code, lender in BORROWED.items():
            if lender in table.cmap:
                table.cmap[code] = table.cmap[lender]
    thin = font.getBestCmap()[0x2009]
    font["hmtx"][thin] = (round(FINE * font["head"].unitsPerEm), 0)
    font["head"].modified = font["head"].created  # same bytes at every run
    font.recalcTimestamp = False
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python scripts/fonts.py PATH/TO/@fontsource-variable/vollkorn")
    package = Path(sys.argv[1])
    OUT.mkdir(parents=True, exist_ok=True)
    total = 0
    for name, (source, weight) in CUTS.items():
        data = cut(package / "files" / source, weight)
        (OUT / name).write_bytes(data)
        total += len(data)
        print(f"{name}: {len(data):,} bytes")
    (OUT / "LICENSE-Vollkorn.txt").write_text((package / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    print(f"total {total:,} bytes of {BUDGET:,}")
    if total > BUDGET:
        sys.exit("too heavy: keep fewer letters or one weight less")


if __name__ == "__main__":
    main()
