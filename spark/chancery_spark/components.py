"""Connected components of things that share keys, as rounds of joins."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def components(memberships: DataFrame) -> DataFrame:
    """
    Gives every node the component in which it lies: (node, component), from (node, key), all of them whole numbers.

    Two nodes that share a key, however many steps away, get the same component: the least of their numbers. In each round a node
    goes over to the least of its neighbours, and those that went to one are one from there on; keys that hold one node only are
    done with. So the table shrinks from round to round, and the last round has none.
    """
    edges = _shared(memberships.distinct())
    labels = memberships.select("node", F.col("node").alias("component")).distinct().checkpoint()
    while not edges.isEmpty():
        least = edges.groupBy("key").agg(F.min("node").alias("least"))
        moves = edges.join(least, "key").groupBy("node").agg(F.min("least").alias("to")).checkpoint()
        edges = _shared(edges.join(moves, "node").select(F.col("to").alias("node"), "key").distinct())
        moved = moves.withColumnRenamed("node", "component")
        labels = labels.join(moved, "component", "left").select("node", F.coalesce("to", "component").alias("component"))
        labels = labels.checkpoint()
    return labels


def _shared(edges: DataFrame) -> DataFrame:
    """The rows of keys that hold more than one node."""
    shared = edges.groupBy("key").agg(F.count("*").alias("nodes")).where("nodes > 1").select("key")
    return edges.join(shared, "key", "left_semi").select("node", "key").checkpoint()
