"""The four colours of the charts: told apart by everyone, visible on light and dark paper, the same in the styles."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from denouement.charts.palette import PALETTE

ROOT = Path(__file__).parents[3]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _rgb(colour: str) -> list[float]:
    return [_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5)]


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(w * v for w, v in zip(weights, values, strict=True))


def _lightness_and_hue(rgb: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a linear RGB colour."""
    xyz = [
        sum(m * c for m, c in zip(row, rgb, strict=True))
        for row in ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    ]
    fx, fy, fz = (
        v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (xyz[0] / 0.9505, xyz[1], xyz[2] / 1.089)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


#: Linear RGB as dichromats see it (Viénot, Brettel and Mollon, 1999).
VISION = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}


@pytest.mark.parametrize("vision", VISION)
def test_the_first_two_colours_of_the_palette_are_told_apart_by_everyone(vision):
    """Two classes side by side are always drawn with these; a third one also has its place and its name."""
    seen = [
        _lightness_and_hue(
            [max(0, sum(m * c for m, c in zip(row, _rgb(colour), strict=True))) for row in VISION[vision]]
        )
        for colour in PALETTE
    ]
    distance = sum((a - b) ** 2 for a, b in zip(seen[0], seen[1], strict=True)) ** 0.5
    assert distance > 25, distance


def _contrast(one: str, other: str) -> float:
    light, dark = sorted(
        (_dot((0.2126, 0.7152, 0.0722), _rgb(colour)) for colour in (one, other)),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def _tokens(theme: str) -> dict[str, str]:
    """The custom properties of the light (first block) or dark theme of web/css/tokens.css."""
    css = (ROOT / "web" / "css" / "tokens.css").read_text(encoding="utf-8")
    block = css.split(':root[data-theme="dark"] {')[1] if theme == "dark" else css.split(":root {")[1]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block.split("}")[0]))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_chart_colours_stand_out_on_the_page(theme):
    """WCAG 2.2, 1.4.11: 3 to 1 for graphics."""
    tokens = _tokens(theme)
    for number in (1, 2, 3, 4):
        assert _contrast(tokens[f"chart-{number}"], tokens["paper"]) >= 3, (theme, number)


def test_the_palette_is_that_of_the_light_page():
    assert tuple(_tokens("light")[f"chart-{number}"] for number in (1, 2, 3, 4)) == PALETTE
