"""For spark-submit: spark-submit --master 'local[*]' spark/run.py news.jsonl --lake lake/."""

from chancery_spark.job import main

main()
