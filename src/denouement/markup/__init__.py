"""One HTML string per item: the same in the book and in Jupyter. Standard library only; scripts enhance it."""
