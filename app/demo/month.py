"""The acts of the demo's month before and after the meeting: extracts, people, papers, figures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app import desk as door
from app.demo import cast
from app.demo.stage import Stage, WalkingClock
from app.desk import Desk, Stretcher
from app.domain.dates import show_date
from app.domain.extract_result import ImportResult
from app.domain.holders import read_copies_csv
from app.domain.packs import CopyRow
from app.domain.register import ForumDraft
from app.domain.words import ActionOutcome, Contents, MeetingKind, PoliceChecks
from app.made_up import MadeUpPerson, a_month_later, made_up_people, write_extract
from app.usecases import agenda, criteria, extract, figures, meeting, packs, people, register, trail

COPIES = "copies.csv"


def add_the_forum(administrator: Desk) -> None:
    """The forum as data, before anybody can be given an office in it."""
    draft = ForumDraft(
        cast.FORUM,
        cast.FORUM_NAME,
        cast.REGION,
        PoliceChecks.EVERY_ADDRESS,
        minutes={"table": 4, "paper": 1},
        meeting_minutes=240,
        training=True,
    )
    register.add_forum(administrator, draft)


def tell_who_is_there(stage: Stage) -> None:
    """The register, its forum, and a second administrator who asked for access and was let in by the chair."""
    stage.tell(
        f"A register is made: {cast.ADMINISTRATOR.name} is administrator, {cast.CHAIR.name} is chair. "
        f"{cast.FORUM_NAME} is added."
    )
    known = len(people.list_users(stage.second))
    stage.tell(f"{cast.SECOND.name} has asked for access, the chair has approved: {known} people have it.")


def let_in(folder: Path, chair: Desk, clock: WalkingClock, stretcher: Stretcher) -> Desk:
    """A second administrator asks for access with a passphrase of their own; the chair approves, they sign in."""
    second = cast.SECOND
    door.request_access(folder, second.name, second.passphrase, second.role, cast.FORUM, stretcher=stretcher)
    people.approve_person(chair, second.name)
    return door.sign_in(folder, second.name, second.passphrase, now=clock, stretcher=stretcher)


def first_extract(stage: Stage) -> list[MadeUpPerson]:
    """About 120 people as IOMS gives them, two of them with a value that no reader may guess at."""
    day = stage.days.opening
    everybody = made_up_people(cast.SEED, cast.PEOPLE, cast.FORUM, day)
    spoilt = [*everybody[:-2], replace(everybody[-2], cso="maybe"), replace(everybody[-1], roc_roi="7.1")]
    result = _take_in(stage, spoilt, "the first extract from IOMS")
    rejected = extract.save_rejections(stage.administrator)
    stage.place.write("extracts/refused-rows.csv", rejected.as_csv(), "rows refused, to be mended in IOMS")
    rows = criteria.show_criteria(stage.administrator, cast.FORUM)
    left = extract.left_out(stage.administrator, cast.FORUM)
    watched = sum(row.watch_list for row in left)
    stage.tell(
        f"{_counts(result)} {result.cases_opened} cases are opened by {len(rows[0].criteria)} criteria; "
        f"{len(left)} people are not on the list, each with the reason, {watched} of them on the watch list."
    )
    return everybody


def later_extract(stage: Stage, everybody: list[MadeUpPerson], left: frozenset[str]) -> list[MadeUpPerson]:
    """A month later: dates moved, flags raised and dropped, people added and gone. `left` are PRNs released."""
    still = [person for person in everybody if person.prn not in left]
    later = a_month_later(cast.SEED, still, stage.clock.today)
    result = _take_in(stage, later, "the extract a month later")
    moved = sum(row.days_lost is not None for row in extract.extract_differences(stage.administrator))
    stage.tell(
        f"{_counts(result)} {result.gone} gone, {result.cases_opened} cases opened, {moved} dates moved, "
        f"{result.flags_raised} flags raised and {result.flags_withdrawn} withdrawn."
    )
    return later


def _take_in(stage: Stage, everybody: list[MadeUpPerson], what: str) -> ImportResult:
    day = everybody[0].as_at
    data = write_extract(everybody)
    name = f"ioms-{cast.FORUM}-{day.isoformat()}.csv"
    stage.place.write(f"extracts/{name}", data, what)
    return extract.import_extract(stage.administrator, name, data)


def _counts(result: ImportResult) -> str:
    return (
        f"Extract of {show_date(result.as_at)}: {result.rows} rows = {result.added} added + {result.changed} changed "
        f"+ {result.unchanged} unchanged + {result.rejected} rejected."
    )


def schedule(stage: Stage) -> None:
    """A meeting to take the list over, this month's meeting and the next."""
    begun = meeting.schedule_meeting(
        stage.administrator, cast.FORUM, stage.days.taking_over, MeetingKind.EXTRAORDINARY
    )
    stage.taking_over = begun.meeting
    first = meeting.schedule_meeting(
        stage.administrator, cast.FORUM, stage.days.meeting, MeetingKind.COMBINED
    )
    second = meeting.schedule_meeting(
        stage.administrator, cast.FORUM, stage.days.next_meeting, MeetingKind.COMBINED
    )
    stage.meeting, stage.next_meeting = first.meeting, second.meeting
    stage.tell(
        f"{begun.meeting}, {first.meeting} and {second.meeting} are scheduled; Police have the workbook of "
        f"{first.meeting} back by {show_date(first.police_due)}."
    )


def issue(stage: Stage) -> None:
    """The agenda, frozen by the chair."""
    made = agenda.issue_agenda(stage.chair, stage.meeting).agenda
    if made is None:
        raise AssertionError("the chair sees the whole agenda")
    stage.tell(
        f"The agenda is issued: {made.considered} cases considered = {len(made.items)} listed + "
        f"{len(made.not_listed)} not listed; {made.minutes} minutes against {made.length}."
    )


def print_copies(stage: Stage, contents: Contents, folder: str, holders: int | None = None) -> list[CopyRow]:
    """Numbered copies for the people of the copies file; plain, because everybody in them is made up."""
    listed = read_copies_csv(copies_csv(), COPIES).holders[:holders]
    order = packs.reserve_copies(stage.administrator, stage.meeting, contents, listed, plain=True)
    laid_out = packs.lay_out_pages(stage.administrator, order.meeting, order)

    def deliver(row: CopyRow, data: bytes) -> None:
        size = ", large print" if row.large else ""
        stage.place.write(f"{folder}/{row.file}", data, f"{contents}, for {row.holder}{size}")

    out = [packs.issue_copy(stage.administrator, row.code, laid_out, None, deliver) for row in order.copies]
    pages = " + ".join(str(row.pages) for row in out)
    stage.tell(f"{len(out)} numbered copies of the {contents} are printed ({pages} pages).")
    return out


def copies_csv() -> bytes:
    """Who holds a copy: one line a copy."""
    lines = [f"{sitter.name},{sitter.service},{'yes' if sitter.large else ''}" for sitter in cast.TABLE]
    return ("name,service,large\n" + "\n".join(lines) + "\n").encode()


def next_draft(stage: Stage) -> None:
    """The next meeting's agenda as it would be today."""
    made = agenda.see_agenda(stage.administrator, stage.next_meeting).agenda
    if made is None:
        raise AssertionError("an administrator sees the whole agenda")
    since = ("date-moved", "flag-changed", "new-case", "deferred", "police-relevant")
    told = {code: sum(code in item.reasons for item in made.items) for code in since}
    shown = ", ".join(f"{count} {code}" for code, count in told.items() if count)
    stage.tell(
        f"The draft agenda of {stage.next_meeting}: {made.considered} considered = {len(made.items)} listed + "
        f"{len(made.not_listed)} not listed; among the reasons {shown}."
    )


def count(stage: Stage) -> None:
    """Actions that are due get their outcome; then figures without names, and the return for head office."""
    due = [
        row for row in meeting.list_actions(stage.administrator, cast.FORUM) if row.due <= stage.clock.today
    ]
    outcomes = (ActionOutcome.DONE, ActionOutcome.DONE, ActionOutcome.OVERTAKEN)
    for row, outcome in zip(due, outcomes, strict=False):
        meeting.settle_action(stage.administrator, str(row.id), outcome)
    (told,) = figures.see_figures(stage.chair, cast.FORUM)
    text = figures.head_office_return(stage.chair, cast.FORUM)
    name = f"figures/head-office-{cast.FORUM}-{stage.clock.today.isoformat()}.csv"
    stage.place.write(name, text.encode("utf-8-sig"), "the return for head office: counts only")
    settled = min(len(due), len(outcomes))
    stage.tell(
        f"Figures: {told.open_cases} open cases; {len(due)} actions due, {settled} of them with an outcome; Police "
        f"answered within {told.police_median_days or 0:g} days."
    )


def verify(stage: Stage) -> None:
    """The trail from its first entry, and the whole register."""
    verdict = trail.verify_trail(stage.chair)
    point = trail.print_checkpoint(stage.chair)
    checks = register.check_register(stage.chair)
    if not verdict.ok:
        raise AssertionError(verdict.why)
    stage.tell(
        f"The trail holds from the first of {verdict.entries} entries to the last; checkpoint {point.short}. "
        f"The register is whole: {', '.join(row.check for row in checks)}."
    )
