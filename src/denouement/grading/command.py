"""`denouement grade PATH… [--json]`."""

import json
import sys
from pathlib import Path

from ..errors import DenouementError
from ..progress import Progress

HELP = "note des carnets d'exercices"
DESCRIPTION = """\
Note des carnets d'exercices (.ipynb), ou tous ceux d'un dossier.

Chaque carnet est exécuté sous des limites de temps, de mémoire et de texte affiché, puis jugé par un autre
programme que le sien. Son code tourne sur cette machine, sous votre compte : ne notez que des carnets à qui vous
faites confiance. Il n'y a pas encore d'isolement pour les carnets d'inconnus.

Codes de sortie : 0 quand tout a été noté, quelles que soient les notes ; 2 pour une commande ou un chemin faux.
"""


def add_parser(subparsers) -> None:
    from argparse import RawDescriptionHelpFormatter

    parser = subparsers.add_parser(
        "grade", help=HELP, description=DESCRIPTION, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="CHEMIN", help="un carnet, ou un dossier de carnets")
    parser.add_argument("--json", action="store_true", help="écrit le résultat en JSON")
    parser.add_argument("--seconds", type=float, help="temps accordé à un carnet (90 s)")
    parser.set_defaults(run=run)


def run(arguments) -> int:
    from .batch import grade
    from .limits import Limits

    paths = notebooks(arguments.paths)
    if arguments.seconds is not None and not arguments.seconds > 0:
        raise DenouementError("--seconds attend un nombre de secondes plus grand que zéro.")
    limits = Limits() if arguments.seconds is None else Limits(seconds=arguments.seconds)
    bar = Progress("Notation", len(paths)) if sys.stderr.isatty() else None
    reports = grade(paths, limits=limits, progress=lambda path: bar and bar.step(path.name))
    if bar:
        bar.close()
    if arguments.json:
        print(json.dumps([report.as_dict() for report in reports], ensure_ascii=False, indent=1))
    else:
        print("\n".join(line for report in reports for line in report.lines()))
    return 0


def notebooks(paths: list[Path]) -> list[Path]:
    """The files to grade: those named, and every notebook of the folders named. DenouementError when one is missing."""
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise DenouementError(f"« {path} » n'existe pas ; vérifiez le chemin.")
        if path.is_dir():
            inside = sorted(
                file for file in path.rglob("*.ipynb") if not any(part.startswith(".") for part in file.parts[1:])
            )
            if not inside:
                raise DenouementError(f"« {path} » ne contient aucun carnet (.ipynb).")
            found += inside
        else:
            found.append(path)
    return found
