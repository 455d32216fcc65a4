"""What one notebook may use while it is graded."""

from dataclasses import asdict, dataclass

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Seconds for the whole notebook (judging included), for one cell, for one call by the judge; bytes of memory
    for all the processes of the notebook together; characters of output in all; bytes of the file itself."""

    seconds: float = 90
    cell_seconds: float = 20
    call_seconds: float = 5
    memory: int = 1024 * MB
    output: int = 200_000
    file: int = 20 * MB

    def as_dict(self) -> dict:
        return asdict(self)
