"""`python -m denouement.notebooks --root . [--check]`: the same command as `denouement notebooks`."""

import argparse
import sys
from pathlib import Path

from ..errors import DenouementError
from . import add_options


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 2, and one sentence on stderr, for an expected error."""
    parser = argparse.ArgumentParser(prog="denouement.notebooks", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd())
    add_options(parser)
    parsed = parser.parse_args(arguments)
    try:
        return parsed.run(parsed)
    except DenouementError as error:
        print(f"denouement : {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
