"""Simulated discovery interviews: what an author declares in TOML, and the graph of states a page walks. No HTML here.

A state is where the conversation stands (a turn) and what the buyer has become (a few small whole numbers). Two ways
of getting to the same state are one state: the graph is walked once, at compile time, and every reply in it is known.
"""
