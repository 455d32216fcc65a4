"""Plain JSON values, checked exactly: what crosses from the learner's code to the judge, and nothing else.

A value is copied by its exact type (`type(x) is list`), never by asking it: an object that lies about its class,
its equality or its length is refused without any of its methods being called.
"""

import math

MAX_ITEMS = 10_000
MAX_DEPTH = 12
MAX_TEXT = 10_000  # characters of one string
MAX_INT = 2**63


class NotPlain(Exception):
    """`reason`: "type" (with the name of the type), "size", "nan", "key" (a dict key is not text) or "ellipsis"."""

    def __init__(self, reason: str, detail: str = "") -> None:
        self.reason, self.detail = reason, detail
        super().__init__(reason, detail)


def plain(value: object) -> object:
    """A copy of `value` made of None, bool, int, float, str, list (tuples too) and dict; NotPlain otherwise.

    >>> plain({"parts": (0.8, 0.2)})
    {'parts': [0.8, 0.2]}
    """
    return _copy(value, MAX_DEPTH, [MAX_ITEMS])


def _copy(value: object, depth: int, left: list[int]) -> object:
    left[0] -= 1
    kind = type(value)
    if left[0] < 0 or depth < 0:
        raise NotPlain("size")
    if value is None or kind is bool:
        return value
    if kind is int or kind is float or kind is str:
        return _scalar(value, kind)
    if kind is list or kind is tuple:
        return [_copy(item, depth - 1, left) for item in value]
    if kind is dict:
        if any(type(key) is not str for key in value):
            raise NotPlain("key")
        return {_scalar(key, str): _copy(item, depth - 1, left) for key, item in value.items()}
    if value is ...:
        raise NotPlain("ellipsis")
    raise NotPlain("type", type_name(kind))


def _scalar(value: object, kind: type) -> object:
    if kind is int and not -MAX_INT < value < MAX_INT:
        raise NotPlain("size")
    if kind is float and not math.isfinite(value):
        raise NotPlain("nan")
    if kind is str and len(value) > MAX_TEXT:
        raise NotPlain("size")
    if kind is str and not value.isprintable():
        # Lone surrogates cannot be written as UTF-8; the rest of what does not print would only confuse.
        return value.encode("utf-8", "replace").decode()
    return value


def type_name(kind: type) -> str:
    """The name of a class, read without giving its metaclass a say, and short enough for a sentence."""
    return type.__dict__["__name__"].__get__(kind)[:40]
