"""Processes that do not outlive the one they were forked from."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # prctl(2), Linux: a signal to this process when its parent dies


def die_with_parent(parent: int) -> None:
    """Ask the system to kill this process when its parent dies; parent: its process number.

    Where the system knows no such wish, leftovers are found by their mark when the next build starts.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died in the meantime
        os._exit(1)
