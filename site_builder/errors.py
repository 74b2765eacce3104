"""The one exception: what we cannot continue from; and how it, or what the system refused, is told in Swedish."""

import errno

_OS_REASONS = {
    errno.EACCES: "du har inte rätt att läsa eller skriva där",
    errno.EPERM: "du har inte rätt att läsa eller skriva där",
    errno.ENOENT: "finns inte",
    errno.ENOTDIR: "är ingen mapp",
    errno.EISDIR: "är en mapp, inte en fil",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "går inte att skriva till",
    errno.EADDRINUSE: "porten används redan; välj en annan med --port",
}


class BuildError(Exception):
    """Building is impossible for a reason outside the data; the message is Swedish and says what to do."""


def explained(error: BuildError | OSError) -> str:
    """What cannot be done, in Swedish."""
    if isinstance(error, BuildError):
        return str(error)
    reason = _OS_REASONS.get(error.errno or 0, "systemet säger nej")
    return f"{error.filename or 'en fil eller port'}: {reason} ({error.errno})."
