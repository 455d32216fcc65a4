"""Writing HTML without forgetting to escape: `h` escapes what is text, `Raw` is HTML already."""

import json
from html import escape

_VOID = frozenset({"input", "br", "hr", "img", "meta", "link"})


class Raw(str):
    """HTML that must not be escaped again."""

    __slots__ = ()


def h(name: str, /, *children: object, **attributes: object) -> Raw:
    """The element `name`. Attributes: `class_` → class, `data_item` → data-item; True writes the bare name, None or
    False nothing. Children: text (escaped), Raw, or None.

    >>> h("p", "a < b", class_="x", hidden=True)
    '<p class="x" hidden>a &lt; b</p>'
    """
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in _VOID:
        return Raw(opening)
    return Raw(f"{opening}{join(*children)}</{name}>")


def join(*children: object) -> Raw:
    """The children one after the other."""
    return Raw("".join(c if isinstance(c, Raw) else escape(str(c), quote=False) for c in children if c is not None))


def data_script(value: object) -> Raw:
    """`value` as JSON that a script of the page reads; `<` is escaped so that nothing in it can close the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Raw(f'<script type="application/json" class="item-data">{text}</script>')


def _attribute(key: str, value: object) -> str:
    if value is None or value is False:
        return ""
    key = key.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{escape(str(value))}"'
