"""Recovery codes on paper: one page for each code, so that three people keep three envelopes (trust.md, "Keys")."""

from __future__ import annotations

from app.domain.dates import show_long_date
from app.domain.recovery import CODES
from app.domain.sheets import RecoverySheet
from reports.flow import Run, paginate
from reports.form import Form, soft, strong
from reports.page import draw_document
from reports.style import NORMAL, Face

_KEEP = (
    "Put this page alone into an envelope, seal it, sign over the seal, and write the register and the date on it.",
    "Give the three envelopes to three people who do not work in one room; none of them needs access to the register.",
    "One code opens nothing. Any two of the three open everything: never keep two together, copy or photograph one.",
)
_USE = (
    "When nobody can open the register, or its only chair has gone: bring two of the three codes together.",
    "In ForumDesk choose “Forgotten passphrase?” at the sign-in window; at a terminal: forumdesk register recover.",
    "Type the code with its number. Capitals, hyphens and blanks do not matter; the last four letters tell a slip.",
    "The codes are then spent, and three new ones are made. The trail tells that it was done, and by whom.",
)


def write_recovery_sheet(sheet: RecoverySheet, *, invariant: bool = False) -> bytes:
    """Three pages as PDF bytes, in memory; they are never written to a file by this program unless asked for."""
    form = Form(NORMAL)
    for number, code in enumerate(sheet.codes, 1):
        form.heading(
            [Run(f"Recovery code {number} of {CODES}", Face.BOLD)],
            26,
            fresh=number > 1,
            key=f"=Code {number}",
        )
        form.paragraph(sheet.register_name, 14, above=4, below=14, whole=True)
        form.paragraph([strong(code)], 17, above=10, below=12, whole=True)
        form.row(
            "Register", [sheet.register_name, form.para(soft(f"number {sheet.register_id}"), NORMAL.small)]
        )
        form.row("Made on", [show_long_date(sheet.made_on)])
        form.row("Keeping it", form.bullets(_KEEP))
        form.row("Using it", form.bullets(_USE))
        form.row(
            "Void when", ["a newer sheet was made: only the codes of the newest sheet open the register."]
        )
        for label in ("Given to", "On", "Signature"):
            form.paragraph([strong(f"{label}:  "), Run("_" * 40)], above=18, whole=True)
    return draw_document(sheet, paginate(form.bands, NORMAL), NORMAL, invariant=invariant)
