"""Cases: looking at them, opening and closing them, and what the forum itself says of them (needs R1-R9, T1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.desk import use_case
from app.domain.case_drafts import (
    InformationDraft,
    OrderDraft,
    PersonDraft,
    RiskDraft,
    needed,
    not_ahead,
    read_corrected,
    read_correction,
    refuse_if_overtaken,
)
from app.domain.cases import CaseRecord, CaseRow, seen_of_anchor
from app.domain.dates import add_months, read_date, show_date
from app.domain.errors import Refused
from app.domain.extract_fields import Field, FieldKind
from app.domain.names import clean, fold
from app.domain.people import Permission
from app.domain.timeline import DATE_FIELDS, NamedDate, before_the_sentence
from app.domain.words import (
    AliasKind,
    DateName,
    ExitReason,
    FlagCode,
    HighProfileLimb,
    Owner,
    Service,
    SourceOf,
    Topic,
)
from db import search
from db.queries import cases as queries
from db.queries.case_record import case_record, in_force, standing_order
from db.queries.cases import CaseFilter
from db.queries.register import forum as forum_by_code
from db.tables.register import (
    Alias,
    Case,
    ExternalOrder,
    ForumValue,
    IomsRecord,
    Person,
    RiskRating,
    ServiceInformation,
)
from db.work import Work


@use_case(Permission.OPEN_CASE, looks=True)
def list_cases(
    work: Work,
    forum: str | None = None,
    closed: bool = False,
    flag: FlagCode | None = None,
    within: int | None = None,
) -> list[CaseRow]:
    """Open cases (or closed ones) by surname; `within` keeps anchors at most so many months away."""
    code = forum_by_code(work.session, forum).code if forum else None
    until = add_months(work.today, within) if within is not None else None
    rows = queries.case_list(work.connection, CaseFilter(code, closed, flag, until), queries.scope_of(work))
    work.enter("cases", cases=len(rows))
    return rows


@use_case(Permission.OPEN_CASE, looks=True)
def show_case(work: Work, prn: str) -> CaseRecord:
    """Everything recorded of a person and their case, each value with whose it is (need R12)."""
    who = queries.person(work.session, prn)
    queries.may_open(work, who.id)
    record = case_record(work.session, who, work.today)
    work.enter(work.person(prn))
    return record


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def open_high_profile(
    work: Work, prn: str, limb: HighProfileLimb, reason: str, review: date, forum: str | None = None
) -> NamedDate | None:
    """Open a case by hand for high profile, naming its limb, and raise the flag (need R3). Returns the anchor."""
    why = needed(reason, "The reason")
    if review <= work.today:
        raise Refused(
            f"The review date {show_date(review)} is not ahead; nothing was changed: give a later day."
        )
    who = queries.person(work.session, prn)
    case = queries.new_case(
        work,
        who,
        _forum_for(work, who, forum),
        entry="high-profile",
        entry_codes="HP",
        entry_reason=why,
        high_profile_limb=limb,
        high_profile_review=review,
    )
    if not queries.standing_flags(work.session, who.id, FlagCode.HP):
        queries.raise_flag(work, who.id, FlagCode.HP, work.today, work.user_name, f"{limb.value}: {why}")
    _entered(work, who)
    return queries.anchor_of(case)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def take_in(work: Work, prn: str, reason: str) -> NamedDate | None:
    """Take in a person the criteria left out, in one act (need R5). Returns the anchor."""
    why = needed(reason, "The reason")
    who = queries.person(work.session, prn)
    case = queries.new_case(
        work, who, _forum_for(work, who, None), entry="watch-list", entry_codes="", entry_reason=why
    )
    _entered(work, who)
    return queries.anchor_of(case)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES, Topic.PEOPLE))
def enter_person(work: Work, forum: str, draft: PersonDraft) -> str:
    """Enter a person whom no extract names, so that a case can be opened for them. Returns the PRN."""
    row = draft.checked(work.today)
    code = forum_by_code(work.session, forum).code
    if queries.is_known(work.session, row.prn):
        # Without the number: it would be told by the label of whoever is kept from this person. That it is refused
        # tells that somebody has it, and must: two people of one number would be one (docs/threat-model.md).
        raise Refused(
            "That number cannot be entered by hand; nothing was added. Look at it again, then ask the chair of your "
            "forum."
        )
    who = Person(
        prn=row.prn,
        surname=row.surname,
        given_names=row.given_names,
        name_key=fold(f"{row.surname} {row.given_names}"),
        date_of_birth=row.date_of_birth,
        physical_marks=None,
    )
    work.session.add(who)
    work.session.flush()
    queries.new_case(
        work, who, code, entry="by-hand", entry_codes="", entry_reason="entered by hand: in no extract"
    )
    _entered(work, who)
    return row.prn


def _forum_for(work: Work, who: Person, asked: str | None) -> str:
    """The forum a case is opened in: the one IOMS names; another one would need a transfer."""
    before = queries.episodes(work.session, who.id)
    ioms = work.session.get(IomsRecord, who.id)
    own = ioms.forum if ioms else before[0].forum if before else None
    code = forum_by_code(work.session, asked).code if asked else own
    if code is None:
        raise Refused(f"No forum is known for {who.prn}; nothing was changed: give --forum.")
    if own is not None and code != own:
        raise Refused(
            f"{who.prn} belongs to {own}, not to {code}; nothing was changed: a case is opened where they belong."
        )
    return code


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def close_case(work: Work, prn: str, exit_reason: ExitReason, note: str = "") -> None:
    """End an episode with its reason; it stays, and the next one shows its plan (need R1)."""
    who, case = queries.open_case(work.session, prn)
    case.closed_at, case.closed_seq = work.at, work.seq
    case.exit_reason, case.exit_note = exit_reason, clean(note) or None
    _entered(work, who)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def raise_flag(
    work: Work,
    prn: str,
    flag: FlagCode,
    comment: str,
    authorised_by: str,
    from_date: date | None = None,
) -> str:
    """Raise a flag the forum owns, with who authorised it (need R4). Returns what it means for the forum."""
    who = queries.person(work.session, prn)
    by = needed(authorised_by, "Who authorised the flag")
    queries.raise_flag(work, who.id, flag, from_date or work.today, by, needed(comment, "The comment"))
    _entered(work, who)
    return flag.meaning


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def withdraw_flag(work: Work, prn: str, flag: FlagCode, comment: str) -> None:
    """Withdraw the forum's flag; it stays in the record. A flag of IOMS goes when an extract says so."""
    who = queries.person(work.session, prn)
    why = needed(comment, "The comment")
    standing = queries.standing_flags(work.session, who.id, flag)
    own = [row for row in standing if row.owner is Owner.FORUM]
    if not own:
        whose = (
            "is IOMS' own: it goes when an extract no longer has it"
            if standing
            else "does not stand for this person"
        )
        raise Refused(f"The flag {flag.value} {whose}; nothing was changed.")
    for row in own:
        row.withdrawn_seq, row.to_date = work.seq, work.today
        row.comment = f"{row.comment}; withdrawn: {why}" if row.comment else f"withdrawn: {why}"
    _entered(work, who)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def set_anchor(
    work: Work, prn: str, name: DateName, reason: str, seen: Mapping[str, str] | None = None
) -> NamedDate | None:
    """Count back from a named date chosen by hand, until that date moves (need T1). Returns the anchor.

    `seen` is what was chosen when the writer began, by `anchor` (`seen_of_anchor`): where another choice stands by
    now, `Overtaken` keeps both.
    """
    who, case = queries.open_case(work.session, prn)
    why = needed(reason, "The reason")
    _refuse_overtaken_anchor(case, seen, seen_of_anchor(name, why))
    dates = queries.dates_of(work.session, who.id)
    day = dates[name]
    if day is None:
        known = ", ".join(
            f"{named.value} {show_date(when)}" for named, when in dates.items() if when is not None
        )
        raise Refused(
            f"{prn} has no {name.value}; nothing was changed. "
            + (f"The dates there are: {known}." if known else "No date is known.")
        )
    case.hand_anchor_name, case.hand_anchor_date, case.hand_anchor_reason = name, day, why
    return _anchored(work, who, case.id, f"chosen by hand: {why}")


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def anchor_by_rule(work: Work, prn: str, seen: Mapping[str, str] | None = None) -> NamedDate | None:
    """Let the rule choose the anchor again. Returns the anchor. `seen` is as for `set_anchor`."""
    who, case = queries.open_case(work.session, prn)
    _refuse_overtaken_anchor(case, seen, seen_of_anchor(None, None))
    if case.hand_anchor_date is None:
        raise Refused(f"The anchor of {prn} is chosen by the rule already; nothing was changed.")
    case.hand_anchor_name = case.hand_anchor_date = case.hand_anchor_reason = None
    return _anchored(work, who, case.id, "the choice by hand was taken back")


def _refuse_overtaken_anchor(case: Case, seen: Mapping[str, str] | None, wanted: str) -> None:
    now = seen_of_anchor(case.hand_anchor_name, case.hand_anchor_reason if case.hand_anchor_date else None)
    refuse_if_overtaken(seen or {}, {"anchor": (now, wanted)})


def _anchored(work: Work, who: Person, case_id: int, reason: str) -> NamedDate | None:
    anchor = queries.re_anchor(work.session, case_id, queries.as_at_of(work, who.id), work.seq, reason)
    _entered(work, who)
    return anchor


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def set_case(
    work: Work,
    prn: str,
    leading_service: Service | None = None,
    owner: str | None = None,
    physical_marks: str | None = None,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Name the leading service, the owner, or the person's physical marks; what is left out stays.

    `seen` is what stood there when the writer began, by field: where another stands by now, `Overtaken` keeps both
    texts.
    """
    who, case = queries.open_case(work.session, prn)
    found = {
        "leading_service": (case.leading_service.value if case.leading_service else "", leading_service),
        "owner": (case.owner or "", owner),
        "physical_marks": (who.physical_marks or "", physical_marks),
    }
    refuse_if_overtaken(seen or {}, found)
    if leading_service is None and owner is None and physical_marks is None:
        raise Refused("Nothing to set was given; nothing was changed: give a service, an owner or marks.")
    if leading_service is not None:
        case.leading_service = leading_service
    if owner is not None:
        case.owner = clean(owner) or None
    if physical_marks is not None:
        who.physical_marks = clean(physical_marks) or None
    _entered(work, who)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def correct_value(
    work: Work, prn: str, heading: str, value: str, reason: str, seen: Mapping[str, str] | None = None
) -> NamedDate | None:
    """Put the forum's own word beside what IOMS says; no extract overwrites it (need R9). Returns the anchor.

    A date corrected chooses the anchor of an open case anew. `seen` is what counted when the writer began, by
    `value`: where another counts by now, `Overtaken` keeps both texts.
    """
    who = queries.person(work.session, prn)
    field, told = read_correction(heading, value)
    refuse_if_overtaken(seen or {}, {"value": (in_force(work.session, who, field.heading), told)})
    _refuse_disorder(work, who, field, told)
    work.session.add(
        ForumValue(
            person_id=who.id,
            field=field.heading,
            value=told,
            reason=needed(reason, "The reason"),
            source=work.source(),
            as_at=work.today,
            who=work.user_id,
            seq=work.seq,
            withdrawn_seq=None,
        )
    )
    return _corrected(work, who, field, f"the forum corrected {field.heading}")


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def withdraw_value(
    work: Work, prn: str, heading: str, reason: str, seen: Mapping[str, str] | None = None
) -> NamedDate | None:
    """Withdraw the forum's own word on a heading; the word before it counts again, or what IOMS says (need R9).

    It stays in the history. Returns the anchor. `seen` is as for `correct_value`.
    """
    who = queries.person(work.session, prn)
    why, field = needed(reason, "The reason"), read_corrected(heading)
    now = in_force(work.session, who, field.heading)
    refuse_if_overtaken(seen or {}, {"value": (now, "")})
    word = queries.last_word(work.session, who.id, field.heading)
    if word is None:
        raise Refused(f"The forum has no word of its own on {field.heading} of {prn}; nothing was changed.")
    word.withdrawn_seq = work.seq
    work.session.flush()
    anchor = _corrected(work, who, field, f"the forum's word on {field.heading} was withdrawn")
    work.enter(work.person(prn), reason=why)
    return anchor


def _corrected(work: Work, who: Person, field: Field, reason: str) -> NamedDate | None:
    """A date that is another one now chooses the anchor of an open case anew. Returns the anchor."""
    of_person = queries.episodes(work.session, who.id)
    is_open = bool(of_person) and of_person[0].closed_seq is None
    if is_open and field.kind is FieldKind.DATE:
        return _anchored(work, who, of_person[0].id, reason)
    _entered(work, who)
    return queries.anchor_of(of_person[0]) if is_open else None


def _refuse_disorder(work: Work, who: Person, field: Field, told: str) -> None:
    """A date that would lie before the sentence, or a sentence that would start after one (design/screens.md 3)."""
    if field.kind is not FieldKind.DATE:
        return
    start, dates = queries.sentence_start(work.session, who.id), queries.dates_of(work.session, who.id)
    if field.name == "sentence_start":
        start = read_date(told)
    else:
        dates = {name: read_date(told) for name, column in DATE_FIELDS.items() if column == field.name}
    if wrong := before_the_sentence(start, dates):
        raise Refused(f"{wrong[0]} Nothing was changed: put the one that is wrong right first.")


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def record_order(work: Work, prn: str, draft: OrderDraft, seen: Mapping[str, str] | None = None) -> None:
    """Record what is known of one kind of external order: one of the six answers (needs R7, X6).

    `seen` is what stood when the writer began, by `answer`; where another stands by now, `Overtaken` keeps both.
    """
    who = queries.person(work.session, prn)
    now = standing_order(work.session, who.id, draft.kind)
    refuse_if_overtaken(seen or {}, {"answer": (now, draft.answer.value)})
    work.session.add(
        ExternalOrder(
            person_id=who.id,
            kind=draft.kind,
            answer=draft.answer,
            detail=clean(draft.detail) or None,
            expires=draft.expires,
            owner=Owner.FORUM,
            source=clean(draft.source) or work.source(),
            as_at=not_ahead(draft.as_at, work.today),
            seq=work.seq,
        )
    )
    _entered(work, who)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def add_information(work: Work, prn: str, draft: InformationDraft) -> str:
    """Add what a service says, with author, day, grade and handling; earlier statements stay (need D3).

    Gives back how the statement is named (`information:12`), so that who said it can be sealed to it.
    """
    who, case = queries.open_case(work.session, prn)
    row = ServiceInformation(
        case_id=case.id,
        service=draft.service,
        text=needed(draft.text, "The text"),
        author=needed(draft.author, "The author"),
        as_at=draft.as_at,
        grade=draft.grade,
        handling=draft.handling,
        owner=Owner.FORUM,
        source=work.source(),
        seq=work.seq,
    )
    work.session.add(row)
    work.session.flush()
    _entered(work, who)
    return f"{SourceOf.INFORMATION.value}:{row.id}"


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def add_risk(work: Work, prn: str, draft: RiskDraft) -> None:
    """Add one service's own rating; older ones stay and nothing combines them (need R8)."""
    who = queries.person(work.session, prn)
    work.session.add(
        RiskRating(
            person_id=who.id,
            service=draft.service,
            tool=needed(draft.tool, "The tool"),
            score=needed(draft.score, "The score"),
            tool_version=clean(draft.version) or None,
            assessed_on=draft.on,
            assessor=clean(draft.assessor) or None,
            owner=Owner.FORUM,
            source=work.source(),
            seq=work.seq,
        )
    )
    _entered(work, who)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def add_alias(work: Work, prn: str, kind: AliasKind, surname: str, given_names: str = "") -> None:
    """Add another name of a person, with its kind: birth, alias, nickname or te reo form (need R1).

    It is the forum's own value. Raises `Refused` where the very same name stands already.
    """
    who = queries.person(work.session, prn)
    last, first = needed(surname, "The name"), clean(given_names)
    if queries.has_alias(work.session, who.id, kind, last, first):
        raise Refused(f"That name stands among the aliases of {prn} already; nothing was changed.")
    work.session.add(
        Alias(
            person_id=who.id,
            kind=kind,
            surname=last,
            given_names=first,
            owner=Owner.FORUM,
            source=work.source(),
            as_at=work.today,
            withdrawn_seq=None,
            seq=work.seq,
        )
    )
    _entered(work, who)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def withdraw_alias(
    work: Work, prn: str, kind: AliasKind, surname: str, given_names: str = "", reason: str = ""
) -> None:
    """Withdraw a name that the forum added; it stays in the history. One of IOMS goes when an extract says so."""
    who = queries.person(work.session, prn)
    why = needed(reason, "The reason")
    row = queries.forums_alias(work.session, who.id, kind, clean(surname), clean(given_names))
    if row is None:
        raise Refused(f"The forum added no such name to {prn}; nothing was changed.")
    row.withdrawn_seq = work.seq
    _entered(work, who)
    work.enter(work.person(prn), reason=why)


def _entered(work: Work, who: Person) -> None:
    """Bring the search up to date and say in the trail whom the work was about."""
    search.reindex(work.session, (who.id,))
    work.enter(work.person(who.prn))
