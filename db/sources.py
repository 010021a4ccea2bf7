"""A forum's sources under its own compartment: who holds the key, sealing a text, opening it (need D3)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.errors import Damaged, Refused
from app.domain.people import Office
from app.domain.sources import keeps_the_seal
from app.domain.words import ProposalKind, Role, SourceOf
from db import case_wraps, compartments, seal_checks
from db.compartments import SOURCES, Named, Settled
from db.offices import office_in
from db.own_gifts import DECIDES, NOTHING, Gifts, is_doubtful, own_gifts
from db.person_keys import PersonKeys
from db.recovery import RECOVERY_ID
from db.tables.people import Proposal, Recovery, RoleGrant, User
from db.tables.register import Forum
from db.tables.sources import Compartment, CompartmentKey, Source
from db.tables.trail import Meta

_KEYS = frozenset({Compartment.__tablename__, CompartmentKey.__tablename__})


def holders(
    session: Session,
    forum: str,
    today: date,
    gone: Gifts = NOTHING,
    held: Mapping[str, bytes] = MappingProxyType({}),
) -> dict[str, bytes]:
    """Who holds the key of a forum's sources: chairs in office, to come or named, and the recovery codes.

    By the public keys that the encrypted file holds; `gone` are rows that count for nothing. `held` are the halves of
    those who hold it now: whose own row somebody changed keeps theirs.
    """
    offices: dict[str, list[Office]] = defaultdict(list)
    for grant in session.scalars(
        select(RoleGrant).where(RoleGrant.id.not_in(gone.roles)).order_by(RoleGrant.id)
    ):
        offices[grant.user_id].append(office_in(grant))
    for user_id, before in gone.offices.items():
        offices[user_id].extend(before)
    named: dict[str, list[Office]] = defaultdict(list)
    waiting = Proposal.outcome.is_(None), Proposal.kind.in_((ProposalKind.HAND_OVER, ProposalKind.DEPUTY))
    for row in session.scalars(select(Proposal).where(*waiting, Proposal.id.not_in(gone.proposals))):
        # Whoever hands over seals the key to the one they name, since nobody else is there who could.
        named[row.user_id].append(Office(row.forum, Role.CHAIR, row.from_date, row.to_date))
    found = {
        user.user_id: half
        for user in session.scalars(select(User))
        if any(keeps_the_seal(each, forum, today) for each in (offices[user.user_id], named[user.user_id]))
        and (half := half_of(user, gone, held))
    }
    sheets = select(Recovery.public_unwrap).where(Recovery.id.not_in(gone.codes)).order_by(Recovery.id.desc())
    if (codes := session.scalar(sheets.limit(1))) is not None:
        found[RECOVERY_ID] = codes
    return found


def half_of(user: User, gone: Gifts, held: Mapping[str, bytes]) -> bytes | None:
    """The public half that a key is sealed to for somebody, nothing where it is to none of theirs.

    Of whose row somebody changed who may not it is that by which they hold it already.
    """
    if user.user_id in gone.altered:
        return held.get(user.user_id)
    return None if user.revoked_at is not None or user.user_id in gone.users else user.public_unwrap


def named(session: Session, forum: str) -> Named:
    """The compartment of a forum's sources."""
    return Named(session.scalars(select(Meta.register_id)).one(), SOURCES, forum)


def settle(
    session: Session,
    keys: PersonKeys,
    today: date,
    seq: int,
    forums: Iterable[str] | None = None,
    by: str | None = None,
) -> dict[str, Settled]:
    """Bring the sources of these forums, or of all, into the hands of their chairs and no others.

    `by` is who acts, where `keys` are not their own but those of the recovery codes. Where others hold a key than
    should, a row that somebody wrote about themselves and alone signed makes them no holder. Nothing is sealed to a key
    pair that somebody put there who may not: a new one is made beside it. Raises Damaged where one of the rows that
    decide about it does not fit what was signed.
    """
    session.flush()
    connection = session.connection()
    every = select(Forum.code).order_by(Forum.code)
    codes = list(session.scalars(every) if forums is None else forums)
    held = {code: _held_by(session, code) for code in codes}
    holding = {code: holders(session, code, today) for code in codes}
    doubtful = is_doubtful(connection)
    gained = {code for code in codes if doubtful or not _is_held(held[code], holding[code])}
    if strange := seal_checks.strange(connection, DECIDES if gained else _KEYS):
        raise Damaged(strange[0].refusal)
    gifts = own_gifts(connection)
    for code in gained:
        by_rows, made = holding[code], gifts.pairs.made.get(code, ())
        given = _given(session, made) if gifts.altered or gifts.fallen else {}
        fallen = {who: half for who, half in given.items() if who in gifts.fallen & by_rows.keys()}
        holding[code] = fallen | holders(session, code, today, gifts, given)
    done = {}
    for code, held_by in holding.items():
        if held_by:
            newest = gifts.pairs.newest.get(code)
            place, acts = named(session, code), by or keys.user_id
            newest_last = sorted(held[code], key=lambda number: (number == newest, number))
            done[code] = compartments.settle(
                session, place, held_by, keys, acts, seq, among=newest_last, fresh=newest is None
            )
    return done


def _given(session: Session, pairs: Sequence[case_wraps.Newest]) -> dict[str, bytes]:
    """Who holds pairs of one forum's sources, the oldest first, by wraps that their makers gave, or who held them.

    Also an older one tells whose half is whose: the newest counts for nothing where its maker's own row was changed.
    """
    given = case_wraps.given(session.connection(), {pair.number: pair for pair in pairs})
    return {who: half for pair in pairs for who, half in given.get(pair.number, {}).items()}


def _is_held(held: Mapping[int, Mapping[str, bytes]], holders: Mapping[str, bytes]) -> bool:
    """Whether exactly these hold every key pair."""
    return bool(held) and all(each == holders for each in held.values())


def _held_by(session: Session, forum: str) -> dict[int, dict[str, bytes]]:
    """To whom each key pair of a forum's sources is sealed."""
    query = (
        select(Compartment.id, CompartmentKey.user_id, CompartmentKey.public_unwrap)
        .outerjoin(CompartmentKey, CompartmentKey.compartment_id == Compartment.id)
        .where(Compartment.kind == SOURCES, Compartment.subject == forum)
        .order_by(Compartment.id, CompartmentKey.id)
    )
    held: dict[int, dict[str, bytes]] = {}
    for number, user_id, public in session.execute(query):
        held.setdefault(number, {})
        if user_id is not None:
            held[number][user_id] = public
    return held


def bound(register_id: str, about: SourceOf, about_id: int) -> bytes:
    """What a seal is about: on another statement or in another register it does not open."""
    parts = ("forumdesk source", register_id, about.value, about_id)
    return json.dumps(parts, separators=(",", ":")).encode("ascii")


def store(
    session: Session,
    keys: PersonKeys,
    settled: Settled,
    statement: tuple[SourceOf, int],
    case_id: int,
    text: str,
) -> Source:
    """Seal a text to a forum's chairs and to its writer; the row still wants its `at` and `seq`."""
    about, about_id = statement
    register_id = session.scalars(select(Meta.register_id)).one()
    made = compartments.seal_text(
        text, settled.public_unwrap, keys.public_unwrap, bound(register_id, about, about_id)
    )
    return Source(
        case_id=case_id,
        about=about,
        about_id=about_id,
        compartment_id=settled.compartment_id,
        sealed=made.sealed,
        key_for_chairs=made.for_holders,
        key_for_writer=made.for_writer,
        writer=keys.user_id,
    )


def text_of(session: Session, row: Source, keys: PersonKeys) -> str:
    """The text of a source by the writer's key or by a chair's. Raises Refused where it is sealed to neither."""
    register_id = session.scalars(select(Meta.register_id)).one()
    bound_to = bound(register_id, row.about, row.about_id)
    key = None
    if row.writer == keys.user_id:
        key = compartments.text_key(keys.unwrap, row.key_for_writer, writer=True, bound_to=bound_to)
    if key is None:
        key = _by_chair(session, register_id, row, keys, bound_to)
    if key is None:
        raise Refused(
            "This seal is not made to your keys; nothing was opened. A chair who was in office before you, or the "
            "recovery codes, can open it."
        )
    return compartments.open_text(row.sealed, key, bound_to)


def _by_chair(
    session: Session, register_id: str, row: Source, keys: PersonKeys, bound_to: bytes
) -> bytearray | None:
    place = session.get_one(Compartment, row.compartment_id)
    name = Named(register_id, place.kind, place.subject)
    private = compartments.opened(session, name, place.id, keys)
    if private is None:
        return None
    return compartments.text_key(private, row.key_for_chairs, writer=False, bound_to=bound_to)


def renew_writer(session: Session, old: str, new: str, public: bytes, keys: PersonKeys) -> int:
    """Seal what somebody wrote under keys they have no more to their new ones, where `keys` open it as a chair's do.

    Returns how many; what does not open stays with the chairs alone.
    """
    register_id = session.scalars(select(Meta.register_id)).one()
    done = 0
    for row in session.scalars(select(Source).where(Source.writer == old)).all():
        bound_to = bound(register_id, row.about, row.about_id)
        key = _by_chair(session, register_id, row, keys, bound_to)
        if key is None:
            continue
        again = compartments.seal_key_again(key, public, writer=True, bound_to=bound_to)
        # Not by the session: a key that is replaced has no place in `history`.
        session.execute(
            update(Source).where(Source.id == row.id).values(key_for_writer=again, writer=new),
            execution_options={"synchronize_session": False},
        )
        done += 1
    return done
