"""The book's French, read by a machine before anyone else does: spelling, grammar, typography, length, references.

`passages` finds every sentence a reader meets and the line it stands on; `grammar` asks Grammalecte; `marks`, `length`
and `references` have rules of our own; `exceptions` holds what is right and would not look so, each with its reason.
"""
