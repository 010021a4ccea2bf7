"""What an extract changes in the register, decided before a single row is written.

design/formats.md sections 1 and 2. The plan is made from what the register holds and what the file says;
a dry run stops there, and taking the file in stores exactly the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from app.domain.criteria import Placement, fired_sentences
from app.domain.dates import show_date
from app.domain.extract import ExtractRecord, Oddity, Reading
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.extract_plan import (
    AnchorChange,
    CaseOpening,
    Current,
    FlagRaised,
    FlagWithdrawn,
    ImportPlan,
    KnownCase,
    KnownFlag,
    KnownPerson,
    LeftOutNow,
    PersonIn,
    Rules,
)
from app.domain.extract_result import DifferenceRow
from app.domain.extract_stored import STORED, shown_value, stored_values
from app.domain.timeline import (
    HandAnchor,
    NamedDate,
    choose_anchor,
    days_lost,
    hand_anchor_holds,
    named_dates,
    record_anchor,
)
from app.domain.words import DateName, FlagCode

_MANY_GONE = 10
"""Under so many an extract of a small forum may well have lost most of its people."""


def plan_import(current: Current, reading: Reading) -> ImportPlan:
    """Who is new, changed, gone; which cases open, anchors move, flags rise and fall; who is left out.

    A person of a refused row stands in the file all the same, so they are not gone.
    """
    plan = ImportPlan()
    next_person, next_case = current.next_person, current.next_case
    for record in reading.records:
        known = current.people.get(record.prn)
        if known is None:
            person_id, next_person = next_person, next_person + 1
            _add(plan, person_id, record)
        else:
            person_id = known.person_id
            _compare(plan, current, known, record)
        if _place(plan, current, person_id, record, next_case):
            next_case += 1
        _flags(plan, person_id, record, current.flags.get(person_id, ()))
    _gone(plan, current, reading)
    _older(plan, current, reading)
    return plan


def _add(plan: ImportPlan, person_id: int, record: ExtractRecord) -> None:
    plan.added.append(PersonIn(person_id, record, stored_values(record)))
    for alias in dict.fromkeys(record.aliases):
        plan.aliases_new.append((person_id, record.as_at, alias))


def _compare(plan: ImportPlan, current: Current, known: KnownPerson, record: ExtractRecord) -> None:
    person = PersonIn(known.person_id, record, stored_values(record))
    renamed = known[2:5] != record[1:4]
    if known.gone:
        plan.back.append(known.person_id)
    if known.values == person.values and not renamed:
        plan.unchanged.append(person)
        return
    plan.changed.append(person)
    if renamed:
        plan.renamed.append(person)
        for name in ("surname", "given_names", "date_of_birth"):
            _differ(plan, known, name, getattr(known, name), getattr(record, name))
    if known.values is None:
        plan.new_records.append(person)
    else:
        for name, old, new in zip(STORED, known.values, person.values, strict=True):
            if old != new:
                _differ(plan, known, name, old, new)
    held = current.aliases.get(known.person_id, {})
    told = dict.fromkeys(record.aliases)
    plan.aliases_new += [(known.person_id, record.as_at, alias) for alias in told if alias not in held]
    plan.aliases_gone += [alias_id for alias, alias_id in held.items() if alias not in told]


def _differ(plan: ImportPlan, known: KnownPerson, name: str, old: Any, new: Any) -> None:
    if old == new:
        return
    lost = days_lost(old, new) if isinstance(old, date) and isinstance(new, date) else None
    told = DifferenceRow(known.prn, FIELD_BY_NAME[name].heading, shown_value(old), shown_value(new), lost)
    plan.differences.append((known.person_id, told))


def dates_and_anchor(
    record: Any, as_at: date, corrections: Mapping[DateName, date] | None, by_hand: HandAnchor | None = None
) -> NamedDate | None:
    """The anchor with the forum's own dates put before those of IOMS. `record` is anything with six dates."""
    if not corrections and by_hand is None:
        return record_anchor(record, as_at)
    return choose_anchor({**named_dates(record), **(corrections or {})}, as_at, by_hand)


def _place(plan: ImportPlan, current: Current, person_id: int, record: ExtractRecord, next_case: int) -> bool:
    """Cases, anchors and the left-out list for one person; True where a case opens."""
    corrections = current.corrections.get(person_id)
    cases = current.cases.get(person_id, ())
    still_open = [case for case in cases if case.open]
    for case in still_open:
        _move_anchor(plan, case, record, corrections)
    rules = current.rules[record.forum]
    anchor = dates_and_anchor(record, record.as_at, corrections)
    placement = rules.place(record, anchor, record.as_at)
    opens = False
    if still_open:
        _tell_elsewhere(plan, still_open, record)
    elif placement.in_ and anchor is not None:
        opens = _open(plan, person_id, record, placement, anchor, rules, cases, next_case)
    listed = bool(still_open) or placement.in_
    _leave_out(plan, current.left_out.get(person_id), person_id, record, placement, listed)
    if opens and not any(flag.code is FlagCode.HR for flag in current.flags.get(person_id, ())):
        comment = f"criteria version {rules.version}: {', '.join(placement.fired)}"
        plan.flags_raised.append(FlagRaised(person_id, FlagCode.HR, record.as_at, False, comment))
    return opens


def _tell_elsewhere(plan: ImportPlan, still_open: Sequence[KnownCase], record: ExtractRecord) -> None:
    elsewhere = sorted({case.forum for case in still_open} - {record.forum})
    if elsewhere and record.forum not in {case.forum for case in still_open}:
        text = f"The open case stays with {', '.join(elsewhere)}; move it by hand if {record.forum} takes it over."
        plan.warnings.append(Oddity(record.row, FIELD_BY_NAME["forum"].heading, text))


def _open(
    plan: ImportPlan,
    person_id: int,
    record: ExtractRecord,
    placement: Placement,
    anchor: NamedDate,
    rules: Rules,
    cases: Sequence[KnownCase],
    case_id: int,
) -> bool:
    """Open an episode, unless the last one was closed on this very anchor: a person closed it knowing the date."""
    last = max(cases, key=lambda case: case.episode, default=None)
    if last is not None and last.anchor == anchor:
        text = f"The case was closed with this anchor ({show_anchor(anchor)}); it was not opened anew."
        plan.warnings.append(Oddity(record.row, "", text))
        return False
    sentences = " ".join(sentence for _, sentence in fired_sentences(record, rules.criteria))
    plan.cases.append(
        CaseOpening(
            case_id,
            person_id,
            record.forum,
            last.episode + 1 if last else 1,
            placement.fired,
            f"{sentences} Anchor: {show_anchor(anchor)}.",
            rules.version,
            anchor,
            record.as_at,
        )
    )
    return True


def _leave_out(
    plan: ImportPlan,
    now: LeftOutNow | None,
    person_id: int,
    record: ExtractRecord,
    placement: Placement,
    listed: bool,
) -> None:
    if listed or placement.reason is None:
        if now is not None:
            plan.left_out_no_more.append(person_id)
        return
    told = LeftOutNow(record.forum, placement.reason, placement.starts)
    if told != now:
        plan.left_out.append((person_id, told))
        if now is not None:
            plan.left_out_before.append(person_id)


def _move_anchor(
    plan: ImportPlan, case: KnownCase, record: ExtractRecord, corrections: Mapping[DateName, date] | None
) -> None:
    """A hand-set anchor stands until the date it names moves; the fall back to the rule is recorded as a move."""
    new = dates_and_anchor(record, record.as_at, corrections, case.by_hand)
    ends_hand, reason = None, "dates in the extract"
    if case.by_hand and not hand_anchor_holds({**named_dates(record), **(corrections or {})}, case.by_hand):
        ends_hand = case.by_hand
        chosen = show_anchor(NamedDate(case.by_hand.name, case.by_hand.day))
        reason = f"the date chosen by hand moved ({chosen}); the rule chooses again"
    if new == case.anchor and ends_hand is None:
        if case.anchor_as_at != record.as_at:
            plan.anchors_confirmed.append((case.case_id, record.as_at))
        return
    lost = days_lost(case.anchor.day if case.anchor else None, new.day if new else None)
    plan.anchors.append(AnchorChange(case.case_id, case.anchor, new, record.as_at, lost, reason, ends_hand))


def show_anchor(anchor: NamedDate) -> str:
    """`Hearing 14/05/2027`: a date never stands without its name."""
    return f"{anchor.name.value} {show_date(anchor.day)}"


_FLAG_FIELDS: tuple[tuple[FlagCode, Callable[[ExtractRecord], bool | None]], ...] = (
    (FlagCode.CSO, lambda record: record.cso),
    (FlagCode.VNR, lambda record: record.vnr),
    (FlagCode.DEPORTATION, lambda record: record.deportation_liable),
    (FlagCode.TRANSFER_RESTRAINT, lambda record: record.transfer_restraint),
    (FlagCode.STAFF_SAFETY, lambda record: record.staff_safety),
)
OWR_WEIGHT = 4
_BY_WEIGHT, _BY_OVERRIDE = "weight", "override"


def _flags(plan: ImportPlan, person_id: int, record: ExtractRecord, standing: Sequence[KnownFlag]) -> None:
    """Yes raises, no withdraws what an extract raised, and a blank leaves things as they are: it is never none."""
    held = {flag.code: flag for flag in standing if flag.by_ioms}
    for code, answer_of in _FLAG_FIELDS:
        answer = answer_of(record)
        if answer and code not in held:
            plan.flags_raised.append(FlagRaised(person_id, code, record.as_at, True, None))
        elif answer is False and code in held:
            plan.flags_withdrawn.append(FlagWithdrawn(held[code].flag_id, person_id, record.as_at))
    grounds = _owr_grounds(record)
    owr = held.get(FlagCode.OWR)
    if owr is None:
        if grounds:
            plan.flags_raised.append(
                FlagRaised(person_id, FlagCode.OWR, record.as_at, True, ", ".join(grounds))
            )
    elif not grounds and not _owr_unknown(record, owr.comment or ""):
        plan.flags_withdrawn.append(FlagWithdrawn(owr.flag_id, person_id, record.as_at))


def _owr_grounds(record: ExtractRecord) -> tuple[str, ...]:
    by_weight = record.owr_weight is not None and record.owr_weight >= OWR_WEIGHT
    return (
        *((f"{_BY_WEIGHT} {record.owr_weight}",) if by_weight else ()),
        *((_BY_OVERRIDE,) if record.owr_override else ()),
    )


def _owr_unknown(record: ExtractRecord, grounds: str) -> bool:
    """Whether what raised the flag is now blank, so that nobody has said it is over."""
    return (_BY_WEIGHT in grounds and record.owr_weight is None) or (
        _BY_OVERRIDE in grounds and record.owr_override is None
    )


def _gone(plan: ImportPlan, current: Current, reading: Reading) -> None:
    """In the last extract of the forums named in the file, and not in this one; never deleted.

    Somebody whose row was refused and who had gone before is back all the same. Where most of them are not in it, it
    may be a part of an extract only, which is said: each of them would be marked as gone.
    """
    stood = 0
    read = {record.prn for record in reading.records}
    forums = set(reading.forums)
    place = STORED.index("forum")
    for known in current.people.values():
        if known.values is None:
            continue
        stood += not known.gone and known.values[place] in forums
        if known.prn in read:
            continue
        if known.prn in reading.prns:
            if known.gone:
                plan.back.append(known.person_id)
        elif not known.gone and known.values[place] in forums:
            plan.gone.append(known)
    if len(plan.gone) >= _MANY_GONE and 2 * len(plan.gone) > stood:
        text = (
            f"{len(plan.gone)} of {stood} people who stood in the last extract are not in this file. They keep their "
            "cases and are marked as gone from the extract: take it in only if it is a whole extract."
        )
        plan.warnings.append(Oddity(0, FIELD_BY_NAME["prn"].heading, text))


def _older(plan: ImportPlan, current: Current, reading: Reading) -> None:
    """Warn where the file is older than what was taken in last; the clock plays no part, so it is not refused."""
    place = STORED.index("forum")
    last: dict[str, date] = {}
    for known in current.people.values():
        if known.values is not None and known.as_at is not None:
            forum = known.values[place]
            last[forum] = max(known.as_at, last.get(forum, date.min))
    this: dict[str, date] = {}
    for record in reading.records:
        this[record.forum] = max(record.as_at, this.get(record.forum, date.min))
    for forum, day in sorted(this.items()):
        if day < last.get(forum, date.min):
            text = (
                f"{forum}: this extract is as at {show_date(day)}, and one as at {show_date(last[forum])} "
                "was taken in before; dates may have moved back."
            )
            plan.warnings.append(Oddity(0, FIELD_BY_NAME["as_at"].heading, text))
