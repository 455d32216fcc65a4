"""The HTML of a scene (« Le bouton qui ne sert à rien »): complete as text, played by web/scene.js."""

from collections.abc import Mapping

from .html import Raw, data_script, h


def scene_html(item: Mapping, placement: str, words: Mapping[str, str]) -> Raw:
    """The compiled scene `item` standing at `placement`, at its starting position."""
    public, prefix = item["public"], f"{placement}-{item['id']}"
    heading = "h2" if item["chapter"] == "index" else "h3"  # inside a chapter, a stop is the h2
    return h(
        "section",
        h(heading, Raw(public["title"]), id=f"{prefix}-title", class_="scene-title"),
        h("div", Raw(public["intro"]), class_="scene-intro"),
        _stage(public, prefix, words),
        h(
            "div",
            h("p", class_="scene-said feedback", role="status"),
            h("p", public["guide"][0][1], class_="scene-guide"),
            class_="scene-caption",
        ),
        _controls(public, prefix, words),
        h("div", Raw(public["rules"]), class_="scene-rules"),
        h("noscript", h("div", Raw(public["account"]), class_="scene-account")),
        data_script(_for_scripts(item)),
        class_="item scene",
        data_item=item["id"],
        data_placement=placement,
        data_kind=item["kind"],
        data_type=item["type"],
        data_version=item["version"],
        data_status="not_attempted",
        aria_labelledby=f"{prefix}-title",
    )


def _stage(public: Mapping, prefix: str, words: Mapping[str, str]) -> Raw:
    """The street: the drawing, the opening hours on the pavement, the people (one radio button each), the till."""
    start = public["opening"]["positions"][public["opening"]["start"]]
    people = (_passer(passer, number, prefix) for number, passer in enumerate(public["passers"]))
    return h(
        "div",
        Raw(public["drawing"]),
        h("p", h("span", words["scene.till"]), h("b", class_="till-amount"), class_="till", aria_hidden="true"),
        h(
            "div",
            h("span", words["scene.open"]),
            class_="scene-band",
            aria_hidden="true",
            style=f"--from:{start['from']};--to:{start['to']}",
        ),
        h(
            "fieldset",
            h("legend", words["scene.people"], class_="visually-hidden"),
            *people,
            class_="scene-people",
        ),
        class_="scene-stage",
    )


def _passer(passer: Mapping, number: int, prefix: str) -> Raw:
    figure = Raw(f'<svg aria-hidden="true" focusable="false"><use href="#passant-{passer["id"]}"></use></svg>')
    return h(
        "div",
        h("input", type="radio", name=f"{prefix}-passer", value=number, id=f"{prefix}-{passer['id']}"),
        h(
            "label",
            figure,
            h("span", f"{passer['name']}, ", class_="visually-hidden"),
            h("span", passer["hour"], class_="passer-hour"),
            for_=f"{prefix}-{passer['id']}",
        ),
        class_="passer" if passer["near"] else "passer far",
        style=f"--at:{passer['at']}",
    )


def _controls(public: Mapping, prefix: str, words: Mapping[str, str]) -> Raw:
    opening = public["opening"]
    return h(
        "div",
        h("p", class_="scene-who", id=f"{prefix}-who"),
        h("button", public["button"], type="button", class_="closer", aria_describedby=f"{prefix}-who"),
        h(
            "div",
            h("label", opening["label"], for_=f"{prefix}-hours"),
            h("output", opening["positions"][opening["start"]]["hours"], for_=f"{prefix}-hours"),
            h(
                "input",
                type="range",
                id=f"{prefix}-hours",
                min=0,
                max=len(opening["positions"]) - 1,
                value=opening["start"],
                aria_valuetext=opening["positions"][opening["start"]]["hours"],
            ),
            class_="scene-opening",
        ),
        class_="scene-controls",
    )


def _for_scripts(item: Mapping) -> dict:
    """The tables that the script looks up; the drawing and the account already stand in the page."""
    public = item["public"]
    shown = ("opening", "passers", "outcomes", "guide")
    return {"id": item["id"], "type": item["type"], "version": item["version"]} | {k: public[k] for k in shown}
