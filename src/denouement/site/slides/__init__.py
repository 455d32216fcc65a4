"""A version of every chapter for the projector, made from the chapter itself (docs/decisions/slides.md)."""

from .pages import setup

__all__ = ["setup"]
