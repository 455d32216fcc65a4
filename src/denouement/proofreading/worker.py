"""Grammalecte in a process of its own: reads a JSON list of texts, writes one line of JSON for each.

    [[start, end, rule, message, [suggestion, …]], …]

`rule` is Grammalecte's, or "orthographe" for a word its dictionary does not have. Run by `grammar`, which says where
the package `grammalecte` is; nothing else of this project is imported here.
"""

import json
import sys

SPELLING = "orthographe"


def main(folder: str) -> None:
    sys.path.append(folder)  # last: nothing there may shadow the standard library
    from grammalecte import GrammarChecker

    checker = GrammarChecker("fr")
    engine, speller = checker.getGCEngine(), checker.getSpellChecker()
    for text in json.load(sys.stdin):
        grammar = [
            [e["nStart"], e["nEnd"], e["sRuleId"], e["sMessage"], list(e["aSuggestions"])[:3]]
            for e in engine.parse(text, "FR")
        ]
        words = [[e["nStart"], e["nEnd"], SPELLING, "", []] for e in speller.parseParagraph(text)]
        print(json.dumps(sorted(grammar + words), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
