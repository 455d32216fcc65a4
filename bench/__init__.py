"""How heavy and how fast this course is, beside Jupyter Book's default build of the same notebooks. `make bench`.

Not part of the package, and no test: a timing depends on the machine. Every figure here is measured in the same run.
"""
