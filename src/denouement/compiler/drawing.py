"""A Vega-Lite specification as what a page needs: a Vega specification, and a picture before any script runs."""

import re

import vl_convert

from ..charts.notebook import SCHEMA
from ..charts.palette import CONFIG, VARIABLES

VEGA_LITE = "5.21"
HEX = re.compile("|".join(VARIABLES), re.IGNORECASE)


def vega_spec(spec: dict, ratio: float | None = None) -> dict:
    """`spec` compiled to Vega (the page carries no Vega-Lite compiler), as wide as its container, in CSS colours."""
    compiled = vl_convert.vegalite_to_vega(_dressed(spec) | {"width": "container"}, vl_version=VEGA_LITE)
    compiled.pop("$schema", None)
    if ratio:
        compiled.pop("height", None)
        compiled["signals"] = [signal for signal in compiled["signals"] if signal["name"] != "height"] + [
            {"name": "height", "update": f"round(width * {ratio})"}
        ]
    return _in_css_colours(compiled)


def picture(spec: dict, rows: list[dict], width: int, ratio: float | None = None) -> str:
    """The drawing of `rows` as SVG, `width` pixels wide in all, in CSS colours."""
    fit = {"autosize": {"type": "fit-x", "contains": "padding"}, "width": width}
    drawn = _dressed(spec) | fit | {"data": {"name": "rows", "values": rows}}
    if ratio:
        drawn["height"] = round(width * ratio)
    svg = vl_convert.vegalite_to_svg(drawn, vl_version=VEGA_LITE)
    return HEX.sub(lambda found: VARIABLES[found[0].lower()], _light(svg))


def _dressed(spec: dict) -> dict:
    config = {**CONFIG, **spec.get("config", {})}
    return {"$schema": SCHEMA, **spec, "data": {"name": "rows"}, "config": config}


def _light(svg: str) -> str:
    """Without what Vega writes for editors: empty backgrounds, inert attributes, its own size (CSS gives it)."""
    svg = re.sub(r'<path class="(?:background|foreground)"[^>]*d=""[^>]*/>', "", svg)
    svg = re.sub(r'<path class="background"[^>]*d="M0,0h0v0h0Z"[^>]*/>', "", svg)
    svg = re.sub(r' (?:pointer-events|xmlns:xlink|version|role|aria-[a-z]+)="[^"]*"| opacity="1"', "", svg)
    svg = re.sub(r' font-family="[^"]*"', "", svg)
    svg = re.sub(r"(\d\.\d)\d+", r"\1", svg)
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _in_css_colours(value: object) -> object:
    if isinstance(value, dict):
        return {key: _in_css_colours(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_in_css_colours(child) for child in value]
    if isinstance(value, str):
        return HEX.sub(lambda found: VARIABLES[found[0].lower()], value)
    return value
