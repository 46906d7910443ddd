"""Trains the tagger and dependency parser (one network, several heads) and packs it into data/models/syntax.bin.

    pip install torch numpy
    python scripts/train-syntax.py --layers 2 --batch 1500 --rate 0.003 --epochs 16 --out build/first.bin
    python scripts/train-syntax.py --out build/second.bin
    npx tsx scripts/write-tokens.ts ../shared/corpora/wikinews/articles.jsonl build/news.conllu
    python scripts/train-syntax.py --label build/news.conllu --with build/first.bin build/second.bin --out build/agreed.conllu
    python scripts/train-syntax.py --start build/second.bin --extra build/agreed.conllu --epochs 3 --rate 0.001

The first two parsers differ in depth; the last starts from the second and also learns from news, where the two agree.

Features of a word are summed embeddings; a convolution and a stack of bidirectional gated recurrences give each token its
context; heads score tags, arcs (biaffine) and relations. Seeded and single-threaded. See data/models/syntax.md.
"""
import argparse
import collections
import json
import pathlib
import random
import struct
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

ROOT = pathlib.Path(__file__).resolve().parent.parent
KINDS = ("word", "suffix3", "suffix2", "prefix3", "shape")
LEAST_COUNT = {"word": 2, "suffix3": 4, "suffix2": 4, "prefix3": 6, "shape": 4}
ENDINGS = [("’s", ""), ("'s", ""), ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", "")]
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"})
DISTANCES = 8


# ---------------------------------------------------------------- data


class Sentence:
    def __init__(self, forms, tags, heads, relations):
        self.forms, self.tags, self.heads, self.relations = forms, tags, heads, relations


def read_conllu(path):
    rows, out = [], []
    for line in path.open(encoding="utf8"):
        line = line.rstrip("\n")
        if line == "":
            if rows:
                out.append(Sentence([r[1] for r in rows], [f"{r[3]} {r[4]}" for r in rows], [int(r[6]) if r[6] != "_" else -1 for r in rows], [r[7] for r in rows]))
            rows = []
        elif line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
    return out


def shape(form):
    out = []
    for char in form:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if not out or out[-1] != kind or (len(out) == 1 and kind == "X"):
            out.append(kind)
    return "".join(out)[:8]


def features(form):
    form = form.translate(QUOTES)
    lower = form.lower()
    return {"word": lower, "suffix3": lower[-3:], "suffix2": lower[-2:] + ("|" if len(lower) <= 2 else ""), "prefix3": lower[:3], "shape": shape(form)}


class Vectors:
    def __init__(self, path):
        raw = path.read_bytes()
        count, self.dimension, size = struct.unpack("<III", raw[8:20])
        self.rows = {word: at for at, word in enumerate(w for w in raw[20 : 20 + size].decode("utf8").split("\n") if w)}
        at = 20 + size
        scales = np.frombuffer(raw, "<f4", count, at)
        cells = np.frombuffer(raw, np.int8, count * self.dimension, at + 4 * count).reshape(count, -1)
        self.values = np.concatenate([np.zeros((1, self.dimension), "f4"), cells * scales[:, None]]).astype("f4")

    def index(self, word):
        """Row + 1; 0 for an unknown word."""
        lower = word.translate(QUOTES).lower()
        if lower in self.rows:
            return self.rows[lower] + 1
        for ending, instead in ENDINGS:
            if lower.endswith(ending) and len(lower) - len(ending) >= 3:
                row = self.rows.get(lower[: len(lower) - len(ending)] + instead)
                if row is not None:
                    return row + 1
        return 0


def labels(sentences):
    """The "UPOS XPOS" pairs seen three times or more, and all relations."""
    tags = [t for t, c in sorted(collections.Counter(t for s in sentences for t in s.tags).items()) if c >= 3]
    return tags, sorted({r for s in sentences for r in s.relations})


def vocabularies(sentences):
    counts = {kind: collections.Counter() for kind in KINDS}
    for sentence in sentences:
        for form in sentence.forms:
            for kind, value in features(form).items():
                counts[kind][value] += 1
    return {kind: ["<unknown>"] + sorted(v for v, c in counts[kind].items() if c >= LEAST_COUNT[kind] and "\n" not in v) for kind in KINDS}


class Indexer:
    def __init__(self, vocabulary, vectors, tags, relations):
        self.ids = {kind: {v: i for i, v in enumerate(values)} for kind, values in vocabulary.items()}
        self.vectors, self.cache = vectors, {}
        self.tags = {t: i for i, t in enumerate(tags)}
        self.relations = {r: i for i, r in enumerate(relations)}

    def word(self, form):
        found = self.cache.get(form)
        if found is None:
            values = features(form)
            found = [self.ids[kind].get(values[kind], 0) for kind in KINDS] + [self.vectors.index(form)]
            self.cache[form] = found
        return found

    def sentence(self, sentence):
        ids = np.array([self.word(form) for form in sentence.forms])
        tags = np.array([self.tags.get(t, -1) for t in sentence.tags])
        relations = np.array([self.relations.get(r, -1) for r in sentence.relations])
        return ids, tags, np.array(sentence.heads), relations


def invent(names, rng):
    """A name that no list holds: the head of one name and the tail of another."""
    head, tail = rng.choice(names), rng.choice(names)
    return head[: max(2, len(head) // 2)] + tail[len(tail) // 2 :].lower()


def headline(sentence):
    """The sentence as a headline: no articles, no last stop, no passive auxiliary; "to" in place of "will"."""
    forms, tags, heads, relations = list(sentence.forms), list(sentence.tags), list(sentence.heads), list(sentence.relations)
    above = set(heads)
    dropped = set()
    for at, (form, tag, relation) in enumerate(zip(forms, tags, relations)):
        word = form.lower()
        if at + 1 in above:
            continue
        if (relation == "det" and word in ("the", "a", "an")) or (relation == "aux:pass" and word in ("is", "are", "was", "were")):
            dropped.add(at)
        elif at == len(forms) - 1 and form == ".":
            dropped.add(at)
        elif word == "will" and relation == "aux" and tags[heads[at] - 1] == "VERB VB":
            forms[at], tags[at], relations[at] = "to", "PART TO", "mark"
    kept = [at for at in range(len(forms)) if at not in dropped]
    place = {0: 0, -1: -1} | {old + 1: new + 1 for new, old in enumerate(kept)}
    return Sentence([forms[at] for at in kept], [tags[at] for at in kept], [place[heads[at]] for at in kept], [relations[at] for at in kept])


def vary(sentence, names, rng):
    """The sentence, now and then as a headline, with invented names, in title case, in capitals or in small letters."""
    if len(sentence.forms) > 4 and rng.random() < 0.08:
        sentence = headline(sentence)
    return Sentence(vary_forms(sentence, names, rng), sentence.tags, sentence.heads, sentence.relations)


def vary_forms(sentence, names, rng):
    if rng.random() < 0.3:
        forms = [invent(names, rng) if tag == "PROPN NNP" and form[1:].islower() and rng.random() < 0.35 else form for form, tag in zip(sentence.forms, sentence.tags)]
        return forms
    draw = rng.random()
    if draw < 0.03:
        return [form.upper() for form in sentence.forms]
    if draw < 0.07:
        return [form[:1].upper() + form[1:] if len(form) > 3 else form for form in sentence.forms]
    if draw < 0.09:
        return [form.lower() for form in sentence.forms]
    return sentence.forms


def batches(sentences, indexer, size, rng=None):
    names = sorted({f for s in sentences for f, t in zip(s.forms, s.tags) if t == "PROPN NNP" and len(f) > 3 and f.isalpha()}) if rng else []
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i].forms) + (rng.random() * 3 if rng else 0)))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i].forms))
        if group and longest * (len(group) + 1) > size:
            groups.append(group)
            group, longest = [], len(sentences[i].forms)
        group.append(i)
    groups.append(group)
    if rng:
        rng.shuffle(groups)
    for group in groups:
        rows = [indexer.sentence(vary(sentences[i], names, rng) if rng else sentences[i]) for i in group]
        width = max(len(r[1]) for r in rows)
        ids = np.zeros((len(rows), width, len(KINDS) + 1), int)
        targets = np.full((3, len(rows), width), -1)
        mask = np.zeros((len(rows), width), bool)
        for at, (word_ids, tags, heads, relations) in enumerate(rows):
            n = len(tags)
            ids[at, :n], mask[at, :n] = word_ids, True
            targets[0, at, :n], targets[1, at, :n], targets[2, at, :n] = tags, heads, relations
        yield group, torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(targets)


# ---------------------------------------------------------------- network


def row_dropout(x, p, training):
    """Drops whole feature positions with one mask for all tokens of a sentence."""
    if not training or p == 0:
        return x
    return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= p) / (1 - p)


class Recurrence(nn.Module):
    """Bidirectional: candidate, forget and output gates see only the input, so that all products are made at once."""

    def __init__(self, inner, hidden):
        super().__init__()
        self.hidden = hidden
        self.weights = nn.Linear(inner, 6 * hidden)
        with torch.no_grad():
            self.weights.bias[2 * hidden : 4 * hidden] += 0.5

    def forward(self, x, mask):
        h = 2 * self.hidden
        candidate, forget, output = self.weights(x).split(h, 2)
        forget, keep = torch.sigmoid(forget), mask.unsqueeze(2)
        forget = torch.where(keep, forget, torch.ones(()))
        update = (1 - forget) * candidate
        half = self.hidden
        update = torch.cat([update[..., :half], update[..., half:].flip(1)], 2).unbind(1)
        forget = torch.cat([forget[..., :half], forget[..., half:].flip(1)], 2).unbind(1)
        state, states = torch.zeros_like(update[0]), []
        for u, f in zip(update, forget):
            state = torch.addcmul(u, f, state)
            states.append(state)
        states = torch.stack(states, 1)
        states = torch.cat([states[..., :half], states[..., half:].flip(1)], 2)
        return torch.sigmoid(output) * torch.tanh(states)


class Syntax(nn.Module):
    def __init__(self, vocabulary, vectors, tags, relations, o):
        super().__init__()
        self.o = o
        self.tables = nn.ModuleList(nn.Embedding(len(vocabulary[kind]), o.width) for kind in KINDS)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.4 / len(KINDS) ** 0.5)
        self.static = nn.Embedding.from_pretrained(torch.from_numpy(vectors.values), freeze=True)
        self.project = nn.Linear(vectors.dimension, o.width)
        self.edge = nn.Parameter(torch.zeros(o.width))
        self.convolution = nn.Conv1d(o.width, o.context, o.kernel, padding=0)
        layers = [Recurrence(o.context if i == 0 else 2 * o.hidden, o.hidden) for i in range(o.layers)]
        self.layers = nn.ModuleList(layers)
        out = 2 * o.hidden
        self.tag = nn.Linear(out, len(tags))
        self.dependent, self.head = nn.Linear(out, o.arc), nn.Linear(out, o.arc)
        self.bilinear = nn.Parameter(torch.eye(o.arc) * 0.2 + torch.randn(o.arc, o.arc) * 0.05)
        self.head_bias = nn.Parameter(torch.zeros(o.arc))
        self.root = nn.Parameter(torch.randn(o.arc) * 0.1)
        self.distance = nn.Parameter(torch.zeros(2 * DISTANCES))
        self.relation_dependent, self.relation_head = nn.Linear(out, o.relation), nn.Linear(out, o.relation, bias=False)
        self.relation_root = nn.Parameter(torch.zeros(o.relation))
        self.relation_distance = nn.Parameter(torch.zeros(2 * DISTANCES, o.relation))
        self.relation = nn.Linear(o.relation, len(relations))

    def embed(self, ids):
        drop = self.o.word_dropout if self.training else 0
        total = 0
        for at, table in enumerate(self.tables):
            index = ids[..., at]
            if drop:
                p = drop if at == 0 else drop / 3
                index = index * (torch.rand(index.shape) >= p)
            total = total + table(index)
        static = self.static(ids[..., -1])
        if drop:
            static = static * (torch.rand(static.shape[:2]) >= drop / 2).unsqueeze(2)
        return total + self.project(static)

    def encode(self, ids, mask):
        p = self.o.dropout
        x = torch.relu(self.embed(ids))
        x = torch.where(mask.unsqueeze(2), row_dropout(x, p, self.training), self.edge)
        side = self.edge.view(1, 1, -1).expand(len(x), self.o.kernel // 2, -1)
        x = torch.relu(self.convolution(torch.cat([side, x, side], 1).transpose(1, 2))).transpose(1, 2)
        x = row_dropout(x, p, self.training)
        for at, layer in enumerate(self.layers):
            y = layer(x, mask)
            x = row_dropout(y + x if at else y, p, self.training)
        return x

    def forward(self, ids, mask):
        x = self.encode(ids, mask)
        p = self.o.dropout
        dependent = row_dropout(torch.relu(self.dependent(x)), p, self.training)
        head = torch.cat([self.root.view(1, 1, -1).expand(len(x), 1, -1), torch.relu(self.head(x))], 1)
        head = row_dropout(head, p, self.training)
        arcs = (dependent @ self.bilinear) @ head.transpose(1, 2) + (head @ self.head_bias).unsqueeze(1)
        arcs = arcs + self.distance[self.buckets(x.shape[1])]
        allowed = torch.cat([torch.ones(len(x), 1, dtype=torch.bool), mask], 1).unsqueeze(1)
        arcs = arcs.masked_fill(~allowed, -1e4)
        own = torch.eye(x.shape[1] + 1, dtype=torch.bool)[1:]
        return x, self.tag(x), arcs.masked_fill(own, -1e4)

    def buckets(self, n):
        """Signed distance classes between dependents (rows) and heads (columns; column 0 is the root)."""
        gap = torch.arange(n + 1).unsqueeze(0) - torch.arange(1, n + 1).unsqueeze(1)
        size = gap.abs()
        kind = torch.bucketize(size, torch.tensor([1, 2, 3, 4, 6, 10, 18])).clamp(max=DISTANCES - 1)
        kind = kind + DISTANCES * (gap > 0)
        kind[:, 0] = 0
        return kind

    def relate(self, x, heads):
        """Relation scores of each token under the given head (0 is the root)."""
        above = torch.cat([self.relation_root.view(1, 1, -1).expand(len(x), 1, -1), self.relation_head(x)], 1)
        chosen = above.gather(1, heads.clamp(min=0).unsqueeze(2).expand(-1, -1, above.shape[2]))
        kind = self.buckets(x.shape[1])[torch.arange(x.shape[1]).unsqueeze(0), heads.clamp(min=0)]
        hidden = torch.relu(self.relation_dependent(x) + chosen + self.relation_distance[kind])
        return self.relation(row_dropout(hidden, self.o.dropout, self.training))


# ---------------------------------------------------------------- training


def evaluate(model, sentences, indexer, tags):
    model.eval()
    counts = collections.Counter()
    upos = np.array([t.split(" ")[0] for t in tags] + ["?"])
    with torch.no_grad():
        for group, ids, mask, targets in batches(sentences, indexer, 6000):
            x, tag_scores, arcs = model(ids, mask)
            heads = arcs.argmax(2)
            relations = model.relate(x, heads).argmax(2)
            tag = tag_scores.argmax(2)
            counts["n"] += int(mask.sum())
            counts["tag"] += int(((tag == targets[0]) & mask).sum())
            gold_upos = [s for i in group for s in (t.split(" ")[0] for t in sentences[i].tags)]
            counts["upos"] += int((upos[tag[mask].numpy()] == np.array(gold_upos)).sum())
            right = (heads == targets[1]) & mask
            counts["uas"] += int(right.sum())
            counts["las"] += int((right & (relations == targets[2])).sum())
    model.train()
    return {k: round(100 * counts[k] / counts["n"], 2) for k in ("upos", "tag", "uas", "las")}


def train(model, sentences, dev, indexer, tags, o):
    rng = random.Random(o.seed)
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=o.rate, betas=(0.9, 0.95), weight_decay=0.01)
    steps = sum(1 for _ in batches(sentences, indexer, o.batch, rng)) * o.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / 100) * max(0.01, 1 - s / steps))
    average = [p.detach().clone() for p in parameters]
    begun, step = time.time(), 0
    for epoch in range(o.epochs):
        total = 0.0
        for _, ids, mask, targets in batches(sentences, indexer, o.batch, rng):
            x, tag_scores, arcs = model(ids, mask)
            relation_scores = model.relate(x, targets[1])
            loss = F.cross_entropy(tag_scores[mask], targets[0][mask], ignore_index=-1)
            loss = loss + F.cross_entropy(arcs[mask], targets[1][mask], ignore_index=-1) + F.cross_entropy(relation_scores[mask], targets[2][mask], ignore_index=-1)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 2.0)
            optimiser.step()
            schedule.step()
            step += 1
            decay = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(average, [p.detach() for p in parameters], 1 - decay)
            total += float(loss.detach())
        swap(parameters, average)
        print(f"epoch {epoch + 1} loss {total:.1f} {evaluate(model, dev, indexer, tags)} {time.time() - begun:.0f} s", flush=True)
        if epoch + 1 < o.epochs:
            swap(parameters, average)


def swap(left, right):
    with torch.no_grad():
        for a, b in zip(left, right):
            keep = a.clone()
            a.copy_(b)
            b.copy_(keep)


# ---------------------------------------------------------------- packing


def quantise(matrix):
    """int8 rows with a float32 scale each."""
    scales = np.maximum(np.abs(matrix).max(1), 1e-8) / 127
    return np.rint(matrix / scales[:, None]).astype(np.int8), scales.astype("<f4")


def named_tensors(model):
    """The matrices (packed as int8) and the vectors (packed as float32) of a model, by name."""
    matrices = {kind: table.weight for kind, table in zip(KINDS, model.tables)}
    matrices["static"] = model.project.weight
    for k in range(model.o.kernel):
        matrices[f"convolution{k}"] = model.convolution.weight[:, :, k]
    for at, layer in enumerate(model.layers):
        matrices[f"layer{at}"] = layer.weights.weight
    matrices.update(tag=model.tag.weight, dependent=model.dependent.weight, head=model.head.weight, bilinear=model.bilinear.T)
    matrices.update(relation_dependent=model.relation_dependent.weight, relation_head=model.relation_head.weight)
    matrices.update(relation_distance=model.relation_distance, relation=model.relation.weight)
    vectors = {"static_bias": model.project.bias, "edge": model.edge, "convolution_bias": model.convolution.bias}
    for at, layer in enumerate(model.layers):
        vectors[f"layer{at}_bias"] = layer.weights.bias
    vectors.update(tag_bias=model.tag.bias, dependent_bias=model.dependent.bias, head_layer_bias=model.head.bias, head_bias=model.head_bias)
    vectors.update(root=model.root, distance=model.distance, relation_dependent_bias=model.relation_dependent.bias)
    vectors.update(relation_root=model.relation_root, relation_bias=model.relation.bias)
    return matrices, vectors


def unpack(path, vectors, o):
    """The model that `pack` wrote, with its labels and vocabulary."""
    raw = path.read_bytes()
    size = struct.unpack("<I", raw[8:12])[0]
    head = json.loads(raw[12 : 12 + size])
    shape = argparse.Namespace(**{**vars(o), **{k: head[k] for k in ("width", "context", "kernel", "hidden", "layers", "arc", "relation")}})
    model = Syntax(head["vocabulary"], vectors, head["tags"], head["relations"], shape)
    matrices, plain = named_tensors(model)
    with torch.no_grad():
        for entry in head["tensors"]:
            at, rows, columns = 12 + size + entry["at"], entry["rows"], entry["columns"]
            if entry.get("plain"):
                value = np.frombuffer(raw, "<f4", columns, at)
            else:
                scales = np.frombuffer(raw, "<f4", rows, at)
                value = np.frombuffer(raw, np.int8, rows * columns, at + 4 * rows).reshape(rows, columns) * scales[:, None]
            {**matrices, **plain}[entry["name"]].copy_(torch.from_numpy(value.astype("f4")))
    return model, head


def label_agreed(o, vectors):
    """Writes the sentences of --label with the tags and arcs that all models of --with give alike; others are "_"."""
    sentences = read_conllu(o.label)
    votes = [[] for _ in sentences]
    for path in o.models:
        model, head = unpack(path, vectors, o)
        indexer = Indexer(head["vocabulary"], vectors, head["tags"], head["relations"])
        model.eval()
        with torch.no_grad():
            for group, ids, mask, _ in batches(sentences, indexer, 6000):
                x, tag_scores, arcs = model(ids, mask)
                heads = arcs.argmax(2)
                names, tags = model.relate(x, heads).argmax(2), tag_scores.argmax(2)
                for at, i in enumerate(group):
                    n = len(sentences[i].forms)
                    votes[i].append((tags[at, :n].tolist(), heads[at, :n].tolist(), names[at, :n].tolist()))
    kept = total = 0
    with o.out.open("w", encoding="utf8") as file:
        for sentence, vote in zip(sentences, votes):
            for at, form in enumerate(sentence.forms):
                tag, arc, name = ({v[k][at] for v in vote} for k in range(3))
                agreed = len(arc) == 1
                upos, xpos = head["tags"][tag.pop()].split(" ") if len(tag) == 1 else ("X", "_")
                relation = head["relations"][name.pop()] if agreed and len(name) == 1 else "_"
                file.write(f"{at + 1}\t{form}\t_\t{upos}\t{xpos}\t_\t{arc.pop() if agreed else '_'}\t{relation}\t_\t_\n")
                kept, total = kept + agreed, total + 1
            file.write("\n")
    print(f"{o.out}: the models agree on {100 * kept / total:.1f} % of {total} arcs")


def pack(path, model, vocabulary, tags, relations):
    o = model.o
    parts, plain = named_tensors(model)
    blob, index, off = [], [], 0
    with torch.no_grad():
        for name, tensor in list(parts.items()) + list(plain.items()):
            value = tensor.numpy().astype("f4")
            if name in parts:
                cells, scales = quantise(value)
                tensor.copy_(torch.from_numpy(cells * scales[:, None]))
                raw = scales.tobytes() + cells.tobytes()
                index.append({"name": name, "rows": value.shape[0], "columns": value.shape[1], "at": off})
            else:
                raw = value.astype("<f4").tobytes()
                index.append({"name": name, "rows": 1, "columns": value.size, "at": off, "plain": True})
            raw += b"\0" * (-len(raw) % 4)
            blob.append(raw)
            off += len(raw)
    head = {
        "width": o.width, "context": o.context, "kernel": o.kernel, "hidden": o.hidden, "layers": o.layers, "arc": o.arc,
        "relation": o.relation, "tags": tags, "relations": relations, "vocabulary": vocabulary, "tensors": index,
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf8")
    text += b" " * (-len(text) % 4)
    path.write_bytes(b"CHSYNT01" + struct.pack("<I", len(text)) + text + b"".join(blob))
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=pathlib.Path, default=ROOT.parent / "shared/corpora")
    parser.add_argument("--vectors", type=pathlib.Path, default=ROOT / "data/models/vectors.bin")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "data/models/syntax.bin")
    parser.add_argument("--start", type=pathlib.Path, help="a packed model to go on from")
    parser.add_argument("--extra", type=pathlib.Path, help="more training sentences; what is '_' is not learnt")
    parser.add_argument("--label", type=pathlib.Path, help="label these sentences instead of training")
    parser.add_argument("--with", type=pathlib.Path, nargs="+", dest="models")
    for name, value in dict(width=128, context=160, kernel=5, hidden=96, layers=3, arc=64, relation=64, epochs=20, batch=800, seed=7, most=6000).items():
        parser.add_argument(f"--{name}", type=int, default=value)
    for name, value in {"rate": 0.002, "dropout": 0.25, "word-dropout": 0.15}.items():
        parser.add_argument(f"--{name}", type=float, default=value)
    o = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    vectors = Vectors(o.vectors)
    if o.label:
        label_agreed(o, vectors)
        return
    sentences = read_conllu(o.corpora / "ud-english/train.conllu")
    dev = read_conllu(o.corpora / "ud-english/dev.conllu")
    tags, relations = labels(sentences)
    extra = read_conllu(o.extra) if o.extra else []
    extra = extra[:: max(1, len(extra) // o.most)]
    vocabulary = vocabularies(sentences)
    model = unpack(o.start, vectors, o)[0] if o.start else Syntax(vocabulary, vectors, tags, relations, o)
    print({k: len(v) for k, v in vocabulary.items()}, len(tags), "tags", len(relations), "relations", len(extra), "extra")
    indexer = Indexer(vocabulary, vectors, tags, relations)
    train(model, sentences + extra, dev, indexer, tags, o)
    pack(o.out, model, vocabulary, tags, relations)
    print("quantised", evaluate(model, dev, indexer, tags))


if __name__ == "__main__":
    main()
