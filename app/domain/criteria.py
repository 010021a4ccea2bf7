"""Who is on the list, and why everybody else is not (design/formats.md section 2, needs R2, R5, R6).

Criteria are data: rows of *criterion, field, comparison, value*. Rows with the same criterion code are
alternatives. A blank value never fires.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, Protocol

from app.domain.dates import add_months
from app.domain.errors import Refused
from app.domain.extract_cells import Fault, read_count, read_ratio, read_risk, read_yes_no
from app.domain.extract_fields import FIELD_BY_NAME, FIELDS, Field, FieldKind
from app.domain.extract_headings import fold_heading
from app.domain.names import clean
from app.domain.timeline import NamedDate
from app.domain.words import LeftOutReason, RiskWord

HORIZON_MONTHS = 9
"""Eight months of planning and one meeting cycle."""

AT_LEAST, AT_MOST, IS = ">=", "<=", "="
COMPARISONS = (AT_LEAST, AT_MOST, IS)


class Criterion(NamedTuple):
    """One row of the criteria. `field` is a name in `FIELDS`; `value` is written as an extract writes it."""

    code: str
    field: str
    comparison: str
    value: str
    words: str = ""


DEFAULT_CRITERIA: tuple[Criterion, ...] = (
    Criterion("HR-PSYCH", "psychological_risk", AT_LEAST, "High", "psychological risk is High or above"),
    Criterion("HR-ROI", "roc_roi", AT_LEAST, "0.70", "RoC*RoI is 0.70 or more"),
    Criterion("HR-MISC", "misconducts", AT_LEAST, "5", "five or more misconducts in twelve months"),
    Criterion("HR-VIOL", "violent_months", AT_LEAST, "60", "a violent sentence of 60 months or more"),
    Criterion("HR-CSO", "cso", IS, "yes", "classified as a child-sex offender by Corrections"),
    Criterion("HR-OWR", "owr_weight", AT_LEAST, "4", "OWR weight is 4 or more (a probation workload marker)"),
    Criterion("HR-OWR", "owr_override", IS, "yes", "the OWR weight was overridden with a reason"),
)


class Facts(Protocol):
    """What the criteria and the left-out reasons look at; an `ExtractRecord` is one."""

    @property
    def psychological_risk(self) -> RiskWord | None: ...
    @property
    def roc_roi(self) -> float | None: ...
    @property
    def misconducts(self) -> int | None: ...
    @property
    def violent_months(self) -> int | None: ...
    @property
    def owr_weight(self) -> int | None: ...
    @property
    def owr_override(self) -> bool | None: ...
    @property
    def cso(self) -> bool | None: ...
    @property
    def vnr(self) -> bool | None: ...
    @property
    def deportation_liable(self) -> bool | None: ...
    @property
    def transfer_restraint(self) -> bool | None: ...
    @property
    def staff_safety(self) -> bool | None: ...
    @property
    def statutory_release(self) -> date | None: ...
    @property
    def next_hearing(self) -> date | None: ...


class Placement(NamedTuple):
    """Whether a person is on the list, what fired, and otherwise why not.

    `starts` is the day planning starts (anchor − 9 months), for `not-yet` alone.
    """

    in_: bool
    fired: tuple[str, ...]
    reason: LeftOutReason | None
    starts: date | None


_READERS: dict[FieldKind, Callable[[Any], Any]] = {
    FieldKind.RISK: read_risk,
    FieldKind.RATIO: read_ratio,
    FieldKind.COUNT: read_count,
    FieldKind.YES_NO: read_yes_no,
}
_RANK: dict[RiskWord, int] = {word: word.rank for word in RiskWord}
_BY_HEADING = {fold_heading(field.heading): field.name for field in FIELDS}


class _Memo(dict[Any, str | None]):
    """From a field's value to the criterion's code where it fires: each distinct value is compared once."""

    def __init__(self, code: str, fires: Callable[[Any], bool]) -> None:
        super().__init__({None: None})
        self.code, self.fires = code, fires

    def __missing__(self, value: Any) -> str | None:
        code = self[value] = self.code if self.fires(value) else None
        return code


class _Rule(NamedTuple):
    """Criteria made ready: one look at the facts answers every row's value."""

    values: Callable[[Facts], tuple[Any, ...]]
    memos: tuple[_Memo, ...]


def comparable_fields() -> tuple[Field, ...]:
    """The columns of the extract that a criterion can look at."""
    return tuple(field for field in FIELDS if field.kind in _READERS)


def read_criterion(code: str, field: str, comparison: str, value: str, words: str = "") -> Criterion:
    """A criterion from what a person wrote; the field by its name or heading. Raises Refused."""
    name = field if field in FIELD_BY_NAME else _BY_HEADING.get(fold_heading(field), "")
    criterion = Criterion(
        clean(code),
        name or field,
        comparison.strip().replace("≥", ">=").replace("≤", "<="),
        clean(value),
        words,
    )
    _compile_one(criterion)
    return criterion


def _compile_one(criterion: Criterion) -> _Memo:
    """Raises Refused, naming the criterion, when it cannot be applied."""
    code, name, comparison, value, _ = criterion
    if not code:
        raise Refused("A criterion has no code; the criteria were not changed.")
    field = FIELD_BY_NAME.get(name)
    if field is None or field.kind not in _READERS:
        raise Refused(
            f"Criterion {code} looks at “{name}”, which no criterion can compare; nothing was changed."
        )
    allowed = (IS,) if field.kind is FieldKind.YES_NO else COMPARISONS
    if comparison not in allowed:
        raise Refused(
            f"Criterion {code} compares “{field.heading}” with “{comparison}”; "
            f"use {' or '.join(allowed)}. Nothing was changed."
        )
    bound = _READERS[field.kind](clean(value))
    if type(bound) is Fault:
        raise Refused(f"Criterion {code}, {field.heading}: {bound.reason} Nothing was changed.")
    return _Memo(code, _comparer(comparison, bound))


def _comparer(comparison: str, bound: Any) -> Callable[[Any], bool]:
    """The test of a value that is there. Both ends are included."""
    if isinstance(bound, RiskWord):
        rank, ranks = _RANK[bound], _RANK
        if comparison == AT_LEAST:
            return lambda value: ranks[value] >= rank
        if comparison == AT_MOST:
            return lambda value: ranks[value] <= rank
    if comparison == AT_LEAST:
        return lambda value: bool(value >= bound)
    if comparison == AT_MOST:
        return lambda value: bool(value <= bound)
    return lambda value: bool(value == bound)


@lru_cache(maxsize=64)
def _compiled(criteria: tuple[Criterion, ...]) -> _Rule:
    memos = tuple(map(_compile_one, criteria))
    names = [criterion.field for criterion in criteria]
    if len(names) > 1:
        return _Rule(attrgetter(*names), memos)
    return _Rule(lambda facts: tuple(getattr(facts, name) for name in names), memos)


def check_criteria(criteria: Sequence[Criterion]) -> None:
    """Raises Refused, naming the criterion, when one of them cannot be applied."""
    _compiled(tuple(criteria))


def fired(facts: Facts, criteria: tuple[Criterion, ...] = DEFAULT_CRITERIA) -> tuple[str, ...]:
    """The codes that fire, each once, in the order of the criteria."""
    return _fired(facts, _compiled(criteria))


def _fired(facts: Facts, rule: _Rule) -> tuple[str, ...]:
    codes = [
        code for memo, value in zip(rule.memos, rule.values(facts), strict=True) if (code := memo[value])
    ]
    return tuple(dict.fromkeys(codes)) if len(codes) > 1 else tuple(codes)


def fired_sentences(
    facts: Facts, criteria: tuple[Criterion, ...] = DEFAULT_CRITERIA
) -> tuple[tuple[str, str], ...]:
    """Each row that fires: its code and a sentence with the value that fired it."""
    rule = _compiled(criteria)
    found = []
    for criterion, memo, value in zip(criteria, rule.memos, rule.values(facts), strict=True):
        if memo[value]:
            shown = "" if isinstance(value, bool) else f" ({FIELD_BY_NAME[criterion.field].heading}: {value})"
            found.append((criterion.code, f"{criterion.code}: {describe(criterion)}{shown}."))
    return tuple(found)


def describe(criterion: Criterion) -> str:
    """The criterion in words, its own where it has some."""
    if criterion.words:
        return criterion.words
    heading = FIELD_BY_NAME[criterion.field].heading
    comparison = {AT_LEAST: "is at least", AT_MOST: "is at most", IS: "is"}[criterion.comparison]
    return f"{heading} {comparison} {criterion.value}"


_moved = lru_cache(maxsize=8192)(add_months)


Placer = Callable[[Facts, NamedDate | None, date], Placement]


def placer(criteria: tuple[Criterion, ...] = DEFAULT_CRITERIA, months: int = HORIZON_MONTHS) -> Placer:
    """`place` made ready for a long list: the criteria are read once. Raises Refused as `check_criteria`."""
    rule = _compiled(criteria)

    def place_one(facts: Facts, anchor: NamedDate | None, as_at: date) -> Placement:
        codes = _fired(facts, rule)
        last_day = _moved(as_at, months)
        if codes and anchor is not None:
            if anchor.day <= last_day:
                return Placement(True, codes, None, None)
            return Placement(False, codes, LeftOutReason.NOT_YET, _moved(anchor.day, -months))
        return Placement(False, codes, _left_out(facts, anchor, as_at, last_day), None)

    return place_one


def place(
    facts: Facts,
    anchor: NamedDate | None,
    as_at: date,
    criteria: tuple[Criterion, ...] = DEFAULT_CRITERIA,
    months: int = HORIZON_MONTHS,
) -> Placement:
    """On the list, or the first reason that applies (design/formats.md section 2)."""
    return placer(criteria, months)(facts, anchor, as_at)


def _left_out(facts: Facts, anchor: NamedDate | None, as_at: date, last_day: date) -> LeftOutReason:
    if anchor is None:
        return LeftOutReason.NO_ANCHOR
    if facts.vnr:
        return LeftOutReason.VNR_ONLY
    if facts.deportation_liable:
        return LeftOutReason.DEPORTABLE
    release = facts.statutory_release
    if release is not None and facts.next_hearing is None and as_at <= release <= last_day:
        return LeftOutReason.DIRECT_RELEASE
    if facts.transfer_restraint:
        return LeftOutReason.TRANSFER_RESTRAINT
    if facts.staff_safety:
        return LeftOutReason.STAFF_SAFETY
    return LeftOutReason.NO_CRITERION


class Subject(NamedTuple):
    """A person for the what-if: any key of the caller's, and what `place` asks for."""

    key: str
    facts: Facts
    anchor: NamedDate | None
    as_at: date


class Preview(NamedTuple):
    """Who would come in and who would fall out, by key, in the order given."""

    enters: tuple[str, ...]
    leaves: tuple[str, ...]


def preview(old: tuple[Criterion, ...], new: tuple[Criterion, ...], people: Iterable[Subject]) -> Preview:
    """What adopting `new` in place of `old` would change (need R6).

    Raises Refused when a new criterion cannot be applied.
    """
    before, after = placer(old), placer(new)
    enters, leaves = [], []
    for key, facts, anchor, as_at in people:
        was = before(facts, anchor, as_at).in_
        will_be = after(facts, anchor, as_at).in_
        if will_be and not was:
            enters.append(key)
        elif was and not will_be:
            leaves.append(key)
    return Preview(tuple(enters), tuple(leaves))
