"""What a room may see on a projector: no name, no word of Police, nothing soft (need M4, design/screens.md section 5).

A pure rule, so that no screen decides it: the audience's window is handed what comes out of here and nothing else.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec.structs import replace

from app.domain.documents import (
    ActionLine,
    AddressLine,
    CaseSheetDocument,
    ChangeLine,
    FlagLine,
    InformationLine,
    ServiceBlock,
)
from app.domain.names import fold
from app.domain.run import Decided, TableCase
from app.domain.words import AgendaReason, Grade, Handling, OrderKind, Service

HIDDEN = "▪▪▪"
"""What stands in place of a part of a name."""

NOT_SHOWN = "Not shown on the projector."
HARD = frozenset({Grade.PROVEN.value, Grade.RECORDED.value})
"""What is documented; what was only reported, and intelligence, is soft (design/screens.md, "What people expect")."""

_NAMED = frozenset({"Surname", "Given names", "Aliases", "Date of birth"})
_WORD = re.compile(r"[\w'’‘ʻʼ`´ʹ′ʾʿ]+")
_OWNED = re.compile(r"['’ʼ]s$", re.IGNORECASE)


def projector_safe(case: TableCase) -> TableCase:
    """The case as a room may see it: told by its place on the agenda and its PRN, which packs are found by."""
    sheet = case.sheet
    hide = _Names(sheet)
    item = case.item._replace(
        surname=safe_name(case.item.position), given_names="", sentences=_reasons(case, hide)
    )
    safe = replace(
        sheet,
        name=safe_name(sheet.position),
        date_of_birth=None,
        aliases=(),
        physical_marks="",
        reasons=item.sentences,
        anchor_note=hide(sheet.anchor_note),
        dates=tuple(replace(each, note=hide(each.note)) for each in sheet.dates),
        offences=tuple(map(hide, sheet.offences)),
        previous_offending=tuple(map(hide, sheet.previous_offending)),
        flags=tuple(_flag(each) for each in sheet.flags),
        orders=tuple(
            replace(each, detail="", source="") for each in sheet.orders if each.kind not in _POLICE_ORDERS
        ),
        changes=tuple(_change(each, hide) for each in sheet.changes if each.what not in _NAMED),
        services=tuple(_service(each, hide) for each in sheet.services),
        addresses=tuple(_address(each, hide) for each in sheet.addresses),
        needs=tuple(replace(each, owner="") for each in sheet.needs),
        conditions=tuple(map(hide, sheet.conditions)),
        consents=tuple(map(hide, sheet.consents)),
        actions=tuple(_action(each, hide) for each in sheet.actions),
        warnings=tuple(map(hide, sheet.warnings)),
    )
    return TableCase(item, safe, _decided(case.last, hide), _decided(case.now, hide), leaving=case.leaving)


def safe_name(position: int) -> str:
    """How a case is called where its name is hidden."""
    return f"Case {position}"


_POLICE_ORDERS = frozenset({OrderKind.POLICE_SAFETY.value})


class _Names:
    """Takes every part of a person's names out of a text, however it is written."""

    def __init__(self, sheet: CaseSheetDocument) -> None:
        kinds = re.compile(r" \([^()]*\)$")
        told = (sheet.name, *(kinds.sub("", alias) for alias in sheet.aliases))
        self._parts = frozenset(part for name in told for part in fold(name).split())

    def __call__(self, text: str) -> str:
        return _WORD.sub(self._hide, unicodedata.normalize("NFC", text)) if text else text

    def _hide(self, found: re.Match[str]) -> str:
        word = found[0]
        owned = _OWNED.search(word)
        bare = word[: owned.start()] if owned else word
        if self._parts & {*fold(bare).split(), *fold(word).split()}:
            return f"{HIDDEN}{owned[0] if owned else ''}"
        return word


def _reasons(case: TableCase, hide: _Names) -> tuple[str, ...]:
    told = zip(case.item.reasons, case.item.sentences, strict=True)
    safe = tuple(hide(sentence) for reason, sentence in told if reason is not AgendaReason.POLICE_RELEVANT)
    return (
        safe if len(safe) == len(case.item.sentences) else (*safe, f"A further reason: {NOT_SHOWN.lower()}")
    )


def _flag(line: FlagLine) -> FlagLine:
    """Code and word stay; what the forum wrote beside them does not."""
    return replace(line, meaning="" if line.word else line.meaning.partition(".")[0], source="")


def _change(line: ChangeLine, hide: _Names) -> ChangeLine:
    return replace(line, old=hide(line.old), new=hide(line.new))


def _service(block: ServiceBlock, hide: _Names) -> ServiceBlock:
    """Police say nothing here, not even whether they said something."""
    if fold(block.service) == fold(Service.POLICE.value):
        return replace(block, information=(InformationLine(NOT_SHOWN),), no_reply="")
    kept = [line for line in block.information if _is_hard(line)]
    safe = tuple(replace(line, text=hide(line.text), author=hide(line.author)) for line in kept)
    if len(kept) == len(block.information):
        return replace(block, information=safe)
    return replace(block, information=(*safe, InformationLine(f"Soft information: {NOT_SHOWN.lower()}")))


def _is_hard(line: InformationLine) -> bool:
    return line.grade in HARD and line.handling != Handling.MEMBERS_ONLY.value


def _address(line: AddressLine, hide: _Names) -> AddressLine:
    """The place and whether it stands; not who lives there, and not what a partner wrote about it."""
    checks = tuple(hide(check.partition(";")[0].partition(" (")[0]) for check in line.checks)
    checks = tuple(check for check in checks if not fold(check).startswith(fold(Service.POLICE.value)))
    return replace(line, address=hide(line.address), residents="", consent="", checks=checks, note="")


def _action(line: ActionLine, hide: _Names) -> ActionLine:
    return replace(line, text=hide(line.text))


def _decided(told: Decided | None, hide: _Names) -> Decided | None:
    if told is None:
        return None
    return replace(
        told,
        reason=hide(told.reason),
        dissent=hide(told.dissent),
        actions=tuple(_action(each, hide) for each in told.actions),
    )
