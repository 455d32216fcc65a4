"""The same items inside Jupyter: `show("boulanger-zone")`."""

from .item import ItemWidget, show

__all__ = ["ItemWidget", "show"]
