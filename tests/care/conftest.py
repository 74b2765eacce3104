"""Shared by the tests of the link check."""

from tests.care.small_web import server

__all__ = ["server"]
