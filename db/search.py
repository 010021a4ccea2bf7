"""The one search of the register: FTS5 inside the encrypted file (need R10, design/speed.md).

The index is kept by `reindex` alone and has no triggers: one statement for many people is seven times
faster than a trigger a row. Order is by exactness, never by relevance ranking, which reads everything.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import String, TableValuedAlias, bindparam, func
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from app.domain.linkage_keys import name_pieces
from app.domain.names import fold_prn
from app.domain.search import (
    FLAG_TEXTS,
    SHORTEST_PART,
    HitRow,
    PersonFacts,
    Query,
    Rung,
    SearchResult,
    collapse,
    day_token,
    explain,
    index_of,
    near_words,
    next_rung,
)
from app.domain.timeline import NamedDate
from app.domain.words import DateName, LeftOutReason
from db import linkage

_COLUMNS = "names, numbers, places, notes"
_IDS = "(SELECT value FROM json_each(?1))"
_REBUILD_SHARE = 50
"""Taking one person out of the index costs as much as indexing about so many people anew."""


class Scope(NamedTuple):
    """Whom the person asking may find: everybody of `forums` (None for every forum), and `people` besides."""

    forums: frozenset[str] | None
    people: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    """Whom nothing finds: people of restricted cases that the person asking may not read (need A4)."""


EVERYBODY = Scope(None)


def reindex(session: Session, person_ids: Iterable[int]) -> int:
    """Bring the index up to what the register says of these people; returns how many changed.

    Call it, once and with all of them, after names, aliases, PRN, place, flags, addresses or notes changed.
    """
    session.flush()
    connection = session.connection()
    ids = json.dumps(sorted(set(person_ids)))
    kept = {
        row[0]: tuple(row[1:])
        for row in connection.exec_driver_sql(
            f"SELECT person_id, {_COLUMNS} FROM search_people WHERE person_id IN {_IDS}", (ids,)
        )
    }
    linkage.rekey(connection, set(json.loads(ids)))
    # Of a restricted case the index keeps names and places alone: its words would stand there in clear (need A4).
    sealed = _restricted(connection)
    facts = _facts(_cursor(connection), ids, _LISTS).items()
    told = {key: index_of(each._replace(notes=()) if key in sealed else each) for key, each in facts}
    new = [(key, *words) for key, words in told.items() if key not in kept]
    changed = [(key, *words) for key, words in told.items() if kept.get(key, words) != words]
    if len(changed) * _REBUILD_SHARE > _size(connection):
        _store(connection, [*new, *changed])
        for index in ("search_words", "search_parts"):
            connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        return len(new) + len(changed)
    if changed:
        _index(connection, [int(row[0]) for row in changed], remove=True)
    if new or changed:
        _store(connection, [*new, *changed])
        _index(connection, [int(row[0]) for row in (*new, *changed)])
    return len(new) + len(changed)


def _restricted(connection: Connection) -> set[int]:
    rows = connection.exec_driver_sql(
        "SELECT person_id FROM restrictions WHERE lifted_seq IS NULL "
        "UNION SELECT person_id FROM compartments WHERE person_id IS NOT NULL"
    )
    return {row[0] for row in rows}


def forget(connection: Connection, person_id: int) -> None:
    """Take one person out of the index and out of what it is made from: nothing finds them any more (need A7)."""
    here = "SELECT 1 FROM search_people WHERE person_id = ?"
    if connection.exec_driver_sql(here, (person_id,)).first():
        _index(connection, [person_id], remove=True)
        connection.exec_driver_sql("DELETE FROM search_people WHERE person_id = ?", (person_id,))


def _size(connection: Connection) -> int:
    """About how many people the index holds; asked of the key alone, since counting reads every page."""
    return int(connection.exec_driver_sql("SELECT max(person_id) FROM search_people").scalar() or 0)


def _store(connection: Connection, rows: list[tuple[Any, ...]]) -> None:
    connection.exec_driver_sql(
        f"INSERT INTO search_people (person_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (person_id) DO UPDATE SET names = excluded.names, numbers = excluded.numbers,"
        " places = excluded.places, notes = excluded.notes",
        rows,
    )


def _index(connection: Connection, person_ids: Sequence[int], *, remove: bool = False) -> None:
    ids = json.dumps(person_ids)
    for index, columns in (("search_words", _COLUMNS), ("search_parts", "names")):
        into, first = (f"{index}, ", "'delete', ") if remove else ("", "")
        connection.exec_driver_sql(
            f"INSERT INTO {index} ({into}rowid, {columns}) SELECT {first}person_id, {columns}"
            f" FROM search_people WHERE person_id IN {_IDS}",
            (ids,),
        )


def search(
    connection: Connection, query: Query, looser: int = 0, limit: int = 50, scope: Scope = EVERYBODY
) -> SearchResult:
    """The people who answer, most exactly first, then open cases before closed ones, then by surname.

    The text is read as written, then for pieces of words; the first reading that finds anybody is the
    answer, and `looser` goes as many rungs beyond it. At most `limit` hits; `more` says that some are left.
    """
    if query.empty:
        return SearchResult(Rung.AS_WRITTEN, (), None)
    found = _Found(connection, query, limit, scope)
    rung = Rung.AS_WRITTEN
    found.climb(rung)
    if not found.hits and next_rung(query, rung) is not None and _has_parts(query):
        rung = Rung.PARTS
        found.climb(rung)
    for _ in range(looser):
        if rung is Rung.NEAR or next_rung(query, rung) is None:
            break
        rung = Rung(rung + 1) if rung is Rung.PARTS or _has_parts(query) else Rung.NEAR
        found.climb(rung)
    hits = [hit for _, hit in sorted(found.hits.values(), key=lambda ranked: ranked[0])]
    return SearchResult(rung, tuple(hits[:limit]), next_rung(query, rung), found.more or len(hits) > limit)


def _has_parts(query: Query) -> bool:
    return any(len(word) >= SHORTEST_PART for word in query.words)


class _Found:
    """People found so far, each with how exactly; a looser reading adds and never takes away."""

    def __init__(self, connection: Connection, query: Query, limit: int, scope: Scope) -> None:
        self.query, self.limit, self.cursor = query, limit, _cursor(connection)
        self.hits: dict[int, tuple[tuple[Any, ...], HitRow]] = {}
        self.more = False
        self.rung = Rung.AS_WRITTEN
        self._scope, self._limits = _scope_sql(scope)

    def climb(self, rung: Rung) -> None:
        self.rung = rung
        for match in _RUNGS[rung](self.cursor, self.query):
            if len(self.hits) >= self.limit or self._is_certain():
                return
            self._ask(match)

    def _is_certain(self) -> bool:
        """A PRN means one person; nothing looser need be asked."""
        return bool(self.query.prn) and any(order[0] == 0 for order, _ in self.hits.values())

    def _ask(self, match: Match) -> None:
        # A number in the text: a bound one would have the engine plan the statement anew each time.
        many = self.limit + 1
        where = f"{match.table} MATCH ?1"
        source = f"{match.table} s"
        if match.begun:
            newest = (
                f"SELECT rowid FROM {match.table} WHERE {where} ORDER BY rowid DESC LIMIT {many * _AMONG:d}"
            )
            source, where = f"({newest}) s JOIN search_people n ON n.person_id = s.rowid", "TRUE"
        begun = " AND (instr(n.names, ?) OR instr(n.names, ?))" * len(match.begun)
        rows = self.cursor.execute(
            f"{_SELECT.format(source=source)} WHERE {where}{self._scope}{begun} ORDER BY s.rowid DESC LIMIT {many:d}",
            (
                match.text,
                *self._limits,
                *(f" {form}" for word in match.begun for form in (word, collapse(word))),
            ),
        ).fetchall()
        self.more = self.more or len(rows) > self.limit
        left = [row for row in rows if row[0] not in self.hits]
        left = [row for row in left if not self._take(row, _bare_facts(row))]
        # Most who do not answer by their own name do by an alias: the rest is read for the few others.
        for kinds in (("aliases",), tuple(_LISTS)):
            if left:
                facts = _facts(self.cursor, json.dumps([row[0] for row in left]), kinds)
                left = [row for row in left if not self._take(row, facts[row[0]])]

    def _take(self, row: Any, facts: PersonFacts) -> bool:
        why = explain(self.query, facts, self.rung)
        if why is None:
            return False
        self.hits[row[0]] = ((why.rank, row[7], row[5], row[1]), _hit(row, why.sentence))
        return True


def alike(connection: Connection, names: Iterable[tuple[str, str]], limit: int = 300) -> dict[int, str]:
    """People who share a piece of the family and a piece of the given name, in either order, with all their names.

    For names so damaged that no key of `db.linkage` finds them: the last rung, the newest people first.
    """
    found: dict[int, str] = {}
    for both in names:
        pieces = [_or([_quoted(piece) for piece in name_pieces(name)]) for name in both if name_pieces(name)]
        if len(pieces) == len(both):
            newest = f"SELECT rowid FROM search_parts WHERE search_parts MATCH ? ORDER BY rowid DESC LIMIT {limit:d}"
            rows = connection.exec_driver_sql(
                f"SELECT n.person_id, n.names FROM ({newest}) s JOIN search_people n ON n.person_id = s.rowid"
                " ORDER BY n.person_id DESC",
                (_and(pieces),),
            )
            found.update((person_id, words) for person_id, words in rows)
    return found


def in_order(parameter: str) -> TableValuedAlias:
    """A JSON list as rows of `value`, with `key` its place: bound as one text, it leaves the statement the same."""
    return func.json_each(bindparam(parameter, type_=String)).table_valued("key", "value")


def _cursor(connection: Connection) -> Any:
    """The driver's own cursor: a search is several small statements, and each would pay twice over."""
    return connection.connection.cursor()


_SELECT = """
SELECT s.rowid, p.prn, p.surname, p.given_names, p.date_of_birth, p.name_key,
    c.id AS case_id, c.closed_seq IS NOT NULL AS closed, coalesce(c.forum, i.forum) AS forum,
    c.anchor_name, c.anchor_date, l.reason
FROM {source}
JOIN persons p ON p.id = s.rowid
LEFT JOIN ioms_records i ON i.person_id = p.id
LEFT JOIN left_out l ON l.person_id = p.id
LEFT JOIN cases c ON c.id = (
    SELECT id FROM cases WHERE person_id = p.id ORDER BY closed_seq IS NOT NULL, id DESC LIMIT 1
)
"""
_AMONG = 4
"""How many times as many as are wanted are looked through for a beginning longer than the index keeps."""
_KEPT_BEGINNING = 3
"""Letters of a beginning that the index keeps a list for; a longer one is put together from all words that have it."""


def _scope_sql(scope: Scope) -> tuple[str, tuple[str, ...]]:
    # The index itself holds everybody and no view can stand before it: whom it may not find is said here.
    never = f" AND s.rowid NOT IN ({', '.join(map(str, sorted(scope.hidden)))})" if scope.hidden else ""
    if scope.forums is None:
        return never, ()
    forums, people = "(SELECT value FROM json_each(?2))", "(SELECT value FROM json_each(?3))"
    within = f"i.forum IN {forums} OR p.id IN (SELECT person_id FROM cases WHERE forum IN {forums})"
    return f"{never} AND ({within} OR p.id IN {people})", (
        json.dumps(sorted(scope.forums)),
        json.dumps(sorted(scope.people)),
    )


def _bare_facts(row: Any) -> PersonFacts:
    return PersonFacts(row[1], row[2], row[3], date.fromisoformat(row[4]))


def _hit(row: Any, why: str) -> HitRow:
    _, prn, surname, given, born, _, case_id, closed, forum, anchor_name, anchor_date, reason = row
    anchor = None
    if case_id is None:
        case = f"no case: {LeftOutReason(reason).value}" if reason else "no case"
    else:
        case = "closed" if closed else "open"
        if anchor_date:
            anchor = NamedDate(DateName(anchor_name), date.fromisoformat(anchor_date))
    return HitRow(prn, surname, given, date.fromisoformat(born), why, case, forum, anchor)


class Match(NamedTuple):
    """What to ask of which index. With `begun`, only of the newest there are, and only names so begun."""

    table: str
    text: str
    begun: tuple[str, ...] = ()


Matches = list[Match]


def _as_written(_cursor: Any, query: Query) -> Matches:
    """Whole words of names first, so that a long list of beginnings cannot crowd them out."""
    whole = [*_days(query), *(f"{{names numbers}} : {_or(_forms(word))}" for word in query.words)]
    begun = [*_days(query), *(_begun(word) for word in query.words)]
    exactly = _and(whole) + (f' OR numbers : "{query.prn}"' if query.prn else "")
    if not query.words:
        return [Match("search_words", exactly)]
    matches = [Match("search_words", exactly)]
    if long := tuple(word for word in query.words if len(word) > _KEPT_BEGINNING):
        # A beginning that half the register shares would be put together from everybody: the newest answer at once.
        rough = [*_days(query), *(f"names : {_or(_rough(word))}" for word in query.words)]
        matches.append(Match("search_words", f"{_and(rough)} NOT ({exactly})", long))
    return [*matches, Match("search_words", f"{_and(begun)} NOT ({exactly})")]


def _rough(word: str) -> list[str]:
    if len(word) <= _KEPT_BEGINNING:
        return _beginnings(word)
    first = dict.fromkeys(form[:_KEPT_BEGINNING] for form in (word, collapse(word)))
    return [_quoted(form) + " *" for form in first]


def _begun(word: str) -> str:
    return (
        f"(names : {_or(_beginnings(word))} OR numbers : {_or(_forms(word))}"
        f" OR {{places notes}} : {_or([_quoted(word)])})"
    )


def _parts(_cursor: Any, query: Query) -> Matches:
    """Pieces of names, and beginnings of every other word."""
    other = [f"({_or([_quoted(word) + ' *'])})" for word in query.words]
    matches: Matches = [Match("search_words", _and([*_days(query), *other]))]
    pieces = [word for word in query.words if len(word) >= SHORTEST_PART]
    if pieces and not query.days:
        matches.insert(0, Match("search_parts", _and([_quoted(word) for word in pieces])))
    return matches


def _near(cursor: Any, query: Query) -> Matches:
    """Days swapped, and names of the register that are one letter away."""
    days = [
        f"numbers : {_or([_quoted(day_token(day)) for day in (asked.day, asked.swapped) if day])}"
        for asked in query.days
        if asked.day or asked.swapped
    ]
    words = []
    for word in query.words:
        near = near_words(word, _vocabulary(cursor, len(word)))
        words.append(f"(names : {_or([*_beginnings(word), *map(_quoted, near)])} OR {_begun(word)})")
    return [Match("search_words", _and([*days, *words]))]


_RUNGS: dict[Rung, Callable[[Any, Query], Matches]] = {
    Rung.AS_WRITTEN: _as_written,
    Rung.PARTS: _parts,
    Rung.NEAR: _near,
}


def _vocabulary(cursor: Any, length: int) -> list[str]:
    rows = cursor.execute(
        "SELECT term FROM search_vocabulary WHERE col = 'names' AND length(term) BETWEEN ? AND ?",
        (length - 1, length + 1),
    )
    return [row[0] for row in rows]


def _days(query: Query) -> list[str]:
    return [f'numbers : "{day_token(asked.day) if asked.day else "no such day"}"' for asked in query.days]


def _forms(word: str) -> list[str]:
    """A word as a whole: as typed, with doubled vowels single, and without leading zeros."""
    forms = [word, collapse(word)]
    if word[0].isdigit():
        forms.append(fold_prn(word))
    return [_quoted(form) for form in dict.fromkeys(forms)]


def _beginnings(word: str) -> list[str]:
    short = collapse(word)
    if short == word:
        return [_quoted(word) + " *"]
    return [_quoted(word) + " *", _quoted(short) + (" *" if len(short) >= SHORTEST_PART else "")]


def _quoted(word: str) -> str:
    return f'"{word}"'


def _or(forms: Sequence[str]) -> str:
    return f"({' OR '.join(forms)})"


def _and(terms: Collection[str]) -> str:
    return f"({' AND '.join(terms)})"


def _facts(cursor: Any, ids: str, kinds: Iterable[str]) -> dict[int, PersonFacts]:
    """What a search may match of these people: names, place, and `kinds` besides. `ids` is a JSON list."""
    lists: dict[str, dict[int, list[tuple[Any, ...]]]] = {}
    for kind in kinds:
        lists[kind] = defaultdict(list)
        for row in cursor.execute(_LISTS[kind], (ids,)):
            lists[kind][row[0]].append(row[1:])
    aliases, flags, notes = (lists.get(kind, {}) for kind in ("aliases", "flags", "notes"))
    facts = {}
    for person_id, prn, surname, given, born, prison, unit in cursor.execute(_PEOPLE, (ids,)):
        places = [(what, text) for what, text in (("prison", prison), ("unit", unit)) if text]
        if person_id in flags:
            places += [("flag", FLAG_TEXTS[code]) for (code,) in flags[person_id]]
        facts[person_id] = PersonFacts(
            prn,
            surname,
            given,
            date.fromisoformat(born),
            tuple(aliases.get(person_id, ())),
            tuple(places),
            tuple(notes.get(person_id, ())),
        )
    return facts


_PEOPLE = f"""
SELECT p.id, p.prn, p.surname, p.given_names, p.date_of_birth, i.prison, i.unit
FROM persons p LEFT JOIN ioms_records i ON i.person_id = p.id WHERE p.id IN {_IDS}
"""
_LISTS = {
    "aliases": f"""
        SELECT person_id, kind, surname, given_names FROM aliases
        WHERE withdrawn_seq IS NULL AND person_id IN {_IDS} ORDER BY id
    """,
    "flags": f"""
        SELECT DISTINCT person_id, code FROM flags
        WHERE withdrawn_seq IS NULL AND person_id IN {_IDS} ORDER BY code
    """,
    "notes": f"""
        SELECT c.person_id, 'proposed address', said.address
        FROM cases c JOIN addresses said ON said.case_id = c.id WHERE c.person_id IN {_IDS}
        UNION ALL SELECT c.person_id, 'information from ' || said.service, said.text
        FROM cases c JOIN service_information said ON said.case_id = c.id WHERE c.person_id IN {_IDS}
        UNION ALL SELECT c.person_id, 'information from police', said.value
        FROM cases c JOIN police_values said ON said.case_id = c.id
        WHERE said.heading = 'Information' AND said.superseded_seq IS NULL AND c.person_id IN {_IDS}
    """,
}
