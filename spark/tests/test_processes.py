"""What becomes of lines when the process that answers them hangs or dies."""

import sys
import unittest
from collections.abc import Iterator

from chancery_spark.processes import AHEAD, CommandFailedError, answers, piped

# Answers every line with itself in capitals, one at a time; dies or hangs on some.
ANSWERING = """
import sys, time
for line in sys.stdin:
    if "crash" in line: sys.exit(9)
    if "hang" in line: time.sleep(3600)
    print(line.strip().upper(), flush=True)
"""
COMMAND = [sys.executable, "-c", ANSWERING]
SECONDS = 20.0


def outcome(lines: list[str], seconds: float = SECONDS) -> list[tuple[str, str | None, str | None]]:
    return [(told.line, told.answer, told.fault) for told in answers(lines, COMMAND, seconds)]


class Answers(unittest.TestCase):
    def test_every_line_is_answered_in_order(self) -> None:
        lines = [f"line {number}" for number in range(5 * AHEAD)]
        self.assertEqual(outcome(lines), [(line, line.upper(), None) for line in lines])

    def test_a_line_on_which_the_process_dies_is_given_up_and_no_other(self) -> None:
        lines = ["a", "b", "crash", "c", "crash again", "d"]
        told = outcome(lines)
        self.assertEqual([line for line, answer, _ in told if answer is not None], ["a", "b", "c", "d"])
        self.assertEqual([line for line, _, _ in told], lines)
        self.assertEqual(told[2][2], "the coder ended on it with exit code 9")

    def test_a_line_on_which_the_process_hangs_is_given_up_after_its_time(self) -> None:
        told = outcome(["a", "hang", "b"], 6.0)
        self.assertEqual([answer for _, answer, _ in told], ["A", None, "B"])
        self.assertEqual(told[1][2], "the coder was silent for 6 s on it and was ended")

    def test_letters_beyond_ascii_pass_both_ways(self) -> None:
        self.assertEqual(outcome(["“Łukasz” 习近平 \u2028"])[0][1], "“ŁUKASZ” 习近平")

    def test_a_break_within_a_line_does_not_make_two_of_it(self) -> None:
        self.assertEqual([answer for _, answer, _ in outcome(["a\nb", "c"])], ["A B", "C"])

    def test_a_command_that_does_not_start_fails_the_task_and_loses_no_line(self) -> None:
        for command in (["/no/such/command"], [sys.executable, "-c", "raise SystemExit(2)"]):
            with self.assertRaises(CommandFailedError):
                list(answers(["a"], command, SECONDS))


class Piped(unittest.TestCase):
    def test_a_command_may_answer_a_line_with_many(self) -> None:
        command = [sys.executable, "-c", "import sys\nfor line in sys.stdin: print(line * 2, end='')"]
        self.assertEqual(list(piped(["a", "b"], command)), ["a", "a", "b", "b"])

    def test_a_command_that_leaves_lines_out_fails_the_task(self) -> None:
        command = [sys.executable, "-c", "import sys\nsys.stdin.read()\nsys.exit(3)"]
        with self.assertRaises(CommandFailedError):
            list(piped(["a"], command))

    def test_input_that_breaks_off_fails_the_task(self) -> None:
        def broken() -> Iterator[str]:
            yield "a"
            raise ValueError("the disk is gone")

        with self.assertRaises(ValueError):
            list(piped(broken(), COMMAND))


if __name__ == "__main__":
    unittest.main()
