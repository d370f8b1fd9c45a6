"""
Badges with their structure changed as a forger or a careless program might, from a seed.

A mutant is one genuine badge with one to three changes.  Changes know nothing of what the
verifier looks at: members are removed, repeated, renamed, moved, swapped with those of
another badge, written in another type, another alphabet or another number form.
"""

import copy
import json
import random
import struct
import unicodedata
import zlib

from shared.baking import bake
from shared.multibase import base64url_decode, base64url_encode
from shared.reading import read

NAMES = (
    *("id", "type", "name", "issuer", "validFrom", "validUntil", "awardedDate", "evidence"),
    *("credentialSubject", "achievement", "identifier", "identityHash", "hashed", "salt"),
    *("proof", "credentialStatus", "statusListIndex", "statusListCredential", "statusPurpose"),
    *("criteria", "narrative", "description", "image", "source", "expirationDate", "issuanceDate"),
    *("@context", "@id", "@type", "@graph", "@included", "@reverse", "@value", "@language"),
    *("badge", "recipient", "identity", "verification", "issuedOn", "expires", "hosted"),
    *("verifiableCredential", "holder", "endorsement", "refreshService", "termsOfUse", "mention"),
    *("verificationMethod", "proofPurpose", "proofValue", "cryptosuite", "created", "domain"),
)
CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/2018/credentials/v1",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
    "https://w3id.org/security/data-integrity/v2",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
    "https://evil.example/context.json",
    {"mention": "https://evil.example/mention"},
    {"@vocab": "https://evil.example/"},
    {"name": None},
)
TWINS = str.maketrans("aeopcxyiAEOPC", "аеорсхуіАЕОРС")
"""Latin letters to the Cyrillic ones that look the same."""


def mutants(texts, count, *, seed=20261122):
    """
    So many (story, bytes), made from the JSON texts of genuine badges by name.

    The same seed gives the same mutants.
    """
    chance = random.Random(seed)
    names = sorted(texts)
    for _ in range(count):
        name = chance.choice(names)
        document = json.loads(texts[name])
        others = [json.loads(texts[other]) for other in names if other != name]
        story = [name]
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            change = chance.choice(CHANGES)
            changed = change(document, chance, others)
            document = document if changed is None else changed
            story.append(change.__name__)
            if not isinstance(document, dict):
                break
        yield tuple(story), written(document, chance)


def written(document, chance):
    """As a file: numbers, escapes and repeated names are matters of the text."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    way = chance.random()
    if way < 0.03:
        text = json.dumps(document, indent=chance.choice((1, 4)))
    elif way < 0.06:
        name = chance.choice(sorted(document) or ["id"]) if isinstance(document, dict) else "id"
        text = text[:-1] + f',"{name}":{json.dumps(chance.choice(("x", None, [], 1)))}}}'
    elif way < 0.08:
        text = text.replace("true", chance.choice(("1", "True", '"true"')))
    elif way < 0.10:
        text = unicodedata.normalize(chance.choice(("NFC", "NFD", "NFKC")), text)
    return text.encode("utf-8", "surrogatepass")


# ---------------------------------------------------------------- places in a document


def objects(value):
    """Every object of a document, with the document itself first."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value:
        if isinstance(child, (dict, list)):
            yield from objects(child)


def lists(value):
    if isinstance(value, list):
        yield value
    for child in value.values() if isinstance(value, dict) else value:
        if isinstance(child, (dict, list)):
            yield from lists(child)


def a_member(document, chance):
    """Some object that has members, and the name of one."""
    holder = chance.choice([one for one in objects(document) if one] or [{"id": None}])
    return holder, chance.choice(sorted(holder))


def a_text(document, chance):
    """Some member, or item of a list, that is a text."""
    found = [
        (holder, place)
        for holder in (*objects(document), *lists(document))
        for place in (holder if isinstance(holder, dict) else range(len(holder)))
        if isinstance(holder[place], str) and holder[place]
    ]
    return chance.choice(found or [({"id": "x"}, "id")])


# ---------------------------------------------------------------- changes


def remove(document, chance, others):
    holder, name = a_member(document, chance)
    del holder[name]


def rename(document, chance, others):
    holder, name = a_member(document, chance)
    new = chance.choice(
        (
            chance.choice(NAMES),
            name.upper(),
            name.translate(TWINS),
            name + " ",
            "@" + name,
            f"x:{name}",
        )
    )
    holder[new] = holder.pop(name)


def repeat(document, chance, others):
    """One member under a second name, or one item of a list twice."""
    holder, name = a_member(document, chance)
    if isinstance(holder[name], list) and holder[name]:
        holder[name].append(copy.deepcopy(chance.choice(holder[name])))
    else:
        holder[chance.choice(NAMES)] = copy.deepcopy(holder[name])


def retype(document, chance, others):
    holder, name = a_member(document, chance)
    holder[name] = chance.choice(
        (None, True, False, 0, 1, -1, 1.5, "", "x", [], {}, [[]], [None], str(holder[name]))
    )


def wrap(document, chance, others):
    """An array for its item, an object for its text, or the other way round."""
    holder, name = a_member(document, chance)
    value = holder[name]
    if isinstance(value, list):
        holder[name] = chance.choice((value[0] if value else None, [value], {"@list": value}))
        return
    holder[name] = chance.choice(
        (
            [value],
            [value, value],
            {"id": value},
            {"@value": value},
            {"@value": value, "@language": "fr"},
            {"@set": [value]},
            {"@list": [value]},
            {"type": "Profile", "id": value},
        )
    )


def move(document, chance, others):
    """A member into another object."""
    holder, name = a_member(document, chance)
    value = holder.pop(name)
    target = chance.choice(list(objects(document)) or [document])
    target[name] = value


def nest(document, chance, others):
    """The whole into a member, or into a presentation."""
    way = chance.choice(("graph", "included", "presentation", "list", "vc"))
    if way == "presentation":
        return {
            "@context": document.get("@context"),
            "type": ["VerifiablePresentation"],
            "verifiableCredential": [document],
        }
    if way == "list":
        return [document]
    if way == "vc":
        return {**document, "vc": copy.deepcopy(document)}
    inner = {name: value for name, value in document.items() if name not in ("@context", "proof")}
    outer = {name: document[name] for name in ("@context", "proof") if name in document}
    return {**outer, f"@{way}": [inner]}


def swap_between_badges(document, chance, others):
    """A member of another badge at the place of the same name."""
    other = chance.choice(others)
    holder, name = a_member(document, chance)
    theirs = [one[name] for one in objects(other) if name in one]
    if theirs:
        holder[name] = copy.deepcopy(chance.choice(theirs))


def take_the_proof_of_another(document, chance, others):
    theirs = [one["proof"] for one in others if "proof" in one]
    if not theirs:
        return
    proof, own = copy.deepcopy(chance.choice(theirs)), document.get("proof")
    document["proof"] = chance.choice((proof, [proof, own], [own, proof]))


def swap_inside(document, chance, others):
    """Two members of one badge change places."""
    one, first = a_member(document, chance)
    other, second = a_member(document, chance)
    one[first], other[second] = copy.deepcopy(other[second]), copy.deepcopy(one[first])


def shuffle(document, chance, others):
    """Members and items in another order."""
    found = list(lists(document))
    if found and chance.random() < 0.5:
        chance.shuffle(chance.choice(found))
        return None
    members = list(document.items())
    chance.shuffle(members)
    return dict(members) or None


def rework_the_proof(document, chance, others):
    proof = document.get("proof")
    if not isinstance(proof, dict):
        return
    document["proof"] = chance.choice(
        (
            [proof],
            [proof, proof],
            [{**proof, "id": "urn:a"}, {**proof, "previousProof": "urn:a"}],
            [{**proof, "previousProof": "urn:none"}],
            {**proof, "type": [proof.get("type")]},
            {**proof, "type": "Ed25519Signature2020"},
            {**proof, "cryptosuite": chance.choice(("eddsa-2022", "eddsa-jcs-2022", "none", ""))},
            {**proof, "cryptosuite": "eddsa-rdfc-2022"},
            {**proof, "created": chance.choice(("2026-01-01", "2099-01-01T00:00:00Z", 0, None))},
            {**proof, "expires": chance.choice(("2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"))},
            {**proof, "proofPurpose": "authentication"},
            {**proof, "@context": document.get("@context")},
            {**proof, "nonce": "x", "domain": "https://evil.example"},
            {},
            [],
            None,
        )
    )


def edit_contexts(document, chance, others):
    named = document.get("@context")
    named = list(named) if isinstance(named, list) else [named]
    extra = copy.deepcopy(chance.choice(CONTEXTS))
    way = chance.choice(("add", "first", "drop", "swap", "one", "inner", "replace", "nest"))
    if way == "add":
        named.append(extra)
    elif way == "first":
        named.insert(0, extra)
    elif way == "drop" and named:
        named.pop(chance.randrange(len(named)))
    elif way == "swap":
        named.reverse()
    elif way == "one":
        named = named[0] if named else None
    elif way == "replace" and named:
        named[chance.randrange(len(named))] = extra
    elif way == "nest":
        named = [named]
    elif way == "inner":
        chance.choice(list(objects(document)))["@context"] = extra
        return
    document["@context"] = named


def look_alike(document, chance, others):
    """Letters that look the same, or that nobody sees."""
    holder, place = a_text(document, chance)
    text = holder[place]
    at = chance.randrange(len(text) + 1)
    holder[place] = chance.choice(
        (
            text.translate(TWINS),
            unicodedata.normalize("NFD", text),
            unicodedata.normalize("NFKD", text).upper(),
            text[:at]
            + chance.choice("\u200b\u200d\u202e\u2066\ufeff\u00ad\u0301\x00\x0c")
            + text[at:],
            text + chance.choice(" \t\n\u00a0"),
            text.replace("-", "\u2010"),
            text[:at] + "\ud800" + text[at:],
        )
    )


def another_form(document, chance, others):
    """A date, a number, an address or a hash, written in another way."""
    holder, place = a_text(document, chance)
    text = holder[place]
    forms = [text.upper(), text.lower(), text.strip("/") + "/", text + "#x", text + "?x=1"]
    if text.endswith("Z"):
        forms += [text[:-1] + "+00:00", text[:-1] + ".000Z", text.replace("T", " "), text[:10]]
    if text.isdigit():
        forms += [int(text), float(text), "0" + text, text + ".0", f"{int(text):e}", -int(text)]
    if text.startswith("https://"):
        forms += ["http" + text[5:], text.replace("https://", "https://x@"), text[6:]]
    if text.startswith(("did:", "urn:")):
        forms += [text.replace("did:", "DID:"), text + "#", text.partition("#")[0]]
    holder[place] = chance.choice(forms)


def add(document, chance, others):
    """A member that the issuer never wrote."""
    holder = chance.choice(list(objects(document)) or [document])
    name = chance.choice(NAMES)
    holder.setdefault(
        name,
        chance.choice(
            (
                *("Ingénieur", "https://evil.example/", "2099-01-01T00:00:00Z", None, 1, True, []),
                *(
                    {"id": "https://evil.example/", "type": ["Profile"]},
                    {"narrative": "Ajout"},
                    [{}],
                ),
            )
        ),
    )


CHANGES = (
    *(remove, rename, repeat, retype, wrap, move, nest, swap_between_badges, swap_inside),
    *(take_the_proof_of_another, shuffle, rework_the_proof, edit_contexts, look_alike),
    *(another_form, add),
)


# ---------------------------------------------------------------- what badges travel in


def token_mutants(token, texts, count, *, seed=20261122):
    """Compact tokens with header, claims or signature exchanged, from a seed."""
    chance = random.Random(seed)
    head, body, signature = token.split(".")
    header, claims = (json.loads(base64url_decode(part)) for part in (head, body))
    others = [json.loads(text) for text in texts.values()]
    for _ in range(count):
        new_header, new_claims, end = dict(header), copy.deepcopy(claims), signature
        way = chance.choice(("header", "claims", "both", "signature", "vc"))
        if way in ("header", "both"):
            new_header |= chance.choice(HEADERS)
        if way in ("claims", "both"):
            changed = chance.choice(CHANGES)(new_claims, chance, others)
            new_claims = new_claims if changed is None else changed
        if way == "vc":
            new_claims = {"iss": claims.get("iss"), "vc": new_claims}
        if way == "signature":
            end = chance.choice(("", signature[:-1], signature + "A", signature[::-1], "AA"))
        parts = [_part(one, old) for one, old in ((new_header, head), (new_claims, body))]
        yield ("token", way), ".".join([*parts, end]).encode("utf-8", "surrogatepass")


HEADERS = (
    *(
        {"alg": one}
        for one in ("none", "nOnE", "HS256", "ES256", "RS256", "Ed25519", "", ["EdDSA"])
    ),
    *({"crit": ["b64"], "b64": False}, {"zip": "DEF"}, {"typ": "dpop+jwt"}, {"typ": None}, {}),
    *({"kid": "did:web:evil.example#k1"}, {"kid": ""}, {"jwk": {"kty": "OKP"}}, {"x5c": ["AA"]}),
)


def _part(value, old):
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    raw = text.encode("utf-8", "surrogatepass")
    return old if json.loads(base64url_decode(old)) == value else base64url_encode(raw)


def picture_mutants(picture, drawing, texts, count, *, seed=20261122):
    """Pictures with a second badge, one in another chunk, or pieces in another order."""
    chance = random.Random(seed)
    for _ in range(count):
        text = chance.choice(sorted(texts.values()))
        if chance.random() < 0.3:
            again = f"<b:credential xmlns:b='https://purl.imsglobal.org/ob/v3p0'>{_escaped(text)}"
            element = again.encode() + b"</b:credential></svg>"
            yield ("drawing", "second"), drawing.replace(b"</svg>", element)
            continue
        pieces = list(_pieces(picture))
        way = chance.choice(("double", "drop", "swap", "second", "older", "other"))
        if way == "other":
            yield ("picture", way), bake(picture, text.replace("Amina", "Camille"))
            continue
        at = chance.randrange(len(pieces))
        if way == "double":
            pieces.insert(at, pieces[at])
        elif way == "drop" and b"openbadge" not in pieces[at]:
            del pieces[at]
        elif way == "swap":
            other = chance.randrange(len(pieces))
            pieces[at], pieces[other] = pieces[other], pieces[at]
        elif way in ("second", "older"):
            keyword = b"openbadgecredential" if way == "second" else b"openbadges"
            pieces.insert(1, _piece(b"iTXt", keyword + b"\0\0\0\0\0" + text.encode()))
        yield ("picture", way), picture[:8] + b"".join(pieces)


def _pieces(picture):
    at = 8
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        yield picture[at : at + 12 + length]
        at += 12 + length


def _piece(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def texts_of(badges):
    """The JSON texts of genuine badges, by form; what travels otherwise has none."""
    return {
        form: text
        for form, content in badges.items()
        if (text := read(content).text).startswith("{")
    }
