"""What a build that did not finish says."""

import errno

FAILED, UNUSABLE, LOCKED, TIMED_OUT, STOPPED = 1, 2, 75, 124, 143  # exit codes


class BuildError(Exception):
    """A build that did not finish: one line that says where, and the exit code."""

    def __init__(self, line: str, code: int = FAILED) -> None:
        super().__init__(line)
        self.code = code


def disk_error(error: OSError) -> BuildError:
    """What a failed write means for the build, in one line."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return BuildError("the disk is full: nothing was published; free some space and build again")
    return BuildError(f"cannot write the build: {error.strerror} ({error.filename}); nothing was published")
