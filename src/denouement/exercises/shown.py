"""Python values as a learner may read them inside a sentence: short, rounded, on one line."""

MANY = 6  # items shown of a list or a dict, in a sentence


def shown(value: object, limit: int = 160) -> str:
    """`value` as Python code, floats rounded to four decimals, cut with an ellipsis past `limit` characters.

    >>> shown([0.8, 1 / 3]), shown({"mardi": [[7, 13]]}), shown(None)
    ('[0.8, 0.3333]', "{'mardi': [[7, 13]]}", 'None')
    """
    text = _code(value, MANY).replace("`", "'")
    return text if len(text) <= limit else text[: limit - 1] + "…"


def whole(value: object) -> str:
    """`value` as Python code that can be typed again: nothing left out, a long table one entry a line."""
    if type(value) is list and value and all(type(item) is dict for item in value):
        return "[\n" + "".join(f"    {_code(item, 10_000)},\n" for item in value) + "]"
    text = _code(value, 10_000)
    if type(value) is dict and len(text) > 80:
        return "{\n" + "".join(f"    {key!r}: {_code(item, 10_000)},\n" for key, item in value.items()) + "}"
    return text


def _code(value: object, many: int) -> str:
    kind = type(value)
    if kind is float:
        return repr(round(value, 4) if abs(value) >= 0.001 else float(f"{value:.3g}"))
    if kind is list or kind is tuple:
        return f"[{_listed([_code(item, many) for item in value[:many]], len(value) > many)}]"
    if kind is dict:
        pairs = [f"{key!r}: {_code(item, many)}" for key, item in list(value.items())[:many]]
        return f"{{{_listed(pairs, len(value) > many)}}}"
    return repr(value)


def _listed(texts: list[str], cut: bool) -> str:
    return ", ".join(texts + ["…"] * cut)
