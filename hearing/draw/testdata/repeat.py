"""Repeats draws from their records, from the description in doc.go alone."""
import hashlib
import hmac
import json
import sys
import unicodedata

CLASSES = {"law": "法律型", "expert": "专家型", "social": "社会型", "": ""}


def words(key):
    block = 0
    while True:
        b = hmac.new(key, str(block).encode(), hashlib.sha256).digest()
        for i in range(0, 32, 8):
            yield int.from_bytes(b[i:i + 8], "big")
        block += 1


def below(stream, n):
    limit = 2**64 // n * n
    while True:
        w = next(stream)
        if w < limit:
            return w % n


def fits(quota, person):
    if quota.get("class") and quota["class"] != person.get("class"):
        return False
    return not quota.get("specialty") or quota["specialty"] in person.get("specialties", [])


def choose(pool, order, draw):
    quotas, taken = draw.get("quotas", []), []

    def first(quota=None):
        for n in order:
            if n not in taken and (quota is None or fits(quota, pool[n - 1])):
                taken.append(n)
                return [n]
        return []

    drawn = []
    for q in quotas:
        while sum(fits(q, pool[n - 1]) for n in drawn) < q["n"]:
            drawn += first(q)
    while len(drawn) < draw["officers"]:
        drawn += first()
    spare = []
    for q in quotas:
        if len(spare) < draw["alternates"] and not any(fits(q, pool[n - 1]) for n in spare):
            spare += first(q)
    while len(spare) < draw["alternates"] and len(taken) < len(pool):
        spare += first()
    return sorted(drawn, key=order.index), sorted(spare, key=order.index)


def repeat(draw):
    pool = sorted(draw["pool"], key=lambda p: hashlib.sha256(p["person"].encode()).hexdigest()[:10])
    listing = ""
    for i, p in enumerate(pool, 1):
        code = hashlib.sha256(p["person"].encode()).hexdigest()[:10]
        listing += "\t".join([str(i), code, p["name"], CLASSES[p.get("class", "")], "、".join(p.get("specialties", []))]) + "\n"
    pool_hash = hashlib.sha256(listing.encode()).hexdigest()
    seed = " ".join(unicodedata.normalize("NFKC", draw["seed"]).split())
    stream = words(hashlib.sha256(f"hearingdesk-draw-1\n{pool_hash}\n{seed}\n".encode()).digest())
    order = list(range(1, len(pool) + 1))
    for i in range(len(order) - 1, 0, -1):
        j = below(stream, i + 1)
        order[i], order[j] = order[j], order[i]
    drawn, spare = choose(pool, order, draw)
    return {"pool_hash": pool_hash, "seed": seed, "order": order, "drawn": drawn, "spare": spare}


failed = 0
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as f:
        record = json.load(f)["draw"]
    for key, value in repeat(record).items():
        if record.get(key, []) != value:
            print(name, key, record.get(key), value)
            failed = 1
if failed:
    sys.exit(1)
print(len(sys.argv) - 1, "records repeated")
