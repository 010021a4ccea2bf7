"""Access: asked for by one, approved by another (need A1)."""

from __future__ import annotations

from datetime import date, timedelta

from app.desk import use_case
from app.domain.errors import Damaged, DamagedFile, NotFound, Refused, Unreachable
from app.domain.names import fold
from app.domain.people import (
    Office,
    Permission,
    ProposalRow,
    UserRow,
    refuse_elsewhere,
    refuse_lapsed,
    refuse_last,
    refuse_office,
    refuse_other_keys,
    refuse_own,
)
from app.domain.register import KEY_WAITS
from app.domain.words import ProposalKind, Role, Topic
from db import connect, epochs, founding, keys, sources
from db.asked_about import forum_named
from db.founding import who_is_now
from db.keys import RealStretcher, Stretcher
from db.offices import offices_of
from db.queries import people as queries
from db.work import Work, after_commit


@use_case(Permission.SEE_PEOPLE, looks=True)
def list_users(work: Work) -> tuple[UserRow, ...]:
    """Who has access, and who has asked for it: access is by request and approval (need A1).

    Those who ask have no row yet: their requests lie beside the register.
    """
    asked = tuple(
        UserRow(
            request.name,
            "asked for",
            ()
            if request.role == keys.RESET
            else (Office(request.forum, Role(request.role), work.today, None),),
            request.fingerprint,
        )
        for request in keys.pending_requests(work.folder)
    )
    rows = queries.users(work.session) + asked
    work.enter("people", users=len(rows))
    return rows


@use_case(Permission.APPROVE_PERSON, topics=(Topic.PEOPLE,))
def approve_person(
    work: Work,
    name: str,
    role: Role | None = None,
    forum: str | None = None,
    from_date: date | None = None,
    to_date: date | None = None,
) -> UserRow:
    """Let in a person who asked, in the role asked for or another.

    The person's place in the key file is opened after the register has them, so that a computer that stops
    in between leaves a request that can be approved again.
    """
    request = next(
        (each for each in keys.pending_requests(work.folder) if fold(each.name) == fold(name)), None
    )
    if request is None:
        raise NotFound(
            f"Nobody called '{name}' has asked for access; nothing was changed. "
            "They ask with `forumdesk user request` first."
        )
    if request.role == keys.RESET:
        return _approve_reset(work, request)
    office = Office(
        _forum(work, forum or request.forum),
        role or Role(request.role),
        from_date or work.today,
        to_date,
    )
    refuse_office(office, work.forums_with(Permission.APPROVE_PERSON))
    if not queries.has_user(work.session, request.user_id):
        queries.add_user(work.session, request, work.user_id, work.at)
        queries.give_office(work.session, request.user_id, office, work.user_id, work.seq, work.today)
    _settle_sources(work)
    work.enter(f"user {request.user_id}", fields=("access", "role"), reason=office.role.value)
    _open_place(work, request)
    return UserRow(request.name, "active", (office,), request.fingerprint)


@use_case(Permission.APPROVE_PERSON, topics=(Topic.PEOPLE,))
def give_role(
    work: Work,
    name: str,
    role: Role,
    forum: str | None = None,
    from_date: date | None = None,
    to_date: date | None = None,
) -> Office:
    """Give somebody who has access a role, in place of the one they had in that forum. Never oneself."""
    user_id = queries.user_id_of(work.session, name)
    if user_id == work.user_id:
        raise Refused("You cannot change your own role; nothing was changed. Ask another chair.")
    office = Office(_forum(work, forum), role, from_date or work.today, to_date)
    refuse_office(office, work.forums_with(Permission.APPROVE_PERSON))
    if queries.another_administrator(work.session, {user_id, work.user_id}, work.today):
        raise Refused(
            "A role is proposed by an administrator and approved by a chair; nothing was changed. "
            "Ask an administrator to propose it: forumdesk user propose."
        )
    queries.give_office(work.session, user_id, office, work.user_id, work.seq, work.today)
    _settle_sources(work)
    work.enter(f"user {user_id}", fields=("role",), reason=role.value)
    return office


def _approve_reset(work: Work, request: keys.Request) -> UserRow:
    """Give somebody who forgot their passphrase the keys they asked for: one proposed it, another approves.

    Whoever approves them could give every role that comes with them.
    """
    proposed = queries.waiting_reset(work.session, request.user_id)
    if proposed is None:
        raise Refused(
            "A new passphrase needs two people: an administrator proposes it first (forumdesk user propose-reset); "
            "nothing was changed."
        )
    refuse_other_keys(proposed.fingerprint, request.fingerprint)
    known = queries.user_id_of(work.session, request.name)
    proposed_by = who_is_now(work.session, proposed.proposed_by)
    refuse_own("Whoever proposed it or gets it cannot approve it", proposed_by, known, work.user_id)
    for office in offices_of(work.connection, known):
        if office.to_date is None or office.to_date >= work.today:
            refuse_office(office, work.forums_with(Permission.APPROVE_PERSON))
    queries.settle(proposed, "approved", work.user_id, work.seq)
    queries.renew_keys(work.session, request, work.user_id, work.at, work.today, work.seq)
    sources.renew_writer(work.session, known, request.user_id, request.public_unwrap, work.keys)
    _settle_sources(work)
    work.enter(f"user {request.user_id}", fields=("access", "keys"), reason="new passphrase")
    _open_place(work, request)
    return UserRow(request.name, "active", offices_of(work.connection, request.user_id), request.fingerprint)


def _open_place(work: Work, request: keys.Request) -> None:
    """Open the person's place in the key file once the register has them."""
    register_id, key, epoch = work.register_id(), work.register_key, work.epoch()
    after_commit(
        work.session,
        lambda: keys.approve_slot(work.folder, request, register_id, key, epoch),
    )


@use_case(Permission.SEE_PEOPLE, looks=True)
def list_proposals(work: Work) -> tuple[ProposalRow, ...]:
    """What was proposed about people and waits for somebody else's word."""
    asked = {request.user_id: request.name for request in keys.pending_requests(work.folder)}
    rows = queries.waiting_proposals(work.session, asked)
    work.enter("people", proposals=len(rows))
    return rows


@use_case(Permission.PROPOSE_PERSON, topics=(Topic.PEOPLE,))
def propose_role(
    work: Work,
    name: str,
    role: Role,
    forum: str | None = None,
    from_date: date | None = None,
    to_date: date | None = None,
) -> int:
    """Propose another role for somebody who has access; a chair approves it. Returns the proposal's number."""
    user_id = queries.user_id_of(work.session, name)
    refuse_own("Nobody proposes a role for themselves", user_id, work.user_id)
    office = Office(_forum(work, forum), role, from_date or work.today, to_date)
    refuse_office(office, work.forums_with(Permission.PROPOSE_PERSON))
    number = queries.propose(
        work.session, ProposalKind.ROLE, user_id, office, work.user_id, work.at, work.seq
    )
    work.enter(f"user {user_id}", reason=role.value)
    return number


@use_case(Permission.PROPOSE_PERSON, topics=(Topic.PEOPLE,))
def propose_reset(work: Work, name: str) -> int:
    """Say that somebody who asked for a new passphrase is who they say: fingerprint compared, face known."""
    request = next(
        (
            each
            for each in keys.pending_requests(work.folder)
            if fold(each.name) == fold(name) and each.role == keys.RESET
        ),
        None,
    )
    if request is None:
        raise NotFound(f"Nobody called '{name}' has asked for a new passphrase; nothing was changed.")
    refuse_own(
        "Nobody proposes a new passphrase for themselves",
        queries.user_id_of(work.session, request.name),
        work.user_id,
    )
    office = Office(None, Role.MEMBER, work.today, None)
    number = queries.propose(
        work.session,
        ProposalKind.RESET,
        request.user_id,
        office,
        work.user_id,
        work.at,
        work.seq,
        request.fingerprint,
    )
    work.enter(f"user {request.user_id}")
    return number


@use_case(Permission.APPROVE_PERSON, topics=(Topic.PEOPLE,))
def approve_proposal(work: Work, number: int) -> str:
    """Put a proposed role into force. Whoever proposed it or gets it cannot. Returns the person's name."""
    row = queries.proposal(work.session, number)
    if row.kind in (ProposalKind.HAND_OVER, ProposalKind.DEPUTY):
        raise Refused("The person named accepts this office themselves; nothing was changed.")
    if row.kind is ProposalKind.RESET:
        asked = {each.user_id: each for each in keys.pending_requests(work.folder)}
        if row.user_id not in asked:
            raise NotFound(
                "The request for a new passphrase is gone; nothing was changed: have them ask again."
            )
        return _approve_reset(work, asked[row.user_id]).name
    proposed_by = who_is_now(work.session, row.proposed_by)
    refuse_own("Whoever proposed it or gets it cannot approve it", proposed_by, row.user_id, work.user_id)
    office = Office(row.forum, row.role, row.from_date, row.to_date)
    refuse_office(office, work.forums_with(Permission.APPROVE_PERSON))
    queries.give_office(work.session, row.user_id, office, work.user_id, work.seq, work.today)
    queries.settle(row, "approved", work.user_id, work.seq)
    _settle_sources(work)
    work.enter(f"user {row.user_id}", fields=("role",), reason=row.role.value)
    return queries.name_of(work.session, row.user_id)


@use_case(Permission.APPROVE_PERSON, topics=(Topic.PEOPLE,))
def decline_proposal(work: Work, number: int, reason: str) -> None:
    """Say no to what was proposed, by its number, so that it waits for nobody; the reason is kept.

    Who may approve an office may decline it; new keys may be declined by whoever may approve anybody at all.
    Raises `Refused` without a reason.
    """
    row = queries.proposal(work.session, number)
    if not reason.strip():
        raise Refused("Say why it is declined; nothing was changed.")
    if row.kind is not ProposalKind.RESET:
        office = Office(row.forum, row.role, row.from_date, row.to_date)
        refuse_office(office, work.forums_with(Permission.APPROVE_PERSON))
    queries.settle(row, "declined", work.user_id, work.seq)
    _settle_sources(work)
    work.enter(f"user {row.user_id}", reason=reason.strip())


@use_case(Permission.HAND_OVER, topics=(Topic.PEOPLE,))
def hand_over(
    work: Work,
    name: str,
    forum: str | None = None,
    from_date: date | None = None,
    to_date: date | None = None,
) -> int:
    """Name who is chair next, from a day on, or deputy where a last day is given; they accept it themselves.

    The office of whoever hands over ends the day before; a deputy's does not touch it. Returns the number.
    """
    user_id = queries.user_id_of(work.session, name)
    refuse_own("Nobody hands the chair over to themselves", user_id, work.user_id)
    code = _forum(work, forum)
    held = [each for each in work.offices if each.role is Role.CHAIR and each.holds(work.today)]
    if not any(each.covers(code) for each in held):
        raise Refused(
            f"You are not chair in {code or 'every forum'}; nothing was changed. Name your own forum."
        )
    office = Office(code, Role.CHAIR, from_date or work.today, to_date)
    # Whoever is chair in every forum but some hands on just that.
    refuse_office(office, None if code is None else work.forums_with(Permission.HAND_OVER))
    kind = ProposalKind.HAND_OVER if to_date is None else ProposalKind.DEPUTY
    number = queries.propose(work.session, kind, user_id, office, work.user_id, work.at, work.seq)
    _settle_sources(work)
    work.enter(f"user {user_id}", reason=kind.value)
    return number


@use_case(Permission.ACCEPT_OFFICE, topics=(Topic.PEOPLE,))
def accept_office(work: Work, number: int) -> Office:
    """Take the chair that was handed over to oneself; from its first day on it counts.

    Refused where whoever handed it over lost it since: nobody gives what is not theirs any more.
    """
    row = queries.proposal(work.session, number)
    if row.kind not in (ProposalKind.HAND_OVER, ProposalKind.DEPUTY) or row.user_id != work.user_id:
        raise Refused("No office was handed over to you under this number; nothing was changed.")
    refuse_lapsed(offices_of(work.connection, row.proposed_by), row.forum, row.from_date)
    since = max(row.from_date, work.today)
    besides = queries.chair_besides(work.session, row.proposed_by, work.today) if row.forum is None else ()
    office = Office(row.forum, Role.CHAIR, since, row.to_date, besides)
    queries.give_office(work.session, work.user_id, office, row.proposed_by, work.seq, work.today)
    if row.kind is ProposalKind.HAND_OVER:
        queries.end_chair(work.session, row.proposed_by, row.forum, since - timedelta(days=1), work.seq)
        queries.overtake(work.session, row, work.user_id, work.seq)
    queries.settle(row, "accepted", work.user_id, work.seq)
    _settle_sources(work)
    work.enter(f"user {work.user_id}", fields=("role",), reason=row.kind.value)
    return office


def _forum(work: Work, asked: str | None) -> str | None:
    """The code of the forum asked for by code or name, None for every forum.

    A code that is not there yet stays: people may be let in before their forum is added.
    """
    if not asked:
        return None
    known = forum_named(work.session, asked)
    return known or asked.strip().upper()


@use_case(Permission.REVOKE_PERSON, topics=(Topic.PEOPLE,))
def revoke_person(work: Work, name: str, reason: str, emergency: bool = False) -> UserRow:
    """End somebody's access at once and change the register's key, so that theirs opens it no longer.

    The coming key is sealed to everybody who stays, by their public keys as the register itself holds them, before
    anything is confirmed; a computer that stops at any moment leaves a register that everybody who stays can open.
    `emergency` does not ask whether another administrator or chair is left.
    """
    if not reason.strip():
        raise Refused("Say why the access is ended; nothing was changed.")
    user_id = queries.user_id_of(work.session, name)
    if user_id == work.user_id:
        raise Refused(
            "You cannot end your own access; nothing was changed. Ask another chair or administrator."
        )
    offices = offices_of(work.connection, user_id)
    refuse_elsewhere(offices, work.forums_with(Permission.REVOKE_PERSON), work.today)
    if not emergency:
        refuse_last(offices, queries.other_offices(work.session, user_id), work.today)
    founding.refuse_unready(work.connection, work.folder / connect.FILE_NAME)
    queries.end_access(work.session, user_id, work.user_id, work.at, work.today, work.seq)
    epoch = work.epoch() + 1
    _settle_sources(work)
    queries.set_epoch(work.session, epoch)
    key, register_id = epochs.new_key(), work.register_id()
    epochs.add_epoch(work.folder, register_id, epoch, key, epochs.who_stays(work.connection, without=user_id))
    why = f"emergency: {reason.strip()}" if emergency else reason.strip()
    work.enter(f"user {user_id}", fields=("access", "key"), reason=why, epoch=epoch)
    after_commit(work.session, lambda: _change_key(work, register_id, epoch, key))
    return UserRow(name, "revoked", offices, "")


def _settle_sources(work: Work) -> None:
    """Bring the sealed sources into the hands of whoever is chair now, and tell of each new key pair in the trail.

    Whoever acts seals to a new chair what they hold themselves; only a chair can. Anybody can begin a new key pair.
    """
    done = sources.settle(work.session, work.keys, work.today, work.seq).values()
    if made := sum(each.made for each in done):
        work.note.counts["new_seals"] = made


def _change_key(work: Work, register_id: str, epoch: int, key: bytearray) -> None:
    """Encrypt the register anew under the coming key; what stops half way is finished at the next sign-in.

    Raises Damaged or Unreachable, which the door enters as no refusal: what was asked for is saved.
    """
    try:
        connect.change_key(work.folder / connect.FILE_NAME, work.register_key, key)
        work.register_key[:] = key
        epochs.keep_epoch(work.folder, register_id, epoch)
    except (Refused, Damaged) as error:
        kinds = (DamagedFile, Damaged)  # of the register's own file there is a backup to offer
        kind = next((each for each in kinds if isinstance(error, each)), Unreachable)
        raise kind(
            f"Their access has ended, and that is saved: ForumDesk lets them in no more. {KEY_WAITS} {error.sentence}"
        ) from None


@use_case(Permission.OWN_KEYS)
def change_passphrase(work: Work, old: str, new: str, stretcher: Stretcher | None = None) -> None:
    """Wrap one's own keys under a new passphrase; the register itself stays as it is."""
    changed = keys.rewrapped(work.folder, work.user_name, old, new, stretcher or RealStretcher())
    work.enter(f"user {work.user_id}", fields=("passphrase",))
    # After the entry stands: a passphrase that changed without one would be a change that nobody told of.
    after_commit(work.session, lambda: keys.put_slot(work.folder, changed))
