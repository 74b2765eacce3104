"""Intake: what people send in → answers, and from them data files."""
