"""A second implementation of the tree, the proofs and the leaf, in another language, straight from RFC 6962 and RFC 8785.

Reads questions from standard input, one JSON object a line, and answers each with one line:
{"leaves": [hex...]}                         -> root in hexadecimal
{"inclusion": index, "leaves": [hex...]}     -> audit path
{"consistency": size, "leaves": [hex...]}    -> consistency proof
{"leaf": {...}}                              -> canonical JSON of a leaf's content, and its hash
Nothing here was written by looking at the other implementation; that is its use.
"""
import hashlib
import json
import sys


def leaf_hash(content: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + content).digest()


def root(hashes):
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = 1 << ((len(hashes) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + root(hashes[:k]) + root(hashes[k:])).digest()


def path(m, hashes):
    if len(hashes) == 1:
        return []
    k = 1 << ((len(hashes) - 1).bit_length() - 1)
    if m < k:
        return path(m, hashes[:k]) + [root(hashes[k:])]
    return path(m - k, hashes[k:]) + [root(hashes[:k])]


def subproof(m, hashes, complete):
    if m == len(hashes):
        return [] if complete else [root(hashes)]
    k = 1 << ((len(hashes) - 1).bit_length() - 1)
    if m <= k:
        return subproof(m, hashes[:k], complete) + [root(hashes[k:])]
    return subproof(m - k, hashes[k:], False) + [root(hashes[:k])]


def canonical(value) -> str:
    """RFC 8785 for what the questions hold: text, whole numbers, true, false, null, arrays and objects."""
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(member) for name, member in members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(member) for member in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def answer(question):
    if "leaf" in question:
        text = canonical(question["leaf"])
        return {"content": text, "hash": leaf_hash(text.encode("utf-8")).hex()}
    hashes = [bytes.fromhex(one) for one in question["leaves"]]
    if "inclusion" in question:
        return [one.hex() for one in path(question["inclusion"], hashes)]
    if "consistency" in question:
        return [one.hex() for one in subproof(question["consistency"], hashes, True)]
    return root(hashes).hex()


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
