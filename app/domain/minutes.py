"""Minutes as one frozen text: versions, what a correction changes, and how they read (need M8).

The canonical text is JSON with one spelling. Its SHA-384 is that of its UTF-8 bytes and nothing else, so that
whoever has the text can check the hash on a copy with any tool.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.domain.dates import show_date, show_moment
from app.domain.documents import (
    ActionLine,
    AttendanceLine,
    EndedLine,
    MinuteItem,
    MinutesDocument,
    MinutesStanding,
    NotListedLine,
    Said,
)
from app.domain.errors import Damaged, NotFound, Refused
from app.domain.meeting import tidy
from app.domain.names import clean
from app.domain.records import spelt_out
from app.domain.sealed_text import has_sealed
from app.domain.stand_in import is_withheld
from app.domain.words import MinutesStepName

_FORMAT = 1
NOTE = "note"
"""The passage that is empty at first: what a correction adds to the whole."""


def freeze_minutes(document: MinutesDocument) -> str:
    """The canonical text: JSON, sorted keys, no blanks, dates yyyy-mm-dd."""
    body = {"format": _FORMAT, "minutes": spelt_out(document)}
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"minutes may not hold {type(value).__name__}")


def minutes_hash(text: str) -> str:
    """SHA-384 of the canonical text's UTF-8 bytes, in lower-case hexadecimal."""
    return hashlib.sha384(text.encode()).hexdigest()


HASH_TO_COME = (
    "This version was corrected by somebody who does not read a restricted case in it, so its SHA-384 is not known "
    "yet; nothing was changed. It comes with whatever is saved next in this register by a chair or an administrator of "
    "the forum that has the case now, or by a reader named for it: ask one of them to save something, then go on."
)
"""A hash is of the text as it reads: whoever cannot read all of it carries the sealed sentences along, as they are."""
HASH_TO_COME_SHORT = (
    "Not known yet: a chair or administrator of the forum that has the restricted case must save something."
)


def thaw_minutes(text: str, sha384: str) -> MinutesDocument:
    """The minutes of a canonical text. Raises Damaged where it is not the text that was frozen.

    `sha384` is empty while somebody who reads all of it has not saved anything yet.
    """
    if sha384 and not has_sealed(text) and minutes_hash(text) != sha384:
        raise Damaged(
            "The minutes kept in the register are not the text that was frozen; nothing was changed: run "
            "`forumdesk register check` and restore a backup."
        )
    try:
        body = json.loads(text)
        if body["format"] != _FORMAT:
            raise Damaged("These minutes were kept by a newer version of this program; use that version.")
        return _document(body["minutes"])
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged(
            "The minutes kept in the register cannot be read; nothing was changed: run `forumdesk register check` and "
            "restore a backup."
        ) from error


def _document(said: Mapping[str, Any]) -> MinutesDocument:
    return MinutesDocument(
        **dict(said)
        | {
            "attendance": tuple(AttendanceLine(**line) for line in said["attendance"]),
            "decisions": tuple(_item(item) for item in said["decisions"]),
            "warnings": tuple(said["warnings"]),
            "opened": tuple(said.get("opened", ())),
            "ended": tuple(EndedLine(**_dated(line, "day")) for line in said["ended"]),
            "not_listed": tuple(NotListedLine(**_dated(line, "next_on")) for line in said["not_listed"]),
        }
    )


def _item(said: Mapping[str, Any]) -> MinuteItem:
    return MinuteItem(
        **_dated(said, "next_review", "next_on")
        | {
            "why": tuple(said["why"]),
            "visitors": tuple(said["visitors"]),
            "discussion": tuple(Said(**each) for each in said["discussion"]),
            "actions": tuple(ActionLine(**_dated(each, "due")) for each in said["actions"]),
            "carried": tuple(ActionLine(**_dated(each, "due")) for each in said["carried"]),
        }
    )


def _dated(said: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return dict(said) | {name: date.fromisoformat(said[name]) if said[name] else None for name in names}


class Passage(Struct, frozen=True):
    """One piece of the minutes that can be corrected. `key` names it: `3.reason`, `3.discussion.1`, `note`."""

    key: str
    words: str
    text: str


class Change(Struct, frozen=True):
    """What a version says otherwise than the one before."""

    passage: str
    words: str
    old: str
    new: str

    @property
    def sentence(self) -> str:
        """Old and new, for whoever may read every version; paper says only that the passage was corrected."""
        if not self.old:
            return f"{self.words}: added “{self.new}”."
        if not self.new:
            return f"{self.words}: taken out, was “{self.old}”."
        return f"{self.words}: now “{self.new}”, was “{self.old}”."


def passages(document: MinutesDocument) -> tuple[Passage, ...]:
    """Every passage in the order of the minutes. What the program counts (dates, PRN, hash) is none."""
    found = [Passage("chair", "Chair", document.chair)]
    for at, line in enumerate(document.attendance, 1):
        found.append(Passage(f"attendance.{at}.name", f"Attendance, line {at}, name", line.name))
        found.append(Passage(f"attendance.{at}.role", f"Attendance, line {at}, role", line.role))
    for item in document.decisions:
        who = f"{item.position}. {item.name}"
        found.append(Passage(f"{item.position}.reason", f"{who}, reason", item.reason))
        found.append(Passage(f"{item.position}.dissent", f"{who}, dissent", item.dissent))
        found.append(Passage(f"{item.position}.dissent_by", f"{who}, who dissented", item.dissent_by))
        found.append(Passage(f"{item.position}.disclosure", f"{who}, disclosure", item.disclosure_note))
        for at, said in enumerate(item.discussion, 1):
            source = said.source or "not attributed"
            found.append(Passage(f"{item.position}.discussion.{at}", f"{who}, said by {source}", said.text))
    return (*found, Passage(NOTE, "Note to the whole", document.note))


_NEVER_BLANK = ("reason", "chair", "name")


def corrected(document: MinutesDocument, key: str, text: str) -> tuple[MinutesDocument, Change]:
    """The minutes with one passage as it should read, and what changed.

    Raises NotFound for no such passage, Refused where nothing changes or what must stand would be blank.
    """
    known = {passage.key: passage for passage in passages(document)}
    passage = known.get(clean(key).lower())
    if passage is None:
        raise NotFound(
            f"The minutes have no passage '{clean(key)}'; nothing was changed: `forumdesk meeting minutes MEETING "
            "--passages` lists them."
        )
    new = tidy(text)
    if new == passage.text:
        raise Refused(f"{passage.words} reads so already; nothing was changed.")
    if not new and passage.key.rpartition(".")[2] in _NEVER_BLANK:
        raise Refused(f"{passage.words} cannot be blank; nothing was changed: write how it should read.")
    return _set(document, passage.key, new), Change(passage.key, passage.words, passage.text, new)


def _set(document: MinutesDocument, key: str, text: str) -> MinutesDocument:
    match key.split("."):
        case ["chair"]:
            return replace(document, chair=text)
        case ["note"]:
            return replace(document, note=text)
        case ["attendance", at, part]:
            lines = list(document.attendance)
            line = lines[int(at) - 1]
            lines[int(at) - 1] = replace(line, name=text) if part == "name" else replace(line, role=text)
            return replace(document, attendance=tuple(lines))
        case [position, *part]:
            items = tuple(
                _set_item(item, part, text) if item.position == int(position) else item
                for item in document.decisions
            )
            return replace(document, decisions=items)
    raise ValueError(f"no passage {key}")


def _set_item(item: MinuteItem, part: list[str], text: str) -> MinuteItem:
    match part:
        case ["reason"]:
            return replace(item, reason=text)
        case ["dissent"]:
            return replace(item, dissent=text)
        case ["dissent_by"]:
            return replace(item, dissent_by=text)
        case ["disclosure"]:
            return replace(item, disclosure_note=text)
        case ["discussion", at]:
            said = list(item.discussion)
            said[int(at) - 1] = replace(said[int(at) - 1], text=text)
            return replace(item, discussion=tuple(each for each in said if each.text))
    raise ValueError(f"no passage {'.'.join(part)}")


class StepRow(Struct, frozen=True):
    """A version confirmed or reopened, by whom, when and why."""

    step: MinutesStepName
    at: datetime
    by: str
    reason: str


class VersionRow(Struct, frozen=True):
    """One version of a meeting's minutes; the last step says how it stands."""

    version: int
    sha384: str
    at: datetime
    by: str
    reason: str
    changes: tuple[Change, ...]
    steps: tuple[StepRow, ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether the chair's signature stands on it now."""
        return bool(self.steps) and self.steps[-1].step is MinutesStepName.CONFIRMED

    @property
    def was_signed(self) -> bool:
        """Whether it has ever been confirmed."""
        return bool(self.steps)

    @property
    def state(self) -> str:
        """`Confirmed 12/03/2027 09:10 by …`, or what else it is."""
        if not self.steps:
            return "Draft, not confirmed by the chair"
        last = self.steps[-1]
        if last.step is MinutesStepName.CONFIRMED:
            return f"Confirmed {show_moment(last.at)} by {last.by}"
        return f"Reopened {show_moment(last.at)} by {last.by}: {last.reason}"

    def standing(self, *, latest: bool) -> MinutesStanding:
        """As it stands on paper; a version that a later one replaced says so."""
        state = self.state if latest else f"Replaced by a later version. {self.state}"
        # Never the old words: a correction may be there to take back what no copy should have said.
        changes = tuple(f"{change.words}: corrected, because {self.reason}" for change in self.changes)
        return MinutesStanding(self.version, state, not (latest and self.is_confirmed), changes)


class CorrectionRow(Struct, frozen=True):
    """A correction of signed minutes that somebody asked the chair for. `made` is None while it is open."""

    number: int
    passage: str
    words: str
    text: str
    reason: str
    asked_by: str
    at: datetime
    made: bool | None


class MinutesView(Struct, frozen=True):
    """The minutes of a meeting in one of their versions, with all versions and what is asked for.

    `text` is the canonical text of the version shown. `is_final` is true once the next meeting is closed.
    """

    meeting: str
    forum_name: str
    day: date
    shown: VersionRow
    versions: tuple[VersionRow, ...]
    document: MinutesDocument
    text: str
    asked: tuple[CorrectionRow, ...]
    is_final: bool

    @property
    def is_latest(self) -> bool:
        """Whether the version shown is the one that counts."""
        return self.shown.version == self.versions[-1].version


def refuse_confirm(meeting: str, latest: VersionRow) -> None:
    """What is confirmed already is not confirmed again, and a version without its hash not yet."""
    if not latest.sha384:
        raise Refused(HASH_TO_COME)
    if latest.is_confirmed:
        raise Refused(
            f"The minutes of {meeting} are confirmed already, as version {latest.version}; nothing was changed."
        )


def refuse_reopen(meeting: str, latest: VersionRow, next_closed: str | None, reason: str) -> str:
    """The reason as it is kept. Refused without one, for what is not confirmed, and once the next meeting is closed."""
    if not latest.is_confirmed:
        raise Refused(
            f"The minutes of {meeting} are open: version {latest.version} is not confirmed; nothing was changed."
        )
    if next_closed is not None:
        raise Refused(
            f"The minutes of {meeting} stand as they are, because the next meeting, {next_closed}, is closed; nothing "
            "was changed: record the correction at the coming meeting."
        )
    kept = tidy(reason)
    if not kept:
        raise Refused("The reason for reopening is missing; nothing was changed: write it and reopen again.")
    return kept


def refuse_correction(meeting: str, latest: VersionRow, reason: str) -> str:
    """The reason as it is kept. Refused without one, and for what is confirmed: it is reopened first."""
    if latest.is_confirmed:
        raise Refused(
            f"The minutes of {meeting} are confirmed; nothing was changed: a chair reopens them first, with a reason."
        )
    kept = tidy(reason)
    if not kept:
        raise Refused("The reason of the correction is missing; nothing was changed: write why it is made.")
    return kept


class MinuteLine(Struct, frozen=True):
    """One line of the minutes as it is read on a screen or a terminal: a heading, or a label with its words."""

    label: str
    text: str
    level: int = 0
    """1 for a part, 2 for a case, 0 for a line in it."""


def minutes_lines(view: MinutesView) -> tuple[MinuteLine, ...]:
    """The minutes from top to bottom, in words."""
    document, shown = view.document, view.shown
    lines = [
        MinuteLine("", f"Minutes of {view.meeting}", 1),
        MinuteLine("Meeting", f"{view.forum_name}, {show_date(view.day)}, {document.kind}"),
        MinuteLine("Version", f"{shown.version} of {len(view.versions)}. {shown.state}."),
        MinuteLine("SHA-384", shown.sha384 or HASH_TO_COME_SHORT),
        MinuteLine("Chair", document.chair or "Not recorded."),
        MinuteLine("Closed", document.closed.removeprefix("Closed ")),
    ]
    lines += [MinuteLine("Corrected", change.sentence) for change in shown.changes]
    lines.append(MinuteLine("", "Who was there", 1))
    for line in document.attendance:
        told = ", ".join(part for part in (line.service, line.role) if part)
        lines.append(
            MinuteLine(line.name, f"{told}: {line.presence}{f' ({line.note})' if line.note else ''}")
        )
    lines.append(MinuteLine("Quorum", document.quorum or "Not recorded."))
    lines.append(MinuteLine("Confidentiality", document.confidentiality or "Not recorded as read."))
    lines += [MinuteLine("Warning", warning) for warning in document.warnings]
    lines += [MinuteLine("Break-glass", sentence) for sentence in document.opened]
    lines.append(MinuteLine("", "Cases", 1))
    for item in document.decisions:
        lines += item_lines(item)
    lines.append(MinuteLine("", "Cases that ended otherwise", 1))
    for ended in document.ended:
        told = f"PRN {ended.prn}: {ended.reason} {show_date(ended.day)}".strip()
        lines.append(MinuteLine(ended.name, "" if is_withheld(ended.prn) else told))
    if not document.ended:
        lines.append(MinuteLine("", "None since the last meeting."))
    lines.append(MinuteLine("", "Not discussed, with their next date", 1))
    for row in document.not_listed:
        told = f"PRN {row.prn}: {show_date(row.next_on)}, {row.reason}"
        lines.append(MinuteLine(row.name, "" if is_withheld(row.prn) else told))
    if not document.not_listed:
        lines.append(MinuteLine("", "Every open case was on the agenda."))
    if document.note:
        lines += [MinuteLine("", "Note", 1), MinuteLine("", document.note)]
    return tuple(lines)


def item_lines(item: MinuteItem) -> list[MinuteLine]:
    """One case, its head first."""
    if is_withheld(item.prn):
        return [MinuteLine("", f"{item.position}. {item.name}", 2)]
    head = f"{item.position}. {item.name} · PRN {item.prn} · {item.anchor}"
    lines = [MinuteLine("", head, 2)]
    lines += [MinuteLine("Why it was on", sentence) for sentence in item.why]
    lines += [MinuteLine("There for this case", visitor) for visitor in item.visitors]
    lines += [
        MinuteLine(f"From {said.source}" if said.source else "Discussed", said.text)
        for said in item.discussion
    ]
    lines.append(MinuteLine("Decision", f"{item.decision}, because {item.reason}"))
    if item.dissent or item.dissent_by:
        lines.append(MinuteLine("Dissent", dissent_words(item)))
    told = ": ".join(part for part in (item.disclosure or "not considered", item.disclosure_note) if part)
    lines.append(MinuteLine("Disclosure considered", told))
    for label, actions in (("Earlier action", item.carried), ("Action", item.actions)):
        lines += [MinuteLine(label, action_words(action)) for action in actions]
    if item.next_on:
        lines.append(MinuteLine("Next", f"{show_date(item.next_on)}, {item.next_reason}"))
    return lines


def dissent_words(item: MinuteItem) -> str:
    """Who saw it otherwise, and what they said."""
    return ": ".join(part for part in (item.dissent_by, item.dissent) if part)


def action_words(action: ActionLine) -> str:
    """`R. Case (probation), by 31/03/2027: ask the provider – open`."""
    due = f", by {show_date(action.due)}" if action.due else ""
    return f"{action.owner} ({action.service}){due}: {action.text} – {action.outcome}"
