"""« Le closing n'existe pas », an interactive course in French for people who sell."""
