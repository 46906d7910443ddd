"""Long-lived processes that read lines and write lines, and what to do when one of them hangs or dies."""

import contextlib
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from queue import Empty, Full, Queue
from threading import Thread

# Exit codes of a command that did its work: all of it, or all but lines that it named.
DONE = (0, 3)
# A line that every version answers, if only with an error: who answers it has started.
PROBE = "{}"
# Lines sent ahead, so that the process does not wait for us between two of them.
AHEAD = 8
# Seconds that a process has to end once its output has ended.
FAREWELL = 10.0


class CommandFailedError(RuntimeError):
    """The command cannot run, or ended without doing its work; Spark tries the task again."""


@dataclass(frozen=True)
class Answer:
    """What came of one line: the line that answers it, or why there is none."""

    line: str
    answer: str | None
    fault: str | None


class LineProcess:
    """A command that answers lines. Threads write to it and read from it, so that one that hangs cannot hold us."""

    def __init__(self, command: Sequence[str]) -> None:
        """Starts the command."""
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._out: Queue[bytes | None] = Queue(2 * AHEAD)
        self._in: Queue[bytes | None] = Queue(2 * AHEAD)
        for work in (self._write, self._read):
            Thread(target=work, daemon=True).start()

    def _write(self) -> None:
        stdin = self._process.stdin
        assert stdin is not None
        # Where the process is gone, the reader meets the end of its output, and tells.
        with contextlib.suppress(OSError), stdin:
            while (line := self._out.get()) is not None:
                stdin.write(line)
                stdin.flush()

    def _read(self) -> None:
        stdout = self._process.stdout
        assert stdout is not None
        with stdout:
            for line in stdout:
                self._in.put(line)
        self._in.put(None)

    def send(self, line: str) -> None:
        """Sends one line."""
        self._out.put(encoded(line))

    def receive(self, seconds: float) -> str | None:
        """Gives the next line; None where the output has ended. Raises Empty once the time is over."""
        line = self._in.get(timeout=seconds)
        return None if line is None else decoded(line)

    def finish(self) -> int:
        """Says that no line follows, and waits for the end; gives the exit code."""
        with contextlib.suppress(Full):
            self._out.put_nowait(None)
        try:
            return self._process.wait(FAREWELL)
        except subprocess.TimeoutExpired:
            return self.kill()

    def kill(self) -> int:
        """Ends the process, whatever it is at; gives the exit code."""
        self._process.kill()
        with contextlib.suppress(Full):
            self._out.put_nowait(None)
        return self._process.wait()


def encoded(line: str) -> bytes:
    """A line as it goes through a pipe; a break within JSON is mere space, and would make two lines of one."""
    return f"{line.replace(chr(10), ' ')}\n".encode("utf-8", "surrogatepass")


def decoded(line: bytes) -> str:
    """A line as it comes out of a pipe."""
    return line.decode("utf-8", "surrogatepass").rstrip("\n")


def started(command: Sequence[str], seconds: float) -> LineProcess:
    """Starts a command that answers line by line, and waits until it does."""
    try:
        process = LineProcess(command)
    except OSError as error:
        raise CommandFailedError(f"{command[0]} cannot be started: {error}") from error
    process.send(PROBE)
    try:
        answer = process.receive(seconds)
    except Empty:
        process.kill()
        raise CommandFailedError(f"{' '.join(command)}: no answer within {seconds:g} s of its start") from None
    if answer is None:
        raise CommandFailedError(f"{' '.join(command)}: ended at its start with exit code {process.finish()}")
    return process


def answers(lines: Iterable[str], command: Sequence[str], seconds: float, tries: int = 2) -> Iterator[Answer]:
    """
    Gives the answer to every line, in order.

    A line on which the command dies, or is silent for longer than it may be, is tried again in a new process and given up after
    so many tries; the lines sent after it are sent again.
    """
    coming = iter(lines)
    pending: deque[str] = deque()
    failures = 0
    process = started(command, seconds)
    try:
        while True:
            while len(pending) < AHEAD and (line := next(coming, None)) is not None:
                pending.append(line)
                process.send(line)
            if not pending:
                break
            answer, fault = _answer(process, seconds)
            if answer is None:
                failures += 1
                process.kill()
                process = started(command, seconds)
            if answer is not None or failures >= tries:
                failures = 0
                yield Answer(pending.popleft(), answer, fault)
            if answer is None:
                for line in pending:
                    process.send(line)
        code = process.finish()
        if code not in DONE:
            raise CommandFailedError(f"{' '.join(command)}: ended with exit code {code}")
    finally:
        process.kill()


def _answer(process: LineProcess, seconds: float) -> tuple[str | None, str | None]:
    """The next answer, or why there is none."""
    try:
        answer = process.receive(seconds)
    except Empty:
        return None, f"the coder was silent for {seconds:g} s on it and was ended"
    return answer, None if answer is not None else f"the coder ended on it with exit code {process.finish()}"


def piped(lines: Iterable[str], command: Sequence[str]) -> Iterator[str]:
    """Pipes lines through a command that answers them with any number of lines; every one of them must be good."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None and stdout is not None
    failed: list[BaseException] = []

    def feed() -> None:
        try:
            with stdin:
                for line in lines:
                    stdin.write(encoded(line))
        except BaseException as error:
            # Told by the thread that reads: input that breaks off must not look like input that ended.
            failed.append(error)

    feeding = Thread(target=feed, daemon=True)
    feeding.start()
    try:
        with stdout:
            for line in stdout:
                yield decoded(line)
        code = process.wait()
        feeding.join()
        if code != 0:
            raise CommandFailedError(f"{' '.join(command)}: ended with exit code {code}; its messages stand above")
        if failed:
            raise failed[0]
    finally:
        process.kill()
