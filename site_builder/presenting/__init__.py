"""Presenting: the register as pages and charts for people."""
