"""The tests taken before and after the course: questions of the same types as the chapters', drawn on their objectives.

No HTML here. A test asks each question once, takes « je ne sais pas » for an answer, and says which objectives to go
back to.
"""

from .load import read_assessment
from .model import Assessment, Goal, goals

__all__ = ["Assessment", "Goal", "goals", "read_assessment"]
