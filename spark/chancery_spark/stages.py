"""The stages from documents to a lake. What a document says, and what belongs together, the command decides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyspark import StorageLevel
from pyspark.sql import Column, DataFrame, Row, SparkSession
from pyspark.sql import functions as F

from chancery_spark.components import components
from chancery_spark.processes import answers, piped
from chancery_spark.schema import Lake

CODED = ("documents", "events", "participants", "attributions", "quantities")
LINKED = ("happenings", "happening_events", "happening_pairs")
ANSWERED = "input string, source string, line string, answer string, fault string"
# What linking asks of an event's document.
META = ("published", "publisher_name", "publisher_domain", "signature")


@dataclass(frozen=True)
class Job:
    """What a run is given."""

    spark: SparkSession
    command: Sequence[str]
    lake: str
    schema: Lake
    partitions: int
    seconds: float
    coding: Sequence[str]
    outlets: Sequence[str]

    @property
    def answered(self) -> str:
        """Where answers are kept from run to run: what one version of the coder has answered is never asked again."""
        version = "".join(letter if letter.isalnum() else "-" for letter in self.schema.coder)
        return f"{self.lake}/_answers/{version}"


def code(job: Job, lines: DataFrame) -> None:
    """Has every line coded that was not coded before, and keeps the answers beside those of earlier runs."""
    new = lines.withColumn("input", F.sha2("line", 256)).repartition(job.partitions, "input")
    new = new.dropDuplicates(["input"])
    known = _read_if_there(job.spark, job.answered)
    if known is not None:
        new = new.join(known.select("input"), "input", "left_anti")
    command, seconds = [*job.command, "code", "--by-document", *job.coding, "-"], job.seconds

    def coded(rows: Iterable[Row]) -> Iterator[tuple[str | None, ...]]:
        held: dict[str, Row] = {}

        def sent() -> Iterator[str]:
            for row in rows:
                held[row.line] = row
                yield row.line

        for told in answers(sent(), command, seconds):
            row = held.pop(told.line)
            yield row.input, row.source, told.line, told.answer, told.fault

    rows = new.select("input", "source", "line").rdd.mapPartitions(coded)
    table = job.spark.createDataFrame(rows, ANSWERED)
    table.write.mode("append").option("compression", "zstd").parquet(job.answered)


def documents(job: Job) -> DataFrame:
    """
    Every document that was coded, once.

    Whatever was answered twice counts once; of several documents under one id the one published last stands, and of these the one
    with the greatest hash.
    """
    wanted = ",".join(
        [
            "id:string,hash:string,published:string,month:string",
            f"tables:{job.schema.rows(CODED)}",
            "links:array<struct<event:string,keys:array<string>>>",
        ]
    )
    told = job.spark.read.parquet(job.answered).where("answer is not null")
    read = told.select(F.from_json("answer", f"documents array<struct<{wanted}>>").alias("answer"))
    each = read.select(F.explode("answer.documents").alias("document"))
    last = F.struct("document.published", "document.hash")
    return each.groupBy("document.id").agg(F.max_by("document", last).alias("document")).select("document.*")


def rejects(job: Job) -> DataFrame:
    """Every line that was lost, with the reason."""
    told = job.spark.read.parquet(job.answered)
    reason = F.coalesce("fault", F.get_json_object("answer", "$.error"))
    lost = told.dropDuplicates(["input"]).withColumn("reason", reason).where("reason is not null")
    return lost.select("input", "source", "reason", "line")


def linked(job: Job, coded: DataFrame) -> DataFrame:
    """
    Every happening, with its rows.

    Events are linked in groups that share no key, each in one process as if there were no others: see docs/spark.md for why that
    is exact.
    """
    links = coded.select(F.explode("links").alias("link")).select("link.*")
    node = F.xxhash64("event")
    labels = components(links.select(node.alias("node"), F.explode("keys")).select("node", F.xxhash64("col").alias("key")))
    document = F.col("tables.documents")[0]
    events = coded.select(*(document[name].alias(name) for name in META), F.explode("tables.events").alias("row"))
    events = events.select(*META, "row.document", "row.position", "row.event", F.xxhash64("row.id").alias("node"))
    grouped = events.join(labels, "node", "left").withColumn("group", F.coalesce("component", "node").cast("string"))
    ordered = grouped.repartition(job.partitions, "group").sortWithinPartitions("group", "document", "position")
    lines = ordered.select(F.to_json(F.struct("group", "event", *META)))
    return _through(job, lines, ["link", "--by-group", *job.outlets, "-"], LINKED)


def series(job: Job, happenings: DataFrame) -> DataFrame:
    """The relation of every pair of states, month by month."""
    record = F.col("tables.happenings")[0]["happening"]
    paired = happenings.select("id", record.alias("happening"), F.explode("tables.happening_pairs").alias("row"))
    ordered = paired.select("row.pair", "id", "happening").repartition(job.partitions, "pair")
    lines = ordered.sortWithinPartitions("pair", "id").select(F.to_json(F.struct("pair", "happening")))
    return _through(job, lines, ["series", "--by-pair", "-"], ["relations"])


def _through(job: Job, lines: DataFrame, arguments: Sequence[str], tables: Sequence[str]) -> DataFrame:
    """Pipes each partition through the command, whose every line holds rows of tables and their month."""
    command = [*job.command, *arguments]
    told = lines.rdd.mapPartitions(lambda rows: ((line,) for line in piped((row[0] for row in rows), command)))
    read = job.spark.createDataFrame(told, "told string")
    wanted = f"id string, month string, tables {job.schema.rows(tables)}"
    return read.select(F.from_json("told", wanted).alias("told")).select("told.*")


def write_tables(job: Job, rows: DataFrame, tables: Sequence[str]) -> None:
    """Writes the tables as Parquet, a folder a month."""
    for table in tables:
        each = rows.select("month", F.explode(f"tables.{table}").alias("row")).select("month", "row.*")
        write(job, each, table, F.col("month"))


def write(job: Job, rows: DataFrame, table: str, *parts: Column) -> None:
    """Writes one table in the place of the one that was there."""
    placed = rows.repartition(job.partitions, *parts) if parts else rows.coalesce(1)
    writer = placed.write.mode("overwrite").option("compression", "zstd")
    (writer.partitionBy("month") if parts else writer).parquet(f"{job.lake}/{table}")


def kept(rows: DataFrame) -> DataFrame:
    """The rows on disk, for what is used more than once; a lost part is made again."""
    return rows.persist(StorageLevel.DISK_ONLY)


def _read_if_there(spark: SparkSession, path: str) -> DataFrame | None:
    from pyspark.errors import AnalysisException

    try:
        return spark.read.schema(ANSWERED).parquet(path)
    except AnalysisException as error:
        if error.getCondition() == "PATH_NOT_FOUND":
            return None
        raise
