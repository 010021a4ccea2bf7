"""The minutes of a closed meeting: read, confirmed, reopened, corrected (need M8)."""

from __future__ import annotations

from collections.abc import Mapping

from app.desk import use_case
from app.domain.case_drafts import refuse_if_overtaken
from app.domain.documents import MinutesDocument
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.minutes import (
    CorrectionRow,
    MinutesView,
    corrected,
    refuse_confirm,
    refuse_correction,
    refuse_reopen,
    thaw_minutes,
)
from app.domain.minutes_read import as_read, refuse_hidden_passage
from app.domain.people import Permission, may_in
from app.domain.words import MinutesStepName, Topic
from db.queries import meeting as meetings
from db.queries import minutes as queries
from db.queries import register
from db.tables.meeting import Meeting
from db.tables.minutes import MinutesVersion
from db.work import Work


@use_case(Permission.READ_MINUTES, looks=True)
def see_minutes(work: Work, meeting: str, version: int | None = None) -> MinutesView:
    """The minutes of a closed meeting, in the version that counts or in an older one."""
    row = queries.closed(work.session, meeting)
    view = _view(work, row, version)
    work.enter(f"minutes of {row.meeting}, version {view.shown.version}", versions=len(view.versions))
    return view


@use_case(Permission.CLOSE_MEETING, topics=(Topic.MEETINGS,))
def confirm_minutes(work: Work, meeting: str) -> MinutesView:
    """Confirm the version that counts: the chair's own signed entry of the trail bears its hash."""
    row = queries.closed(work.session, meeting)
    version = queries.stored(work.session, row)
    refuse_confirm(row.meeting, queries.row_of(work.session, version))
    thaw_minutes(version.text, version.sha384)
    queries.add_step(work, version, MinutesStepName.CONFIRMED)
    work.enter(f"minutes of {row.meeting}, version {version.version}", reason=f"SHA-384 {version.sha384}")
    return _view(work, row)


@use_case(Permission.CLOSE_MEETING, topics=(Topic.MEETINGS,))
def reopen_minutes(work: Work, meeting: str, reason: str) -> MinutesView:
    """Take the confirmation back so that something can be corrected; not once the next meeting is closed."""
    row = queries.closed(work.session, meeting)
    version = queries.stored(work.session, row)
    later = meetings.closed_after(work.session, row)
    kept = refuse_reopen(row.meeting, queries.row_of(work.session, version), later, reason)
    queries.add_step(work, version, MinutesStepName.REOPENED, kept)
    work.enter(f"minutes of {row.meeting}, version {version.version}")
    return _view(work, row)


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def correct_minutes(
    work: Work, meeting: str, passage: str, text: str, reason: str, seen: Mapping[str, str] | None = None
) -> MinutesView:
    """Correct one passage: a new version, with what changed and why. What was said at the table stays recorded.

    Before they are first signed the administrator may; what was ever signed a chair alone corrects, after reopening.
    `seen` is how it read when the writer began, by `text`: where it reads otherwise by now, `Overtaken` keeps both.
    """
    row = queries.closed(work.session, meeting)
    before = queries.stored(work.session, row)
    kept = refuse_correction(row.meeting, queries.row_of(work.session, before), reason)
    if _was_signed(work, row) and not may_in(Permission.CORRECT_MINUTES, work.offices, row.forum, work.today):
        raise NotPermitted(
            f"The minutes of {row.meeting} were signed, so a chair corrects them; nothing was changed. Ask for it with "
            f"`forumdesk meeting ask-correction {row.meeting}`."
        )
    _correct(work, row, before.version, passage, text, kept, seen)
    return _view(work, row)


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def ask_correction(work: Work, meeting: str, passage: str, text: str, reason: str) -> CorrectionRow:
    """Ask the chair to correct signed minutes; nothing changes until a chair makes it."""
    row = queries.closed(work.session, meeting)
    latest = queries.stored(work.session, row)
    if not _was_signed(work, row):
        raise Refused(
            f"The minutes of {row.meeting} are not signed yet; nothing was saved: correct them yourself."
        )
    if not reason.strip():
        raise Refused(
            "The reason of the correction is missing; nothing was saved: write why it is asked for."
        )
    _, change = corrected(_readable(work, latest, passage), passage, text)
    made = queries.ask(work, row.meeting, change.passage, change.new, reason.strip())
    work.enter(f"minutes of {row.meeting}, correction {made.id}")
    return next(each for each in queries.asked(work.session, row) if each.number == made.id)


@use_case(Permission.CORRECT_MINUTES, topics=(Topic.MEETINGS,))
def answer_correction(work: Work, meeting: str, number: str, make: bool) -> MinutesView:
    """Make a correction that was asked for, on reopened minutes, or leave it."""
    row = queries.closed(work.session, meeting)
    asked = queries.mapped_correction(work.session, row.meeting, number)
    before = queries.stored(work.session, row)
    if make:
        kept = refuse_correction(row.meeting, queries.row_of(work.session, before), asked.reason)
        _correct(work, row, before.version, asked.passage, asked.text, kept)
    asked.settled_seq = work.seq
    asked.made = make
    work.session.flush()
    work.enter(f"minutes of {row.meeting}, correction {asked.id}", made=int(make))
    return _view(work, row)


def _was_signed(work: Work, row: Meeting) -> bool:
    """Whether any version was ever confirmed."""
    return any(queries.row_of(work.session, each).was_signed for each in queries.versions(work.session, row))


def _correct(
    work: Work,
    row: Meeting,
    at: int,
    passage: str,
    text: str,
    reason: str,
    seen: Mapping[str, str] | None = None,
) -> None:
    before = next(each for each in queries.versions(work.session, row) if each.version == at)
    document, change = corrected(_readable(work, before, passage), passage, text)
    refuse_if_overtaken(seen or {}, {"text": (change.old, change.new)})
    made = queries.add_version(work, before, document, [change], reason)
    work.enter(f"minutes of {row.meeting}, version {made.version}", fields=[f"minutes.{change.passage}"])


def _readable(work: Work, version: MinutesVersion, passage: str) -> MinutesDocument:
    """The whole minutes of a version, where the passage to be corrected is not of somebody whom one may not read."""
    document = thaw_minutes(version.text, version.sha384)
    refuse_hidden_passage(document, passage, work.hidden)
    return document


def _view(work: Work, row: Meeting, version: int | None = None) -> MinutesView:
    kept = queries.versions(work.session, row)
    shown = kept[-1] if version is None else next((each for each in kept if each.version == version), None)
    if shown is None:
        raise NotFound(
            f"The minutes of {row.meeting} have no version {version}; their versions are 1 to {kept[-1].version}."
        )
    rows = {each.version: queries.row_of(work.session, each) for each in kept}
    view = MinutesView(
        row.meeting,
        register.forum(work.session, row.forum).name,
        row.day,
        rows[shown.version],
        tuple(rows.values()),
        thaw_minutes(shown.text, shown.sha384),
        shown.text,
        queries.asked(work.session, row),
        meetings.closed_after(work.session, row) is not None,
    )
    return as_read(view, work.hidden)
