"""The question types: what an author declares in TOML, and the table of outcomes a page looks up. No HTML here.

One file per type. A type is a frozen dataclass with four methods, see `questions.base.Question`; `questions.bank`
knows the list.
"""
