"""Graded exercises: what they are, how an answer is judged. No Jupyter here, and no HTML beyond one line of feedback.

The learner's side (`answering`) and the judge's side (`probe`, `judging`) speak JSON text only, so that the same
code judges in one interpreter (a notebook, the page) or across two processes (`denouement grade`).
"""
