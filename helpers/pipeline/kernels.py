"""Kernels that are forked from a process in which everything is imported already, instead of started from nothing.

A fork is taken before papermill runs, waits, and becomes the kernel once its connection file is written. It dies with
the process it was forked from, whatever ends that one.
"""

import json
import os
import signal
import time
from pathlib import Path

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner
from traitlets import Instance

from helpers.pipeline.orphans import die_with_parent


class ForkedProcess:
    """A forked child, told of as subprocess.Popen tells of one; `send` gives it its orders."""

    stdin = stdout = stderr = None

    def __init__(self, folder: Path) -> None:
        self.returncode: int | None = None
        reader, self._writer = os.pipe()
        parent = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._writer)
            die_with_parent(parent)
            _become_kernel(reader, folder)
        os.close(reader)

    def send(self, command: list[str], environment: dict[str, str]) -> None:
        """Let the waiting child become a kernel."""
        with os.fdopen(self._writer, "w", encoding="utf-8") as orders:
            json.dump({"command": command, "environment": environment}, orders)

    def poll(self) -> int | None:
        """The exit code; None as long as it runs."""
        if self.returncode is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if done else None
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; returns the exit code."""
        while self.poll() is None:
            time.sleep(0.005)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


def _become_kernel(reader: int, folder: Path) -> None:
    """Wait for orders, then be a kernel until told to stop; never returns."""
    from ipykernel.kernelapp import IPKernelApp

    code = 1
    try:
        with os.fdopen(reader, encoding="utf-8") as pipe:
            told = pipe.read()
        if told:  # closed without a word: no kernel is wanted
            orders = json.loads(told)
            os.environ.update(orders["environment"])
            os.chdir(folder)
            kernel = IPKernelApp.instance()
            kernel.initialize(orders["command"][orders["command"].index("-f") :])
            kernel.start()
        code = 0
    finally:
        os._exit(code)


class ForkedProvisioner(LocalProvisioner):
    """Gives the manager the forked child in place of a new process."""

    async def launch_kernel(self, cmd: list[str], **kwargs: object) -> dict:
        """Send the child its orders; returns the connection's facts."""
        self.process = self.parent.forked
        self.pid = self.process.pid
        self.process.send(cmd, {key: str(value) for key, value in (kwargs.get("env") or {}).items()})
        return self.connection_info


class ForkedKernelManager(AsyncKernelManager):
    """A kernel manager whose kernel is forked: `forked` is set once per process by `prepare`."""

    forked = Instance(ForkedProcess, allow_none=True)

    @classmethod
    def prepare(cls, folder: Path) -> type["ForkedKernelManager"]:
        """Fork the kernel's process now, before any thread or event loop is there; returns a manager class for it."""
        child = ForkedProcess(folder)
        return type("PreparedKernelManager", (cls,), {"forked": child})

    async def _async_pre_start_kernel(self, **kwargs: object) -> tuple[list[str], dict]:
        if self.provisioner is None:
            self.provisioner = ForkedProvisioner(kernel_id="forked", kernel_spec=self.kernel_spec, parent=self)
        return await super()._async_pre_start_kernel(**kwargs)
