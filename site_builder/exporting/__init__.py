"""Exporting: the register as files that programs read."""
