"""
From a Token to a Credential: each version lifted into the one model.

Nothing is fetched and nothing is believed here.
"""

from shared import strict_json
from shared.errors import MalformedCredential, NotACredential
from shared.model import Credential, Json, Token, TokenKind
from shared.parsing import clr2, ob2, ob3, presentation, shapes
from shared.proofs import jws as compact_jws
from shared.proofs import vc_jwt


def parse(token: Token) -> Credential:
    """
    Read what a token claims.

    Raises:
        UnsafeJson, MalformedToken: not strict JSON, not a strict compact JWS.
        MalformedCredential: the form of a badge, with a member missing or of another form.
        NotACredential: JSON that is neither a badge nor a verifiable credential.
        ProofInvalid: a VC-JWT whose claims and credential tell two stories.
    """
    if token.kind is TokenKind.JWS:
        return parse_jws(token)
    document = strict_json.loads(token.text)
    if isinstance(document, list):
        raise MalformedCredential(path="/", why="several-documents")
    if not isinstance(document, dict):
        raise NotACredential
    return parse_document(document, token)


def parse_document(document: Json, token: Token) -> Credential:
    """Read a JSON object of any version; see ``parse``."""
    names = shapes.as_texts(document.get("type"), "/type")
    if ob2.looks_like_assertion(document) and "VerifiableCredential" not in names:
        return ob2.parse(document, token)
    if presentation.ENVELOPES & set(names):
        return parse_jws(presentation.opened(document, token))
    if "VerifiablePresentation" in names:
        return presentation.parse(document, token)
    if "VerifiableCredential" in names:
        return clr2.with_parts(ob3.parse(document, token))
    if "credentialSubject" in document or "@graph" in document:
        raise MalformedCredential(path="/type", why="missing")
    raise NotACredential


def parse_jws(token: Token) -> Credential:
    """Read a compact JWS: a VC-JWT, a presentation, or a signed OB 1/2 assertion."""
    jws = compact_jws.read_compact(token.text)
    payload = jws.payload
    if ob2.looks_like_assertion(payload) and "credentialSubject" not in payload:
        return ob2.parse(payload, token, jws=token.text)
    if "vp" in payload or "VerifiablePresentation" in shapes.as_list(payload.get("type"), "/type"):
        return presentation.parse_jws(jws, token)
    if "vc" not in payload and "credentialSubject" not in payload:
        raise NotACredential
    document = vc_jwt.credential_of(jws)
    dates = vc_jwt.strictest_dates(document, jws)
    return clr2.with_parts(ob3.parse(document, token, jws=token.text, dates=dates))
