"""Documents as lines, whatever they are stored in."""

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

FORMATS = ("jsonl", "parquet", "warc")
# Between two records of a web archive stand two line ends; the version's last digit is left to the record.
BETWEEN_RECORDS = "\r\n\r\nWARC/1."
VERSION = "WARC/1."


def read_lines(spark: SparkSession, path: str, given: str | None = None) -> DataFrame:
    """Reads documents to (source, line): a JSON document a line, or a record of a web archive in base 64."""
    kind = given or _format_of(path)
    if kind == "parquet":
        table = spark.read.parquet(path)
        return table.select(_source(), F.to_json(F.struct(*table.columns)).alias("line"))
    if kind == "warc":
        records = spark.read.text(path, lineSep=BETWEEN_RECORDS)
        return records.select(_source(), _archived(F.col("value")).alias("line"))
    lines = spark.read.text(path)
    return lines.select(_source(), F.col("value").alias("line")).where(F.trim("line") != "")


def _format_of(path: str) -> str:
    """The format that a path's name tells."""
    name = path.rstrip("/").lower().removesuffix(".gz")
    if name.endswith(".warc"):
        return "warc"
    return "parquet" if name.endswith(".parquet") else "jsonl"


def _source() -> Column:
    return F.col("_metadata.file_path").alias("source")


def _archived(record: Column) -> Column:
    """A record as the line {"warc": "…"}; what the cut took from its begin is put back."""
    whole = F.when(record.startswith(VERSION), record).otherwise(F.concat(F.lit(VERSION), record))
    # Spark breaks base 64 into lines of 76 letters.
    packed = F.translate(F.base64(whole.cast("binary")), "\r\n", "")
    return F.concat(F.lit('{"warc":"'), packed, F.lit('"}'))
