"""What a role may use the engine lets it do: every command, and every look, as each role.

The golden table is one thing and the engine's guard by role another (db/role_guard.py). What the door lets in and the
engine then refuses is a promise broken, so each is made here, on a register that has something of everything.
"""

from __future__ import annotations

import argparse
import json
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.args import GroupParser, build
from app.domain.dates import AUCKLAND
from app.domain.errors import ForumDeskError
from app.domain.words import Role
from app.usecases import police
from tests.fixtures import desks
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import CLOSED, COMING, ISSUED, KEPT, PLAIN, STRANGERS
from tests.fixtures.process import Told, say
from tests.usecases.test_restricted_leaks import LOOKS

ENGINE = "The register does not permit"
DAY = desks.START.astimezone(AUCKLAND).date().isoformat()
PAST = f"--as-known-on {DAY}"

LOOKING = f"""
action list
address list {KEPT}
brief list {CLOSED}
brief offer {CLOSED} --to Rolleston
case find Ash
case list
case list --closed
case restricted
case risk list {KEPT}
case show {KEPT}
case show {KEPT} {PAST}
case transfers
condition library
condition list {KEPT}
consent list --prn {KEPT}
criteria show
disclosure grounds
disclosure list
disclosure offer {KEPT}
disclosure requests
disclosure requests --open
disclosure list {PAST}
disposal classes
disposal due --on 01/01/2099
disposal holds
disposal list
extract changes
extract left-out
extract list
extract rejections
figures
forum list
forum quorum CHC
forum settings CHC
hearing list {KEPT}
hearing waiting
meeting agenda {COMING}
meeting agenda {ISSUED}
meeting agenda {CLOSED} {PAST}
meeting attendance {CLOSED}
meeting checklist {ISSUED}
meeting evaluations --forum CHC
meeting forecast --forum CHC
meeting list
meeting minutes {CLOSED}
meeting records {CLOSED}
meeting restricted {ISSUED}
meeting under-way {ISSUED}
pack incidents --forum CHC
pack ledger {CLOSED}
pack ledger {CLOSED} {PAST}
pack watch {ISSUED}
plan policy --forum CHC
plan show {KEPT}
plan watch --forum CHC
police list
police passphrase EXCHANGE
police review EXCHANGE
register check
register outside
source list {KEPT}
trail checkpoint
trail list
trail verify
user list
user proposals
"""
"""Commands that only look: whoever the door lets in gets an answer."""

SAVING = f"""
action done 1 --outcome done
address add {PLAIN} "7 Made-up Street"
address check {PLAIN} 1 Police "nothing held" --officer "A. Officer"
address set {PLAIN} 1 --verified
address edit {PLAIN} 1 --residents "an uncle"
address consent {PLAIN} 1 given --by "An Aunt"
address rank {PLAIN} 1 1
address withdraw {PLAIN} 1 --by "An Aunt" --reason moved
address restore {PLAIN} 1 --reason "it stands after all"
case open 002 --high-profile media --reason asked --review 01/06/2027
case take-in 002 --reason asked
case new 0424242 --surname Made --date-of-birth 01/02/1980 --forum CHC
case flag {PLAIN} --raise HP --comment told
case anchor {PLAIN} --by-rule
case set {PLAIN} --owner "P. Owner"
case answer {PLAIN} housing "nothing held"
case correct {PLAIN} Unit Two --reason "a slip"
case withdraw-value {PLAIN} Unit --reason "a slip"
case alias {PLAIN} nickname Ash Hem
case withdraw-alias {PLAIN} nickname Ash Hem --reason "a slip"
case order {PLAIN} bail "nothing held"
case inform {PLAIN} prisons "Settled." --author "A. Author"
case ask {PLAIN} prisons
case risk add {PLAIN} --service prisons --tool T --score 1
case transfer {PLAIN} --to HB --reason moved
case accept-transfer {KEPT}
case decline-transfer {KEPT} --reason "not ours"
case readers {PLAIN}
case exclude {PLAIN} --name "Stranger Member" --reason kin
case restrict {PLAIN} --reader "Tāmati Chairman" --reason asked
case break-glass {PLAIN} --reason asked
case lift {PLAIN} --reason over
case close {PLAIN} --exit died
condition add {PLAIN} --words "Live there"
condition step {PLAIN} 1 asked
consent add --prn {PLAIN} --form IR-2 --scope "The provider: the plan" --signed 01/11/2026
consent withdraw --prn {PLAIN} 1 --reason "changed their mind"
condition library-add X1 --words Words --source Source --from 01/01/2027
condition library-end X1 --on 01/02/2027
criteria adopt CRITERIA --reason "the same again"
criteria preview CRITERIA
criteria share --forum CHC --reason "as everybody"
disclosure request {PLAIN} --for "An Agency" --what address --ground f --necessity threat --statement Told.
disclosure propose 3 --statement More.
disclosure show 3
disclosure letter 3 --out OUT/again.pdf
disclosure decide 3 --approve --reason needed --let 1
disclosure made 3 --how post --letter OUT/letter.pdf
disclosure withdraw 3 --reason over
brief prepare {CLOSED} --to Rolleston --off "{PLAIN}: Decided at the meeting"
brief show {CLOSED} BRIEF
brief preview {CLOSED} BRIEF --out OUT/preview.pdf
brief decide {CLOSED} BRIEF --approve --reason needed
brief given {CLOSED} BRIEF --how post --pdf OUT/brief.pdf
brief paper {CLOSED} BRIEF --out OUT/paper.pdf
brief withdraw {CLOSED} BRIEF --reason over
disposal class X1 --name Made --event release --years 5 --source "DA 1"
disposal hold {PLAIN} --reason asked
disposal release-hold {PLAIN} --reason over
disposal propose {PLAIN} --class X1
disposal approve 1
disposal decline 1 --reason kept
disposal certificate 1 --out OUT/c.pdf
extract import EXTRACT
forum add NTH --name Northland --region Northland
forum settings CHC --marking SENSITIVE --template "table = 9" --template "paper = 1"
hearing record {PLAIN} --date 01/06/2027
hearing report {PLAIN} --date 01/06/2027 --report PAR
hearing notice {PLAIN} --date 01/06/2027 --to police --how mail
hearing told {PLAIN}
hearing withdraw-drift {PLAIN} 1 --reason slip
hearing result {PLAIN} --date 01/06/2027 --result declined
meeting ask {COMING} --prn {PLAIN} --reason asked
meeting take-off {COMING} --prn {PLAIN} --reason "not after all"
meeting attend {ISSUED} --service prisons --name "A. Member" --present
meeting confidentiality {ISSUED}
meeting discuss {ISSUED} --prn {PLAIN} --service prisons --text Settled.
meeting decide {ISSUED} --prn {PLAIN} --decision agreed --reason "As discussed."
meeting disclosure {ISSUED} --prn {PLAIN} --considered no
meeting action {ISSUED} --prn {PLAIN} --text Ring --service prisons --owner "P. Owner" --due 01/06/2027
meeting action-line {ISSUED} --prn {PLAIN} "Ring the unit; P. Owner; 01/06/2027"
meeting vote-paper {ISSUED}
meeting pull {ISSUED} --prn {PLAIN} --by "A. Member"
meeting evaluate {CLOSED}
meeting ask-correction {CLOSED} --passage 1.reason --text Agreed. --reason slip
meeting answer-correction {CLOSED} 1 --make
meeting correct-minutes {CLOSED} --passage 1.reason --text Agreed. --reason slip
meeting confirm-minutes {CLOSED}
meeting reopen-minutes {CLOSED} --reason slip
meeting close {ISSUED}
meeting schedule --forum CHC --date 09/06/2027
meeting chair {COMING} probation
meeting invited {COMING}
pack print {CLOSED} --copies COPIES --out OUT/packs --plain
pack count-in-sheet {CLOSED} --out OUT/s.pdf
pack return ABCD2345
pack trace ABCD2345
pack destroy ABCD2345 --witness "A. Witness"
pack missing ABCD2345 --reason lost
pack incident ABCD2345 --step contain --note there
pack settle ABCD2345 --unsure
action slips {CLOSED} --out OUT/slips
plan need {PLAIN} housing met
police export {ISSUED} --out OUT/p.xlsx --plain
police chase EXCHANGE
police import EXTRACT
police ask-back EXCHANGE --out OUT/b.xlsx --plain
police decide EXCHANGE --accept-all-intact
police confirm EXCHANGE --receipt OUT/r.xlsx
police take-back EXCHANGE
police link EXCHANGE --row 1 --prn {PLAIN}
police ask-link EXCHANGE --row 1 --prn {PLAIN}
police unlink EXCHANGE --row 1
register backup OUT/r.fdbackup
register prove-backup OUT/r.fdbackup
register plan-backups
register accept-outside --reason asked
register keep-older --reason asked
source seal {PLAIN} --about information:1
source open 1 --reason asked
trail export --out OUT/t.csv --reason "for the audit"
user request --role member --forum CHC
user approve "Nobody Atall"
user propose "Stranger Auditor" --role member
user propose-reset "Stranger Auditor"
user decide 1
user accept 1
user role "Stranger Auditor" --role member
user hand-over "Mere Ashcombe" --from 01/01/2027
user passphrase
user revoke "Stranger Auditor" --reason left
"""
"""Commands that save or leave a file, in an order in which one may rest on another. What is refused by a rule is
refused before the engine is asked, so these show less; a role's own changes have tests of their own."""

WITHOUT_A_REGISTER = {
    "about", "demo", "register create", "register put-back-keys", "register recover", "register restore",
    "register verify-codes", "shoot",
}  # fmt: skip


def commands_of(parser: argparse.ArgumentParser, before: str = "") -> Iterator[str]:
    groups = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    if not groups:
        yield before.strip()
    for group in groups:
        for name, under in group.choices.items():
            if isinstance(under, GroupParser):
                under.complete()
            yield from commands_of(under, f"{before} {name}")


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def test_every_command_stands_in_one_of_the_tables() -> None:
    lines = _lines(LOOKING) + _lines(SAVING)
    every = set(commands_of(build()))
    told = {name for line in lines for name in every if line == name or line.startswith(f"{name} ")}
    assert told | WITHOUT_A_REGISTER == every


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A forum's month, and the files that some commands are given."""
    out = tmp_path / "out"
    out.mkdir()
    desk = kept.full_register(tmp_path / "register")
    (out / "exchange").write_text(police.list_exchanges(desk)[0].exchange, encoding="utf-8")
    (out / "brief").write_text(kept.brief_number(desk), encoding="utf-8")
    desk.close()
    (out / "copies.csv").write_text("name,service\nHana Pōtae,prisons\n", encoding="utf-8")
    (out / "extract.csv").write_text("PRN,Surname,Given names,Date of birth,Forum,Prison\n", encoding="utf-8")
    shown = say(tmp_path / "register", "criteria", "show").data["versions"][0]["criteria"]
    (out / "criteria.json").write_text(json.dumps(shown), encoding="utf-8")
    return tmp_path / "register"


def _say(folder: Path, role: Role, line: str) -> Told:
    out = folder.parent / "out"
    named = {
        "CRITERIA": str(out / "criteria.json"),
        "COPIES": str(out / "copies.csv"),
        "EXTRACT": str(out / "extract.csv"),
        "BRIEF": (out / "brief").read_text(encoding="utf-8"),
        "EXCHANGE": (out / "exchange").read_text(encoding="utf-8"),
    }
    words = [named.get(word, word.replace("OUT/", f"{out}/")) for word in shlex.split(line)]
    return say(folder, *words, name=f"Stranger {role.name.title()}", passphrase=kept.PASSPHRASE)


@pytest.mark.parametrize("role", STRANGERS)
def test_every_command_that_looks_answers_whomever_the_door_lets_in(folder: Path, role: Role) -> None:
    refused = {}
    for line in _lines(LOOKING):
        told = _say(folder, role, line)
        if told.code and not told.err.startswith("You may "):
            refused[line] = told.err
    assert refused == {}


@pytest.mark.parametrize("role", STRANGERS)
def test_no_command_that_saves_is_refused_by_the_engine(folder: Path, role: Role) -> None:
    said = {line: _say(folder, role, line) for line in _lines(SAVING)}
    assert [line for line, told in said.items() if told.code == 2] == []  # words that no command takes
    wrong = (ENGINE, "inside ForumDesk")
    assert {line: told.err for line, told in said.items() if any(each in told.err for each in wrong)} == {}


@pytest.mark.parametrize("role", STRANGERS)
def test_no_look_of_the_window_is_refused_by_the_engine(folder: Path, role: Role) -> None:
    desk = kept.come_in(desks.sit(folder), role)
    refused = set()
    for name, calls in LOOKS.items():
        for call in calls:
            try:
                call(desk)
            except ForumDeskError as error:
                if ENGINE in error.sentence:
                    refused.add(name)
    assert refused == set()
