"""The sentences of the gate, as far as several files of the corpus end in the same one."""

WHOLE = "reply.xlsx is not a whole workbook (cut off or damaged); nothing was taken over. Ask for it to be sent again."
NO_WORKBOOK = (
    "reply.xlsx is not a workbook; nothing was taken over. Ask for the form saved as .xlsx or as CSV."
)
NOT_EXCEL = (
    "reply.xlsx is not an Excel workbook; nothing was taken over. Ask for it saved as .xlsx or as CSV."
)
OLD = (
    "reply.xlsx is in an old Office format (.xls or .doc); nothing was taken over. Ask for it saved as .xlsx."
)
BINARY = "reply.xlsx is a binary workbook (.xlsb); nothing was taken over. Ask for it saved as .xlsx."
OLD_MACROS = "reply.xlsx holds macros; nothing was taken over. Ask for it saved as .xlsx without macros."
CUT_ENCRYPTED = "reply.xlsx is encrypted but damaged; nothing was taken over. Ask for it to be sent again."
ROUNDS = (
    "reply.xlsx asks for more than 1,000,000 rounds of passphrase stretching; nothing was taken over. "
    "Ask for it saved anew by Excel or LibreOffice."
)
LOCKED = "reply.xlsx is encrypted; nothing was taken over. Give the passphrase it was sent with."
WRONG = (
    "The passphrase was not accepted for reply.xlsx; nothing was taken over. "
    "Use the one this exchange was sent with."
)
ALTERED = (
    "reply.xlsx was changed after it was encrypted (its integrity check fails); nothing was taken over. "
    "Ask for it to be sent again."
)
UNPACKS = (
    "reply.xlsx unpacks to more than 50 MiB; nothing was taken over. "
    "Ask for the form alone, without pictures or empty formatted rows."
)
NO_PART = "reply.xlsx is damaged (a part is missing); nothing was taken over. Ask for it anew."
NO_TEXT = "reply.xlsx is damaged (a text is missing); nothing was taken over. Ask for it anew."
MUCH_TEXT = "reply.xlsx holds more text than the form can; nothing was taken over. Ask for it anew."
HIDDEN_LINKS = "Links to other files (external links) were ignored; their values were not read."
WEB_LINKS = "Links to places outside the workbook were ignored."
CP1252 = "The file is not UTF-8; it was read as Windows-1252: look at macrons before accepting."


def holds(what: str) -> str:
    return f"reply.xlsx holds {what}; nothing was taken over. Ask for it saved as .xlsx without them."


def odd(what: str) -> str:
    return f"reply.xlsx {what}; nothing was taken over. Ask for it saved anew as .xlsx by Excel."


def stranger(part: str) -> str:
    return odd(f"holds a part that no form has ({part})")


def packed(part: str) -> str:
    return odd(f"packs the part {part} in a way workbooks do not")


def ratio(part: str) -> str:
    return (
        f"reply.xlsx unpacks to over 100 times its size ({part}), as no form does; nothing was taken over. "
        "Ask for it saved anew."
    )


def broken(part: str, what: str = "is not well-formed") -> str:
    """Something is wrong inside the XML of a part."""
    return f"reply.xlsx, {part}, {what}; nothing was taken over. Ask for the form saved anew as .xlsx."


def in_sheet(what: str) -> str:
    return broken("sheet 'Cross-reference'", what)
