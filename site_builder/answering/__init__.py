"""Answering: what came of a contribution → what its sender is told, in Swedish."""
