"""Three meetings of a made-up forum, read a second time: from the stored rows alone, by the text of the rule.

The reader below is slow and plain. It opens the register's tables with bare SQL, shares no query, no rule and
no word with the program, and must come to the same agenda as `forumdesk meeting agenda --json`: who is listed, why,
in which order, on which track, for how many minutes, and when everybody else comes up next.
"""

from __future__ import annotations

import json
import random
import unicodedata
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app import made_up
from app.cli.base import Edges
from app.desk import Desk
from app.domain.meeting import ActionDraft, DecisionDraft
from app.domain.plan import QUESTIONS
from app.domain.words import DecisionKind, ExitReason, FlagCode, Role, Service
from app.main import main
from app.usecases import agenda as agendas
from app.usecases import board, cases, discussion, extract, meeting, plan
from db.tables.police import Exchange, PoliceValue, Return
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.made_cases import do

AS_AT = date(2026, 11, 16)
DAYS = (date(2026, 12, 2), date(2027, 1, 13), date(2027, 2, 10), date(2027, 3, 31))
CODES = tuple(f"CHC-{day.isoformat()}" for day in DAYS)


# --- the second reading ---------------------------------------------------------------------------


class Stored:
    """The register's tables as they lie in the file: dictionaries of bare values."""

    def __init__(self, desk: Desk) -> None:
        self.tables: dict[str, list[dict[str, Any]]] = {}
        with desk.engine(read_only=True).connect() as connection:
            for table in (
                *("forums", "persons", "cases", "ioms_records", "forum_values", "meetings", "decisions"),
                *("milestones_taken", "actions", "asked_for", "hearings", "told_drifts", "anchor_moves"),
                *("flags", "police_values", "addresses", "address_checks", "plan_answers"),
            ):
                rows = connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY rowid")
                self.tables[table] = [dict(row._mapping) for row in rows]

    def rows(self, table: str, **wanted: Any) -> list[dict[str, Any]]:
        return [r for r in self.tables[table] if all(r[k] == v for k, v in wanted.items())]


def day_of(text: str | None) -> date | None:
    if text and "/" in text:  # a correction, as a person writes it
        text = "-".join(reversed(text.split("/")))
    return date.fromisoformat(text) if text else None


def back(day: date, months: int) -> date:
    """Month by month to the right month, then down from the wished day to one that exists."""
    year, month, wished = day.year, day.month, day.day
    for _ in range(months):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    while True:
        try:
            return date(year, month, wished)
        except ValueError:
            wished -= 1


def forward(day: date) -> date:
    year, month, wished = day.year, day.month + 1, day.day
    if month == 13:
        year, month = year + 1, 1
    while True:
        try:
            return date(year, month, wished)
        except ValueError:
            wished -= 1


def bare(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.replace("’", "").replace("'", "").replace("ʻ", ""))
    plain = "".join(c if c.isalnum() else " " for c in letters.lower() if not unicodedata.combining(c))
    return " ".join(plain.replace("ø", "o").split())


class Case:
    """One case and everything the text of the rule asks about it."""

    def __init__(self, stored: Stored, row: dict[str, Any], day: date, last: dict[str, Any] | None) -> None:
        self.row, self.last = row, last
        since = last["closed_seq"] if last else None
        own = {"case_id": row["id"]}
        person = stored.rows("persons", id=row["person_id"])[0]
        self.prn, self.surname = person["prn"], person["surname"]
        self.anchor = day_of(row["anchor_date"])
        record = dict(stored.rows("ioms_records", person_id=row["person_id"])[0])
        columns = {
            "Statutory release date": "statutory_release",
            "Ordered release date": "ordered_release",
            "Next hearing date": "next_hearing",
        }
        for said in stored.rows("forum_values", person_id=row["person_id"], withdrawn_seq=None):
            if said["field"] in columns:
                record[columns[said["field"]]] = said["value"]
        self.release = day_of(record["ordered_release"]) or day_of(record["statutory_release"])
        hearings = stored.rows("hearings", **own)
        open_days = {day_of(h["day"]) for h in hearings if h["result"] is None}
        if not any(h["result"] is not None and h["day"] == record["next_hearing"] for h in hearings):
            open_days.add(day_of(record["next_hearing"]))
        self.hearings = sorted(d for d in open_days if d is not None)
        self.taken = {m["milestone"] for m in stored.rows("milestones_taken", **own)}
        self.due = [day_of(a["due"]) or day for a in stored.rows("actions", outcome="open", **own)]
        living = [a for a in stored.rows("addresses", **own) if a["withdrawn_by"] is None]
        self.verified = any(a["verified"] and a["is_next"] for a in living)
        self.missing_by = self._missing(stored, row, living)
        self.ended = row["closed_seq"] is not None
        self.facts = {"asked-for": bool(stored.rows("asked_for", meeting=f"CHC-{day}", **own))}
        self.facts["tell-the-board"] = bool(stored.rows("told_drifts", settled_seq=None, **own))
        self.facts |= self._since(stored, row, hearings, since) if since is not None else {}

    def _since(
        self, stored: Stored, row: dict[str, Any], hearings: list[dict[str, Any]], since: int
    ) -> dict[str, bool]:
        assert self.last is not None
        own = {"case_id": row["id"]}
        moves = sorted((m["seq"], m["id"], m) for m in stored.rows("anchor_moves", **own) if m["seq"] > since)
        flags = stored.rows("flags", person_id=row["person_id"])
        after = max(since, row["opened_seq"])
        old = moves[0][2]["old_date"] if moves else None
        new = moves[-1][2]["new_date"] if moves else None
        relevant = ("held, relevant", "held, cannot share")
        decided = stored.rows("decisions", meeting=self.last["meeting"], **own)
        return {
            "board-result": any((h["result_seq"] or 0) > since for h in hearings),
            "police-relevant": any(
                p["seq"] > since and p["value"] in relevant
                for p in stored.rows("police_values", heading="Police answer", **own)
            ),
            "date-moved": old != new,
            "flag-changed": any(f["raised_seq"] > after or (f["withdrawn_seq"] or 0) > after for f in flags),
            "new-case": row["opened_seq"] > since,
            "deferred": any(d["decision"] == "deferred" for d in decided),
            "released": (row["closed_seq"] or 0) > since
            and row["exit_reason"] in ("released on parole", "released at SRD"),
        }

    def _missing(self, stored: Stored, row: dict[str, Any], living: list[dict[str, Any]]) -> dict[int, bool]:
        """Whether anything is missing that milestone K asks, by K."""
        said = {a["question"]: a["answer"] for a in stored.rows("plan_answers", case_id=row["id"])}
        first = min(living, key=lambda a: a["rank"]) if living else None
        checks = stored.rows("address_checks", address_id=first["id"]) if first else []
        checked = {c["kind"]: c["answer"] for c in checks if c["answer"] not in ("not asked", "asked")}
        by_police = first is not None and any(
            p["value"] not in ("not asked", "asked")
            for p in stored.rows("police_values", heading="Police answer", address_id=first["id"])
        )
        vnr = bool(stored.rows("flags", person_id=row["person_id"], code="VNR", withdrawn_seq=None)) or bool(
            stored.rows("ioms_records", person_id=row["person_id"])[0]["vnr"]
        )
        every = stored.rows("forums", code="CHC")[0]["police_checks"] == "every address"
        needs = [question for question in said if question.startswith("need:")]
        has = {
            8: bool(row["leading_service"] and row["owner"] and living),
            6: "eso-ppo" in said,
            4: said.get("conditions", "no") != "no" and len(needs) == 8,
            2: "Probation" in checked and (not every or by_police or "Police" in checked),
            1: self.verified
            and said.get("officer-told", "no") != "no"
            and (not vnr or "vnr-answer" in said or "victim nearness" in checked),
        }
        return {k: not all(has[j] for j in has if j >= k) for k in has}

    def milestone(self, following: date) -> int | None:
        if self.anchor is None:
            return None
        due = [
            k
            for k in (8, 6, 4, 2, 1)
            if back(self.anchor, k) < following and not any(j <= k for j in self.taken)
        ]
        return min(due, default=None)

    def reasons(self, day: date, following: date) -> list[str]:
        k = self.milestone(following)
        facts = {
            "release-before-next": self.release is not None and day <= self.release < following,
            "hearing-before-next": any(day <= h < following for h in self.hearings),
            f"milestone-{k}": k is not None,
            "action-due": any(due <= day for due in self.due),
            "address-unsettled": self.anchor is not None
            and back(self.anchor, 1) <= day
            and not self.verified,
            "no-anchor": self.anchor is None and not self.ended,
        } | self.facts
        return sorted((code for code, holds in facts.items() if holds), key=place)

    def next(self, day: date, following: date) -> date:
        dates = [*self.due, *self.hearings]
        if self.release:
            dates.append(self.release)
        if self.anchor:
            dates += [back(self.anchor, k) for k in (8, 6, 4, 2, 1) if k not in self.taken]
            if not self.verified:
                dates.append(back(self.anchor, 1))
        return min((d for d in dates if d > day), default=following)


ORDER = (
    *("release-before-next", "hearing-before-next", "milestone", "action-due", "board-result"),
    *("tell-the-board", "police-relevant", "address-unsettled", "date-moved", "flag-changed", "new-case"),
    *("deferred", "no-anchor", "released", "asked-for"),
)


def place(code: str) -> int:
    return ORDER.index("milestone" if code.startswith("milestone") else code)


def second_reading(desk: Desk, day: date) -> dict[str, Any]:
    """The agenda of the meeting on `day`, worked out from the stored rows."""
    stored = Stored(desk)
    meetings = stored.rows("meetings", forum="CHC")
    closed = [m for m in meetings if m["closed_seq"] is not None]
    last = max(closed, key=lambda m: m["closed_seq"], default=None)
    later = sorted(m["day"] for m in meetings if m["day"] > day.isoformat())
    following = date.fromisoformat(later[0]) if later else forward(day)
    listed, waiting, considered = [], [], 0
    for row in stored.rows("cases", forum="CHC"):
        case = Case(stored, row, day, last)
        if case.ended and not case.facts.get("released"):
            continue
        considered += 1
        reasons = case.reasons(day, following)
        if not reasons:
            waiting.append((case.prn, case.next(day, following).isoformat()))
            continue
        k = case.milestone(following)
        quiet = all(code.startswith("milestone") or code == "released" for code in reasons)
        paper = quiet and not (k is not None and case.missing_by[k])
        missed = [j for j in (8, 6, 4, 2) if k is not None and j > k and j not in case.taken]
        key = (paper, place(reasons[0]), str(case.anchor or "none"), bare(case.surname), case.prn)
        listed.append((key, (case.prn, "paper" if paper else "table", reasons, missed)))
    items = [item for _, item in sorted(listed)]
    return {
        "considered": considered,
        "items": items,
        "not_listed": sorted(waiting),
        "minutes": sum(8 if track == "table" else 1 for _, track, _, _ in items),
    }


# --- the month ------------------------------------------------------------------------------------


class Month:
    """A made-up forum and what happens in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], seed: int) -> None:
        self.folder, self.capsys, self.chance = folder, capsys, random.Random(seed)
        self.seed = seed
        self.desk = desks.sit(folder)
        self.people = made_up.made_up_people(seed, 60, "CHC", AS_AT)
        for day in DAYS:
            meeting.schedule_meeting(self.desk, "CHC", day)
        self.take_in(AS_AT)

    def take_in(self, as_at: date) -> None:
        data = made_up.write_extract(self.people, as_at)
        extract.import_extract(self.desk, f"ioms-{as_at}.csv", data)

    def agenda(self, code: str) -> dict[str, Any]:
        """What the command line says."""
        environ = {
            "FORUMDESK_REGISTER": str(self.folder),
            "FORUMDESK_USER": desks.ADMINISTRATOR[0],
            "FORUMDESK_PASSPHRASE": desks.ADMINISTRATOR[1],
        }
        edges = Edges(now=desks.Clock(), stretcher=CheapStretcher(), environ=environ)
        assert main(["meeting", "agenda", code, "--json"], edges) == 0
        answer: dict[str, Any] = json.loads(self.capsys.readouterr().out)
        return answer

    def agree(self, at: int) -> dict[str, Any]:
        """Both readings of one meeting, which must be one."""
        told, read = self.agenda(CODES[at]), second_reading(self.desk, DAYS[at])
        assert [(i["prn"], i["track"], i["reasons"], i["missed"]) for i in told["items"]] == read["items"]
        assert sorted((row["prn"], row["next"]) for row in told["not_listed"]) == read["not_listed"]
        assert (told["considered"], told["minutes"]) == (read["considered"], read["minutes"])
        return told

    def hold(self, at: int) -> None:
        """Issue, decide at random, give some actions, close."""
        view = agendas.issue_agenda(self.desk, CODES[at]).agenda
        assert view is not None
        for item in view.items:
            decision = self.chance.choice(list(DecisionKind))
            discussion.decide_item(self.desk, CODES[at], item.prn, DecisionDraft(decision, "As discussed."))
            if self.chance.random() < 0.2:
                due = DAYS[at] + timedelta(days=self.chance.randrange(5, 70))
                draft = ActionDraft("Ask the provider", Service.PROBATION, "R. Case", due)
                meeting.add_action(self.desk, CODES[at], item.prn, draft)
        meeting.close_meeting(desks.sit(self.folder, Role.CHAIR), CODES[at])

    def live(self, at: int) -> None:
        """What administrators do between two meetings."""
        items = self.agenda(CODES[at])["items"]
        prns = [item["prn"] for item in items if "released" not in item["reasons"]]
        self.chance.shuffle(prns)
        whole, half, gone, flagged, moved, heard, relevant, *_ = (prns[n::7] for n in range(7))
        for prn in whole[:4]:
            self.plan_whole(prn, at)
        for prn in half[:3]:
            plan.propose_address(self.desk, prn, f"{at} Half Made-up Street")
            plan.set_address(self.desk, prn, 1, verified=True, is_next=True)
        for prn, reason in zip(gone, (ExitReason.PAROLE, ExitReason.RECALLED), strict=False):
            cases.close_case(self.desk, prn, reason)
        for prn in flagged[:2]:
            cases.raise_flag(self.desk, prn, FlagCode.STAFF_SAFETY, "Media attention", "R. Case")
        for prn in moved[:2]:
            new = DAYS[at] + timedelta(days=self.chance.randrange(3, 50))
            cases.correct_value(self.desk, prn, "Statutory release date", new.isoformat(), "Recalculated")
        for prn in heard[:2]:
            day = DAYS[at] + timedelta(days=self.chance.randrange(2, 20))
            board.record_hearing(self.desk, prn, day)
            if self.chance.random() < 0.5:
                board.record_result(self.desk, prn, day, "declined", day)
        for prn in relevant[:2]:
            do(self.desk, partial(police_said, prn=prn, code=CODES[at]))
        if at + 1 < len(CODES) and half:
            agendas.ask_for_case(self.desk, CODES[at + 1], half[-1], "A member asked")

    def plan_whole(self, prn: str, at: int) -> None:
        cases.set_case(self.desk, prn, Service.PRISONS, "R. Case")
        plan.propose_address(self.desk, prn, f"{at} Made-up Street")
        for question in QUESTIONS:
            said = "clear" if question == "vnr-answer" else "declined" if "need" in question else "yes"
            plan.answer_question(self.desk, prn, question, said, by="R. Case")


def police_said(work: Work, prn: str, code: str) -> None:
    """A confirmed Police answer, put in place as confirming a workbook would."""
    sql = "SELECT c.id FROM cases c JOIN persons p ON p.id = c.person_id WHERE p.prn = ? AND c.closed_seq IS NULL"
    case_id = work.connection.exec_driver_sql(sql, (prn,)).scalar_one()
    exchange = f"{code}-{work.seq}"
    work.session.add(
        Exchange(
            exchange=exchange,
            meeting=code,
            made_at=work.at,
            made_by=work.user_id,
            due=work.today,
            passphrase=None,
            sha256="",
            rows=1,
            seq=work.seq,
        )
    )
    work.session.flush()
    taken = Return(
        exchange=exchange,
        sha256="",
        file_name="x.xlsx",
        taken_in_at=work.at,
        who=work.user_id,
        counts={},
        seq=work.seq,
    )
    work.session.add(taken)
    work.session.flush()
    work.session.add(
        PoliceValue(
            case_id=case_id,
            heading="Police answer",
            value="held, relevant",
            return_id=taken.id,
            cell="1",
            seq=work.seq,
        )
    )


@pytest.mark.parametrize("seed", [7, 2027])
def test_two_readings_of_the_register_agree_over_three_meetings(
    register: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    month = Month(register, capsys, seed)
    seen: set[str] = set()
    tracks: set[str] = set()
    for at in range(3):
        told = month.agree(at)
        seen |= {code for item in told["items"] for code in item["reasons"]}
        tracks |= {item["track"] for item in told["items"]}
        assert told == month.agree(at), "generated twice from the same register"
        month.hold(at)
        month.live(at)
        month.people = made_up.a_month_later(seed + at, month.people, DAYS[at])
        month.take_in(DAYS[at])
    last = month.agree(3)
    seen |= {code for item in last["items"] for code in item["reasons"]}
    assert last["not_listed"]
    # The month is worth reading twice only if nearly every reason occurs in it.
    unseen = set(ORDER) - {"milestone"} - seen
    assert unseen <= {"tell-the-board", "no-anchor"}, unseen
    assert {f"milestone-{k}" for k in (8, 6, 4, 2, 1)} <= seen
    assert tracks == {"table", "paper"}
