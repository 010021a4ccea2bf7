"""The columns of the IOMS extract: one table that the reader, the criteria and the data dictionary share.

Source of every heading and of what it may hold: design/formats.md section 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.words import Owner, RiskWord


class FieldKind(StrEnum):
    """How a cell of this column is read."""

    TEXT = "text"
    ALIASES = "aliases"
    FORUM = "forum"
    DATE = "date"
    LENGTH = "length of sentence"
    ITEMS = "items"
    RATIO = "number from 0 to 1"
    RISK = "risk word"
    COUNT = "whole number"
    YES_NO = "yes or no"


class SentenceKind(StrEnum):
    """What a sentence length says. Unreadable words have no kind."""

    DETERMINATE = "determinate"
    LIFE = "life"
    PREVENTIVE_DETENTION = "preventive detention"


class Field(NamedTuple):
    """One column: `name` in code, `heading` in files, and what it means for the forum."""

    name: str
    heading: str
    kind: FieldKind
    meaning: str
    required: bool = False
    owner: Owner = Owner.IOMS


class ExtractRecord(NamedTuple):
    """One prisoner as the extract says, every value already read and checked.

    A blank yes-or-no, number, date or risk word is None (not known); blank text is empty. The sentence
    length stands in one form (`4y 6m`), so that `54 months` is the same value; unreadable words stay
    as they were, with neither months nor kind. `row` is the row in the file, not a value of the person.
    """

    prn: str
    surname: str
    given_names: str
    date_of_birth: date
    aliases: tuple[tuple[str, str], ...]
    forum: str
    prison: str
    unit: str
    reception: date | None
    sentence_start: date | None
    sentence_length: str
    offences: tuple[str, ...]
    previous_offending: tuple[str, ...]
    parole_eligibility: date | None
    next_hearing: date | None
    statutory_release: date | None
    sentence_expiry: date | None
    final_release: date | None
    ordered_release: date | None
    roc_roi: float | None
    psychological_risk: RiskWord | None
    misconducts: int | None
    violent_months: int | None
    owr_weight: int | None
    owr_override: bool | None
    cso: bool | None
    vnr: bool | None
    deportation_liable: bool | None
    transfer_restraint: bool | None
    staff_safety: bool | None
    as_at: date
    sentence_months: int | None
    sentence_kind: SentenceKind | None
    row: int


_K = FieldKind

FIELDS: tuple[Field, ...] = (
    Field("prn", "PRN", _K.TEXT, "Person Record Number; text, leading zeros kept.", required=True),
    Field("surname", "Surname", _K.TEXT, "Family name as Corrections holds it.", required=True),
    Field("given_names", "Given names", _K.TEXT, "Given names as Corrections holds them.", required=True),
    Field(
        "date_of_birth", "Date of birth", _K.DATE, "Date of birth; ages are at the as-at date.", required=True
    ),
    Field("aliases", "Aliases", _K.ALIASES, "Other names: `Surname, Given; Surname, Given`."),
    Field(
        "forum",
        "Forum",
        _K.FORUM,
        "The forum whose list the person belongs to: its code or name.",
        required=True,
    ),
    Field("prison", "Prison", _K.TEXT, "The prison that holds the person.", required=True),
    Field("unit", "Unit", _K.TEXT, "The unit within the prison."),
    Field("reception", "Reception date", _K.DATE, "The day the person was received into prison."),
    Field("sentence_start", "Sentence start date", _K.DATE, "The day the sentence starts to run."),
    Field(
        "sentence_length",
        "Sentence length",
        _K.LENGTH,
        "Years and months, life, or preventive detention; 24 months or less is a short-term sentence.",
    ),
    Field("offences", "Offences", _K.ITEMS, "What the person is in prison for, items parted by `;`."),
    Field("previous_offending", "Previous offending", _K.ITEMS, "Earlier offending, items parted by `;`."),
    Field(
        "parole_eligibility",
        "Parole eligibility date",
        _K.DATE,
        "The first day the Parole Board may consider release (PED).",
    ),
    Field("next_hearing", "Next hearing date", _K.DATE, "The next hearing before the Parole Board."),
    Field(
        "statutory_release",
        "Statutory release date",
        _K.DATE,
        "The day the law itself requires release (SRD); not the sentence expiry date.",
    ),
    Field("sentence_expiry", "Sentence expiry date", _K.DATE, "The day the sentence ends (SED)."),
    Field("final_release", "Final release date", _K.DATE, "The final release date (FRD)."),
    Field("ordered_release", "Ordered release date", _K.DATE, "The day release was ordered for."),
    Field("roc_roi", "RoC*RoI", _K.RATIO, "Risk of reconviction times risk of reimprisonment, 0 to 1."),
    Field(
        "psychological_risk", "Psychological risk", _K.RISK, "Psychological services' own rating in words."
    ),
    Field("misconducts", "Misconducts 12 months", _K.COUNT, "Proven misconducts in the last twelve months."),
    Field(
        "violent_months", "Violent sentence months", _K.COUNT, "Months of the sentence that are for violence."
    ),
    Field(
        "owr_weight",
        "OWR weight",
        _K.COUNT,
        "Weight on the Offender Warning Register: a probation workload marker.",
    ),
    Field(
        "owr_override",
        "OWR override",
        _K.YES_NO,
        "A reasoned override of the Offender Warning Register's weight.",
    ),
    Field(
        "cso",
        "CSO",
        _K.YES_NO,
        "Child-sex-offender classification by Corrections; not the Police register of the 2016 Act.",
    ),
    Field("vnr", "VNR", _K.YES_NO, "A victim is on the Victim Notification Register; yes or no, never who."),
    Field("deportation_liable", "Deportation liable", _K.YES_NO, "Release may be into Immigration's hands."),
    Field(
        "transfer_restraint",
        "Transfer restraint",
        _K.YES_NO,
        "A restraint on transfer between prisons is in force.",
    ),
    Field("staff_safety", "Staff safety", _K.YES_NO, "Staff have a safety concern about this person."),
    Field(
        "as_at",
        "As at",
        _K.DATE,
        "The day on which these values were true; else the file's date is asked for.",
    ),
)

FIELD_BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}

# A date before reception that makes the row impossible: release and expiry, not eligibility or hearing.
RELEASE_FIELDS = ("statutory_release", "sentence_expiry", "final_release", "ordered_release")
