"""One search box: what a typed text may mean, and why a person answers it (need R10).

Pure: the index that finds people lies elsewhere and keeps the forms made here, so that asking and
keeping can never fold a name in two ways. Macrons, case and apostrophes do not count; `Maaori`, `Māori`
and `Maori` are one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.domain.dates import read_date, show_date
from app.domain.names import clean, fold, fold_prn, full_name
from app.domain.timeline import NamedDate
from app.domain.words import FlagCode

FLAG_WORDS = {
    FlagCode.HR: "high risk",
    FlagCode.HP: "high profile",
    FlagCode.CSO: "child-sex offender",
    FlagCode.VNR: "Victim Notification Register",
    FlagCode.OWR: "Offender Warning Register",
    FlagCode.DEPORTATION: "liable to deportation",
    FlagCode.TRANSFER_RESTRAINT: "transfer restraint",
    FlagCode.STAFF_SAFETY: "staff safety",
}
FLAG_TEXTS = {code.value: f"{code.value} ({words})" for code, words in FLAG_WORDS.items()}
SHORTEST_PART = 3
"""Letters a piece of a word needs before it can be looked for inside words."""
_SHORTEST_SLIP = 4
_LONGEST_TEXT = 200
_DOUBLED = re.compile(r"([aeiou])\1+")
_LONG_VOWELS = str.maketrans({"ā": "aa", "ē": "ee", "ī": "ii", "ō": "oo", "ū": "uu"})
_DAY = re.compile(r"(?<!\d)(?:(\d{1,2})([/.-])(\d{1,2})\2(\d{4})|\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII)
_MONTHS = ("january", "february", "march", "april", "may", "june",
           "july", "august", "september", "october", "november", "december")  # fmt: skip
_MONTH = "|".join([*(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS), "sept"])
_LONG_FORM = re.compile(
    rf"(?<!\w)(\d{{1,2}})(?:st|nd|rd|th)?[ .-]*({_MONTH})[ .,-]*(\d{{4}}|\d{{2}})(?!\w)",
    re.ASCII | re.IGNORECASE,
)
_SHORT_YEAR = re.compile(
    r"(?<![\d./-])(?:(\d{1,2})([/.])(\d{1,2})\2(\d{2})|(\d{2})-(\d{2})-(\d{2}))(?![./-]?\d)", re.ASCII
)
"""With hyphens in full alone: `4-3-22` is a unit, a flat or a part of a number as often as a day."""
_YOUNGEST = 14
"""Years. Nobody younger is on the list (criminal proceedings begin at 14: Oranga Tamariki Act 1989, s 272)."""
_PRN = re.compile(r"[^\W_]*\d[\w -]*")


class Rung(IntEnum):
    """How loosely the text was read. Each rung also finds all that the ones before it found."""

    AS_WRITTEN = 1
    PARTS = 2
    NEAR = 3

    @property
    def words(self) -> str:
        return _RUNG_WORDS[self]


_RUNG_WORDS = {
    Rung.AS_WRITTEN: "as written",
    Rung.PARTS: "at pieces of words",
    Rung.NEAR: "at names one letter different, or day and month swapped",
}


class AskedDay(NamedTuple):
    """A day in the text, and what it is with day and month swapped; either may be no day at all."""

    written: str
    day: date | None
    swapped: date | None


class Query(Struct, frozen=True):
    """What a typed text may mean: folded words that must all match, days, and the whole text as a PRN."""

    words: tuple[str, ...]
    days: tuple[AskedDay, ...]
    prn: str

    @property
    def empty(self) -> bool:
        return not (self.words or self.days)


class HitRow(NamedTuple):
    """A person found. `case` is `open`, `closed` or words that there is none and why; `why` is a sentence."""

    prn: str
    surname: str
    given_names: str
    date_of_birth: date
    why: str
    case: str
    forum: str | None
    anchor: NamedDate | None


class SearchResult(Struct, frozen=True):
    """`next_rung` offers the next looser reading in words; None where there is none. `more`: not all are shown."""

    rung: Rung
    hits: tuple[HitRow, ...]
    next_rung: str | None
    more: bool = False


class PersonFacts(NamedTuple):
    """All of one person that a search may match, as written."""

    prn: str
    surname: str
    given_names: str
    date_of_birth: date
    aliases: tuple[tuple[str, str, str], ...] = ()
    """Kind, surname, given names."""
    places: tuple[tuple[str, str], ...] = ()
    """What it is and its text: `("unit", "Kea")`."""
    notes: tuple[tuple[str, str], ...] = ()


class Indexed(NamedTuple):
    """The folded forms the index keeps of one person."""

    names: str
    numbers: str
    places: str
    notes: str


class Why(NamedTuple):
    """Why somebody is a hit; the smaller `rank`, the more exactly."""

    rank: int
    sentence: str


def read_query(text: str, today: date) -> Query:
    """Read what was typed. Days in any form of design/formats.md section 1, and as people write a date of birth.

    So with dots or hyphens, `29 August 1971`, `29 Aug 71` and `29/8/71`: a year of two digits is the last one in which
    somebody was born who is old enough today. What makes no day so stays the words and the number that were typed, and
    what could be somebody's number is looked for as one too.
    """
    text = clean(text[:_LONGEST_TEXT])
    days: dict[int, AskedDay] = {}
    rest = text
    for form, read in ((_LONG_FORM, _named), (_SHORT_YEAR, _short), (_DAY, _usual)):
        for found in form.finditer(rest):
            if (asked := read(found, today)) is not None:
                days[found.start()] = asked
                rest = rest[: found.start()] + " " * len(found[0]) + rest[found.end() :]
    words = tuple(dict.fromkeys(fold(rest).split()))
    prn = fold_prn(text) if _PRN.fullmatch(text) else ""
    return Query(words, tuple(days[at] for at in sorted(days)), prn)


def _named(found: re.Match[str], today: date) -> AskedDay | None:
    month = next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(found[2].lower()))
    day = read_date(f"{found[1]}/{month}/{_year_of(found[3], today)}")
    return AskedDay(found[0], day, None) if day else None


def _short(found: re.Match[str], today: date) -> AskedDay | None:
    first, second, year = (found[5], found[6], found[7]) if found[5] else (found[1], found[3], found[4])
    full = _year_of(year, today)
    day, swapped = read_date(f"{first}/{second}/{full}"), read_date(f"{second}/{first}/{full}")
    return AskedDay(found[0], day, swapped if swapped != day else None) if day or swapped else None


def _year_of(told: str, today: date) -> int:
    if len(told) == 4:
        return int(told)
    last = today.year - _YOUNGEST
    return last - (last - int(told)) % 100


def _usual(found: re.Match[str], _today: date) -> AskedDay:
    day = read_date(found[0].replace(".", "/")) or _slashed(found)
    return AskedDay(found[0], day, _swapped(found, day))


def _slashed(found: re.Match[str]) -> date | None:
    return read_date(f"{found[1]}/{found[3]}/{found[4]}") if found[1] else None


def _swapped(found: re.Match[str], day: date | None) -> date | None:
    if found[1]:
        swapped = read_date(f"{found[3]}/{found[1]}/{found[4]}")
    else:
        year, month, of_month = found[0].split("-")
        swapped = read_date(f"{year}-{of_month}-{month}")
    return swapped if swapped != day else None


@lru_cache(maxsize=1024)
def collapse(word: str) -> str:
    """A folded word with doubled vowels made single: `maaori` and `maori` meet here."""
    return _DOUBLED.sub(r"\1", word)


def day_token(day: date) -> str:
    """A date of birth as one word of the index."""
    return f"b{day.year:04d}{day.month:02d}{day.day:02d}"


@lru_cache(maxsize=65536)
def _forms(part: str) -> tuple[str, ...]:
    """Every form of some words of a name: plain, macrons as doubled vowels, doubled vowels single."""
    part = clean(part)
    plain = fold(part)
    forms = plain.split()
    if not part.isascii():
        forms += fold(part.lower().translate(_LONG_VOWELS)).split()
    if _DOUBLED.search(plain):
        forms += collapse(plain).split()
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=65536)
def _surname_forms(surname: str) -> tuple[str, ...]:
    """As for any part of a name, and a surname of several words written as one."""
    folded = fold(clean(surname))
    return (*_forms(surname), folded.replace(" ", "")) if " " in folded else _forms(surname)


@lru_cache(maxsize=65536)
def name_words(surname: str, given_names: str) -> str:
    """Every form of every word of a name, parted by blanks, and one at each end.

    So a word or its beginning is found as a piece of text.
    """
    forms = (*_surname_forms(surname), *_forms(given_names))
    return f" {' '.join(dict.fromkeys(forms))} "


def index_of(facts: PersonFacts) -> Indexed:
    """What the index keeps of a person."""
    names = name_words(facts.surname, facts.given_names)
    for _, surname, given_names in facts.aliases:
        names += name_words(surname, given_names)
    prn = facts.prn
    plain = prn.isascii() and prn.isdigit()
    numbers = prn if plain else fold(prn)
    numbers += f" {prn.lstrip('0') or '0' if plain else fold_prn(prn)} {day_token(facts.date_of_birth)}"
    places = " ".join([fold(text) for _, text in facts.places])
    notes = " ".join([fold(clean(text)) for _, text in facts.notes]) if facts.notes else ""
    return Indexed(names, numbers, places, notes)


def near_words(word: str, vocabulary: Sequence[str]) -> tuple[str, ...]:
    """Words of the register one letter away: one more, one less, one other, or two neighbours swapped."""
    if len(word) < _SHORTEST_SLIP:
        return ()
    found = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=1, limit=60)
    return tuple(sorted(match for match, distance, _ in found if distance == 1))


def next_rung(query: Query, rung: Rung) -> str | None:
    """The next looser reading in words, where this text has one."""
    long_words = [word for word in query.words if len(word) >= SHORTEST_PART]
    if rung is Rung.AS_WRITTEN and long_words:
        return f"Look for {_listed(long_words)} inside words too."
    if rung < Rung.NEAR:
        told = []
        if days := [day.swapped for day in query.days if day.swapped]:
            told.append(f"day and month swapped ({_listed([show_date(day) for day in days], quoted=False)})")
        if slips := [word for word in query.words if len(word) >= _SHORTEST_SLIP and not word.isdigit()]:
            told.append(f"names one letter different from {_listed(slips)}")
        if told:
            return f"Look with {' and '.join(told)}."
    return None


def _listed(items: Iterable[str], quoted: bool = True) -> str:
    return ", ".join(f"“{item}”" if quoted else item for item in items)


def explain(query: Query, facts: PersonFacts, rung: Rung = Rung.NEAR) -> Why | None:
    """Why this person answers the query read as loosely as `rung`, or None where they do not."""
    if query.prn and query.prn == fold_prn(facts.prn):
        return Why(0, _explain_prn(query, facts.prn))
    told: list[str] = []
    rank = 0
    for asked in query.days:
        if asked.day == facts.date_of_birth:
            told.append(f"date of birth {show_date(facts.date_of_birth)}")
        elif asked.swapped == facts.date_of_birth:
            told.append(f"date of birth {show_date(facts.date_of_birth)}, day and month swapped")
            rank = 60
        else:
            return None
    if query.words:
        found = _explain_words(query.words, facts, rung)
        if found is None:
            return None
        rank = max(rank, found.rank)
        told.append(found.sentence)
    return Why(rank, "; ".join(told))


def _explain_prn(query: Query, prn: str) -> str:
    asked = "".join(query.words) or fold("".join(day.written for day in query.days)).replace(" ", "")
    if asked == fold(prn).replace(" ", ""):
        return f"PRN {prn}"
    if len(asked) < len(prn):
        zeros = len(prn) - len(prn.lstrip("0"))
        return f"PRN {prn} without its leading {'zero' if zeros == 1 else 'zeros'}"
    return f"PRN {prn}, but for leading zeros"


_RANKS = {"is": 10, "begins with": 20, "has in it": 40, "is one letter from": 50}
_HOW = {
    "is": "has the word",
    "begins with": "has a word beginning",
    "has in it": "has in it",
    "is one letter from": "has a word one letter from",
}


def _explain_words(words: tuple[str, ...], facts: PersonFacts, rung: Rung) -> Why | None:
    """By the one name that answers every word, else word by word over all that is known."""
    if how := _name_answers(words, facts.surname, facts.given_names, rung):
        return _by_name(words, how, "name", facts.surname, facts.given_names)
    for kind, surname, given in facts.aliases:
        if how := _name_answers(words, surname, given, rung):
            found = _by_name(words, how, kind, surname, given)
            own = full_name(facts.surname, facts.given_names)
            return Why(found.rank + 5, f"{found.sentence}, of {own}")
    return _explain_piecemeal(words, facts, rung)


def _by_name(words: tuple[str, ...], how: str, label: str, surname: str, given: str) -> Why:
    shown = full_name(surname, given)
    if how == "is" and " ".join(words) in (fold(shown), fold(f"{given} {surname}")):
        return Why(1, f"{label} {shown}")
    return Why(_RANKS[how], f"{label} {shown} {_HOW[how]} {_listed(words)}")


def _name_answers(words: Sequence[str], surname: str, given: str, rung: Rung) -> str | None:
    """How loosely a name answers every word; None where it leaves one unanswered."""
    forms = name_words(surname, given)
    worst = "is"
    for word in words:
        how = _word_answers(word, forms, rung)
        if how is None:
            return None
        if _RANKS[how] > _RANKS[worst]:
            worst = how
    return worst


def _word_answers(word: str, forms: str, rung: Rung) -> str | None:
    if f" {word} " in forms:
        return "is"
    if f" {word}" in forms:
        return "begins with"
    short = collapse(word)
    if short != word:
        if f" {short} " in forms:
            return "is"
        if len(short) >= SHORTEST_PART and f" {short}" in forms:
            return "begins with"
    if rung is Rung.AS_WRITTEN:
        return None
    if len(word) >= SHORTEST_PART and word in forms:
        return "has in it"
    if (
        rung is Rung.NEAR
        and len(word) >= _SHORTEST_SLIP
        and any(OSA.distance(word, form, score_cutoff=1) <= 1 for form in forms.split())
    ):
        return "is one letter from"
    return None


def _explain_piecemeal(words: tuple[str, ...], facts: PersonFacts, rung: Rung) -> Why | None:
    told: dict[str, None] = {}
    rank = 0
    for word in words:
        found = _explain_one(word, facts, rung)
        if found is None:
            return None
        rank = max(rank, found.rank)
        told[found.sentence] = None
    return Why(rank, "; ".join(told))


def _explain_one(word: str, facts: PersonFacts, rung: Rung) -> Why | None:
    if fold_prn(word) == fold_prn(facts.prn):
        return Why(0, f"PRN {facts.prn}")
    for kind, surname, given in (("name", facts.surname, facts.given_names), *facts.aliases):
        if how := _name_answers((word,), surname, given, rung):
            return Why(_RANKS[how] + 6, f"{kind} {full_name(surname, given)} {_HOW[how]} “{word}”")
    for rank, group in ((70, facts.places), (80, facts.notes)):
        for looser in (False, True) if rung is not Rung.AS_WRITTEN else (False,):
            for what, text in group:
                forms = fold(clean(text)).split()
                if word in forms or (looser and any(form.startswith(word) for form in forms)):
                    return Why(rank + looser, f"{what}: {_around(word, text)}")
    if rung is not Rung.AS_WRITTEN and word.isdigit() and word in fold(facts.prn):
        return Why(45, f"PRN {facts.prn} has in it “{word}”")
    return None


def _around(word: str, text: str, width: int = 60) -> str:
    """The text round the word that matched, short enough for a line."""
    text = clean(text)
    if len(text) <= width:
        return text
    at = max(0, fold(text).find(word) - width // 3)
    return f"{'…' if at else ''}{text[at : at + width].strip()}{'…' if at + width < len(text) else ''}"
