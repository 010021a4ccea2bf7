"""Access: asked for by one, approved by another (need A1)."""

from __future__ import annotations

from datetime import date

from app.desk import use_case
from app.domain.errors import Damaged, NotFound, Refused
from app.domain.names import fold
from app.domain.people import Office, Permission, UserRow, refuse_last, refuse_office
from app.domain.words import Role, Topic
from db import connect, epochs, keys
from db.keys import RealStretcher, Stretcher
from db.queries import people as queries
from db.work import Work, after_commit, forum_named, offices_of


@use_case(Permission.SEE_PEOPLE, looks=True)
def list_users(work: Work) -> tuple[UserRow, ...]:
    """Who has access, and who has asked for it."""
    asked = tuple(
        UserRow(
            request.name,
            "asked for",
            (Office(request.forum, Role(request.role), work.today, None),),
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
    work.enter(f"user {request.user_id}", fields=("access", "role"), reason=office.role.value)
    register_id, key, epoch = work.register_id(), work.register_key, work.epoch()
    after_commit(
        work.session,
        lambda: keys.approve_slot(work.folder, request.user_id, register_id, key, epoch),
    )
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
    queries.give_office(work.session, user_id, office, work.user_id, work.seq, work.today)
    work.enter(f"user {user_id}", fields=("role",), reason=role.value)
    return office


def _forum(work: Work, asked: str | None) -> str | None:
    """The code of the forum asked for by code or name, None for every forum.

    A code that is not there yet stays: people may be let in before their forum is added.
    """
    if not asked:
        return None
    known = work.session.scalar(forum_named(asked))
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
    if not emergency:
        refuse_last(offices, queries.other_offices(work.session, user_id), work.today)
    queries.end_access(work.session, user_id, work.at, work.today)
    epoch = work.epoch() + 1
    queries.set_epoch(work.session, epoch)
    key, register_id = epochs.new_key(), work.register_id()
    epochs.add_epoch(work.folder, register_id, epoch, key, epochs.who_stays(work.connection, without=user_id))
    why = f"emergency: {reason.strip()}" if emergency else reason.strip()
    work.enter(f"user {user_id}", fields=("access", "key"), reason=why, epoch=epoch)
    after_commit(work.session, lambda: _change_key(work, register_id, epoch, key))
    return UserRow(name, "revoked", offices, "")


def _change_key(work: Work, register_id: str, epoch: int, key: bytearray) -> None:
    """Encrypt the register anew under the coming key; what stops half way is finished at the next sign-in."""
    try:
        connect.change_key(work.folder / connect.FILE_NAME, work.register_key, key)
        work.register_key[:] = key
        epochs.keep_epoch(work.folder, register_id, epoch)
    except (Refused, Damaged) as error:
        raise Refused(
            f"Their access has ended, and that is saved; the register's key could not be changed yet: {error.sentence} "
            "It is changed at the next sign-in."
        ) from None


@use_case(Permission.OWN_KEYS)
def change_passphrase(work: Work, old: str, new: str, stretcher: Stretcher | None = None) -> None:
    """Wrap one's own keys under a new passphrase; the register itself stays as it is."""
    changed = keys.rewrapped(work.folder, work.user_name, old, new, stretcher or RealStretcher())
    work.enter(f"user {work.user_id}", fields=("passphrase",))
    # After the entry stands: a passphrase that changed without one would be a change that nobody told of.
    after_commit(work.session, lambda: keys.put_slot(work.folder, changed))
