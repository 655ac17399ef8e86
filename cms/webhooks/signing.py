"""How a receiver knows that a message is from us, whole and new.

As the Standard Webhooks specification has it (standardwebhooks.com): HMAC-SHA256 under
the secret over number, time and body.
"""

import base64
import hashlib
import hmac

__all__ = ["headers_for", "signature"]


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """Return "v1," and the signature in Base64. ``timestamp`` is in seconds of Unix."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message_id}.{timestamp}.".encode() + body
    mac = hmac.new(key, signed, hashlib.sha256).digest()
    return "v1," + base64.b64encode(mac).decode()


def headers_for(
    secret: str, message_id: str, timestamp: int, body: bytes
) -> dict[str, str]:
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(secret, message_id, timestamp, body),
    }
