"""The tables of a lake as the command describes them; nothing of them is known here."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

# DuckDB's words for types, in Spark's.
TYPES = {
    "VARCHAR": "string",
    "INTEGER": "int",
    "BIGINT": "bigint",
    "DOUBLE": "double",
    "BOOLEAN": "boolean",
    "DATE": "date",
}


@dataclass(frozen=True)
class Lake:
    """The coder's version, and each table's columns as the fields of a struct."""

    coder: str
    described: str
    tables: dict[str, str]

    def rows(self, names: Sequence[str]) -> str:
        """The type of a struct that holds rows of these tables."""
        return f"struct<{','.join(f'{name}:array<struct<{self.tables[name]}>>' for name in names)}>"


def read_lake(command: Sequence[str], coding: Sequence[str]) -> Lake:
    """Asks the command for its tables, and for the coder's version under the options for coding."""
    asked = [*command, "lake-schema", *coding]
    described = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    given = json.loads(described)
    tables = {
        name: ",".join(f"`{column['name']}`:{TYPES[column['type']]}" for column in columns)
        for name, columns in given["tables"].items()
    }
    return Lake(given["coder"], described.strip(), tables)
