"""A made-up New Zealand register and the damaged rows about it: the hard set of design/speed.md, figures 12 and 13.

Seeded: one seed makes one set. Six of ten rows are about somebody in the register: their macrons are dropped or
doubled, they come under an alias or a short name, with slips of the hand, family and given names swapped, a wrong
or missing date of birth, and three of ten have moved. The other four are about nobody in it, and look like it:
brothers and sisters, twins, a son of the same name, a stranger of the same name. No name here is anybody's.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from app.domain.dates import read_date
from app.domain.linkage import Candidate, RowFacts
from app.domain.name_habits import _ONE_NAME
from app.domain.names import fold, full_name


def _words(text: str) -> list[str]:
    return text.split()


_PLAIN = _words(
    "Smith Brown Wilson Taylor Williams Jones Thompson Walker "
    "White Robinson Clark Martin Young King Wright Scott Green "
    "Baker Hall Mitchell Campbell Anderson Stewart Reid "
    "Murray Ross McKenzie MacDonald O’Connor O’Brien McGrath Hughes "
    "Edwards Morgan Davies Evans Turner Cooper Hill Ward Wood Harris Lewis Parker Collins Bennett Fraser Hamilton"
)
_FIRST = _words(
    "Ash Brown Dun Fair Hart Lock Mer Sutcl Whit Pratt Hol Thorn Brad Cal Ed Frank Gil Had Ing Kel Lang Mar Nor Old "
    "Pem Quin Rad Sel Tarr Under Ven Wal Yar Bar Chet Dray Ell "
    "Farn Gor Hep Kirk Lin Mill Nash Oak Pres Rams Stan Til Wyn"
)
_LAST = _words(
    "combe lie more weather ley yer ton wood field well ford "
    "ham by worth stead shaw croft wick den man bury gate burn "
    "hurst low mere ridge side thwaite wyn bourne cote dale land"
)
_MAORI = _words(
    "Tāmati Hēnare Rāpana Pōtiki Wēhi Ngāta Hākopa Tūhoro Paki Kereama Māhia Heke Rangi Tāwhara Pōhatu Ruatapu Kōrau "
    "Manihera Parata Tāwhai Ngāpuhi Whātua Rūnga Pēwhairangi Waititi Hōhepa Kīngi Mānuera Paewai Tūtahi"
)
_CV = _words("ha he hā ka ke ki kō mā mi mo nā ne ngā pa pē pi ra rā ri rō ru ta tā te ti tū wa whā whe wai")
_PACIFIC = _words(
    "Faʻaleo Taufaʻao Leavasa Tuilagi Fonoti Vaipulu Latukefu Masoe Tekanau Faleafa Fifita Tupou Taufa Lolohea Vea "
    "Moala Tau Fuimaono Leiataua Sapolu Tuiasosopo Faʻasavalu Laulu Pauga"
)
_ASIAN = _words(
    "Nguyen Tran Pham Le Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Singh Kaur Patel Kumar Sharma Reddy Khan "
    "Kim Park Lee Ng Wong Chan Lim Tan"
)
_GIVEN = {
    "plain": _words(
        "William John James Robert Michael David Thomas Paul Stephen Peter Mark Daniel Andrew Matthew Joseph Anthony "
        "Christopher Richard Samuel Benjamin Edward George Craig Wayne Darren Jason Brett Aaron Shane Glen Kevin Ryan "
        "Sean Bruce Neil Dean Carl Todd Kyle Luke Adam Scott Simon Grant Ross Karl Mary Sarah Susan Helen Margaret "
        "Karen Lisa Nicola Tracey Rachel Amanda Jane Anne "
        "Elizabeth Katherine Alan Barry Clive Colin Darren Dennis Derek "
        "Duncan Eric Frank Gary Geoffrey Gerard Gordon Graham "
        "Hamish Harold Ian Jeremy Jonathan Keith Kenneth Lance Leslie "
        "Malcolm Marcus Murray Nathan Nigel Oliver Patrick Philip "
        "Raymond Rodney Roger Roy Russell Stuart Terence Trevor "
        "Victor Warren Zane Blair Cameron Corey Dion Ethan Jared Jordan Justin Kane Kurt Leon Logan Mason Quentin"
    ),
    "māori": _words(
        "Wiremu Hēmi Hōne Rāwiri Pāora Tāmati Matiu Hōhepa Pita "
        "Mikaere Rāpata Eruera Ānaru Tīpene Hōri Hāre Tāne Kahu "
        "Rangi Nikau Tama Manaia Kauri Etene Hoani Wī Rua Tū Kereama Te-Ariki Aroha Mere Ngāire Mīria Hera Anahera "
        "Moana Marama Kiri Hana Wikitōria Ruta Tamahau Wairangi "
        "Piripi Hamuera Tāwera Rewi Ihaka Tūkaha Maaka Rongo Whetū "
        "Pōtaua Kīngi Hēnare Ngāwai Tiaki Wharetutu Hautapu Te-Rina Tangiwai Hinemoa Pare Rīpeka Mākere Hīria"
    ),
    "pacific": _words(
        "Sione Viliami Tevita Mele ʻAna Losefa Samisoni Ioane Sefo Peni Semisi Pita Filipo Tomasi Falani Siaosi Maka "
        "Siosaia Mosese Tavita Petelo Ropati Lui Fetu Sala "
        "Salote Malia Lupe Faʻafetai Tavake Aleki Sosefo Iosua Paulo "
        "Lafaele Taniela Kolio Faleo Manu Penitoa Solomone Tuipulotu Vaea Soane Malakai Isileli Saimone Etuate"
    ),
    "asian": _words(
        "Wei Xiuying Minh Jun Hao Yan Min Hui Arjun "
        "Priya Mohammed Harpreet Gurpreet Rajesh Amit Sanjay Anil Sunil Ravi "
        "Vijay Thanh Hung Dung Tuan Anh Lan Ji-hoon Min-jun Xiaoming Zhiqiang"
    ),
}
_TOWNS = [
    "Auckland 1025",
    "Auckland 2102",
    "Manukau 2104",
    "Hamilton 3204",
    "Tauranga 3110",
    "Rotorua 3010",
    "Gisborne 4010",
    "Napier 4110",
    "Hastings 4122",
    "New Plymouth 4310",
    "Whanganui 4500",
    "Palmerston North 4410",
    "Porirua 5022",
    "Lower Hutt 5010",
    "Wellington 6011",
    "Nelson 7010",
    "Blenheim 7201",
    "Christchurch 8011",
    "Christchurch 8061",
    "Timaru 7910",
    "Dunedin 9016",
    "Invercargill 9810",
]
_STREETS = _words("Street Street Street Road Road Avenue Place Crescent Drive Lane")
_SHORTEN = {
    "Street": "St",
    "Road": "Rd",
    "Avenue": "Ave",
    "Place": "Pl",
    "Crescent": "Cres",
    "Drive": "Dr",
    "Lane": "Ln",
}
_LONG = str.maketrans(
    {"ā": "aa", "ē": "ee", "ī": "ii", "ō": "oo", "ū": "uu", "Ā": "Aa", "Ē": "Ee", "Ī": "Ii", "Ō": "Oo"}
)
_BARE = str.maketrans(
    {"ā": "a", "ē": "e", "ī": "i", "ō": "o", "ū": "u", "Ā": "A", "Ē": "E", "Ī": "I", "Ō": "O"}
)
_SHORT_FORMS: dict[str, list[str]] = {}
for _line in _ONE_NAME:
    for _name in _line.split():
        _SHORT_FORMS.setdefault(_name, [other for other in _line.split()[:8] if other != _name])


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it comes, and the PRN it is truly about; empty where the register does not have the person."""

    facts: RowFacts
    truth: str
    kind: str


@dataclass(frozen=True, slots=True)
class MadeUpSet:
    """A register and rows about it."""

    people: tuple[Candidate, ...]
    rows: tuple[Row, ...]


def make(seed: int, people: int, rows: int) -> MadeUpSet:
    """A register of so many people and so many rows, four of ten about nobody in it."""
    maker = _Maker(random.Random(seed))
    register = [maker.person(number) for number in range(people)]
    subjects = maker.rnd.sample(register, rows)
    known = round(rows * 0.6)
    told = [Row(maker.damaged(person), person.prn, "known") for person in subjects[:known]]
    makers = (maker.sibling, maker.twin, maker.junior, maker.stranger)
    for at, person in enumerate(subjects[known:]):
        how = makers[at % len(makers)]
        told.append(Row(maker.damaged(how(person)), "", how.__name__))
    maker.rnd.shuffle(told)
    return MadeUpSet(tuple(register), tuple(told))


class _Maker:
    """One stream of chance, and the pools that names and streets are drawn from: a few common, many rare."""

    def __init__(self, rnd: random.Random) -> None:
        self.rnd = rnd
        plain = [*_PLAIN, *(one + two for one in _FIRST for two in _LAST)]
        māori = [*_MAORI, *self._syllables(1800)]
        self.families = {
            "plain": _Pool(rnd, plain),
            "māori": _Pool(rnd, māori),
            "pacific": _Pool(rnd, [*_PACIFIC, *(self._pacific() for _ in range(600))]),
            "asian": _Pool(rnd, _ASIAN),
        }
        self.given = {kind: _Pool(rnd, names) for kind, names in _GIVEN.items()}
        self.streets = [*(one + two for one in _FIRST for two in _LAST), *self._syllables(1200)]
        self.numbers: set[str] = set()

    def _syllables(self, many: int) -> list[str]:
        made = (
            "".join(self.rnd.choices(_CV, k=self.rnd.choice((2, 3, 3, 4)))).capitalize() for _ in range(many)
        )
        return list(dict.fromkeys(made))

    def _pacific(self) -> str:
        sounds = _words("fa le ta lo ma tu vai sa ʻa pe lu fi mo no la ti so fe")
        return "".join(self.rnd.choices(sounds, k=self.rnd.choice((3, 3, 4)))).capitalize()

    def person(self, number: int) -> Candidate:
        kind = self.rnd.choices(("plain", "māori", "pacific", "asian"), (45, 35, 13, 7))[0]
        prn = f"00{10_000_000 + number * 83 + self.rnd.randrange(80)}"
        surname, given = self.family(kind), self.first(kind)
        aliases = []
        if self.rnd.random() < 0.2:
            aliases.append(
                full_name(self.family(kind), given if self.rnd.random() < 0.5 else self.first(kind))
            )
        return Candidate(prn, surname, given, self.day(), tuple(aliases), (self.address(),))

    def family(self, kind: str) -> str:
        name = self.families[kind].draw()
        roll = self.rnd.random()
        if kind == "māori" and roll < 0.08:
            return f"Te {name}"
        if kind in ("plain", "māori") and roll > 0.95:
            return f"{self.families['plain'].draw()}-{name}"
        return name

    def first(self, kind: str) -> str:
        other = "plain" if kind == "māori" and self.rnd.random() < 0.4 else kind
        name = self.given[other].draw()
        return f"{name} {self.given[kind].draw()}" if self.rnd.random() < 0.5 else name

    def day(self) -> date:
        return date(1945, 1, 1) + timedelta(days=self.rnd.randrange(365 * 60))

    def address(self) -> str:
        street = f"{self.rnd.choice(self.streets)} {self.rnd.choice(_STREETS)}"
        return f"{self.rnd.randrange(1, 220)} {street}, {self.rnd.choice(_TOWNS)}"

    # People who are not in the register and look as if they were.

    def sibling(self, person: Candidate) -> Candidate:
        born = _born(person) + timedelta(days=self.rnd.choice((-1, 1)) * self.rnd.randrange(330, 365 * 9))
        return replace(self._kin(person), born=born)

    def twin(self, person: Candidate) -> Candidate:
        return self._kin(person)

    def junior(self, person: Candidate) -> Candidate:
        return replace(
            person, born=_born(person) + timedelta(days=self.rnd.randrange(365 * 18, 365 * 40)), aliases=()
        )

    def stranger(self, person: Candidate) -> Candidate:
        return replace(person, born=self.day(), addresses=(self.address(),), aliases=())

    def _kin(self, person: Candidate) -> Candidate:
        while True:
            kind = (
                self.rnd.choice(("plain", "māori", "pacific")) if self.rnd.random() < 0.3 else _kind(person)
            )
            given = self.first(kind)
            if fold(given).split()[0] != fold(person.given_names).split()[0]:
                return replace(person, given_names=given, aliases=())

    # What befalls a row.

    def damaged(self, person: Candidate) -> RowFacts:
        chance = self.rnd.random
        surname, given = person.surname, person.given_names
        if person.aliases and chance() < 0.5:
            surname, _, given = (part.strip() for part in person.aliases[0].partition(","))
        if chance() < 0.35 and " " in given:
            given = given.split()[0]
        if chance() < 0.10:
            given = self.short(given)
        macrons = chance()
        if macrons < 0.75:
            table = _BARE if macrons < 0.6 else _LONG
            surname, given = surname.translate(table), given.translate(table)
        if chance() < 0.5:
            surname, given = (text.replace("ʻ", "").replace("’", "'") for text in (surname, given))
        if chance() < 0.10:
            surname = self.slip(surname)
        if chance() < 0.10:
            given = self.slip(given)
        if chance() < 0.05:
            surname, given = given, surname
        moved = chance() < 0.30
        address = self.address() if moved else self.written(person.addresses[0])
        return RowFacts("", surname, given, self.said(_born(person)), (), "" if chance() < 0.05 else address)

    def short(self, given: str) -> str:
        first, _, rest = given.partition(" ")
        others = _SHORT_FORMS.get(fold(first).replace(" ", ""))
        return f"{self.rnd.choice(others).capitalize()} {rest}".strip() if others else given

    def slip(self, text: str) -> str:
        if len(text) < 4:
            return text
        at = self.rnd.randrange(1, len(text) - 1)
        letter = self.rnd.choice("aeinorstlmkhu")
        return self.rnd.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + letter + text[at:],
                text[:at] + letter + text[at + 1 :],
                text[:at] + text[at + 1] + text[at] + text[at + 2 :],
            )
        )

    def said(self, born: date) -> date | None:
        roll = self.rnd.random()
        if roll < 0.05:
            return None
        if roll < 0.09:
            return read_date(f"{born.month:02d}/{born.day:02d}/{born.year}") or born
        if roll < 0.15:
            digits = list(f"{born:%d%m%Y}")
            at = self.rnd.choice((0, 1, 3, 6, 7))
            digits[at] = self.rnd.choice("0123456789")
            text = "".join(digits)
            return read_date(f"{text[:2]}/{text[2:4]}/{text[4:]}") or born
        return self.day() if roll < 0.17 else born

    def written(self, address: str) -> str:
        street, _, town = address.partition(", ")
        if self.rnd.random() < 0.4:
            words = street.split()
            street = " ".join([*words[:-1], _SHORTEN[words[-1]]])
        if self.rnd.random() < 0.4:
            street = street.translate(_BARE)
        if self.rnd.random() < 0.3:
            town = town.rpartition(" ")[0]
        if self.rnd.random() < 0.05:
            street = self.slip(street)
        return f"{street}, {town}"


class _Pool:
    """Names drawn as names are: the tenth is borne by a tenth of those who bear the first."""

    def __init__(self, rnd: random.Random, names: Sequence[str]) -> None:
        self.rnd = rnd
        self.names = list(dict.fromkeys(names))
        self.weights = list(accumulate(1 / (at + 12) for at in range(len(self.names))))

    def draw(self) -> str:
        return self.rnd.choices(self.names, cum_weights=self.weights)[0]


def _kind(person: Candidate) -> str:
    first = person.given_names.split()[0]
    return next((kind for kind, names in _GIVEN.items() if first in names), "plain")


def _born(person: Candidate) -> date:
    assert isinstance(person.born, date)
    return person.born
