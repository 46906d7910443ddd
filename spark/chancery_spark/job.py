"""The command line: documents from any path that Spark reads, a lake of Parquet in another."""

import argparse
import shlex
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from chancery_spark.schema import read_lake
from chancery_spark.sources import FORMATS, read_lines
from chancery_spark.stages import (
    CODED,
    LINKED,
    Job,
    code,
    documents,
    kept,
    linked,
    rejects,
    series,
    write,
    write_tables,
)

# Longer than the coder's own limit for one document, so that it mostly tells itself which document was too much.
SECONDS = 120.0
STAGES = ("all", "code", "link")
MODES = ("accurate", "fast")


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="chancery-spark", description=__doc__)
    parser.add_argument("inputs", nargs="*", help="JSONL, Parquet or WARC, at any path that Spark reads")
    parser.add_argument("--lake", required=True, help="folder of the lake; a run adds to what is there")
    parser.add_argument("--format", choices=FORMATS, help="of the inputs, where their names do not tell")
    parser.add_argument("--partitions", type=int, help="Node processes to spread the work over (default: one a core)")
    parser.add_argument("--chancery", default="chancery", help="the command, as every executor can run it")
    parser.add_argument("--mode", choices=MODES, help="how thoroughly to code, as the command has it")
    parser.add_argument("--outlets", help="a TSV of your own outlets, at a path that every executor can read")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long one document may take")
    parser.add_argument("--stage", choices=STAGES, default="all", help="code adds documents, link makes the tables")
    given = parser.parse_args(arguments)
    if given.stage != "link" and not given.inputs:
        parser.error("no inputs: name files or folders with documents")
    return given


def run(given: argparse.Namespace, spark: SparkSession) -> dict[str, int]:
    """Runs the stages that were asked for; gives the number of rows of what was written."""
    spark.sparkContext.setCheckpointDir(f"{given.lake}/_work")
    command = shlex.split(given.chancery)
    partitions = given.partitions or spark.sparkContext.defaultParallelism
    outlets = [] if given.outlets is None else ["--outlets", given.outlets]
    coding = [] if given.mode is None else ["--mode", given.mode]
    job = Job(spark, command, given.lake, read_lake(command, coding), partitions, given.seconds, coding, outlets)
    if given.stage != "link":
        for path in given.inputs:
            code(job, read_lines(spark, path, given.format))
    return {} if given.stage == "code" else build(job)


def build(job: Job) -> dict[str, int]:
    """Makes the tables of the lake from everything that was ever coded into it."""
    state(job, "being written")
    coded = kept(documents(job))
    write_tables(job, coded, CODED)
    lost = kept(rejects(job))
    write(job, lost, "rejects")
    happenings = kept(linked(job, coded))
    write_tables(job, happenings, LINKED)
    write_tables(job, series(job, happenings), ["relations"])
    state(job, "whole")
    return {"documents": coded.count(), "rejects": lost.count(), "happenings": happenings.count()}


def state(job: Job, word: str) -> None:
    """Notes beside the tables whether they are whole, and of which version."""
    note = F.struct(F.lit(word).alias("state"), F.lit(job.schema.described).alias("described"))
    job.spark.range(1).select(F.to_json(note)).coalesce(1).write.mode("overwrite").text(f"{job.lake}/_lake")


def session() -> SparkSession:
    """A session whose executors have this package."""
    spark = (
        SparkSession.builder.appName("Chancery")
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .getOrCreate()
    )
    package = Path(__file__).parent
    # From a zip, --py-files has brought it already.
    if package.is_dir():
        packed = Path(tempfile.mkdtemp()) / f"{package.name}.zip"
        with zipfile.ZipFile(packed, "w") as archive:
            for file in package.glob("*.py"):
                archive.write(file, f"{package.name}/{file.name}")
        spark.sparkContext.addPyFile(str(packed))
    return spark


def main() -> None:
    """Runs the job."""
    given = options(sys.argv[1:])
    spark = session()
    try:
        for name, count in run(given, spark).items():
            print(f"{name}: {count}")
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
