"""Draw the ten lining digits of the card to share out of our Vollkorn: a canvas cannot ask a font for them.

A developer runs this only when the font changes; its result, `web/card-digits.js`, is committed.

    pip install "fonttools[woff]==4.68.0"
    python scripts/digits.py
"""

from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "web" / "fonts" / "vollkorn.woff2"
OUT = ROOT / "web" / "card-digits.js"
WEIGHT = 800
HEAD = """\
// Made by scripts/digits.py: the outlines of Vollkorn's lining digits (weight 800), in units of 1/1000 em, y upwards.
// Vollkorn is Friedrich Althausen's, under the SIL Open Font License 1.1 (web/fonts/LICENSE-Vollkorn.txt).

/** @type {Record<string, { width: number, path: string }>} */
export const DIGITS = {
"""


def lining(font: TTFont) -> dict[str, str]:
    """Glyph -> its lining form, from the font's `lnum` feature."""
    table = font["GSUB"].table
    feature = next(record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "lnum")
    found: dict[str, str] = {}
    for index in feature.LookupListIndex:
        for subtable in table.LookupList.Lookup[index].SubTable:
            found |= getattr(subtable, "ExtSubTable", subtable).mapping
    return found


def main() -> None:
    font = instantiateVariableFont(TTFont(FONT), {"wght": WEIGHT})
    glyphs, names, forms = font.getGlyphSet(), font.getBestCmap(), lining(font)
    lines = []
    for digit in "0123456789":
        glyph = glyphs[forms[names[ord(digit)]]]
        pen = SVGPathPen(glyphs, ntos=lambda value: str(round(value)))
        glyph.draw(pen)
        lines.append(f'  {digit}: {{ width: {round(glyph.width)}, path: "{pen.getCommands()}" }},\n')
    OUT.write_text(HEAD + "".join(lines) + "};\n", encoding="utf-8")


if __name__ == "__main__":
    main()
