"""The one exception: what we cannot continue from."""


class BuildError(Exception):
    """Building is impossible for a reason outside the data; the message is Swedish and says what to do."""
