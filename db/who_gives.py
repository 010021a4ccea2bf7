"""Who counts as a person of the register and which office counts, by who signed them (needs A1, A4, D3).

From the founder's rows on: each entry is judged by what stood before it. Where somebody signed a row last who may not,
or took it away, the office counts as it was last signed by somebody who might (db/given_offices.py), so that they
neither give a key by it nor take one, their own excepted: whoever changed their own row loses what it said.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, Row, select

from app.domain.givers import Held, Signature, ended_before, ends_earlier, last_right, may_give
from app.domain.people import Office
from app.domain.words import Role
from db import row_seals, seal_checks
from db.given_offices import office_at
from db.offices import office_in
from db.signed_rows import GivenOffice, Grant, Signed, began, handed, signed_rows, vouched
from db.tables.people import RoleGrant, User

RUN = (Role.ADMINISTRATOR, Role.CHAIR)
"""Who lets people in, and gives and ends offices."""


class Before(NamedTuple):
    """An office whose row somebody changed last who may not, or took away: as it was signed before that."""

    grant: GivenOffice
    by: Signed
    """All that was signed of it until then."""
    wrong: Signature
    """What came first after that."""
    own: bool
    """Whether the person themselves was among those who changed it."""


class Judge:
    """Who counts as a person of the register and which office counts, by who signed them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.accepting, self.no_codes = set[int](), set[int]()
        self.signed = signed_rows(connection, self.accepting)
        self.began = began(connection)
        self.vouched = vouched(connection, self.signed, self.began, self.no_codes)
        self.found_now: set[tuple[str, object]] = connection.info.get("sealed_as_found", set())
        self.users = connection.execute(select(User.user_id, User.revoked_at)).all()
        self.grants = connection.execute(select(RoleGrant).order_by(RoleGrant.id)).all()
        self.offices: dict[str, list[Office]] = defaultdict(list)
        for grant in self.grants:
            self.offices[grant.user_id].append(office_in(grant))
        self.handed = handed(connection, self.signed)
        self.touched = row_seals.keys_touched(connection, RoleGrant.__tablename__)
        self.same_users = seal_checks.as_first_sealed(connection, User.__tablename__, {"revoked_at"})
        self.same_roles = seal_checks.as_first_sealed(connection, RoleGrant.__tablename__, {"to_date"})
        self.gone = {
            row: by
            for (table, row), by in self.signed.items()
            if table == RoleGrant.__tablename__ and by.gone and isinstance(row, int)
        }
        self.people, self.counted = set[str](), set[int]()
        self.before: dict[int, Before] = {}
        """By row, offices that somebody changed last who may not, or took away."""
        self._held: dict[str, list[Held]] = {}

    def settle(self) -> None:
        """From the founder's rows on, until nobody more counts; again, where some are not as who may signed them."""
        self._settle({})
        doubtful: dict[int, Row[Any] | None] = dict.fromkeys(self.gone)
        for grant in self.grants:
            if grant.id not in self.counted and ("roles", grant.id) in self.signed:
                doubtful[grant.id] = grant
        if doubtful:
            self.people, self.counted, self._held = set(), set(), {}
            self._settle(doubtful)

    def _settle(self, doubtful: Mapping[int, Row[Any] | None]) -> None:
        state = None
        while state != (self.people, self.counted, self.before):
            state = self.people, self.counted, self.before
            self.people = {
                user.user_id
                for user in self.users
                if self._is_known(user.user_id, revoked=user.revoked_at is not None)
            }
            self.counted = {grant.id for grant in self.grants if self._counts(grant)}
            wrong = ((row, now) for row, now in doubtful.items() if row not in self.counted)
            found = (self._before(row, now) for row, now in wrong)
            self.before = {each.grant.id: each for each in found if each is not None}
            self._held = defaultdict(list)
            for held in self._holding():
                if held.who in self.people and held.office.role in RUN:
                    self._held[held.who].append(held)

    def _holding(self) -> Iterator[Held]:
        for grant in self.grants:
            by = self.signed.get(("roles", grant.id))
            if by and grant.id in self.counted:
                # What this very change ended was held until now.
                changed = sys.maxsize if grant.id in self.touched else by.last.seq
                yield Held(grant.user_id, office_in(grant), by.first.seq, changed)
        for each in self.before.values():
            if not each.own:
                over, office = self.over(each), office_in(each.grant)
                if over is not None:
                    office = ended_before(office, over.day)
                yield Held(
                    each.grant.user_id, office, each.by.first.seq, over.seq if over else each.by.last.seq
                )

    def over(self, office: Before) -> Signature | None:
        """What came in the place of such an office: a role given anew, or who might signed its row since."""
        who = office.grant.user_id
        anew = [self.signed["roles", row].first for row in self._counted_of(who)]
        since = [each for each in self.signed["roles", office.grant.id].all if self.ends(each, who)]
        later = [each for each in (*anew, *since) if each.seq > office.wrong.seq]
        return min(later, key=lambda each: each.seq, default=None)

    def offices_before(self) -> Iterator[tuple[Before, Office]]:
        """Such offices that still count, for whom no other was given since."""
        given_now = {
            grant.user_id
            for grant in self.grants
            if grant.id in self.touched and ("roles", grant.id) not in self.signed
        }
        for each in self.before.values():
            if each.grant.user_id not in given_now and self.over(each) is None:
                yield each, office_in(each.grant)

    def _before(self, row: int, now: Row[Any] | None) -> Before | None:
        """What the last entry of a row said by somebody who might, before others changed it."""
        by = self.signed["roles", row]
        versions: dict[int, GivenOffice | None] = {}

        def right(at: int) -> bool | None:
            until = Signed(by.all[: at + 1])
            versions[at] = was = office_at(self.connection, row, by, at, now)
            if was is None:
                return None if self._might(until.last) else False
            return self._counts(was, until)

        last = len(by.all) - (1 if ("roles", row) in self.found_now else 2)
        at = last_right(range(last, -1, -1), right)
        was = None if at is None else versions[at]
        if at is None or was is None:
            return None
        since = by.all[at + 1 :]
        own = any(each.who == was.user_id for each in since)
        return Before(was, Signed(by.all[: at + 1]), since[0] if since else by.last, own)

    def _might(self, by: Signature) -> bool:
        """Whether somebody signed who may give or end some office, whosever it is."""
        return self.began_with(by) or self.runs(by, None) or (by.who, by.seq) in self.handed

    def began_with(self, by: Signature) -> bool:
        """Whether it is the founder's entry, or one that the codes signed too."""
        return by.seq == self.began or by.seq in self.vouched

    def runs(self, by: Signature, where: Office | None) -> bool:
        """Whether somebody who counts signed as an administrator or a chair of that place."""
        known = by.seq not in self.accepting and by.who in self.people
        return known and may_give(self._held.get(by.who, ()), by, where)

    def makes_pair(self, by: Signature, forum: str) -> bool:
        """Whether somebody signed as administrator or chair of that forum, or as one who became it by that entry."""
        became = (held.office for held in self._held.get(by.who, ()) if held.given == by.seq)
        signed = self.began_with(by) or self.runs(by, Office(forum, Role.CHAIR, by.day, None))
        return signed or any(office.covers(forum) for office in became)

    def was_chair(self, by: Signature, forum: str) -> bool:
        """Whether whoever signed has, had, or will have the chair of that forum: its key was sealed to them."""
        return any(each.role is Role.CHAIR and each.covers(forum) for each in self.offices[by.who])

    def gives(self, by: Signature, about: str, where: Office | None) -> bool:
        return self.began_with(by) or (by.who != about and self.runs(by, where))

    def ends(self, by: Signature, about: str) -> bool:
        """Whether somebody may end another's access or office: where they run a place in which the other has any."""
        places = [each if each.forum else None for each in self.offices[about]]
        return self.began_with(by) or (by.who != about and any(self.runs(by, where) for where in places))

    def pass_over(self, table: str, row: int, seqs: Collection[int]) -> None:
        """Let what these entries signed of a row, but its first, say nothing about it."""
        by = self.signed.get((table, row))
        if by is not None:
            by.all[1:] = [each for each in by.all[1:] if each.seq not in seqs]

    def stands(self, table: str, row: object, about: str, where: Office | None) -> bool:
        """Whether who signed a row last may give what it says; one of this very change is the program's own."""
        by = self.signed.get((table, row))
        if (table, row) in self.found_now:
            return False
        return by is None or self.gives(by.last, about, where)

    def own(self, table: str, row: object, user_id: str) -> Signature | None:
        """The last signature under a row where it is that of whom it is about."""
        by = self.signed.get((table, row))
        return by.last if by and by.last.who == user_id and not self.began_with(by.last) else None

    def _is_known(self, user_id: str, *, revoked: bool) -> bool:
        """Whether somebody was let in by who may, and their keys are those they were let in with."""
        by = self.signed.get(("users", user_id))
        if ("users", user_id) in self.found_now:
            return False
        if by is None:
            return True
        if not self.gives(by.first, user_id, None):
            return False
        if len(by.all) == 1 or user_id in self.same_users:
            return True
        return revoked and self.ends(by.last, user_id)

    def _as_given(self, grant: Grant, by: Signed) -> Office | None:
        """The office that a row said at first, where nothing but its end was changed: the program does no more."""
        office = office_in(grant)
        if len(by.all) == 1:
            return office
        if isinstance(grant, Row) and grant.id in self.same_roles:
            return replace(office, to_date=None)
        first = office_at(self.connection, grant.id, by, 0, grant)
        same = first is not None and first._replace(to_date=grant.to_date) == (
            grant.id,
            grant.user_id,
            grant.forum,
            grant.role,
            grant.from_date,
            grant.to_date,
            grant.besides,
            grant.granted_by,
            grant.granted_seq,
        )
        return office_in(first) if same else None

    def _was_given(self, grant: Grant, by: Signed) -> bool:
        """Whether who might gave it, and all that was changed since is that it ends, or ends earlier."""
        first = self._as_given(grant, by)
        return (
            first is not None
            and ends_earlier(first, office_in(grant))
            and self.gives(by.first, grant.user_id, office_in(grant))
        )

    def _was_theirs(self, grant: Grant, by: Signed) -> bool:
        """Of an office that its holder handed over, or that goes on elsewhere: before somebody accepted it."""
        for one in reversed(by.all):
            office = self.handed.get((one.who, one.seq))
            if office is not None and office.by.who == grant.user_id:
                continue
            if office is not None and one.who == grant.user_id:
                return self.runs(office.by, None) and office.began(grant)
            return self.gives(one, grant.user_id, office_in(grant)) or (
                self.ends(one, grant.user_id) and self._was_given(grant, by)
            )
        return self._had(grant, self._counts, strictly_before=True)

    def _had(self, grant: Grant, which: Callable[[Row[Any]], bool], strictly_before: bool = False) -> bool:
        last = grant.id - 1 if strictly_before else grant.id
        had = (each for each in self.grants if each.id <= last and each.user_id == grant.user_id)
        return any((each.role, each.forum) == (grant.role, grant.forum) and which(each) for each in had)

    def _counts(self, grant: Grant, by: Signed | None = None) -> bool:
        """Whether a row counts as an office, as it stands; or as it was when it was signed so."""
        if by is None:
            if ("roles", grant.id) in self.found_now:
                return False
            by = self.signed.get(("roles", grant.id))
            if by is None:
                return True
        if self.gives(by.last, grant.user_id, office_in(grant)) and self._as_given(grant, by):
            return True
        if self.ends(by.last, grant.user_id) and self._was_given(grant, by):
            return True  # somebody who shares another place with them ended it
        office = self.handed.get((by.last.who, by.last.seq))
        if office is not None and grant.user_id == office.by.who:
            return self._was_theirs(grant, by)
        if office is None or grant.user_id != by.last.who or not self.runs(office.by, office.where(grant)):
            return False
        if grant.role not in RUN or office.is_in(grant):
            return True
        # What ends by it, and what goes on after it, is what they had.
        return self._had(
            grant,
            lambda each: (
                (given := self.signed.get(("roles", each.id))) is not None and self._was_given(each, given)
            ),
        )

    def altered(self) -> tuple[set[str], set[str]]:
        """Of whom somebody changed the row of `users` last who may not, and of whom all stands as made; never by
        themselves, nor where their access was ended rightly before."""
        users = {who: self.signed["users", who] for who in self.strangers() if ("users", who) in self.signed}
        roles = [
            (grant.user_id, self.signed["roles", grant.id])
            for grant in self.grants
            if grant.id not in self.counted and ("roles", grant.id) in self.signed
        ]
        own = {who for who, by in (*users.items(), *roles) if by.last.who == who}
        changed = {
            who
            for who, by in users.items()
            if len(by.all) > 1 and not any(self.ends(each, who) for each in by.all[1:])
        }
        made = {who for who, by in (*users.items(), *roles) if len(by.all) == 1}
        several = {who for who, by in users.items() if len(by.all) > 1}
        return changed - own, made - own - several

    def renewed(self) -> dict[str, str]:
        """Who got new keys, by whom they were before: the entry that ended the old ones let the new ones in."""
        users = {who: self.signed.get(("users", who)) for who in (user.user_id for user in self.users)}
        came = {by.first.seq: who for who, by in users.items() if by}
        found = {
            who: came[each.seq]
            for who, by in users.items()
            for each in (by.all[1:] if by else ())
            if each.seq in came
        }
        touched = row_seals.keys_touched(self.connection, User.__tablename__)
        now = {who for who, by in users.items() if by is None and who in touched}
        return found | {
            who: new for new in now for who, by in users.items() if by and who in touched and len(now) == 1
        }

    def answered(self, grant: Row[Any]) -> bool:
        """Whether a row that does not count was ended since by who might, or another office given in its place."""
        by, was = self.signed["roles", grant.id], self.before.get(grant.id)
        if was is not None and not was.own:
            return self.over(was) is not None
        given = (self.signed["roles", row].first for row in self._counted_of(grant.user_id))
        return self.ends(by.last, grant.user_id) or any(each.seq > by.last.seq for each in given)

    def _counted_of(self, who: str) -> Iterator[int]:
        for grant in self.grants:
            if grant.user_id == who and grant.id in self.counted and ("roles", grant.id) in self.signed:
                yield grant.id

    def strangers(self) -> set[str]:
        """People whom nobody let in who may, and whose access somebody ended who may not."""
        return {
            user.user_id
            for user in self.users
            if user.user_id not in self.people or (user.revoked_at and not self.was_revoked(user.user_id))
        }

    def was_revoked(self, user_id: str) -> bool:
        by = self.signed.get(("users", user_id))
        return by is None or self.ends(by.last, user_id)
