"""A person's own P-384 keys, and sealing the register key to one of them (design/trust.md, "Keys")."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from msgspec import Struct

SEAL_NAME = "ecdh-p384+hkdf-sha-384+aes-256-gcm"
CURVE_NAME = "secp384r1"
POINT_BYTES = 97
SCALAR_BYTES = 48
NONCE_BYTES = 12
REGISTER_KEY_BYTES = 32

PrivateKey = ec.EllipticCurvePrivateKey

_CURVE = ec.SECP384R1()
_ECDSA = ec.ECDSA(hashes.SHA384())


class PersonKeys(Struct, frozen=True):
    """Who acts, by mathematics: `sign` vouches for a trail entry, `unwrap` opens what is sealed to them.

    `user_id` is 128 random bits in hex; it stays when the passphrase or the name changes.
    """

    user_id: str
    unwrap: ec.EllipticCurvePrivateKey
    sign: ec.EllipticCurvePrivateKey

    @property
    def public_unwrap(self) -> bytes:
        """SEC1 uncompressed point, 97 bytes."""
        return point(self.unwrap.public_key())

    @property
    def public_sign(self) -> bytes:
        """SEC1 uncompressed point, 97 bytes."""
        return point(self.sign.public_key())

    def sign_message(self, message: bytes) -> bytes:
        """ECDSA with SHA-384 over the message, DER."""
        return sign_with(self.sign, message)

    def secret_bytes(self) -> bytes:
        """Both private scalars, 48 bytes each: what the passphrase wraps."""
        return private_bytes(self.unwrap) + private_bytes(self.sign)


class Sealed(Struct, frozen=True):
    """A short secret sealed to one public key: a register key, or the private half of a compartment."""

    ephemeral: bytes
    nonce: bytes
    ciphertext: bytes

    def __bytes__(self) -> bytes:
        return self.ephemeral + self.nonce + self.ciphertext

    @classmethod
    def of(cls, data: bytes) -> Sealed:
        """What `bytes` wrote, for a column of the register."""
        end = POINT_BYTES + NONCE_BYTES
        return cls(data[:POINT_BYTES], data[POINT_BYTES:end], data[end:])


def new_person_keys() -> PersonKeys:
    """Fresh keys and a fresh user id."""
    return PersonKeys(secrets.token_hex(16), ec.generate_private_key(_CURVE), ec.generate_private_key(_CURVE))


def person_keys_from(user_id: str, secret: bytes) -> PersonKeys:
    """The keys that `secret_bytes` wrote. Raises ValueError when they are no P-384 scalars."""
    unwrap, sign = secret[:SCALAR_BYTES], secret[SCALAR_BYTES : 2 * SCALAR_BYTES]
    return PersonKeys(user_id, private_from(unwrap), private_from(sign))


def new_private() -> PrivateKey:
    """A fresh key that is nobody's own."""
    return ec.generate_private_key(_CURVE)


def private_bytes(private: PrivateKey) -> bytes:
    """Its scalar, 48 bytes: what is sealed to each holder."""
    return private.private_numbers().private_value.to_bytes(SCALAR_BYTES, "big")


def private_from(secret: bytes | bytearray) -> PrivateKey:
    """The key that `private_bytes` wrote. Raises ValueError where it is no P-384 scalar."""
    return ec.derive_private_key(int.from_bytes(secret, "big"), _CURVE)


def seal_own(keys: PersonKeys, register_id: str, plain: bytes) -> bytes:
    """Seal something that only this person may read again, such as half-typed text over a lock."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(_own_key(keys)).encrypt(nonce, plain, register_id.encode())


def open_own(keys: PersonKeys, register_id: str, sealed: bytes) -> bytes | None:
    """What `seal_own` sealed; None where it is somebody else's, another register's, or damaged."""
    try:
        return AESGCM(_own_key(keys)).decrypt(
            sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], register_id.encode()
        )
    except (InvalidTag, ValueError):
        return None


def _own_key(keys: PersonKeys) -> bytes:
    return HKDF(hashes.SHA384(), REGISTER_KEY_BYTES, None, b"forumdesk own").derive(keys.secret_bytes())


def sign_with(private: PrivateKey, message: bytes) -> bytes:
    """ECDSA with SHA-384 over the message, DER."""
    return private.sign(message, _ECDSA)


def verify(public_sign: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the holder of that public key signed exactly this message; False for a key that is none."""
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, public_sign)
        key.verify(signature, message, _ECDSA)
    except (ValueError, InvalidSignature):
        return False
    return True


def is_point(data: bytes) -> bool:
    """Whether the bytes are an uncompressed point on the curve."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, data)
    except ValueError:
        return False
    return len(data) == POINT_BYTES


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """SEC1 uncompressed."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def seal(public_unwrap: bytes, secret: bytes | bytearray, bound_to: bytes) -> Sealed:
    """Seal to a public key that must be a point of the curve (ValueError otherwise).

    `bound_to` names what it is for; another register, epoch or person cannot open it.
    """
    ephemeral = ec.generate_private_key(_CURVE)
    shared = ephemeral.exchange(
        ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, public_unwrap)
    )
    shown = point(ephemeral.public_key())
    nonce = secrets.token_bytes(NONCE_BYTES)
    key = _seal_key(shared, shown, public_unwrap)
    return Sealed(shown, nonce, AESGCM(key).encrypt(nonce, bytes(secret), bound_to))


def unseal(keys: PersonKeys, sealed: Sealed, bound_to: bytes) -> bytearray | None:
    """The sealed bytes, or None when they were not sealed to this person for this purpose, or were edited."""
    return unseal_with(keys.unwrap, sealed, bound_to)


def unseal_with(private: PrivateKey, sealed: Sealed, bound_to: bytes) -> bytearray | None:
    """The same with a private key that is nobody's own, such as that of a compartment."""
    try:
        other = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, sealed.ephemeral)
        shared = private.exchange(ec.ECDH(), other)
        key = _seal_key(shared, sealed.ephemeral, point(private.public_key()))
        return bytearray(AESGCM(key).decrypt(sealed.nonce, sealed.ciphertext, bound_to))
    except (ValueError, InvalidTag):
        return None


def _seal_key(shared: bytes, ephemeral: bytes, public_unwrap: bytes) -> bytes:
    info = b"forumdesk seal" + ephemeral + public_unwrap
    return HKDF(hashes.SHA384(), 32, None, info).derive(shared)


def row_seal_key(register_key: bytes | bytearray) -> bytes:
    """48 bytes for the seals of the Police rows; from it the register key cannot be had."""
    return _labelled(register_key, b"row seal")


def copy_code_key(register_key: bytes | bytearray) -> bytes:
    """48 bytes for the codes on printed pages; from it the register key cannot be had."""
    return _labelled(register_key, b"copy code")


def _labelled(register_key: bytes | bytearray, label: bytes) -> bytes:
    return HKDF(hashes.SHA384(), 48, None, label).derive(bytes(register_key))
