"""One run of a program under strace: a forked child that is struck where the fault says.

The child tells what it acknowledges through a socket: `sendto` is no call any fault strikes, and
what was sent before a kill -9 still arrives. Forking saves half a second of imports for each run.
"""

import ctypes
import json
import os
import re
import signal
import socket
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.crash.faults import CALLS, Fault

Tell = Callable[[str, str], None]
"""Says that something is kept for good: what, and which."""

Act = Callable[[Path, Tell], None]
"""A program that works in a folder and tells what it acknowledges."""

_PR_SET_PTRACER = 0x59616D61
_LONGEST = 60
_CALL = re.compile(r"^\d+ +(\w+)\(", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a run ended; `bug` is what was raised that nobody can act on."""

    told: tuple[tuple[str, str], ...]
    was_killed: bool
    refusals: tuple[str, ...]
    bug: str


def run(act: Act, folder: Path, fault: Fault) -> Run:
    """Let `act` work in `folder` until it is done or struck down."""
    told, status = _traced(act, folder, ["-o", os.devnull, *fault.options])
    was_killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    bugs = [text for what, text in told if what == "bug"]
    if status and not was_killed and not bugs:
        bugs.append(f"ended with status {status}")
    return Run(
        told=tuple(one for one in told if one[0] not in {"bug", "refused"}),
        was_killed=was_killed,
        refusals=tuple(text for what, text in told if what == "refused"),
        bug="; ".join(bugs),
    )


def count(act: Act, folder: Path) -> Counter[str]:
    """How often an unharmed run makes each call."""
    log = folder / "strace.log"
    names = ",".join(f"?{call}" for call in CALLS)
    told, status = _traced(act, folder, ["-o", str(log), "-e", f"trace={names}"])
    if status or any(what in {"bug", "refused"} for what, _ in told):
        raise RuntimeError(f"an unharmed run went wrong: {told}")
    text = log.read_text(encoding="utf-8", errors="replace")
    log.unlink()
    return Counter(_CALL.findall(text))


def _traced(act: Act, folder: Path, options: Sequence[str]) -> tuple[list[tuple[str, str]], int]:
    ours, theirs = socket.socketpair()
    child = os.fork()
    if not child:
        ours.close()
        _be_child(act, folder, theirs)
    theirs.close()
    ours.settimeout(_LONGEST)
    ours.recv(1)
    with ours, _attached(child, options) as tracer:
        ours.send(b"!")
        told = _listen(ours)
        status = os.waitpid(child, 0)[1]
        tracer.wait(_LONGEST)
    return told, status


def _be_child(act: Act, folder: Path, line: socket.socket) -> None:
    """Never returns: what the parent holds open is not the child's to close."""

    def tell(what: str, which: str) -> None:
        line.send(json.dumps([what, which]).encode() + b"\n")

    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_long(-1), 0, 0, 0)
    line.send(b"?")
    line.recv(1)
    try:
        act(folder, tell)
    except BaseException as error:  # noqa: BLE001 - told to the parent, which judges
        tell("bug", f"{type(error).__name__}: {error}")
    os._exit(0)


def _attached(child: int, options: Sequence[str]) -> "subprocess.Popen[str]":
    """strace on a child that waits; returns once the child cannot go on without it."""
    tracer = subprocess.Popen(
        ["strace", "-f", *options, "-p", str(child)],
        stderr=subprocess.PIPE,
        text=True,
    )
    said = tracer.stderr.readline() if tracer.stderr else ""
    if "attached" not in said:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise RuntimeError(f"strace cannot attach here: {said.strip()}")
    return tracer


def _listen(line: socket.socket) -> list[tuple[str, str]]:
    """Everything told until the other end is gone."""
    heard = b""
    while piece := line.recv(1 << 16):
        heard += piece
    told = [json.loads(text) for text in heard.splitlines()]
    return [(what, which) for what, which in told]
