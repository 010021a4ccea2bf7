"""What each handling lets through: every document and screen, for every role (needs X7, K4, D3).

One case for each handling; on each a statement of Probation, an answer of Police and something said at the table, all
three under that handling. The table in `tests/golden/handling.csv` says of each document, role and handling whether the
words came through with whoever said them (`whole`), without (`unnamed`), or not at all (`nothing`), or that the role
does not get to see the document (`refused`). A new document is added here; a change is looked at by a person.
"""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.desk import Desk
from app.domain.case_drafts import InformationDraft
from app.domain.discussion import DiscussionDraft
from app.domain.errors import NotPermitted
from app.domain.packs import HolderDraft
from app.domain.police import Sheet
from app.domain.police_exchange import Verdict
from app.domain.projector import projector_safe
from app.domain.readers import Reader
from app.domain.words import Contents, DateName, Grade, Handling, Role, Service, SourceOf
from app.usecases import (
    agenda,
    case_history,
    cases,
    copy_ledger,
    disclosure,
    discussion,
    figures,
    meeting,
    packs,
    police,
    run,
    search,
    sources,
    trail,
)
from app.usecases import police_review as reviews
from tests.fixtures import at_table, desks
from tests.fixtures import police_month as month
from tests.fixtures.at_table import CODE
from tests.fixtures.made_cases import add_case, do

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "handling.csv"
REMEDY = (
    "look at what changed, then write it anew: FORUMDESK_GOLDEN=write ./run test tests/flows/test_handling.py"
)
HANDLINGS = dict(zip(Handling, ("minuted", "members", "unnamed", "board"), strict=True))
"""A word for each handling that stands in no other text."""
KINDS = ("Statement", "Answer", "Spoken")
SEALED = "Kotukuwhisperer"
"""Who said each of them, under seal: a word that no document may have."""
ROLES = (Role.ADMINISTRATOR, Role.CHAIR, Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR)


@dataclass(frozen=True)
class Table:
    """A meeting whose papers can be looked at, and everybody who may try."""

    desks: dict[Role, Desk]
    exchange: str
    workbook: bytes
    receipt: bytes


def _words(kind: str, handling: Handling) -> str:
    return f"{kind}{HANDLINGS[handling]}words"


def _name(kind: str, handling: Handling) -> str:
    return f"{kind}{HANDLINGS[handling]}teller"


def _prn(handling: Handling) -> str:
    return f"00{list(Handling).index(handling) + 1}"


@pytest.fixture
def table(register: Path) -> Iterator[Table]:
    desk = desks.sit(register)
    meeting.schedule_meeting(desk, "CHC", date(2027, 3, 10))
    near = (DateName.HEARING, date(2027, 3, 20))
    do(desk, lambda work: [add_case(work, _prn(h), anchor=near, next_hearing=near[1]) for h in Handling])
    for handling in Handling:
        draft = InformationDraft(
            Service.PROBATION,
            _words("Statement", handling),
            _name("Statement", handling),
            date(2026, 11, 1),
            Grade.RECORDED,
            handling,
        )
        cases.add_information(desk, _prn(handling), draft)
        _seal_all(desk, handling)
    agenda.issue_agenda(desk, CODE)
    out: list[bytes] = []
    sent = police.export_police(desk, CODE, None, out.append)
    month.take_in(desk, month.officer(out[0], _fill))
    cells = [cell.id for cell in reviews.review_police(desk, sent.exchange).cells]
    reviews.decide_police(desk, sent.exchange, cells, Verdict.ACCEPT)
    receipts: list[bytes] = []
    reviews.confirm_police(desk, sent.exchange, receipts.append)
    for handling in Handling:
        said = DiscussionDraft(Service.PRISONS, _words("Spoken", handling), handling, Grade.RECORDED)
        discussion.record_discussion(desk, CODE, _prn(handling), said)
        discussion.decide_item(desk, CODE, _prn(handling), at_table.AGREED)
        _seal_all(desk, handling)
    named = {Role.MEMBER: "Aroha Member", Role.POLICE_LIAISON: "Piri Liaison", Role.AUDITOR: "Odo Auditor"}
    everybody = {Role.ADMINISTRATOR: desk, Role.CHAIR: at_table.chair(desk)}
    everybody |= {role: at_table.member(desk, role, name) for role, name in named.items()}
    yield Table(everybody, sent.exchange, out[0], receipts[0])
    for each in everybody.values():
        each.close()


def _seal_all(desk: Desk, handling: Handling) -> None:
    """Seal who said each statement of a case that has no seal yet."""
    sealed = {row.statement.ref for row in sources.list_sources(desk, _prn(handling))}
    for statement in sources.list_statements(desk, _prn(handling)):
        if statement.ref not in sealed:
            sources.seal_source(desk, _prn(handling), statement.ref, f"{SEALED}, on the telephone")


def _fill(book: Any) -> None:
    for handling in Handling:
        month.write(
            book,
            Sheet.CROSS_REFERENCE,
            _prn(handling),
            Police_answer="held, relevant",
            Information=_words("Answer", handling),
            Handling=handling.value,
            Officer=_name("Answer", handling),
        )


def _pdf(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        pages = " ".join(page.get_textpage().get_text_range() for page in pdf)
    # A long word may be broken over a line.
    return "".join(pages.split())


def _preview(contents: Contents, reader: Reader) -> Callable[[Desk, Table], str]:
    return lambda desk, _table: _pdf(packs.preview_pages(desk, CODE, contents, False, reader).pdf)


def _copy(service: str) -> Callable[[Desk, Table], str]:
    """A numbered copy as it is printed for somebody of this service."""

    def printed(desk: Desk, _table: Table) -> str:
        holder = HolderDraft(f"Holder {service} {desk.name}", service)
        order = packs.reserve_copies(desk, CODE, Contents.PACK, [holder], plain=True)
        laid_out = packs.lay_out_pages(desk, CODE, order)
        files: list[bytes] = []
        packs.issue_copy(desk, order.copies[0].code, laid_out, None, lambda _row, data: files.append(data))
        copy_ledger.return_copies(desk, (order.copies[0].code,))
        return _pdf(files[0])

    return printed


def _xlsx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return " ".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def _every_case(look: Callable[[Desk, str], object]) -> Callable[[Desk, Table], str]:
    return lambda desk, _table: " ".join(repr(look(desk, _prn(handling))) for handling in Handling)


def _projected(desk: Desk, _table: Table) -> str:
    seen = run.see_table(desk, CODE)
    return " ".join(repr(projector_safe(case)) for case in seen.cases)


def _found(desk: Desk, _table: Table) -> str:
    asked = [_words(kind, handling) for kind in KINDS for handling in Handling]
    asked += [_name(kind, handling) for kind in KINDS for handling in Handling]
    return " ".join(repr(search.find_people(desk, text).hits) for text in asked)


DOCUMENTS: dict[str, Callable[[Desk, Table], str]] = {
    "case on the screen": _every_case(cases.show_case),
    "history of a case": _every_case(case_history.case_history),
    "search": _found,
    "meeting on the screen": lambda desk, _table: repr(run.see_table(desk, CODE)),
    "meeting on the projector": _projected,
    "agenda on the screen": lambda desk, _table: repr(agenda.see_agenda(desk, CODE)),
    "pack of a member, printed": _copy("probation"),
    "pack of Police, printed": _copy("police"),
    "pack, previewed": _preview(Contents.PACK, Reader.FORUM),
    "pack of Police, previewed": _preview(Contents.PACK, Reader.POLICE),
    "agenda of Police, previewed": _preview(Contents.AGENDA, Reader.POLICE),
    "review of the Police reply": lambda desk, table: repr(reviews.review_police(desk, table.exchange)),
}


def _told(text: str, kind: str, handling: Handling) -> str:
    words, name = _words(kind, handling) in text, _name(kind, handling) in text
    return "whole" if words and name else "unnamed" if words else "named" if name else "nothing"


def _texts(table: Table) -> dict[tuple[str, Role], str | None]:
    """Every document as each role gets it, None where it is refused. Closes the meeting."""
    texts: dict[tuple[str, Role], str | None] = {}
    for name, look in DOCUMENTS.items():
        for role in ROLES:
            try:
                texts[name, role] = look(table.desks[role], table)
            except NotPermitted:
                texts[name, role] = None
    texts["Police workbook", Role.POLICE_LIAISON] = _xlsx(table.workbook)
    texts["receipt to Police", Role.POLICE_LIAISON] = _xlsx(table.receipt)
    meeting.close_meeting(table.desks[Role.CHAIR], CODE)
    for role in ROLES:
        try:
            texts["minutes, previewed", role] = _preview(Contents.MINUTES, Reader.FORUM)(
                table.desks[role], table
            )
        except NotPermitted:
            texts["minutes, previewed", role] = None
    return texts


def _printed(table: Table) -> str:
    page = io.StringIO(newline="")
    lines = csv.writer(page, lineterminator="\n")
    lines.writerow(["document", "role", *(f"{kind}, {h.value}" for kind in KINDS for h in Handling)])
    for (name, role), text in _texts(table).items():
        told = [
            "refused" if text is None else _told(text, kind, handling)
            for kind in KINDS
            for handling in Handling
        ]
        lines.writerow([name, role.value, *told])
    return page.getvalue()


def test_every_document_lets_through_what_the_handling_allows_and_no_more(table: Table) -> None:
    printed = _printed(table)
    if os.environ.get("FORUMDESK_GOLDEN") == "write":
        GOLDEN.write_text(printed, encoding="utf-8", newline="\n")
    assert GOLDEN.read_text(encoding="utf-8") == printed, REMEDY


def test_no_document_and_no_search_has_a_sealed_source(table: Table) -> None:
    chair = table.desks[Role.CHAIR]
    sealed = [row for handling in Handling for row in sources.list_sources(chair, _prn(handling))]
    assert {row.statement.about for row in sealed} == set(SourceOf)
    assert (
        SEALED in sources.open_source(chair, str(sealed[0].source), "The Board asks how this is known").text
    )
    assert not search.find_people(chair, SEALED).hits
    texts = {name: text for (name, _role), text in _texts(table).items() if text}
    texts["count-in sheet"] = " ".join(packs.count_in_sheet(chair, CODE).texts)
    texts["trail"] = repr(trail.list_trail(chair))
    texts["figures"] = repr(figures.see_figures(chair))
    texts["what left"] = repr(disclosure.list_disclosures(chair))
    assert len(texts) >= len(DOCUMENTS)
    assert [name for name, text in texts.items() if SEALED.casefold() in text.casefold()] == []


def test_the_table_of_handlings_keeps_the_two_rules_everywhere() -> None:
    """*Do not attribute* names nobody; *members only* leaves the Corrections services in no paper."""
    with GOLDEN.open(encoding="utf-8", newline="") as page:
        rows = list(csv.DictReader(page))
    leaving = (
        "pack of Police, printed",
        "pack of Police, previewed",
        "minutes, previewed",
        "Police workbook",
    )
    for row in rows:
        own = row["role"] == Role.POLICE_LIAISON.value  # Police may read their own names
        for kind in KINDS:
            if not own:
                assert row[f"{kind}, do not attribute"] in ("unnamed", "nothing", "refused"), row["document"]
        if row["document"] in leaving or row["document"] == "meeting on the projector":
            for kind in ("Statement", "Spoken"):
                assert row[f"{kind}, members only"] in ("nothing", "refused"), row["document"]
    assert len(rows) >= len(DOCUMENTS) * len(ROLES)
