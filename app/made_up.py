"""Made-up people and the extracts they stand in, for the demo, the tests and the benchmarks.

Seeded: the same seed writes the same file. No name, number or date here belongs to anybody.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from app.domain.dates import add_months, show_date
from app.domain.extract import FIELDS

SURNAMES = (
    *(
        "Tāmati",
        "Walker-Hēnare",
        "Rāpana",
        "Pōtiki",
        "Te Kani",
        "Wēhi",
        "Ngāta-Reid",
        "Hākopa",
        "Tūhoro",
        "Paki",
    ),
    *(
        "Kereama",
        "Māhia",
        "Heke",
        "Rangiāwhia",
        "Tāwhara",
        "Pōhatu",
        "Te Hiwi",
        "Ruatapu",
        "Kōrau",
        "Manihera",
    ),
    *(
        "Faʻaleo",
        "Taufaʻao",
        "Leavasa",
        "Tuilagi-Moe",
        "Fonoti",
        "Vaipulu",
        "Latukefu",
        "Ah Kit",
        "Masoe",
        "Tekanau",
    ),
    *(
        "O’Connor",
        "McGrory",
        "MacDonald",
        "Van der Berg",
        "D'Souza",
        "Ashcombe",
        "Brownlie",
        "Dunmore",
        "Hendren",
    ),
    *(
        "Merrin",
        "Wilson",
        "Smith",
        "Brown",
        "Fairweather",
        "Lockyer",
        "Sutcliffe",
        "Whittle",
        "Pratt",
        "Núñez",
    ),
    *("Nguyen", "Li", "Singh", "Patel", "Kumar", "Zhang", "Tran", "Kim", "Sharma", "Ng", "Müller", "Björk"),
)
GIVEN_NAMES = (
    *(
        "Hēmi",
        "Wīremu",
        "Rāwiri",
        "Tāne",
        "Mīria",
        "Pāora",
        "Etene",
        "Kahu",
        "Rangi",
        "Anaru",
        "Eruera",
        "Hoani",
    ),
    *(
        "Aroha",
        "Mere",
        "Ngāire",
        "Matiu",
        "Nikau",
        "Te Ariki",
        "Tama",
        "Wī",
        "Hōne",
        "Manaia",
        "Kauri",
        "Tīpene",
    ),
    *("Sione", "Viliami", "Tevita", "Mele", "ʻAna", "Losefa", "Samisoni", "Ioane", "Sefo", "Peni"),
    *(
        "Daniel",
        "Stephen",
        "Wayne",
        "Craig",
        "Darren",
        "Jason",
        "Brett",
        "Marcus",
        "Aaron",
        "William",
        "James",
    ),
    *(
        "John",
        "Paul",
        "Zoë",
        "José",
        "Xiuying",
        "Wei",
        "Arjun",
        "Priya",
        "Mohammed",
        "Lee",
        "Harpreet",
        "Minh",
    ),
)
PRISONS = (
    *("Christchurch Men's", "Rolleston", "Rimutaka", "Otago", "Waikeria", "Auckland", "Hawke's Bay"),
    *("Whanganui", "Tongariro", "Spring Hill"),
)
OFFENCES = (
    *(
        "Aggravated robbery",
        "Wounding with intent",
        "Kidnapping",
        "Arson",
        "Manslaughter",
        "Sexual violation",
    ),
    *("Threatens to kill", "Burglary; Assaults female", "Indecent assault; Sexual conduct with a child"),
)
PREVIOUS = (
    "",
    "",
    "Assault; Theft",
    "Burglary; Breach of bail",
    "27 convictions",
    "Driving while disqualified",
)
_RISKS = ("", "Low", "Medium", "High", "Very high")


@dataclass(slots=True)
class MadeUpPerson:
    """One row of an extract, each value as the file shows it; fields stand in the order of `FIELDS`."""

    prn: str
    surname: str
    given_names: str
    date_of_birth: date
    aliases: str
    forum: str
    prison: str
    unit: str
    reception: date
    sentence_start: date
    sentence_length: str
    offences: str
    previous_offending: str
    parole_eligibility: date | None
    next_hearing: date | None
    statutory_release: date | None
    sentence_expiry: date | None
    final_release: date | None
    ordered_release: date | None
    roc_roi: str
    psychological_risk: str
    misconducts: str
    violent_months: str
    owr_weight: str
    owr_override: str
    cso: str
    vnr: str
    deportation_liable: str
    transfer_restraint: str
    staff_safety: str
    as_at: date


def made_up_people(seed: int, count: int, forum: str, as_at: date) -> list[MadeUpPerson]:
    """`count` people of a forum; about six in ten are near enough to release, and risky enough, to be listed."""
    rnd = random.Random(f"{seed} {forum}")
    taken: set[str] = set()
    return [_person(rnd, taken, forum, as_at) for _ in range(count)]


def a_month_later(seed: int, people: Sequence[MadeUpPerson], as_at: date) -> list[MadeUpPerson]:
    """The same forum in a later extract: about one in twelve gone, one in ten new, dates and flags moved.

    The people given are left as they were.
    """
    rnd = random.Random(f"{seed} later {as_at.isoformat()}")
    stayed = [_copy(person, as_at) for person in people if rnd.random() > 0.06 and not _went(person, as_at)]
    for person in stayed:
        _live_a_month(rnd, person, as_at)
    taken = {person.prn for person in people}
    forums = [person.forum for person in people] or ["CHC"]
    fresh = [_person(rnd, taken, rnd.choice(forums), as_at) for _ in range(round(len(people) * 0.1))]
    return stayed + fresh


def write_extract(people: Iterable[MadeUpPerson], as_at: date | None = None) -> bytes:
    """A CSV with every heading of the contract, UTF-8, dates as dd/mm/yyyy.

    `as_at` overrides every person's own.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([field.heading for field in FIELDS])
    names = [field.name for field in FIELDS]
    for person in people:
        values = [getattr(person, name) for name in names]
        if as_at is not None:
            values[-1] = as_at
        writer.writerow([show_date(v) if isinstance(v, date) else v or "" for v in values])
    return out.getvalue().encode("utf-8")


def _went(person: MadeUpPerson, as_at: date) -> bool:
    """Released by law or by order before that day."""
    return any(day and day < as_at for day in (person.statutory_release, person.ordered_release))


def _copy(person: MadeUpPerson, as_at: date) -> MadeUpPerson:
    copied = MadeUpPerson(*[getattr(person, field.name) for field in fields(person)])
    copied.as_at = as_at
    return copied


def _days(rnd: random.Random, start: date, fewest: int, most: int) -> date:
    return start + timedelta(days=rnd.randint(fewest, most))


def _yes(rnd: random.Random, chance: float) -> str:
    drawn = rnd.random()
    return "Y" if drawn < chance else "" if drawn > 0.97 else "N"


def _name(rnd: random.Random) -> str:
    given = rnd.choice(GIVEN_NAMES)
    return f"{given} {rnd.choice(GIVEN_NAMES)}" if rnd.random() < 0.25 else given


def _aliases(rnd: random.Random) -> str:
    count = rnd.choices((0, 1, 2), (75, 18, 7))[0]
    return "; ".join(f"{rnd.choice(SURNAMES)}, {rnd.choice(GIVEN_NAMES)}" for _ in range(count))


def _prn(rnd: random.Random, taken: set[str]) -> str:
    while (prn := f"{rnd.randrange(100, 10**8):08d}") in taken:
        pass
    taken.add(prn)
    return prn


def _person(rnd: random.Random, taken: set[str], forum: str, as_at: date) -> MadeUpPerson:
    near = rnd.random() < 0.72
    risky = rnd.random() < 0.85
    reception = as_at - timedelta(days=rnd.randint(200, 4200))
    kind = rnd.choices(("long", "short", "indeterminate"), (70, 18, 12))[0]
    length, dates = _sentence(rnd, kind, near, reception, as_at)
    values: dict[str, Any] = {
        "prn": _prn(rnd, taken),
        "surname": rnd.choice(SURNAMES),
        "given_names": _name(rnd),
        "date_of_birth": _days(rnd, add_months(reception, -12 * rnd.randint(18, 58)), -364, -1),
        "aliases": _aliases(rnd),
        "forum": forum,
        "prison": rnd.choice(PRISONS),
        "unit": _unit(rnd),
        "reception": reception,
        "sentence_start": _days(rnd, reception, 0, 180),
        "sentence_length": length,
        "offences": rnd.choice(OFFENCES),
        "previous_offending": rnd.choice(PREVIOUS),
        **dates,
        **_risk(rnd, risky),
        "owr_override": _yes(rnd, 0.02),
        "vnr": _yes(rnd, 0.2),
        "deportation_liable": _yes(rnd, 0.05),
        "transfer_restraint": _yes(rnd, 0.04),
        "staff_safety": _yes(rnd, 0.08),
        "as_at": as_at,
    }
    return MadeUpPerson(**values)


def _unit(rnd: random.Random) -> str:
    return f"{rnd.choice('ABCDEK')}{rnd.randint(1, 8)}"


def _sentence(
    rnd: random.Random, kind: str, near: bool, reception: date, as_at: date
) -> tuple[str, dict[str, date | None]]:
    """The length and the six dates. `near` people meet the Board, or go, within nine months."""
    soon = _days(rnd, as_at, 4, 265)
    far = _days(rnd, as_at, 290, 900)
    point = soon if near else far
    eligible = _days(rnd, reception, 60, (as_at - reception).days - 1)
    dates: dict[str, date | None] = dict.fromkeys(
        (
            *("parole_eligibility", "next_hearing", "statutory_release"),
            *("sentence_expiry", "final_release", "ordered_release"),
        )
    )
    if kind == "short":
        dates["statutory_release"] = point
        return rnd.choice(("18 months", "24 months", "1y 6m", "12 months")), dates
    dates["parole_eligibility"] = eligible
    if kind == "indeterminate":
        dates["next_hearing"] = point
        return rnd.choice(("life", "preventive detention")), dates
    expiry = _days(rnd, point, 120, 1600)
    dates["sentence_expiry"] = expiry
    if rnd.random() < 0.2:
        dates["statutory_release"] = point
        dates["sentence_expiry"] = point
    else:
        dates["next_hearing"] = point
        dates["statutory_release"] = expiry
    if rnd.random() < 0.06:
        dates["ordered_release"] = _days(rnd, as_at, 10, 200) if near else None
    if rnd.random() < 0.05:
        dates["final_release"] = _days(rnd, expiry, -60, 0)
    return rnd.choice(("4y 6m", "54 months", "6y 3m", "8y", "12y")), dates


def _risk(rnd: random.Random, risky: bool) -> dict[str, str]:
    """Values below every default criterion, and for the risky one or two above."""
    risk = {
        "roc_roi": f"{rnd.uniform(0.05, 0.69):.2f}",
        "psychological_risk": rnd.choice(_RISKS[:3]),
        "misconducts": str(rnd.randint(0, 4)),
        "violent_months": rnd.choice(("0", "", "12", "36", "48")),
        "owr_weight": str(rnd.randint(0, 3)),
        "cso": "N",
    }
    above = {
        "roc_roi": f"{rnd.uniform(0.70, 0.97):.2f}",
        "psychological_risk": rnd.choice(_RISKS[3:]),
        "misconducts": str(rnd.randint(5, 14)),
        "violent_months": rnd.choice(("60", "72", "90", "120")),
        "owr_weight": str(rnd.randint(4, 7)),
        "cso": "Y",
    }
    if risky:
        for name in rnd.sample(sorted(above), rnd.choice((1, 1, 2))):
            risk[name] = above[name]
    return risk


def _live_a_month(rnd: random.Random, person: MadeUpPerson, as_at: date) -> None:
    """Some dates move, some flags are raised or dropped, some people are moved; most stay as they were."""
    drawn = rnd.random()
    if person.next_hearing and (person.next_hearing < as_at or drawn < 0.12):
        person.next_hearing = _days(rnd, max(person.next_hearing, as_at), 10, 120)
    elif person.next_hearing and drawn < 0.18:
        person.next_hearing = max(as_at, person.next_hearing - timedelta(days=rnd.randint(7, 60)))
    elif person.statutory_release and drawn < 0.22:
        person.statutory_release += timedelta(days=rnd.randint(-30, 30))
        if person.sentence_expiry and person.sentence_expiry < person.statutory_release:
            person.sentence_expiry = person.statutory_release
    if rnd.random() < 0.08:
        flag = rnd.choice(("cso", "vnr", "staff_safety", "deportation_liable", "transfer_restraint"))
        setattr(person, flag, "N" if getattr(person, flag) == "Y" else "Y")
    if rnd.random() < 0.08:
        person.misconducts = str(int(person.misconducts or 0) + rnd.randint(1, 4))
    if rnd.random() < 0.07:
        person.prison, person.unit = rnd.choice(PRISONS), _unit(rnd)
