"""The made-up people who run the demo's forum, and what they say. Nobody here is real."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.words import Role, Service

FORUM = "CHC"
FORUM_NAME = "Christchurch HR/HP Forum"
REGION = "CAN"
SEED = 20261016
PEOPLE = 120


class Player(NamedTuple):
    """Somebody with access to the demo's register. The passphrase is printed: the register is for trying out."""

    name: str
    role: Role
    passphrase: str


ADMINISTRATOR = Player("Mere Ashcombe", Role.ADMINISTRATOR, "tidy harbour lantern seven ferns")
CHAIR = Player("Dr Aroha Whaitiri", Role.CHAIR, "quiet kettle under the long hill")
SECOND = Player("Sefo Leavasa", Role.ADMINISTRATOR, "blue ladder counting winter sheep")
ASKS = Player("Jason Tīpene", Role.MEMBER, "seven spoons beside a tin boat")
OFFICER = "Det. Sgt Tama Hākopa"
WORKBOOK_PASSPHRASE = "gravel orchard whistle nine boats"  # noqa: S105 - printed by the demo, made up for it


class Sitter(NamedTuple):
    """Somebody at the table: who they are, whether a copy is in large print, whether they were there."""

    name: str
    service: Service
    large: bool = False


TABLE = (
    Sitter("Dr Aroha Whaitiri", Service.PSYCHOLOGICAL),
    Sitter("Jason Tīpene", Service.PRISONS),
    Sitter("Ngāire Brownlie", Service.PRISONS, large=True),
    Sitter("Stephen Merrin", Service.PROBATION),
    Sitter("Sione Fonoti", Service.PROBATION),
    Sitter(OFFICER, Service.POLICE),
)

OWNERS = {
    Service.PRISONS: "Jason Tīpene",
    Service.PROBATION: "Stephen Merrin",
    Service.PSYCHOLOGICAL: "Dr Aroha Whaitiri",
}

STREETS = (
    "12 Kōwhai Street, Addington",
    "3/41 Rātā Place, Hornby",
    "88 Tōtara Crescent, Linwood",
    "7 Mānuka Lane, Papanui",
    "150B Harakeke Road, Woolston",
    "26 Kererū Terrace, Aranui",
    "9 Pīwakawaka Way, Rolleston",
    "61 Northgate Avenue, Kaiapoi",
)
RESIDENTS = (
    "Mother and two brothers",
    "Partner; no children live there",
    "Uncle and aunt",
    "Supported housing, staff day and night",
    "",
)

PRISONS_SAY = (
    "Two misconducts since the last report, both for refusing an order. Works in the laundry and is trusted there.",
    "No misconducts. Finished the drug treatment unit and mentors newcomers there.",
    "Moved to self-care in the last month. Whānau hui held with the RCW; kaumātua attended.",
    "Keeps apart from others. The unit asks for notice of any change of date: changes are taken hard.",
)
PROBATION_SAY = (
    "Address visited; the occupier knows the sentence and what reporting will mean for the household.",
    "Release on conditions is proposed with a curfew for six months and no contact with co-offenders.",
    "Two earlier releases ended in recall within a month. A slow start with daily reporting is proposed.",
)
PSYCHOLOGY_SAY = (
    "Finished the special treatment unit; gains are recent. Early sign: the phone goes unanswered.",
    "Treatment waiting list; individual sessions have begun. What to look out for will be told to the hostel.",
)
POLICE_SAYS = (
    "Known to associate with a co-offender who lives two streets from the first address.",
    "Threat reported against a former business partner; no charge laid.",
    "Family harm callouts to the address in the last year: three, none about this person.",
    "Photo and description passed to area staff. Ngā mihi – checked against NIA.",
)
CONDITIONS = (
    "Not to enter the Christchurch central city; electronic monitoring for six months; to live at the address.",
    "Curfew 8 pm to 6 am; no contact with co-offenders; to attend a programme as directed.",
)
CONSENTS = (
    "Consent form IR-2",
    "The housing provider: the release plan and its conditions.",
    "The employer at the timber yard: the day of release.",
)
"""The form that was signed, and what each lets be told to whom."""
PROGRAMMES = ("Drug and alcohol programme in town; anger group, Tuesdays", "Men's group at the marae")
REASONS = (
    "The plan is complete for this milestone and every service spoke for it.",
    "Every service is content with the plan as it stands.",
    "Daily reporting in the first week is added to the plan.",
    "The plan stands; the probation officer begins visits before release.",
)
MORE_TO_DO = "There is no address that Probation has checked; without one the release cannot be planned."
SAID = (
    (Service.PROBATION, "The provider has seen the plan and will keep the room until the day."),
    (Service.POLICE, "Nothing new since the workbook was confirmed."),
    (Service.PRISONS, "Quiet since the last report; the unit asks to hear the date a week before."),
)
"""What services say at the table of the first cases, so that the minutes show it."""
DEFERRED = "The psychologist's report is not finished; the case comes back next month."
ACTIONS = (
    ("Ring the housing provider and tell the owner of the case", Service.PROBATION),
    ("Ask the VNR co-ordinator for the answer that is outstanding", Service.PRISONS),
    ("Finish the report and send it to the Board's registry", Service.PSYCHOLOGICAL),
    ("Check the second address against NIA", Service.POLICE),
)
SEALED = "Tūmanakonui, a made-up cousin of his, on the telephone"
"""Who said it, under seal: no file of the demo has it."""
