"""When someone needs bread: around a usual hour, earlier or later from day to day."""

from math import erf, sqrt


def within(start: float, end: float, *, around: float, spread: float) -> float:
    """The probability that a moment falls between `start` and `end` (hours), when it varies around `around` with a
    standard deviation of `spread` hours, as a normal law kept within the day (0 to 24).

    ValueError when `spread` is not positive.
    """
    if spread <= 0:
        raise ValueError("spread is positive")
    start, end = max(start, 0.0), min(end, 24.0)
    if end <= start:
        return 0.0
    day = _below(24, around, spread) - _below(0, around, spread)
    return (_below(end, around, spread) - _below(start, around, spread)) / day


def _below(hour: float, around: float, spread: float) -> float:
    return 0.5 * (1 + erf((hour - around) / (spread * sqrt(2))))
