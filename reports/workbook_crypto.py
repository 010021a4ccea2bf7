"""Passphrases on workbooks: ECMA-376 agile encryption, AES-256 with SHA-512 (design/formats.md section 4)."""

from __future__ import annotations

import io
import re
import secrets
import struct
from hashlib import sha512

from app.domain.errors import Refused
from reports.gate import OLE_MAGIC

MOST_SPINS = 1_000_000
_SPINS = re.compile(rb"spinCount\s*=\s*[\"']\s*([^\"']*?)\s*[\"']")
_MOST_INFO = 64 * 1024
_KEY_BLOCK = bytes.fromhex("146e0be7abacd0d6")  # MS-OFFCRYPTO 2.3.4.13, encryptedKeyValue


def encrypt(data: bytes, passphrase: str) -> bytes:
    """The workbook under a passphrase, as Excel and LibreOffice open it. Never touches the disk.

    The library's own key has 16 random bytes padded to 32; ours has 32, so that AES-256 is what it says.
    """
    from msoffcrypto.method import ecma376_agile as agile  # heavy, and only needed here
    from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted

    if not passphrase:
        raise Refused("A workbook's passphrase cannot be empty; nothing was written.")
    info, _ = agile.ECMA376Agile.generate_encryption_parameters(passphrase)
    secret = secrets.token_bytes(32)
    wrapped_under = _password_key(passphrase, info.encryptedKey.saltValue, info.spinCount)
    info.encryptedKeyValue = agile._encrypt_aes_cbc(secret, wrapped_under, info.encryptedKey.saltValue)
    package = agile.ECMA376Agile.encrypt_payload(
        io.BytesIO(data), info.encryptedKey, secret, info.keyData.saltValue
    )
    described = agile.ECMA376Agile.get_encryption_information(info, package, secret)
    out = io.BytesIO()
    ECMA376Encrypted(package, described).write_to(out)
    return out.getvalue()


def _password_key(passphrase: str, salt: bytes, spins: int) -> bytes:
    digest = sha512(salt + passphrase.encode("utf-16-le")).digest()
    for turn in range(spins):
        digest = sha512(struct.pack("<I", turn) + digest).digest()
    return sha512(digest + _KEY_BLOCK).digest()[:32]


def decrypt(data: bytes, passphrase: str | None, name: str = "The file") -> bytes:
    """The workbook inside, after its integrity is verified. Call it in the worker only. Raises Refused.

    How often the passphrase is to be stretched is read first: a file could ask for hours of it.
    """
    from msoffcrypto import exceptions
    from msoffcrypto.format.ooxml import OOXMLFile

    if not passphrase:
        raise Refused(f"{name} is encrypted; nothing was taken over. Give the passphrase it was sent with.")
    _check_stretching(data, name)
    out, accepted = io.BytesIO(), False
    try:
        box = OOXMLFile(io.BytesIO(data))
        box.load_key(password=passphrase, verify_password=True)
        accepted = True
        box.decrypt(out, verify_integrity=True)
    except exceptions.InvalidKeyError as error:
        if "integrity" in str(error).casefold():
            raise Refused(
                f"{name} was changed after it was encrypted (its integrity check fails); nothing was taken over. "
                "Ask for it to be sent again."
            ) from error
        if accepted:  # the library wants a zip inside and blames the passphrase for anything else
            raise Refused(_inside(out.getvalue(), name)) from error
        raise Refused(
            f"The passphrase was not accepted for {name}; nothing was taken over. "
            "Use the one this exchange was sent with."
        ) from error
    except Exception as error:  # the library lets any kind of error through on damaged files
        raise _damaged(name) from error
    return out.getvalue()


def encryption_note(data: bytes) -> str:
    """A sentence where a file was encrypted the older way, else empty.

    LibreOffice 7.4 saves so: AES-128, and nothing in the file shows whether it was changed on its way.
    """
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        version = ole.openstream("EncryptionInfo").read(4)
    if version == b"\x04\0\x04\0":
        return ""
    return "The file was encrypted the older way (AES-128, as LibreOffice does); its integrity could not be checked."


def _inside(data: bytes, name: str) -> str:
    """What to say of an encrypted file that holds no workbook."""
    if data.startswith(OLE_MAGIC):
        return f"{name} is encrypted twice; nothing was taken over. Ask for it saved anew."
    return (
        f"{name} is encrypted but holds no workbook; nothing was taken over. Ask for the form saved as .xlsx."
    )


def _damaged(name: str) -> Refused:
    return Refused(f"{name} is encrypted but damaged; nothing was taken over. Ask for it to be sent again.")


def _check_stretching(data: bytes, name: str) -> None:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if not (ole.exists("EncryptionInfo") and ole.exists("EncryptedPackage")):
                raise _damaged(name)
            info = ole.openstream("EncryptionInfo").read(_MOST_INFO + 1)
    except Refused:
        raise
    except Exception as error:  # as above
        raise _damaged(name) from error
    if len(info) > _MOST_INFO or b"<!" in info:
        raise _damaged(name)
    if info[2:4] == b"\x02\x00":  # "standard" encryption: a fixed 50,000 rounds, no number in the file
        return
    counts = _SPINS.findall(info)
    if len(counts) != 1 or not counts[0].isdigit():
        raise _damaged(name)
    if len(counts[0]) > 7 or int(counts[0]) > MOST_SPINS:
        raise Refused(
            f"{name} asks for more than {MOST_SPINS:,} rounds of passphrase stretching; nothing was taken over. "
            "Ask for it saved anew by Excel or LibreOffice."
        )
