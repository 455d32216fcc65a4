"""`denouement`: the command line, and the only place that wires everything together."""

import argparse
import importlib
import sys
from pathlib import Path

from .errors import DenouementError

# verb -> the module whose add_parser() adds it; imported only when asked for, so that each command starts fast.
COMMANDS = {
    "compile": "denouement.compiler.command",
    "notebooks": "denouement.notebooks",
    "build": "denouement.build",
    "serve": "denouement.serve",
    "offline": "denouement.offline",
    "grade": "denouement.grading.command",
    "questions": "denouement.questions.command",
    "proofread": "denouement.proofreading.command",
}


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; an expected error is one sentence on stderr and exit code 2, never a traceback."""
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="denouement", description="Le cours « Le closing n'existe pas ».")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="le dossier du cours (ici, par défaut)")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMANDE")
    asked = next((word for word in arguments if word in COMMANDS), None)
    for verb in [asked] if asked else COMMANDS:
        importlib.import_module(COMMANDS[verb]).add_parser(subparsers)
    parsed = parser.parse_args(arguments)
    try:
        return parsed.run(parsed)
    except DenouementError as error:
        print(f"denouement : {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("denouement : arrêté.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
