"""Restricted cases sealed under keys of their own, at the end of every change, whatever use case made it (need A4).

The door calls `keep` once a use case is done. It brings the key of each restricted case into the hands of its readers
and of those who may break the glass there, seals what the change wrote in clear about the person, and opens again
what is restricted no more (docs/decisions/0037-compartments.md). Which texts those are stands in db/case_texts.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from app.domain import sealed_text
from app.domain.case_place import Place, place_that_counts
from app.domain.errors import Damaged, Refused
from app.domain.minutes import minutes_hash
from app.domain.sealed_text import MARK, TOKEN
from db import case_holders, case_words, case_wraps, compartments, row_seals, seal_checks, search
from db.case_keys import CASES, Known, Ring, ring_of, subject_of
from db.case_pen import Pen
from db.case_texts import let_go, opened_of, rewrite, rewrite_marked
from db.compartments import Named
from db.connect import as_stored
from db.own_gifts import DECIDES, is_doubtful, own_gifts
from db.person_keys import PersonKeys
from db.tables.register import Person
from db.tables.restricted import Restriction
from db.tables.sources import Compartment, CompartmentKey
from db.tables.trail import History, Meta
from db.trail import head

_ABOUT = re.compile(r"person (\d+)")
"""The subject of an entry that is about one person."""
Counts = Counter[str]


def keep(
    session: Session, keys: PersonKeys, today: date, seq: int, known: Known, by: str = ""
) -> dict[str, int]:
    """Leave every restricted case sealed to those who hold it, and nothing of it in clear, in this transaction.

    Returns numbers for the trail: keys made and given, texts sealed and opened. `by` is who acts, where `keys` are
    those of the recovery codes. Raises Refused where a restriction was lifted by somebody whose keys do not open it.
    """
    session.flush()
    connection = session.connection()
    done: Counts = Counter()
    restricted = _standing(connection)
    with as_stored(connection):
        counting = _counting(connection, keys, known, restricted)
        ring = counting.ring
        if not restricted and not ring:
            return {}
        counting.held = _held_by(connection, [*ring.places])
        for person_id in sorted(counting.doubted):
            restricted.pop(person_id, None)
            rewrite(connection, person_id, _refuse_in_clear, touched_only=person_id not in counting.new)
        lifted = {each.person_id for each in ring.places.values()} - restricted.keys()
        now = case_words.lifted_now(connection) if lifted else set()
        for person_id in sorted(lifted):
            # Only what is lifted in this very change is opened: never what stands as lifted by somebody's own tools.
            if person_id in now and _is_sound(connection):
                _lift(session, counting, person_id, seq, done)
            else:
                _seal_texts(session, ring, person_id, ring.of_person(person_id), done)
        whose = {each.compartment_id: each.person_id for each in ring.places.values()}
        done["texts_opened"] += let_go(connection, whose, ring.open)
        restricted |= {
            person_id: said.restriction
            for person_id, said in counting.said.items()
            if said.restriction and person_id in restricted
        }
        places = _places(session, counting, restricted)
        held_by = _holders(session, counting, restricted, places, today)
        # What the codes give is of a new pair: who held the last one gave it to nobody.
        renewed = set(counting.said) if by else _to_renew(session, counting)
        for person_id, holders in held_by.items():
            if holders:
                renew = person_id in renewed
                place, who = places[person_id], by or keys.user_id
                _seal_person(session, counting, person_id, place, holders, who, seq, done, renew)
        _hash_minutes(connection, ring)
    return {name: number for name, number in done.items() if number}


def lingering(session: Session, keys: PersonKeys, today: date, people: Collection[int]) -> set[str]:
    """Who holds the newest key of some people's cases still and should not: until a holder's next change (0037)."""
    connection = session.connection()
    with as_stored(connection):
        counting = _counting(connection, keys, {}, _standing(connection))
        counting.held = _held_by(connection, [*counting.ring.places])
        restricted = {
            person_id: said.restriction or 0
            for person_id, said in counting.said.items()
            if person_id in people
        }
        places = _places(session, counting, restricted)
        rightly = _holders(session, counting, restricted, places, today)
    return {
        who
        for person_id, holders in rightly.items()
        for who, half in counting.held[counting.said[person_id].numbers[-1]].items()
        if holders.get(who) != half
    }


def _hash_minutes(connection: Connection, ring: Ring) -> None:
    """Give versions of minutes their hash that somebody corrected who did not read all of them."""
    waiting = "SELECT id, text FROM main.minutes_versions WHERE sha384 = ''"
    for number, text in connection.exec_driver_sql(waiting).all():
        plain = opened_of(text, ring.places, ring.open)
        if MARK not in plain:
            connection.exec_driver_sql(
                "UPDATE minutes_versions SET sha384 = ? WHERE id = ?", (minutes_hash(plain), number)
            )


def kept_reason(session: Session, keys: PersonKeys, known: Known, subject: str, reason: str) -> str:
    """What the coming entry may say as its reason: of a restricted case, that the case keeps it.

    The reason itself goes into `history`, sealed and under the entry's number.
    """
    about = _ABOUT.fullmatch(subject)
    if about is None or not reason:
        return reason
    person_id, connection = int(about[1]), session.connection()
    with as_stored(connection):
        counting = _counting(connection, keys, known, _standing(connection))
    ring = counting.ring
    if person_id in counting.doubted:
        _refuse_in_clear(reason)
    if not (mine := ring.of_person(person_id)):
        return reason
    said = ring.seal(mine[-1], reason)
    connection.execute(
        insert(History).values(
            seq=head(connection)[0] + 1,
            subject=Person.__tablename__,
            subject_id=str(person_id),
            field=sealed_text.REASON,
            new=said,
        )
    )
    return sealed_text.REASON_KEPT


def _standing(connection: Connection) -> dict[int, int]:
    """Restrictions that stand, by person."""
    query = select(Restriction.person_id, Restriction.id).where(Restriction.lifted_seq.is_(None))
    rows = connection.execute(query.order_by(Restriction.id))
    return {row.person_id: row.id for row in rows}


def _register_id(connection: Connection) -> str:
    return str(connection.execute(select(Meta.register_id)).scalar_one())


@dataclass(slots=True)
class _Counting:
    """The key pairs that count, oldest first, and what each key says of itself."""

    ring: Ring
    said: dict[int, case_words.Counting]
    new: set[int]
    """Whose case is restricted by this very change."""
    doubted: set[int]
    """Of whom there are keys and none counts: others put theirs in the place of them."""
    held: dict[int, dict[str, bytes]] = field(default_factory=dict)
    """To whom each of these pairs is sealed as this change begins, by number."""

    @property
    def newest(self) -> dict[int, case_wraps.Newest]:
        """The newest pair of each case, by person."""
        return {
            person_id: case_wraps.Newest(said.numbers[-1], said.pairs[-1].seq)
            for person_id, said in self.said.items()
        }


def _counting(
    connection: Connection, keys: PersonKeys, known: Known, restricted: Mapping[int, int]
) -> _Counting:
    raw: Any = connection.connection.dbapi_connection
    ring = ring_of(raw.execute, _register_id(connection), keys, known)
    if not restricted and not ring:
        return _Counting(ring, {}, set(), set())
    said, doubted = case_words.counting(connection, ring.register_id, restricted)
    ring.places = {number: ring.places[number] for each in said.values() for number in each.numbers}
    return _Counting(ring, said, case_words.made_now(connection, restricted), doubted)


def _refuse_in_clear(text: str) -> str:
    """Raises Damaged for a text that would stand in clear, of a case that has no key that counts."""
    if text and not TOKEN.fullmatch(text):
        raise Damaged(
            "Not saved: the keys of this case are not those that its restriction was made with; they were changed "
            "outside ForumDesk. The register is as it was. Have a chair restore the last backup."
        )
    return text


def _places(session: Session, counting: _Counting, restricted: Mapping[int, int]) -> dict[int, Place]:
    """Where each case is. Raises Refused where it is moved by somebody who cannot say so with its key."""
    found, confirmed = case_holders.found_places(session, restricted), case_words.confirmed(session)
    places = {}
    for person_id, place in found.items():
        said = counting.said.get(person_id)
        counts = place_that_counts(said.place if said else None, place, confirmed=person_id in confirmed)
        if person_id in counting.new and counts.closing:
            gone = own_gifts(session.connection())
            came = case_holders.came_from(session, person_id, counts.forum, gone)
            counts = Place(counts.forum, counts.closing & came)
        if (
            said
            and said.place
            and said.place.forum != counts.forum
            and counting.ring.key(said.numbers[-1]) is None
        ):
            raise Refused(
                "This case is restricted and your keys do not open it, so it cannot move by your word; nothing was "
                "changed. Have somebody do it who reads it, with an office in both forums."
            )
        places[person_id] = counts
    return places


def _holders(
    session: Session,
    counting: _Counting,
    restricted: Mapping[int, int],
    places: Mapping[int, Place],
    today: date,
) -> dict[int, dict[str, bytes]]:
    """Who is to hold each key. Where that is not who holds it, by rows that somebody else than they has signed."""
    connection = session.connection()
    given = case_wraps.given(connection, counting.newest)
    found = case_holders.holders(session, restricted, places, today)
    if not is_doubtful(connection) and all(
        given.get(person_id) == holders and _is_held(counting, person_id, holders)
        for person_id, holders in found.items()
    ):
        return found
    gone, staying = own_gifts(connection, places, counting.said), {}
    for person_id in case_words.confirmed(session) & restricted.keys():
        gone.still_readers.pop(restricted[person_id], None)  # its readers are those who are named now
        gone.unsure.discard(person_id)
    for person_id, now in found.items():
        held, stays = given.get(person_id, {}), gone.fallen & now.keys()
        staying[person_id] = {who: half for who, half in held.items() if who in stays}
    rightly = case_holders.holders(session, restricted, places, today, gone, staying, given)
    for person_id in gone.unsure & rightly.keys() & given.keys():
        had = given[person_id]
        rightly[person_id] = {who: half for who, half in rightly[person_id].items() if who in had}
    return rightly


def _to_renew(session: Session, counting: _Counting) -> set[int]:
    """Whose case gets its next key pair by whoever acts and holds the last: where somebody spoilt a wrap of that, and
    where its readers are named anew, which is how a holder gives the key back to somebody for whom it does not open."""
    newest = {
        person_id: pair
        for person_id, pair in counting.newest.items()
        if counting.ring.key(pair.number) is not None
    }
    if not newest:
        return set()
    spoilt = {each.person_id for each in case_wraps.spoilt(session.connection(), newest)}
    return spoilt | (case_words.confirmed(session) & newest.keys())


def _is_held(counting: _Counting, person_id: int, holders: Mapping[str, bytes]) -> bool:
    """Whether exactly these hold every key pair of a case."""
    mine = counting.ring.of_person(person_id)
    return bool(mine) and all(counting.held[each] == holders for each in mine)


def _seal_person(
    session: Session,
    counting: _Counting,
    person_id: int,
    place: Place,
    holders: Mapping[str, bytes],
    by: str,
    seq: int,
    done: Counts,
    renew: bool,
) -> None:
    """Bring one case's key to its holders, and seal what is in clear: all where the key is new, else what changed."""
    ring, said = counting.ring, counting.said.get(person_id)
    before = ring.of_person(person_id)
    connection = session.connection()
    elsewhere = said is not None and said.place is not None and said.place != place
    fresh = elsewhere or renew
    held = not fresh and _is_held(counting, person_id, holders)
    # Whoever does not hold the key makes no other in its place: nobody could tell theirs from a stranger's.
    newest = ring.key(before[-1]) if before else None
    if not held and (newest or not before) and _is_sound(connection):
        named = Named(ring.register_id, CASES, subject_of(person_id))
        settled = compartments.settle(
            session, named, holders, ring.keys, by, seq, person_id, before, fresh=fresh
        )
        if settled.made and (newest or person_id in counting.new):
            last = said.pairs[-1] if said else None
            word = case_words.Word(ring.register_id, seq, person_id, settled.public_unwrap, place, last)
            case_words.say(connection, word, newest.private if newest else None)
        done["case_keys_made"] += settled.made
        done["case_keys_given"] += settled.given
        with as_stored(connection) as raw:
            places = ring_of(raw.execute, ring.register_id, ring.keys, ring.known).places
        for number in dict.fromkeys((*before, settled.compartment_id)):
            ring.places[number] = places[number]
    if ring.of_person(person_id):
        _seal_texts(session, ring, person_id, before, done)


def _seal_texts(session: Session, ring: Ring, person_id: int, before: Sequence[int], done: Counts) -> None:
    """Seal what this transaction wrote in clear about one person; all there is, where the key is not of `before`."""
    connection = session.connection()
    now = ring.of_person(person_id)
    newest = now[-1]
    whole = newest not in before or any(ring.key(each) is not None for each in now[:-1])
    pen = Pen(ring, newest, connection)
    done["texts_sealed"] += rewrite(connection, person_id, pen.seal, touched_only=not whole)
    if not whole:
        return
    if now[:-1]:
        done["texts_sealed"] += rewrite_marked(connection, now[:-1], pen.renew)
    if older := [each for each in now[:-1] if each not in pen.unopened]:
        _remove(session, older)
        for each in older:
            del ring.places[each]
    search.reindex(session, (person_id,))
    row_seals.forget(connection, person_id)


def _is_sound(connection: Connection) -> bool:
    """Whether what decides about keys is as it was signed; where it is not, nobody gets one and nothing is opened.

    Raises Damaged where the change itself was about it: then it must not look as if it had been done.
    """
    strange = seal_checks.strange(connection, DECIDES)
    if strange and connection.info.get("sealing", set()) & DECIDES:
        raise Damaged(strange[0].refusal)
    return not strange


def _held_by(connection: Connection, numbers: Sequence[int]) -> dict[int, dict[str, bytes]]:
    found: dict[int, dict[str, bytes]] = {each: {} for each in numbers}
    query = select(CompartmentKey.compartment_id, CompartmentKey.user_id, CompartmentKey.public_unwrap)
    wanted = query.where(CompartmentKey.compartment_id.in_(numbers)).order_by(CompartmentKey.id)
    for number, user_id, public in connection.execute(wanted):
        found[number][user_id] = public
    return found


def _lift(session: Session, counting: _Counting, person_id: int, seq: int, done: Counts) -> None:
    """Open everything again and take the keys away. Raises Refused where something stays sealed."""
    connection, ring = session.connection(), counting.ring
    mine = ring.of_person(person_id)
    still_there = connection.execute(select(Person.id).where(Person.id == person_id)).scalar()
    if still_there is not None:
        pen = Pen(ring, mine[-1], connection)
        done["texts_opened"] += rewrite(connection, person_id, pen.open, touched_only=False)
        done["texts_opened"] += rewrite_marked(connection, mine, lambda text: opened_of(text, mine, pen.open))
        if pen.unopened:
            raise Refused(
                "Your keys do not open every text of this case yet, so its restriction cannot be lifted by you; "
                "nothing was changed. Have a reader of the case save something first, or lift it."
            )
    if (key := ring.key(mine[-1])) and (last := counting.said[person_id].pairs[-1]):
        held = sorted(case_wraps.given(connection, counting.newest).get(person_id, {}))
        word = case_words.Word(ring.register_id, seq, person_id, b"", Place(""), last, tuple(held))
        case_words.say(connection, word, key.private)
    _remove(session, mine)
    for each in mine:
        del ring.places[each]
    if still_there is not None:
        search.reindex(session, (person_id,))


def _remove(session: Session, numbers: Sequence[int]) -> None:
    """Take compartments out with every wrap: not by the session, which removes nothing."""
    for mapped, column in ((CompartmentKey, CompartmentKey.compartment_id), (Compartment, Compartment.id)):
        gone = delete(mapped).where(column.in_(numbers))
        session.execute(gone, execution_options={"synchronize_session": False})
