<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="mi_NZ" sourcelanguage="en_NZ">
    <context>
        <name>ForumDesk</name>
        <message>
            <location filename="../actions.py" />
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../actions.py" />
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../actions.py" />
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../actions.py" />
            <source>&amp;Case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../actions.py" />
            <location filename="../case/acts.py" />
            <location filename="../register/acts.py" />
            <source>&amp;Meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../actions.py" />
            <source>&amp;Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../actions.py" />
            <source>&amp;Tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../actions.py" />
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../actions.py" />
            <source>{plain}: not in your role.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../actions.py" />
            <source>{plain}: not possible here now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Add a rating</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Older ratings stay, and nothing combines them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/information.py" />
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/columns.py" />
            <location filename="../register/outcome.py" />
            <source>Heading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The forum's own word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>It stands beside what IOMS says; no extract overwrites it, and IOMS' value stays to be seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/kept.py" />
            <location filename="../case/plan_acts.py" />
            <location filename="../meeting/evaluation.py" />
            <location filename="../meeting/policy.py" />
            <location filename="../settings/forum.py" />
            <location filename="../settings/library.py" />
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Choose the date counted to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The choice holds until that date moves; then the rule chooses again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Raise a flag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>A flag of the forum, with who authorised it. It is never removed, only withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Raise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Withdraw the flag {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The flag stays in the record as withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/board_acts.py" />
            <source>Withdraw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Answer on {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>A blank never means none: choose what was answered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Propose an address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>It comes after the others. Never write where a victim lives.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/plan_acts.py" />
            <location filename="../case/transfer.py" />
            <location filename="../keeping/screen.py" />
            <source>Propose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Who checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Check of address {rank}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Victim nearness takes the co-ordinator's answer, name and day alone: never a victim's name or place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Withdraw address {rank}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The address stays in the case as withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Answer what a milestone asks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>On victim notification only the co-ordinator's word: clear, conflict or conditions needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Add another name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>It is found by the search box.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>What became of the action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Close the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The case stays to be read. The next one shows its plan as not re-checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Add to an agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The agenda is made by rule; this is the one way to add to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Ask for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The rating is added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The date is chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The flag is raised.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The flag {code} is withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The answer is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The address is proposed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The check is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The address is withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The name is added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/information.py" />
            <source>&amp;Service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Tool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>S&amp;core</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Assessed on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Ass&amp;essor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Heading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/board_acts.py" />
            <location filename="../case/kept.py" />
            <location filename="../case/plan_acts.py" />
            <location filename="../case/transfer.py" />
            <location filename="../register/acts.py" />
            <location filename="../register/criteria.py" />
            <location filename="../run/deciding.py" />
            <source>&amp;Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Flag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Authorised by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>From &amp;day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Detail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Expires on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/plan_acts.py" />
            <source>&amp;Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/plan_acts.py" />
            <source>&amp;Residents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Consent of the occupant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>nearness: {answer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Who checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Suitability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Officer or co-ordinator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Checked on da&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Withdrawn &amp;by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/transfer.py" />
            <source>&amp;Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Answered &amp;by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/board_acts.py" />
            <location filename="../meeting/schedule.py" />
            <location filename="../trail/screen.py" />
            <source>&amp;Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../register/acts.py" />
            <source>&amp;Surname</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../register/acts.py" />
            <source>&amp;Given names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>O&amp;n day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>No&amp;te</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>New o&amp;wner, where it is transferred</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Tick that the case is to be closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../register/left_out.py" />
            <source>&amp;Because</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>&amp;Yes, close this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/columns.py" />
            <location filename="../case/information.py" />
            <location filename="../case/plan.py" />
            <location filename="../case/plan_acts.py" />
            <location filename="../meeting/actions.py" />
            <location filename="../packs/count.py" />
            <location filename="../packs/make.py" />
            <location filename="../packs/screen.py" />
            <location filename="../packs/slips.py" />
            <location filename="../run/attendance.py" />
            <source>Service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Assessed on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/columns.py" />
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/columns.py" />
            <source>Flag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../disclosure/screen.py" />
            <location filename="../people/screen.py" />
            <location filename="../trail/screen.py" />
            <source>From day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/columns.py" />
            <location filename="../case/plan.py" />
            <source>Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Expires on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Suitability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Checked on day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/board.py" />
            <location filename="../case/board_acts.py" />
            <location filename="../meeting/forecast.py" />
            <location filename="../meeting/screen.py" />
            <location filename="../trail/screen.py" />
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../meeting/actions.py" />
            <source>Outcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/plan_acts.py" />
            <location filename="../keeping/screen.py" />
            <source>On day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../meeting/minutes.py" />
            <location filename="../register/left_out.py" />
            <source>Because</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../meeting/evaluation.py" />
            <location filename="../meeting/forecast.py" />
            <location filename="../meeting/minutes.py" />
            <location filename="../packs/make.py" />
            <location filename="../packs/screen.py" />
            <location filename="../packs/slips.py" />
            <location filename="../police/send.py" />
            <location filename="../register/acts.py" />
            <source>Meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The forum's word is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The outcome is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>The case is closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <source>Asked for at the meeting of {date}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/acts.py" />
            <location filename="../case/columns.py" />
            <source>not said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>{capital} for the hearing of {hearing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>! tell the Board, since {since}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../case/board_acts.py" />
            <location filename="../case/columns.py" />
            <location filename="../keeping/past.py" />
            <location filename="../meeting/screen.py" />
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../case/board_acts.py" />
            <source>Read as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../meeting/columns.py" />
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../case/kept.py" />
            <location filename="../disclosure/screen.py" />
            <location filename="../trail/screen.py" />
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../keeping/past.py" />
            <source>Part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../case/board_acts.py" />
            <source>The Board was told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>The plan says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../case/columns.py" />
            <location filename="../case/plan.py" />
            <location filename="../case/plan_acts.py" />
            <location filename="../keeping/columns.py" />
            <location filename="../packs/count.py" />
            <location filename="../packs/result.py" />
            <location filename="../packs/screen.py" />
            <location filename="../people/screen.py" />
            <location filename="../police/listing.py" />
            <location filename="../run/agenda_list.py" />
            <location filename="../run/closing.py" />
            <location filename="../run/paper.py" />
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../case/columns.py" />
            <location filename="../case/provenance.py" />
            <location filename="../disclosure/screen.py" />
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>The Board has not been told anything of this plan, as far as is recorded here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source> for the hearing of {hearing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>On {on} by {by}{of}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Hearing {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>The Board was told: {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>State: {drift_state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Why: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Tell the Board: {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>the plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>counted from the hearing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Changes since, to tell the Board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>There is no change to tell.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Hearings before the Board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>No hearing is known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Notices and reports</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Nothing is to be sent: no hearing is known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>no result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>none recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../undo_words.py" />
            <source>What the Board was told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Choose a hearing with a result first; none is recorded for this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Told before: {before}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>The Board was told…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <location filename="../case/plan.py" />
            <location filename="../case/tabs.py" />
            <source>Withdraw…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Record a hearing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Record a result…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Take a result back…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>Was sent…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>That change is settled already: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board.py" />
            <source>not settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Record a hearing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>It moves no date by itself: the rule counts with the extract's dates. The kind decides the reports.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Day of the hearing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Record a result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>It makes its actions at once, and the case comes to the next meeting. A result put right doubles none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Take back the result of {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>What it said stays in the history. The actions it made that are still open are overtaken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <location filename="../case/transfer.py" />
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>The next address, the programmes and the conditions are frozen as they stand now. Whatever departs from them later says Tell the Board.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <location filename="../keeping/screen.py" />
            <location filename="../register/views.py" />
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>The Board need not be told: {field}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>It was {told} and is now {now}. It is raised again when the plan changes further.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Sent &amp;on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Sent &amp;by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>The hearing is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>as its words say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>The result is taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>no hearing in particular</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>What the Board was told is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>The change is withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Sent on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>The action that the result made for it is done with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>The report is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <location filename="../meeting/schedule.py" />
            <source>&amp;Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>, {overtaken} of the earlier result overtaken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>, {again} opened again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Read as {outcome}: {made} actions made{again}{over}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>&amp;Day of the hearing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>&amp;Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Read &amp;as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Re&amp;ceived on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Next &amp;hearing, if named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Told &amp;on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Told &amp;by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>For the &amp;hearing of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>The notice is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <location filename="../case/forms.py" />
            <location filename="../case/information.py" />
            <location filename="../settings/library.py" />
            <source>A day is missing; write dd/mm/yyyy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Received on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Next hearing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>Told on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>For the hearing of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/board_acts.py" />
            <source>&amp;How</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../home/board.py" />
            <location filename="../home/parts.py" />
            <location filename="../home/plans.py" />
            <location filename="../home/screen.py" />
            <source>! late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../home/parts.py" />
            <source>✓ done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>! overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>• ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>○ ahead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>× missed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>{was}, {days:,} days {lost_or_gained}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>In force</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>IOMS says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Forum says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/plan.py" />
            <location filename="../register/taking_in.py" />
            <source>As at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/provenance.py" />
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Grade, handling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/plan.py" />
            <source>Rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Residents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../meeting/evaluation.py" />
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../disclosure/screen.py" />
            <location filename="../keeping/columns.py" />
            <location filename="../packs/incident.py" />
            <source>By</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/plan.py" />
            <location filename="../keeping/columns.py" />
            <location filename="../settings/lists.py" />
            <source>Since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>What it means here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Whose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Authorised by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>External order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Detail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Expires</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Tool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Standing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../meeting/minutes.py" />
            <location filename="../settings/about.py" />
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Assessor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>State: {address_state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Residents: {residents}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Address {rank}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Since: {from_date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Authorised by: {authorised_by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Flag {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Standing: {standing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Assessor: {assessor}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Rating {tool}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Given at: {meeting}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Note: {note}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../meeting/actions.py" />
            <source>Action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>still asks for: {asks}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>counted from the date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Before: {old}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/plan.py" />
            <source>Why: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/provenance.py" />
            <source>Who: {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>the trail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Still asks for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Before it moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>○ open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>The forum's own word: {word} ({reason}), {source}, as at {as_at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Comment: {comment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>gained</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/provenance.py" />
            <source>not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/provenance.py" />
            <location filename="../register/outcome.py" />
            <location filename="../register/preview.py" />
            <source>blank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>not recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>withdrawn {to_date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>✓ stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Consent: {consent}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/timeline.py" />
            <source>no date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Who said it: {author}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../case/overview.py" />
            <location filename="../case/told.py" />
            <source>not named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>no meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <location filename="../register/preview.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Grade: {sure}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>Handling: {handling}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/columns.py" />
            <source>too old – {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>{heading}: two texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>Keep &amp;theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>Write &amp;mine over it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>Their text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>Your text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>Somebody else changed {heading} while you typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>Theirs is saved. Yours is kept here until you choose; what is saved stays in the history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>Theirs, saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/fields.py" />
            <source>Yours, not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/forms.py" />
            <source>{heading}: theirs is saved, yours is not. Yours stays here; save it to see both again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <source>Previous case of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <source>Next case of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <source>Flags…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <source>Add to agenda…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <location filename="../run/agenda_list.py" />
            <location filename="../run/told.py" />
            <source>PRN {prn}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <source>b. {date_of_birth}, aged {age}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <source>{place} of {of:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <source>Previous case of the list (Alt+Left)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <source>Next case of the list (Alt+Right)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/identity.py" />
            <source>✓ Nothing is missing for the milestones reached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>Ask for it (makes an action)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>Due in ten working days; it stands under “Actions”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>Sealed: the chairs and you can open it, nobody else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>Add information: {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>Earlier statements stay; this one stands beside them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <location filename="../case/screen.py" />
            <location filename="../meeting/actions.py" />
            <location filename="../meeting/agenda.py" />
            <location filename="../meeting/minutes.py" />
            <location filename="../packs/acts.py" />
            <location filename="../people/proposals.py" />
            <location filename="../people/screen.py" />
            <location filename="../register/taking_in.py" />
            <location filename="../run/pages.py" />
            <location filename="../settings/screen.py" />
            <location filename="../widgets/ask.py" />
            <source>Saving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>&amp;Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>&amp;Author</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>As at da&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>&amp;Grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>&amp;Handling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>Ask {service} for it (makes an action)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>As at day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>Grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>Handling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>&amp;Who said it, if that is to be sealed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>Say how it is known: proven, recorded, reported or intelligence. Nothing is added yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>The information is added, and who said it is sealed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>The information is added; who said it is not sealed. {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <location filename="../case/sources.py" />
            <source>Sealing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>{service}: nothing yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>{service}: nothing yet, asked by {due}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>{service} are asked; the action is due {due}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>choose how it is known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/information.py" />
            <source>The information is added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Only those who are ticked may open it; a chair in office is among them, so that it can be run. If you leave yourself out, you see it no longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>It is kept to its named readers; a chair knows them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Lift the restriction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Whoever may open cases of the forum may open this one again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Lift</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Exclude somebody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>For a conflict of interest. They see a number in its place, get no copy of an agenda that has it, and leave the room. {exclusion_is_told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Exclude</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>End an exclusion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>It stays in the record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>End it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Readers…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Lift…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>End an exclusion…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>▣ RESTRICTED to its named readers. Everybody else sees “{restricted}” and nothing more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Readers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Restrict to named readers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Restrict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Its readers are named; everybody else sees “{label}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>The restriction is lifted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>They are excluded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>The exclusion has ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <location filename="../case/screen.py" />
            <source>To the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Readers: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <location filename="../run/attendance.py" />
            <location filename="../settings/forum.py" />
            <location filename="../signin/enter.py" />
            <location filename="../signin/restore.py" />
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>&amp;From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>&amp;Until (may stay blank)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Open by break-glass…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Open to you for {glass_minutes} minutes. Its readers and the next meeting are told.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Open {stand_in} by break-glass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>For an emergency. It is open to you for {glass_minutes} minutes. Your name goes into the trail and to its readers on Home. {glass_is_told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <location filename="../case/sources.py" />
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>Until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/kept.py" />
            <source>&amp;Why must it be you, and now? A sentence that others read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/listing.py" />
            <source>Not in your role; ask an administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/outside.py" />
            <location filename="../standing.py" />
            <source>Accept as found…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/outside.py" />
            <source>Accepted as found; the trail says so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/outside.py" />
            <source>Accept as found: {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/outside.py" />
            <source>Compare the case with what the forum knows first: paper, minutes, the service that said it. What was changed stays as it is and is sealed anew; your reason stands in the trail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/outside.py" />
            <location filename="../standing.py" />
            <source>&amp;Accept as found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/outside.py" />
            <source>&amp;Why is it accepted?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>Leading service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <location filename="../case/plan.py" />
            <location filename="../meeting/actions.py" />
            <location filename="../packs/slips.py" />
            <source>Owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>Physical marks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>Milestones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>No case, so no milestones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>Choose another date…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>By rule again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>, chosen by hand: {by_hand}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>, chosen by the rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>Counted to: {dated_long}{by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>Set by the forum; saved when you leave a field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>Nobody opened a case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>Answer what is asked…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>From each service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>Why the case is on the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/overview.py" />
            <source>set here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>! due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Why it is due, or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <location filename="../case/plan_acts.py" />
            <location filename="../case/sources.py" />
            <source>What was said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Need</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <location filename="../case/plan_acts.py" />
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>What is done about it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <location filename="../keeping/columns.py" />
            <location filename="../meeting/columns.py" />
            <location filename="../run/paper.py" />
            <location filename="../trail/screen.py" />
            <source>No.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <location filename="../case/plan_acts.py" />
            <source>Condition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <location filename="../settings/about.py" />
            <source>Library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>State: {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>{kind}, address {rank}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>What is done: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Who sees to it: {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>library: {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>the forum's own words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Condition {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Nothing more was said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Proposed addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>No address is proposed yet. Propose one with Ctrl+D.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Checks of the addresses, due or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>No address lives, so nothing is to be checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>No case, so no needs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Release conditions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>No condition is proposed yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Other answers to what milestones ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Nothing else is answered yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>own words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>no service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>no owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>There is no other living address to change places with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>✓ answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>– not due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>nothing recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <location filename="../keeping/screen.py" />
            <source>Propose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Consent…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Verified or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Next or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Other rank…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Put right…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Check…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>How it stands…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>From the library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>In own words…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <location filename="../case/tabs.py" />
            <source>What became of it…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan.py" />
            <source>Answer…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Consent to address {rank}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Each word is kept with its day. One that is given says in which form; one withdrawn or refused says why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Put address {rank} right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Another place is another address: propose it. When the words change, the address counts as not verified and the VNR co-ordinator is asked anew. Never write where a victim lives.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Takes the place of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Other rank for address {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>The others move up or down; withdrawn ones keep their number. Where another address is first or next by then, the VNR co-ordinator is asked anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Need: {domain}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Declined is an answer. Part several things, such as programmes, by a semicolon. Health holds advice to act on, nothing clinical.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Propose a condition in own words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Never write a victim's name, or where a victim lives.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>What became of condition {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>The consent is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>The address is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>The addresses have their new order.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>The need is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Propose a condition of the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>The case keeps the words as they are valid on that day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>The condition is in the plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>&amp;State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>On da&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Said &amp;by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>The step is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>&amp;What was said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>By &amp;whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>&amp;Form (in writing, by telephone, in person)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>address {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>Takes the &amp;place of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>&amp;Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>&amp;What is done about it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <location filename="../meeting/actions.py" />
            <source>Ser&amp;vice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>&amp;Owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>&amp;Condition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/plan_acts.py" />
            <source>&amp;Note (why, where withdrawn)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <location filename="../disclosure/screen.py" />
            <location filename="../meeting/screen.py" />
            <location filename="../trail/screen.py" />
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>Old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <location filename="../settings/screen.py" />
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <location filename="../keeping/columns.py" />
            <location filename="../keeping/past.py" />
            <location filename="../keeping/screen.py" />
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>Value: {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>As at: {as_at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>{heading}: source and history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <location filename="../case/sources.py" />
            <location filename="../case/transfer.py" />
            <location filename="../police/screen.py" />
            <location filename="../widgets/find.py" />
            <location filename="../widgets/paper.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>Whose: {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>Source: {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>History of {heading}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>nobody has set it yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>no day is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/provenance.py" />
            <source>It has not changed since it came in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/refused.py" />
            <location filename="../case/steps.py" />
            <source>{heading} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <location filename="../home/board.py" />
            <location filename="../home/plans.py" />
            <location filename="../run/agenda_list.py" />
            <location filename="../run/paper.py" />
            <source>Case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Ana Pōtiki is excluded from 01/11/2026: an aunt of theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>No case is chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <location filename="../register/screen.py" />
            <source>Reading the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>No such case is open to you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Reading the history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>{place} of {order:,} cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>A leading service can be changed, not taken away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>No coming meeting has a draft agenda; schedule one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Choose a value first; F4 then tells where it comes from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Everything in this case is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>&amp;Save now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>&amp;Edit the value…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>&amp;Source and history of the value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>&amp;Previous case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>&amp;Next case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Next &amp;part of the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Previous pa&amp;rt of the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Add &amp;information…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Sealed so&amp;urces…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Propose an a&amp;ddress…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Add another na&amp;me…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Add to an &amp;agenda…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>Propose to an&amp;other forum…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>&amp;Restrict to named readers…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>E&amp;xclude somebody…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <location filename="../meeting/agenda.py" />
            <source>As &amp;known on a past day…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>&amp;Close the case…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>See the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>{headings}: theirs is saved, yours is not. Yours stays in its field until you choose.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <location filename="../run/two_texts.py" />
            <location filename="../turning.py" />
            <source>See both texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/screen.py" />
            <source>The rule chooses the date again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Who said something is sealed: whoever wrote it and a chair in office can open it, nobody else. No paper, file or search ever has it. Each opening stands in the trail with its reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Sealed by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>may seal it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>may open it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>may not open it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Cover it now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Sealed by {writer} on {at}: {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>The source is shown for {shown_seconds} seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Covered in {left} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Sealed sources: {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Statements and their seals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Seal who said it…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Open the seal…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>not sealed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Sealed sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Reading what is sealed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Nothing is recorded of this case yet that somebody could have said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Sealed as source {source}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Seal who said it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Seal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Opening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>Open the seal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>It is shown for {shown_seconds} seconds. The trail keeps that you opened it, and why: name nobody in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>&amp;Who said it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/sources.py" />
            <source>&amp;Reason, in a sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Where the VNR co-ordinator was asked anew, that question stays open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Flag {code} of {person_name}, withdrawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Result of {day} of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Result of {day} of {person_name}, taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Address {rank} {verified}, of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>{capital}, of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Need {domain} of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>State of condition {number} of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Outcome of action {id}, {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Date counted to of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Flag {code} of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Answer on {kind} of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Another name of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Withdrawal of address {rank} of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>PRN {prn} asked for at {meeting}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Case opened for PRN {prn}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>It stays in the case as withdrawn. {nearness}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>It counts as not verified. {nearness}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Address {rank} of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Rank of address {rank} of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>{kind} check of address {rank} of {person_name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>The one that was withdrawn stays in the record beside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>What the rule lists stays on the agenda.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>A next hearing that it named stays recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>It stays in the record, closed as entered in error.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Address {rank} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Condition {number} of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Both steps stay in the plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>Action {id} on {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>a leading service can be changed, not taken away; choose another on the overview.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>it is not known here as it stood; raise it again on the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>record the result again on the Board tab.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <location filename="../run/told.py" />
            <source>verified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>its words were not of the list then; say how it stands on the plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>It stays in the plan as withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>a condition that was withdrawn stays so; propose it anew on the plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>it goes on as an action of its new owner; settle that one under “Actions”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>it had gone over to somebody else; transfer it again under “Actions”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/steps.py" />
            <source>It stays as overtaken, entered by mistake.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Information</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Flags and orders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <location filename="../home/screen.py" />
            <location filename="../meeting/actions.py" />
            <source>Actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Board</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Parts of the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Values of the extract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Entered by hand: no extract names this person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>What services say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>No service has said anything yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Risk ratings, side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>No service has rated the risk yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>No action on this case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Everything that changed, newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Nothing has changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <location filename="../register/columns.py" />
            <location filename="../settings/lists.py" />
            <source>Flags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>No flag stands or stood.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>External orders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Other names: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Choose a field or a row first; F2 then edits it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Forum's own word… (F2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Add information…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Sealed sources…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Add rating…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Raise a flag…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>Record an answer…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>A row of this list is never edited: what was said stays, and what is new is added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>The flag {code} is not the forum's to withdraw: a flag of IOMS goes when an extract no longer has it, and a withdrawn one stays withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/tabs.py" />
            <source>none known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/timeline.py" />
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/timeline.py" />
            <source>overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/timeline.py" />
            <source>ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/timeline.py" />
            <source>ahead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/timeline.py" />
            <source>missed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/timeline.py" />
            <location filename="../register/filters.py" />
            <source>1 month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/timeline.py" />
            <location filename="../meeting/parts.py" />
            <location filename="../run/told.py" />
            <source>{months} months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/timeline.py" />
            <source>Timeline: {told}; then {title} {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/timeline.py" />
            <location filename="../meeting/words.py" />
            <location filename="../register/columns.py" />
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>Episode {episode}, {entry}{limb}{review}: {entry_reason}{ended}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>tell the Board: {change}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>✕ withdrawn by {withdrawn_by}: {withdrawn_reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>no check yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>, looked at again on {review}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source> Ended {closed}: {exit_reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>left out: {left_out}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <location filename="../register/preview.py" />
            <source>nobody opened one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>no case ({left})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>notice or report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>notices and reports</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>{to_send} {told} of a hearing to send, {overdue} late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>no longer in the last extract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <location filename="../register/left_out.py" />
            <source>no date to count from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>{months} overdue since {on}: {asks}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>no address verified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>the next address is not suitable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>{count} {checks_are} due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>{count} {values_are} too old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>the last plan is not re-checked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>no service has said anything yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>{count} {actions} late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>Police workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>✓ verified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>○ not verified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>▶ next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>! not suitable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>last on {day}, {count} in all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>nothing yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>the case is closed: {ended}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>, address {rank}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source> (Police wrote: {police_own})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>no reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>check is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>checks are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>value is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <source>values are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <location filename="../meeting/actions.py" />
            <location filename="../run/keys.py" />
            <source>action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/told.py" />
            <location filename="../meeting/actions.py" />
            <source>actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Propose to another forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>The other forum may look at the whole case from now on. It stays this forum's until it is accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Accept…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <location filename="../keeping/screen.py" />
            <source>Decline…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Take the proposal back…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Receipt…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source> It stays {from_forum}'s until {to_forum} accepts it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Accept the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>It is {to_forum}'s from now on, with all that hangs on it. A receipt is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <location filename="../police/review.py" />
            <source>Accept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Decline the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>It stays with {from_forum}, which reads your reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <location filename="../keeping/screen.py" />
            <source>Decline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Take the proposal back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>The other forum sees the case no longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Receipt of the transfer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>The case is accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>The case is declined.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>The proposal is taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>&amp;To (code or name of the forum)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../case/transfer.py" />
            <source>Proposed to {to_forum}; it stays {from_forum}'s until accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <location filename="../turning.py" />
            <location filename="../undo.py" />
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <location filename="../turning.py" />
            <location filename="../undo.py" />
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Find on this screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>M&amp;inutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Acti&amp;ons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>The chair's e&amp;valuation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Disclosures: what left the forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <location filename="../signin/ask.py" />
            <location filename="../signin/create.py" />
            <location filename="../signin/enter.py" />
            <location filename="../signin/recover.py" />
            <source>&amp;Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Reload</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Ne&amp;xt pane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Pre&amp;vious pane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Larger pane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Smaller pane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>F&amp;ull screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Larger text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <location filename="../signin/window.py" />
            <source>S&amp;maller text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Normal text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Light &amp;theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Dark theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <location filename="../signin/window.py" />
            <source>&amp;High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Go to person, screen or command…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Stop what is running, or close what is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Help for &amp;this screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;Every key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>&amp;About ForumDesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Nothing to search on this screen; Ctrl+K goes to any person or screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>{saved}: every field is saved as you leave it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Nothing new is made on this screen; Ctrl+K finds where a case or a meeting is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Nothing is printed from this screen; packs, slips and minutes are printed as copies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Nothing is previewed from this screen; an agenda and a pack are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Nothing on this screen is edited by F2; Enter opens the row under the keyboard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Nothing on this screen has a history; in a case F4 tells where a value comes from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../commands.py" />
            <source>Nothing on this screen is previewed beside a list; the list of cases is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>standing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>decided for itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>Disclosures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../figures/screen.py" />
            <location filename="../meeting/actions.py" />
            <location filename="../settings/screen.py" />
            <source>About</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../packs/make.py" />
            <location filename="../packs/slips.py" />
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../people/screen.py" />
            <location filename="../registry.py" />
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../police/listing.py" />
            <source>Decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../trail/screen.py" />
            <source>Words, a name, a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>What left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../people/screen.py" />
            <location filename="../trail/screen.py" />
            <source>Until day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../meeting/actions.py" />
            <location filename="../trail/screen.py" />
            <source>Clear &amp;all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>A past day, or as PDF…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>What left the forum, the latest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>disclosure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>disclosures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../trail/screen.py" />
            <source>nothing like this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../trail/filters.py" />
            <source>with “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>as {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../trail/filters.py" />
            <source>from {since}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../trail/filters.py" />
            <source>until {until}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../packs/acts.py" />
            <location filename="../packs/count.py" />
            <location filename="../packs/screen.py" />
            <source>Reading the ledger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>Showing what left {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>No filters in force; the latest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>No disclosure matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../trail/screen.py" />
            <source>{hidden} hidden by: {told}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>To: {to}
Fields: {fields}
Ground: {ground}
SHA-256 of the file: {sha256}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>What had left by a past &amp;day, or as PDF…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../trail/screen.py" />
            <source>everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>standing or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../meeting/actions.py" />
            <location filename="../register/left_out.py" />
            <location filename="../register/screen.py" />
            <location filename="../settings/screen.py" />
            <location filename="../trail/screen.py" />
            <source>&amp;Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../meeting/actions.py" />
            <location filename="../register/empty.py" />
            <location filename="../register/left_out.py" />
            <location filename="../register/menu.py" />
            <location filename="../trail/screen.py" />
            <source>Clear all filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>Nothing has left the forum yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>Each numbered copy, Police workbook, transfer and print of a past day will stand here by itself: what, to whom, on what ground.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../packs/make.py" />
            <location filename="../packs/preview.py" />
            <source>&amp;What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>&amp;Decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <location filename="../trail/screen.py" />
            <source>until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>none named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../disclosure/screen.py" />
            <source>none, no file was made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <location filename="../meeting/words.py" />
            <source>Mon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <location filename="../meeting/words.py" />
            <source>Tue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <location filename="../meeting/words.py" />
            <source>Wed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <location filename="../meeting/words.py" />
            <source>Thu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <location filename="../meeting/words.py" />
            <source>Fri</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <location filename="../meeting/words.py" />
            <source>Sat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <location filename="../meeting/words.py" />
            <source>Sun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <source>next meeting {day}, Police workbook {late}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <source>was due {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../facts.py" />
            <source>due {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <location filename="../home/parts.py" />
            <location filename="../registry.py" />
            <source>Figures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>The numbers of the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Save this ta&amp;ble…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Put in a &amp;report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Head-&amp;office return…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Counts only. What is saved for a report or for head office hides counts under five.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>{finding}: the numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>{name}: {bars} lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Save the pictures for a report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <location filename="../keeping/past.py" />
            <location filename="../keeping/screen.py" />
            <location filename="../widgets/paper.py" />
            <source>PDF (*.pdf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Save the head-office return</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <location filename="../register/taking_in.py" />
            <location filename="../trail/screen.py" />
            <source>CSV (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Saved {name}, as counted on {today}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <location filename="../meeting/evaluation.py" />
            <location filename="../meeting/forecast.py" />
            <location filename="../meeting/screen.py" />
            <source>No forum yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Figures are counted by forum: add one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Counting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../figures/screen.py" />
            <source>Save the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../guide.py" />
            <source># No page yet

This screen has no page in the guide yet. Ctrl+/ lists every key that works here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../guide.py" />
            <source>Help page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../guide.py" />
            <location filename="../signin/window.py" />
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../guide.py" />
            <location filename="../palette.py" />
            <source>&amp;Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../half_way.py" />
            <source>Open it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../half_way.py" />
            <source>Go there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../half_way.py" />
            <source>“{title}”: open it here, and your text is back in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <source>case or change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <source>cases and changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <source>{name} is proposed by {from_forum}: accept or decline.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <source>! tell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <source>{name} is proposed to {to_forum}, which has not answered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <location filename="../home/parts.py" />
            <location filename="../home/plans.py" />
            <location filename="../home/screen.py" />
            <source>○ to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <location filename="../home/parts.py" />
            <location filename="../home/screen.py" />
            <source>… later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <source> and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <source>{name}: {what} to send, {late_or_due}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <source>And {more} more; each says so on its case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/board.py" />
            <source>! opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/parts.py" />
            <source>Figures: the numbers of these pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/parts.py" />
            <source>The forum in pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>{cases_are} behind for the milestone in play{tail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>misses {missing}{more}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>No plan is behind for the milestone in play.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>, {old:,} with something too old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>check of an address is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>checks of addresses are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>too old – {each}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>case is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>cases are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>! date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>{told} due and not answered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>{warnings} of dates.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source> and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>more warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/plans.py" />
            <source>more warnings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <location filename="../registry.py" />
            <source>Home</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>new case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>new cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>date moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>dates moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>flag changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>flags changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>relevant answer from Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>relevant answers from Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Board result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Board results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>person is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>people are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>The next meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <location filename="../run/told.py" />
            <source>Since the last meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>To tell the Board and others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Release plans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Restricted cases you read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Also waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>This register has no forum yet. An administrator or a chair adds one; meetings belong to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>No meeting to come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <location filename="../meeting/screen.py" />
            <source>Put the year's meetings into the schedule.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <location filename="../meeting/agenda.py" />
            <location filename="../meeting/screen.py" />
            <location filename="../packs/make.py" />
            <location filename="../packs/screen.py" />
            <location filename="../police/screen.py" />
            <location filename="../registry.py" />
            <source>Meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{things} to do for the next meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>! over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <location filename="../meeting/forecast.py" />
            <source>✓ fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>case has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>cases have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Nothing changed for anybody on this agenda.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>action is late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>actions are late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Reading this month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>The last one was {date}; nothing is scheduled after it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>This forum has no meeting in its schedule yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{kind} meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>No action is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>! missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{copy} of {holder}: {clock}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Incident</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{exchange} is back from Police and not confirmed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <location filename="../police/screen.py" />
            <location filename="../registry.py" />
            <source>Police exchange</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{exchange} was due back from Police on {due}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Nothing else waits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>, chair from {chair_service}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <location filename="../run/closing.py" />
            <source>thing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <location filename="../run/closing.py" />
            <source>things</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <location filename="../meeting/agenda.py" />
            <location filename="../meeting/screen.py" />
            <source>Agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Packs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{who} a milestone that no meeting took.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{service}: {told}, the oldest due {oldest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{actions} not due yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{told} left out of the list by the criteria, {watched:,} of them on the watch list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>Why each is listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>{copies} of {day} not back or not settled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>open action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../home/screen.py" />
            <source>open actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>held: {held}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>waits for a chair (disposal {proposed})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <location filename="../meeting/columns.py" />
            <location filename="../register/columns.py" />
            <location filename="../register/criteria.py" />
            <location filename="../register/left_out.py" />
            <location filename="../register/outcome.py" />
            <location filename="../run/paper.py" />
            <source>PRN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <location filename="../keeping/screen.py" />
            <location filename="../meeting/columns.py" />
            <location filename="../people/screen.py" />
            <location filename="../register/columns.py" />
            <location filename="../register/criteria.py" />
            <location filename="../register/left_out.py" />
            <location filename="../run/attendance.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <location filename="../meeting/actions.py" />
            <location filename="../packs/incident.py" />
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>In the way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>Whose records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>Proposed by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>Decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <location filename="../keeping/screen.py" />
            <source>Begins when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <location filename="../keeping/screen.py" />
            <source>Years</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <location filename="../keeping/screen.py" />
            <source>Source of the rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>released: {released_reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>{name} (PRN {prn})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/columns.py" />
            <source>person {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Choose a day: the record is shown as it stood at its end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>As known on a past day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Taking back what came later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>{words}, {band}. It is a disclosure: its number and the recipient stand on every page, and the ledger keeps to whom and why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Show that day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Part of the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Give out as PDF…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>What had left {forum}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Nothing is chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <location filename="../keeping/screen.py" />
            <source>line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <location filename="../keeping/screen.py" />
            <source>lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Save the record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Disclosure {number} is in {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Case of PRN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Copies of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Agenda of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Who gets it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Disclosure {number} is in the ledger, and no file was written: make it again if it was meant to be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>“{on}” is not a day; write dd/mm/yyyy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Give out as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>Make the PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/past.py" />
            <source>As known on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Everything about this person is destroyed for good: their record, history, search words, what Police said, and their lines in agendas and minutes. Nothing brings it back but a backup made before. Type the PRN to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Keeping and disposal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Whose time is up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Proposed and destroyed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Nobody's time is up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Nothing has to be destroyed on that day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Nobody is held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>A hold keeps everything about a person until it is released.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Nothing proposed, nothing destroyed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>What is due is proposed from the first list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>No class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>A chair adds a class with the authority it rests on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>{surname}, {given_names} (PRN {prn}), due {due} under {class_name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Disposal {id}: {name} (PRN {prn}), {class_name}. {for_good}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>What was proposed before keeps the words it was proposed under.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <location filename="../settings/lists.py" />
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Hold…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Release the hold…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Destroy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Certificate…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Word a class…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source> Its class names no authority yet: without one nothing is destroyed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Disposal {id} waits for a chair other than you.{unnamed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Disposal {id} is done: {total:,} rows are destroyed. Save its certificate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Save the certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>The certificate of disposal {id} is in {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>No authority is named yet: a chair enters the agency's own before the first disposal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Why is it released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Why is it declined</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Making the certificate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <location filename="../packs/acts.py" />
            <location filename="../packs/result.py" />
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Reading who is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Propose that records are destroyed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>{told} Another chair approves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Nothing about a person who is held is destroyed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Release the hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Held because: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>That is not the PRN of disposal {id}; nothing was destroyed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Destroy for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Decline the disposal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Disposal {id}: {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Write the years as a number, such as 10.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Word a class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <location filename="../signin/create.py" />
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Hold on PRN {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Release of the hold on PRN {prn}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>{who} is held: nothing is destroyed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>The hold on {prn} is released.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Declined; the records stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../keeping/screen.py" />
            <source>Class {code} is worded anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../leaving.py" />
            <source>Backing up before closing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../leaving.py" />
            <source>Close without a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>due {due}, {owner}: {text}, {outcome}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>{actions} shown, {late} late.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Owner, person or words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Which actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>&amp;Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Overta&amp;ken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>&amp;Not done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>T&amp;ransferred…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Open &amp;case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>&amp;Print slips…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Actions by due date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>{told} D done · O overtaken · N not done · T transferred · U open again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Action {id}, {owner}: {outcome}. U makes it open again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Action {id} is transferred and goes on with its new owner.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source> · {late} d late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <location filename="../packs/slips.py" />
            <source>Reading the actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>No action matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>{actions} hidden by what is asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>as now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Action &amp;done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Action &amp;overtaken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Action &amp;not done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>&amp;Transfer the action…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <location filename="../packs/incident.py" />
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Overtaken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Not done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Transferred</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Open again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>open ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>every service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>No open action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Actions are given at the table and carried here until they end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Transfer the action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Transfer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Sho&amp;w</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>Fr&amp;om</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>New o&amp;wner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>By, where it is another da&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/actions.py" />
            <source>N&amp;ote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>&amp;Ask for a case…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <location filename="../packs/screen.py" />
            <source>Previe&amp;w</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>&amp;Issue…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Police work&amp;book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>P&amp;rint packs…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>R&amp;un the meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>People on the agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Cases on the agenda, in order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Open cases not on this agenda, with the date they come up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Agenda of {date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>{kind} meeting, chair from {service}. {capital}. Police workbook due back {police_due}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>{people} on it; your role sees names alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <location filename="../people/screen.py" />
            <location filename="../police/parts.py" />
            <location filename="../police/send.py" />
            <location filename="../register/criteria.py" />
            <location filename="../register/left_out.py" />
            <location filename="../register/outcome.py" />
            <source>person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <location filename="../people/screen.py" />
            <location filename="../police/parts.py" />
            <location filename="../police/send.py" />
            <location filename="../register/criteria.py" />
            <location filename="../register/left_out.py" />
            <location filename="../register/outcome.py" />
            <source>people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Not listed: {cases}, each with its next date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <location filename="../meeting/forecast.py" />
            <location filename="../meeting/words.py" />
            <location filename="../register/acts.py" />
            <location filename="../register/outcome.py" />
            <location filename="../register/screen.py" />
            <location filename="../run/closing.py" />
            <location filename="../run/front.py" />
            <location filename="../run/pages.py" />
            <location filename="../run/paper.py" />
            <source>case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <location filename="../meeting/forecast.py" />
            <location filename="../meeting/words.py" />
            <location filename="../register/acts.py" />
            <location filename="../register/outcome.py" />
            <location filename="../register/screen.py" />
            <location filename="../run/closing.py" />
            <location filename="../run/front.py" />
            <location filename="../run/pages.py" />
            <location filename="../run/paper.py" />
            <source>cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>On the agenda, with its reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Issued. What follows: send the Police workbook (due back {police_due}), and print the packs for their holders.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>No meeting chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Choose one in the list of meetings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Making the agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>draft, made anew each time it is looked at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>closed; shown as it was issued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Nothing is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>No rule lists anybody for this meeting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <location filename="../run/screen.py" />
            <source>Nobody is on this agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>The forum has no open case that this meeting considers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <location filename="../undo_words.py" />
            <source>Issuing the agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>&amp;Preview the agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>&amp;Issue the agenda…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>&amp;Run the meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>&amp;Workbook of this meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <location filename="../packs/acts.py" />
            <location filename="../packs/words.py" />
            <source>issued {issued_at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>issued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/agenda.py" />
            <source>Ask for a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/columns.py" />
            <source>{first} (+{more} more)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/columns.py" />
            <source>Track</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/columns.py" />
            <source>Min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/columns.py" />
            <location filename="../run/told.py" />
            <source>Why it is here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/columns.py" />
            <source>Not listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/columns.py" />
            <source>Because of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/columns.py" />
            <source>Born</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/columns.py" />
            <location filename="../meeting/parts.py" />
            <location filename="../run/paper.py" />
            <source>at the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/columns.py" />
            <location filename="../meeting/parts.py" />
            <source>on paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>The chair's evaluation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>{day}, mean {mean} of 5: {scores}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>Meeting to evaluate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>Eval&amp;uate it…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>Scores by meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>A minute after each meeting: six statements, a number from 1 to 5 for each.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>{meetings} evaluated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>Mean score by meeting, of 5: {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>Mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>Reading the evaluations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>No meeting is evaluated yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>No meeting to evaluate yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>A meeting is evaluated by its chair once it is closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>What you &amp;add, if anything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>&amp;Evaluate a meeting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>Evaluate {waiting}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <location filename="../meeting/screen.py" />
            <source>meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <location filename="../meeting/screen.py" />
            <source>meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/evaluation.py" />
            <source>Evaluate {meeting}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>{cases}, {minutes} min: {room}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Coming agendas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>! {over} min over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <location filename="../register/screen.py" />
            <location filename="../registry.py" />
            <source>Cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>At the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>On paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <location filename="../meeting/minutes.py" />
            <source>Minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Room</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>New by then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>As one meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Preparation (8, 6)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Sign-off (4, 2, 1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>What if t&amp;wo meetings shared it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Meetin&amp;gs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Each agenda is made by the agenda rule, as if the milestones named were taken, due actions settled and people released on their day. Plans are as they are today; whose planning starts by then is counted in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Coming agendas in cases and minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Each month as one meeting and as two</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>{agendas} over the room's length</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>not scheduled yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>Looking ahead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>One meeting a mo&amp;nth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>One meeting a month, or t&amp;wo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>coming agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/forecast.py" />
            <source>coming agendas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Asked by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>How it should read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>{sha384}…, as it stands whole on every copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>&amp;Confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Re&amp;open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Co&amp;rrect…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>&amp;Print copies…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Corrections asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Make &amp;it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>&amp;Leave it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>An older version, replaced by a later one. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source> The next meeting is closed, so these minutes stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>SHA-384: {told}{final}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Minutes of {meeting}, version {version}. {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <location filename="../meeting/screen.py" />
            <location filename="../packs/make.py" />
            <location filename="../packs/screen.py" />
            <location filename="../packs/slips.py" />
            <location filename="../police/send.py" />
            <source>Reading the meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>No minutes yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Closing a meeting makes its minutes from what was recorded at the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Reading the minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>{version} of {versions}, {at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Ask for a co&amp;rrection…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>The minutes are confirmed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Passage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Correct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>The correction is asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>A new version is made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>The minutes stand; the correction is left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Con&amp;firm the minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>&amp;Correct a passage…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>&amp;Reopen the minutes…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Print copies of the &amp;minutes…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>The minutes are open again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Reopen the minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>They become a draft again until a chair confirms them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Reopen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>What was said at the table stays recorded; the minutes get a new version that says what changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Meetin&amp;g of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Versio&amp;n</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>Rea&amp;son</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>&amp;Passage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/minutes.py" />
            <source>&amp;How it should read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>You are not among those who may read this case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>open case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>open cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>&amp;Open the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>no anchor date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Why it is here:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Case to ask for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Kept with the agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Put &amp;on the agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Issue the a&amp;genda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <location filename="../police/parts.py" />
            <source>&amp;Not yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Issue the agenda of {date}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>•  Nobody is on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>{sections}
•  {listed} not on it, each with its next date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>From then on the agenda is this text and no other: what the register learns later goes on the next one. The Police workbook goes out from it and is due back {police_due}; packs are printed from it. Issuing cannot be taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <location filename="../people/screen.py" />
            <source>Nobody chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Choose a line to see why it is here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>•  Milestones never taken: {missed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>The milestone still asks for:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Ask for a case that no rule lists</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <location filename="../meeting/words.py" />
            <location filename="../run/told.py" />
            <source>minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <location filename="../meeting/words.py" />
            <location filename="../run/told.py" />
            <source>minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <location filename="../packs/target.py" />
            <source>Reaso&amp;n</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <location filename="../meeting/schedule.py" />
            <location filename="../police/send.py" />
            <location filename="../police/takein.py" />
            <location filename="../widgets/ask.py" />
            <location filename="../widgets/strip.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Write the reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Every open case is listed already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>Ca&amp;se</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/parts.py" />
            <source>As&amp;ked by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>Which checks of a proposed address are due, and how many days old a value may be at a milestone. A check that is due stands as not asked until it is answered; one that is not due says why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>&amp;Probation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <location filename="../settings/forum.py" />
            <source>P&amp;olice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>&amp;Children's agency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>Victim &amp;nearness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>&amp;Schools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <location filename="../settings/forum.py" />
            <source>What the forum wants of plans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>What {forum} wants of plans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>where the flag {flag_of} stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>&amp;Ages: value/milestone = days, one a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>an age that was not there before stays; give it other days under “Meetings”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/policy.py" />
            <source>What the forum wants of plans is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>Day of the meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>Kind of meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>Service that chairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>Add to the s&amp;chedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>New Zealand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source> That is no working day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>{day}.{off} The Police workbook is due back {due}, ten working days before ({where}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>A meeting for the schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>The day the Police workbook is due back follows from the meeting's day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>{day} has a meeting already ({kind}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <location filename="../people/screen.py" />
            <source>“{day}” is not a day; write dd/mm/yyyy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>Write the day of the meeting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>Chai&amp;r from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/schedule.py" />
            <source>, whose turn it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>{short_day}, {kind}, agenda {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Year before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Year after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>&amp;Schedule a meeting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Open a&amp;genda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Mi&amp;nutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>&amp;Actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Eval&amp;uation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>&amp;Look ahead…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Meetings of the year, by day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>{meetings} in {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Scheduled: {short_day}, chair from {service}. The Police workbook is due back {made_short_day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Filled: a meeting. Dashed: a Police workbook is due back. Underlined: today.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Chair from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Police due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Meetings belong to a forum; an administrator or a chair adds one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>You may not see this forum's agenda. Ask a chair for another role if you need it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Saving the meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Open the &amp;agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Look a&amp;head at the coming agendas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>What the forum wants of &amp;plans…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>Schedule a meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>No meeting in {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/screen.py" />
            <source>An administrator or a chair puts meetings into the schedule.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>○ draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>● issued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>✓ closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>the room is booked for {length}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>in {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>{days} days ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>nobody yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>no minute to spare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>{minutes} to spare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>{told}; {room}: {minutes} over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/words.py" />
            <source>tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Police workbook due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Jan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Feb</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Mar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Apr</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>May</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Jun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Jul</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Aug</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Sep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Oct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Nov</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Dec</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../meeting/year.py" />
            <source>Calendar of {year}: {meetings} meetings marked, as in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Is this copy missing?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Record copies as destroyed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Settle copies left reserved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Before you record it:
1.  Ask the holder once more, and look where the meeting was held.
2.  Tell the chair now, whatever the hour.
3.  Recording it makes an incident: the clock of a privacy breach starts, and the trail keeps it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>&amp;Record as missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>&amp;Not missing, go back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Code {code}, {issued}, {pages} pages, {state}. {holds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <location filename="../packs/count.py" />
            <location filename="../packs/make.py" />
            <location filename="../packs/result.py" />
            <location filename="../packs/screen.py" />
            <source>Holder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <location filename="../packs/screen.py" />
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Copies counted in and not destroyed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Nothing to destroy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Every copy of this meeting that came back is destroyed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>&amp;Record as destroyed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>{copies} chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>{copies} recorded as destroyed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Copies reserved and not settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Nothing to settle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Every number of this meeting is accounted for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>{copies} to settle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Settled: {copy}, {state}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>&amp;Last seen: where, when, by whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>&amp;Who was told, and when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>What else is &amp;known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>No copy chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Choose a copy that is out in the ledger first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>The agenda and every listed person's case sheet are in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>The names and reasons of everybody on the agenda are in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>What was decided on everybody on the agenda is in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Its owner's own actions, and whom each is about, are in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Write where it was last seen and who was told; nothing is recorded yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Counted in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Only copies counted in can be destroyed, and two people are named: you, and who saw it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>{copies} of {all} chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Name the person who saw the copies destroyed; nothing is recorded yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Reserved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>The computer stopped while these were made. Look in the folder and at the printer, then say for each what became of it. When nobody is sure it counts as issued and missing: the safe reading is that it exists.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <location filename="../packs/count.py" />
            <location filename="../packs/incident.py" />
            <source>To the led&amp;ger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Last seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>&amp;Witness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>H&amp;ow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>It c&amp;ame out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>It did &amp;not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/acts.py" />
            <source>Nobod&amp;y is sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Count copies back in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Counted in now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <location filename="../packs/screen.py" />
            <source>ABCD-1234</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Cou&amp;nt in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Copies that are not back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Copies counted in now, the last one first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>This one is m&amp;issing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>{copies} not back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source> at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Back{at}: {copy}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>ABCD1234</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Type the eight characters at the foot of any page, or scan them; then Enter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Nothing is counted in yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Not back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Choose a meeting in the ledger first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>Counting in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <location filename="../packs/screen.py" />
            <source>Mi&amp;ssing copy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/count.py" />
            <source>C&amp;ode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>Missing copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <location filename="../police/screen.py" />
            <source>Step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>What was done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>Missing copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>&amp;Record the next step…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>C&amp;lose the incident…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>Steps about the missing copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>No copy is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>A copy recorded as missing stands here with its clock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>{waiting} open of {rows} missing copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>It was found and counted in. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source> Closed {closed_at} by {closed_by}: {closing}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>{copy} of {meeting_code}, code {code}, {holder}, {service}. Recorded as missing {opened_at}. {found}{last_seen}{closed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>Record it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>○ not yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>Close the incident</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>&amp;What was done, by whom, when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>Reading the missing copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>{copy} of {meeting_code}, {holder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/incident.py" />
            <source>&amp;Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>One copy, under a number of its own: a number that is printed twice could be lost once and still be counted. Enter makes it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Make numbered copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <location filename="../packs/screen.py" />
            <source>Print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <location filename="../police/send.py" />
            <location filename="../signin/ask.py" />
            <location filename="../signin/create.py" />
            <location filename="../signin/enter.py" />
            <location filename="../signin/restore.py" />
            <source>Passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>What is printed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Holders, one numbered copy each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Nobody named yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Type a holder above, load a copies file, or take the holders of the last meeting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Service of the holder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <location filename="../packs/preview.py" />
            <source>&amp;Large print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>&amp;Add holder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Load a copies file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Holders of last time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Add the forum's members</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Change print si&amp;ze</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Take out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Make copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Only the chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>{members} added; take out who holds no copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Copies file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Copies files (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <location filename="../packs/result.py" />
            <location filename="../packs/slips.py" />
            <source>{copies} made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <location filename="../packs/screen.py" />
            <source>large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <location filename="../packs/screen.py" />
            <source>normal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>from the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>made when printed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>CSV: name, service, passphrase, large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>No agenda is issued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Copies are printed from an issued agenda.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Write the name of the person who will hold the copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>In the list of holders {twice}; give each holder one line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>{copies} asked for by the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Ma&amp;ke {copies}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Ma&amp;ke copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>{large} in large print. A number that is reserved is never used again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Nobody is named to hold a copy. Name at least one holder, then make the copies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <location filename="../packs/result.py" />
            <source>Making {copies}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <location filename="../packs/slips.py" />
            <source>The passphrases on this page are shown this once. Write them down or copy them, then press “I have them”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Load a &amp;copies file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>&amp;Make the copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>member</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>members</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Every member of the forum is in the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <location filename="../packs/screen.py" />
            <location filename="../police/send.py" />
            <source>Meetin&amp;g</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>H&amp;older</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>Serv&amp;ice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>{name} could not be read: {strerror}; choose another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/make.py" />
            <source>No meeting of this forum has had copies yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>count-in sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Only to look at: no copy, no number, no mark. No number is printed twice; one copy alone gets a number of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>A list to tick copies on, and to keep: it names who holds copies and no prisoner, so it bears no number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <location filename="../register/menu.py" />
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>What is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>As whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>◀ Page before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Next page ▶</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <location filename="../widgets/find.py" />
            <source>Find next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>the count-in sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>One cop&amp;y alone…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Nothing to show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Choose a meeting first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>, draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Page {number} of {pages}{draft}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Laying out the pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Laying out the sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Reading the pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>No page has “{asked}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Next page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Page before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Larger page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Smaller page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>as {each} read it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>&amp;Reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/preview.py" />
            <source>Fi&amp;nd</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/printing.py" />
            <source>laying out the pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/printing.py" />
            <source>{issued} of {holders}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/queue.py" />
            <source>The printer did not take {title}; see whether any page of it came out, then settle that number. Numbers after it are void; those before it are out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/queue.py" />
            <source>The printer {name} is not there any more; no number was used. Choose another printer, or files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <location filename="../packs/screen.py" />
            <location filename="../police/screen.py" />
            <location filename="../run/closing.py" />
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <location filename="../widgets/paper.py" />
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>Passphrase, shown this once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>Copies made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>Copies being made, one line each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>Cancel; the rest becomes void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>Copy the passphrases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>I have them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>To the ledger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>Make more copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>Laying out the pages …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>On {printer}. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>In {folder}. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>{copies} void: those numbers are never used again. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>You stopped it. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>Write the passphrases down now: they are kept nowhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>The passphrases are gone from here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>{number} of {of}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>Stopping after this copy …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>– void, never made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>✓ out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>? to be settled: did it come out?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>No copy was made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>✓ made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/result.py" />
            <source>being made …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <location filename="../registry.py" />
            <source>Packs and copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Code on a page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Look it up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>M&amp;ake packs…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Count &amp;back in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Co&amp;unt-in sheet…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>M&amp;issing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Incident…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>&amp;Destroy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Print a&amp;new…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>&amp;Settle…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Copies of the meeting, those out first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>{copies}, {out} out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>The same for the same holder, under a number of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Issued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>No meeting yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Numbered copies are made for a meeting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>&amp;Make packs…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>&amp;Preview the pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>&amp;Count copies back in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Count-in s&amp;heet…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>&amp;Destroy copies…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Print the chosen copy ane&amp;w…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>I&amp;ncident of a missing copy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>The copies as &amp;known on a past day…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>No pack yet for this meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Its agenda is a draft; packs are printed once it is issued.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Name the holders and make their numbered copies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Looking the code up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>T&amp;race a code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <location filename="../register/acts.py" />
            <source>Open the agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/screen.py" />
            <source>Make packs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Print slips of actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Open actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Owners of open actions, one slip each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Ma&amp;ke slips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Only the &amp;chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>owner of open actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>owners of open actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Each slip holds its owner's own open actions and nobody else's, and is a numbered copy in the ledger. An action without a person's name has no slip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>No meeting is closed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Slips are printed once a meeting is closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Nobody owns an open action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>A slip is for a person who has something to do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Ma&amp;ke {slips}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>Making {slips}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>&amp;Make the slips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>{late} late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>After the meetin&amp;g</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>slip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/slips.py" />
            <source>slips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/target.py" />
            <source>Where the copies go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/target.py" />
            <source>Leave empty for “{reason}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/target.py" />
            <source>Without passphrases; the trail tells it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/target.py" />
            <location filename="../police/parts.py" />
            <location filename="../police/send.py" />
            <location filename="../police/takein.py" />
            <location filename="../signin/ask.py" />
            <location filename="../signin/create.py" />
            <location filename="../signin/recover.py" />
            <location filename="../signin/restore.py" />
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/target.py" />
            <source>Fol&amp;der</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/target.py" />
            <source>printer {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/target.py" />
            <source>Folder for the copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/target.py" />
            <source>numbered PDF files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>Nobody has confirmed that it came out of the printer: settle it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>It was never printed; a page of it should not exist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>It should be with {holder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>It was counted in and should be in the forum's safe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>It was destroyed; a page of it should not exist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>It is recorded as missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>{contents} {number} of {of}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>{back} of {issued} back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>{page}{contents} {copy}, meeting {meeting}, code {code}; {issued}, printed by {printed_by}: {reason}. {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>destroyed, seen by {witness}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>{printed} printed = {issued} issued + {void} void</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>{issued} issued = {out} out + {returned} back + {destroyed} destroyed + {missing} missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>. The ledger balances.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>. THE LEDGER DOES NOT BALANCE: tell the chair.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>, {missing} missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>No copy of this meeting was issued.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>{told}. No copy is out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>{copy} out with {holder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>, and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>Page {page} of {pages} of </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>The code of </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>never issued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>OUT {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>OUT today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>reserved, to be settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>void, never printed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>MISSING</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <source>{reserved} reserved and to be settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <location filename="../police/words.py" />
            <location filename="../register/columns.py" />
            <source>day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../packs/words.py" />
            <location filename="../police/words.py" />
            <location filename="../register/columns.py" />
            <source>days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>Go to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>Person, screen or command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>What was found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>Every key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>Enter goes there  ·  Down and Up choose  ·  Esc closes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>What it does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>Menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>Every key on this screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../palette.py" />
            <source>Menu key or Shift+F10 opens the menu of a row. Tab leaves a list, arrows move in it. Ctrl+; types today where a day is asked for. A key that does nothing here says so in the status bar.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>Proposal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>&amp;Approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>Dec&amp;line…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>Ta&amp;ke the office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>You have taken the office up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>Waits for somebody else's word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>Approved for {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>{name} takes it up themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>Decline what is proposed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>&amp;Decline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>Whoever proposed it or gets it cannot approve it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>A chair approves it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>Declined; nothing else was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/proposals.py" />
            <source>&amp;Why is it declined?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>{role} in {where} from {from_date}{until}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source> until {to_date}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <location filename="../run/attendance.py" />
            <location filename="../signin/ask.py" />
            <source>Role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Only a chair may change this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>People with access, and those who ask for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <location filename="../settings/forum.py" />
            <source>Forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Until day, empty for no end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>End a&amp;ccess…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Hand over the chair…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>, {requests} waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>{people} with access{waits}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Asks to be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Asks for a new passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>No role in force.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Compare these groups with the person, by voice or on paper:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Fingerprint of their keys:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Let &amp;in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>&amp;Give this role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Nobody changes their own role.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>✓ has access</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>● asks for access</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>✕ revoked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>&amp;Role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>F&amp;orum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>A person asks for access at the sign-in window; a chair lets them in, never themselves. An administrator proposes another role, a chair approves it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Reading who has access</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Choose a person on the left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>An administrator or a chair may, for somebody else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>An administrator proposes a new passphrase first; then a chair lets them in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Last day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <location filename="../register/criteria.py" />
            <source>every forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>requests</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>&amp;Propose it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Proposed; a chair lets them in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>{name} has the new passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>{name} now has access.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Hand over the chair to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Nothing changes before they take it up. Your own office then ends the day before; with a last day they are your deputy, and it goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>&amp;Hand over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>End the access of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>It ends at once, and every page is encrypted anew. What they could read before they can still read in copies and backups made before now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>&amp;End access</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>&amp;Propose this role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Proposed; it waits for a chair.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>An administrator proposes another role; you approve it here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>{name} has the new role.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>Proposed, number {number}. {name} takes the office up themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>&amp;Forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>From &amp;day, empty for today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>&amp;Last day, for a deputy only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>{name} has no access any more, and the register has a new key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>&amp;Why does it end?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../people/screen.py" />
            <source>An e&amp;mergency: also the last administrator or chair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>start dashboard overview this month overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>register people list search names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>left out watch list not listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>import read in extract spreadsheet excel csv ioms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>add a case open high profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>new person add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>calendar year dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>new meeting add a meeting plan calendar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>agenda next meeting items who is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>look ahead forecast coming months workload</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>record of the meeting decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>to do tasks overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>score chair feedback</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>run hold chair the meeting table mode present projector</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>copies ledger who holds print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>print packs holders numbered copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>count back in return scan barcode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>lost copy incident</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>incident breach lost missing copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>shred destroy copies witness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>reserved copies printer failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>preview pages look before printing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>slips of actions by service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>exchange workbook questions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>export send workbook to police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>import reply returned file from police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>review answers of police accept reject apply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>access users roles let in accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>audit log who did what verify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>disclosure ledger left forum given out to whom ground released</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>statistics counts charts report numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>version licence licences libraries schema build</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>values flags conditions library reasons words codes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>quorum marking region template backup back up restore theme dark light text size passphrase password idle lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>keep retention disposal holds classes archives destroy records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>known on history as it was then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>add a note statement what was said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>new address accommodation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>break glass conflict of interest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>conflict of interest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>move to another forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>an exchange</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>a copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>press {all_keys}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>take it from the menu {menu}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>a meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>{place}: not possible here now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>{place}: choose the row, then {how}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../places.py" />
            <source>{place}: choose {what} first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/files.py" />
            <source>{name} could not be read: {strerror}; nothing was taken over. Choose another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <location filename="../trail/screen.py" />
            <source>Person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Now in ForumDesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>From Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Answers of Police, conflicts first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Accept all simple additions…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Accept (A)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Reject (R)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Edit, then accept (E)…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Ask back (K)…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Next undecided (N)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <location filename="../police/review.py" />
            <source>Appl&amp;y…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Shift+R rejects with a reason. Nothing is written into a case until you apply.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Nothing to review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>{answers}, {left} undecided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Accept all simple additions ({plain})…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>No exchange chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Choose one that came back in the list of exchanges.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>To the exchanges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Appl&amp;y {decisions}…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>This file was applied on {settled}; it stays to be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Reading the review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Police wrote no answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>Every row came back as it was sent; applying settles the exchange.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>No line under “{title}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <source>{answers} in all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <location filename="../police/parts.py" />
            <location filename="../police/review.py" />
            <location filename="../police/takein.py" />
            <location filename="../police/words.py" />
            <source>answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <location filename="../police/parts.py" />
            <location filename="../police/review.py" />
            <location filename="../police/takein.py" />
            <location filename="../police/words.py" />
            <source>answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <location filename="../settings/screen.py" />
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <location filename="../police/parts.py" />
            <source>decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/listing.py" />
            <location filename="../police/parts.py" />
            <source>decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Nobody on the list is like it. Type the person number, or leave it: it is then not taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Person no.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>How likely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Pick the person, or none of them; a row without a person is not taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>From Police:  {theirs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>State:  {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Decision:  {decision}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Whose row is this?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>People this row may be about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>It is this person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>None of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Not this person: take the link back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Now in ForumDesk:  {ours}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Read as:  {cell}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Told to Police:  {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Receipt for Police, save &amp;as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Appl&amp;y and write the receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <location filename="../police/send.py" />
            <location filename="../police/takein.py" />
            <source>To the exchan&amp;ges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>&amp;Take it all back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>•  The receipt opens with the passphrase that the workbook was sent with, if it had one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>{answers} still undecided: if you apply now, what is undecided is not taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>✓ {exchange} is applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>{taken} taken as Police wrote them, {changed} taken corrected, {not_taken} not taken, {asked} asked back; {people} touched.
The receipt for Police is {file}. Send it to the liaison.
Until something else is recorded, all of it can be taken back (Ctrl+Z).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>No answer chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Choose a line to see it in full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Police changed cells of ours on this row: {headings}. Those are not taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Why:  {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Apply {decisions} on {exchange}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Settle {exchange} without taking anything?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>•  {answers} written beside what Corrections hold, each with source and day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>not taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>asked back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>Another person n&amp;o.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>The row says:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/parts.py" />
            <source>•  {answers} {told}: the receipt tells Police which and why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Review of the Police reply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>{person}, {heading}
Now in ForumDesk: {ours}
From Police: {theirs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>{answers} where ForumDesk has nothing yet, on rows that came back intact. Conflicts, unknown rows and what cannot be read stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>&amp;Also the {same} that say again what stands here; they then bear the new day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>&amp;Reason, told to Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Ask back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>&amp;Question to Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Edit, then accept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>&amp;Value to be taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Accept this value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Row {row}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>{row} is about {name}, {prn}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>{row} is no longer about {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source> {values} left the record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>The row stays without a person; nothing of it is taken when this is applied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Save the receipt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <location filename="../police/send.py" />
            <source>Excel (*.xlsx)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Taken back: {values} left the record, what they replaced stands again. The receipt no longer holds: if Police have it, tell them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Value to be taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <location filename="../widgets/pick.py" />
            <source>dd/mm/yyyy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Conflicts are decided one by one; nothing was changed. Choose one line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Nobody has said yet whose row this is; nothing was changed. A chair says so first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Deciding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Every line shown is decided. Apply writes what was accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Saving whose row it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Taking the link back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Keeping what you said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Say where the receipt is saved; nothing was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Applying the decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Taking back what was applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>&amp;Accept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>&amp;Reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Re&amp;ject with a reason…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>&amp;Edit, then accept…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>As&amp;k back…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>&amp;Next undecided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Accept all &amp;simple additions…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Reject with a reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Next undecided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Accept all simple additions?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>Taking it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/review.py" />
            <source>values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>{exchange}: {step}. A newer file from Police can still be imported for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>&amp;Import returned file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <location filename="../police/words.py" />
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>&amp;Show passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Send &amp;questions…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>&amp;Remind Police…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Exchanges with Police, the newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Passphrase of the workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Words of the reminder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Copy, and record a &amp;mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Record a &amp;telephone call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>{exchanges}, {open_ones} not applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>{exchange}: {step}. When the file is back, choose Import returned file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>{exchange}: {step}. Nothing of it stands in the cases until it is applied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Passphrase of {exchange}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Passphrase copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>The reminder for {exchange} is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Tell it by telephone, never in the message that carries the file. The trail keeps who looked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Exchange</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Due back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <location filename="../register/taking_in.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Came back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <location filename="../police/takein.py" />
            <source>Reading the exchanges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Nothing was sent to Police for {wanted} yet: Export makes its workbook.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Nothing was sent to Police yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>The workbook is made from an issued agenda: one row for each case and each living address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>An administrator or a chair of the forum makes the workbook from an issued agenda.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>&amp;Export a workbook…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>&amp;Import a returned file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>&amp;Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>R&amp;emind Police…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <location filename="../police/takein.py" />
            <source>exchange</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <location filename="../police/takein.py" />
            <source>exchanges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Export a workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Writing the reminder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>Recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>plain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/screen.py" />
            <source>encrypted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Export the workbook for Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Make the &amp;workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Passphrase again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Sh&amp;ow what is typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>&amp;Use five offered words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Without a passphra&amp;se; the trail tells it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Only the rows of {asks} with an answer asked back go out, and a sheet of questions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Every listed case and every living address goes out. Police have it back by {due}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Write these five words down, or read them again later under Show passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Save the workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>✓ {exchange} is ready to send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>It has no passphrase; the trail tells so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Tell the passphrase by telephone. Show passphrase, on the list of exchanges, shows it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>{cases} left out: it goes by a disclosure that a chair decides on.
</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>{exchange} made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>No agenda is issued. The workbook is made from an issued agenda: issue it under Meetings first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Questions of {asks}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Workbook of {meeting}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Type a passphrase, or use five offered words; nothing has gone out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Making the workbook for Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>{rows} about {people} in {file}.
Send the file to the Police liaison; it is due back {due}. {secret}
SHA-256 {sha256} {sent_sha256}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>&amp;Make the workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Save &amp;as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>The file opens with this passphrase alone: 16 characters or more. Tell it to the liaison by telephone, never in the message that carries the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>The two passphrases differ; nothing has gone out. Type the second anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>restricted case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>restricted cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Say where the workbook is saved; nothing has gone out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <location filename="../police/takein.py" />
            <location filename="../police/words.py" />
            <location filename="../register/outcome.py" />
            <location filename="../standing.py" />
            <source>row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <location filename="../police/takein.py" />
            <location filename="../police/words.py" />
            <location filename="../register/outcome.py" />
            <location filename="../standing.py" />
            <source>rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <source>Passph&amp;rase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/send.py" />
            <location filename="../settings/screen.py" />
            <location filename="../signin/ask.py" />
            <location filename="../signin/create.py" />
            <location filename="../signin/recover.py" />
            <source>Once more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>What the file says itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Import the file that Police returned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>•  Under review: {file_name}, came {came_on}, {answers}, {decided} decided
•  This file: {name}, {error_answers}
•  What was decided on an answer that stands in both is kept
•  The file that is not reviewed can be imported again, and then goes on as it was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Already imported for {exchange}; nothing new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>The workbook as it came back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Passphrase, where Police chose another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Exchange it belongs to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>&amp;Read the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Review the a&amp;nswers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>&amp;Review this file in its place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>&amp;Keep the one under review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Returned workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Excel workbooks (*.xlsx *.xlsm)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>{answers} taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>•  {rows}, read before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>with cells of ours changed: their answers are looked at one by one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>that no seal of this exchange stands on: a chair says whose they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>more than once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>did not come back: those cases stay on the agenda with “no reply”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>added by Police about aliases and people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>•  {cells} cannot be read as written: fix or ask back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>The file is read and laid beside what stands here. Nothing is written into a case before you review it and choose Apply.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Choose the file that came back; nothing was taken over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Reading the returned workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>✓ {exchange} came back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>&amp;Read the returned file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>•  It takes the place of a file that was not applied, which can be imported again; decided as there: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Returned fi&amp;le</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Left empty, the passphrases kept with the exchanges are tried.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Choose an exchange only for a file that has lost both its name and its seals.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Another reply is under review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>cell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>cells</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>Passphrase, &amp;only if Police chose another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/takein.py" />
            <source>&amp;Belongs to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Cells are decided by an administrator of the forum, or by its Police liaison.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>A chair of the forum says whose row this is: ask the chair to look at this page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Choose cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <location filename="../trail/screen.py" />
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Apply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>{days} late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>row {place} of {sheet}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Undecided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Need a fix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>On unknown rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Asked back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>due today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>due in {days}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Waiting, {day}{chased}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>, {asked} to ask back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>{count} times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Row {place} of {sheet}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>? whose row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>≠ conflict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>, reminded {counted_times}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Review, {undecided} undecided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Review, ready to apply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Applied {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>+ added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>✗ Reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>↩ Ask back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>✓ Taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>✓ Taken as {edited}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>✗ Not taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>{rows} came back, </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>conflict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>needs a fix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>need a fix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>unknown row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>unknown rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>; and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Did not come back, told as “no reply” on the agenda: {named}{more}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>+ changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>= same as now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>! row came twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>! our cells changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>linked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>Fix or send back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>✓ Accept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>✓ Accept as {edited}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>{missing} did not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../police/words.py" />
            <source>none is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Review on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Open a case for high profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>For a person already in the register, named by PRN. A person in no extract is entered by hand first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <location filename="../register/menu.py" />
            <location filename="../register/preview.py" />
            <location filename="../register/screen.py" />
            <source>Open the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Date of birth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>{cases} asked for at {meeting}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Ask for {cases} at a meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Only an agenda that is not issued yet takes them. Those before one that is refused stay asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Ask for them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>The review day is missing; write dd/mm/yyyy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>&amp;PRN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>&amp;Limb</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Re&amp;view on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>The date of birth is missing; write dd/mm/yyyy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Enter a person by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Only for somebody in no extract. A later extract with the same PRN brings the rest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Enter and open a case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Take in {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>A case opens and the reason stands in it. The criteria stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Take in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>No meeting's agenda is a draft; schedule one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>{told} on the agenda of {meeting}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Asking for the cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Asked &amp;by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Limb</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>{done} of {prns}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>Date of &amp;birth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/acts.py" />
            <source>{name} is on the list now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/asking.py" />
            <source>The cases could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/asking.py" />
            <source>Nothing is known of them yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/asking.py" />
            <location filename="../run/screen.py" />
            <source>Reading the cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/asking.py" />
            <location filename="../widgets/unsaved.py" />
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>PED</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>Hearing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>SRD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>SED</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>FRD</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>Ordered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>soonest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>latest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>fewest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>most first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>in {many}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>{many} ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>no date known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>best found first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>, closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>, proposed to {proposed_to}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>, changed outside ForumDesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>Date counted to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <location filename="../register/filters.py" />
            <source>Stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <location filename="../register/filters.py" />
            <source>Release plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>To do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>Found by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>{told}, sorted: {order}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>, left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>A to Z</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/columns.py" />
            <source>Z to A</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>These are in force. What is changed here is compared with them by name, and counts only once you say so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Nobody falls out by itself: open cases stay open, and keep the version that took them in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>is at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>is at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <location filename="../register/empty.py" />
            <source>is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Criteria</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Criterion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Looks at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Holds where it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>In words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>At the next extract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Criteria of {forum}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <location filename="../register/screen.py" />
            <source>Left &amp;out…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>&amp;Add…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Chan&amp;ge…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Take o&amp;ut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Put &amp;back what is in force</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Put &amp;in force…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Give up its o&amp;wn…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Whom the change would place otherwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>every forum without criteria of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>put in force on {adopted_at} by {adopted_by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>as the program came</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Version {version}, for {where}, {adopted}. A case is taken in where one of them holds and the date counted to is within {horizon_months} months.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>criterion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>criteria</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Not in force yet. Of {counted} in the last extracts {enters:,} would come in, and {leaves:,} would no longer. {keeps}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Add a criterion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Comparison</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>{forum} has no criteria of its own any more: version {version} counts for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Somebody else put other criteria in force meanwhile; those stand, and nothing was changed. What you tried out is still here, compared with theirs: put it in force once you have read both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Whom an extract took in meanwhile stays in, with the version that took them in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>+ comes in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>– stays out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Reading the criteria</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Change the criterion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Version {version} is in force for {forum} from the next extract on. {keeps}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>&amp;Add a criterion…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>&amp;Change the criterion…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Put the criteria in &amp;force…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Give up the forum's o&amp;wn criteria…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Comparing by name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Rows with the same code are alternatives. A blank in the extract never fires.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Try it out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Put these criteria in force</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>For {forum}, from the next extract on. {keeps}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>&amp;Put in force</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Give up the forum's own criteria</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Those of every forum count for {forum} again, also as they change later. {keeps}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>&amp;Give up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <location filename="../settings/library.py" />
            <source>&amp;Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>&amp;Looks at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>Co&amp;mparison</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>&amp;Value, as an extract writes it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>In &amp;words, where the heading alone does not say it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/criteria.py" />
            <source>every forum without its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>No meeting is coming, or nothing is due at the next one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Every case within 2 months of its date has a verified address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Police have answered on every address proposed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Every case with victim notification has the HR flag as well.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Nothing changed since the last meeting closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>No case has been closed yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>{cases} {are} hidden by: {hides}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>No case matches these filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Nothing in “{view}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Look at closed and left-out people too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Show all open cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>No cases yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Import the eight-month list from a spreadsheet, or open a case by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>No cases to show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>No case of this forum is open to you yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Import an extract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>See who is left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/empty.py" />
            <source>Open a case by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Child-sex offender</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Victim notification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Offender warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Deportation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>{count} months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Take away: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Filter {words}: take away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Cle&amp;ar all filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>{beyond:,} more found outside this view: show {them} too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <location filename="../register/menu.py" />
            <source>any time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Flags (any of)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Release within</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Release within: {radio}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Sta&amp;ge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>&amp;Release plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Showing {counted}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <location filename="../register/menu.py" />
            <source>any stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <location filename="../register/menu.py" />
            <source>any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>; no filters in force</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>Clear all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/filters.py" />
            <source>it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>eight months out is still ahead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>victim notification alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>liable to deportation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>short sentence, released at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>a restraint on transfer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>staff safety alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>answers no criterion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Left out of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>, from {starts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Not on the list, because</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Watch list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Name or number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>&amp;Watch list only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <location filename="../register/taking_in.py" />
            <source>All cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Crite&amp;ria…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Take &amp;in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>People left out of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Showing {counted}; {watched:,} on the watch list. Take in whom the criteria should not have left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>{counted} left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>● on it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Reading who is left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>&amp;Take in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>on the watch list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>not on the watch list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>any reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Nobody matches these filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>Nobody is left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>The last extract put everybody on the list, or none was taken in yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/left_out.py" />
            <source>watch list only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/mapping.py" />
            <source>&amp;Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/mapping.py" />
            <source>Which of the file's columns is which</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/mapping.py" />
            <source>What must be there stands first. A heading left at “not in the file” stays blank.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/mapping.py" />
            <source>not in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/mapping.py" />
            <source>Column for {heading}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/mapping.py" />
            <source>● must be there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/mapping.py" />
            <source>Another file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/mapping.py" />
            <source>✓ found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/mapping.py" />
            <source>– not in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/menu.py" />
            <source>Copy rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/menu.py" />
            <source>What a flag is about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/menu.py" />
            <source>Filter by flag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/menu.py" />
            <source>Filter by date counted to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/menu.py" />
            <source>Filter by stage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/menu.py" />
            <source>Filter by release plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/menu.py" />
            <source>Ask for the chosen at a meeting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/menu.py" />
            <source>Sort by {title}, {order}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/menu.py" />
            <source>release within {months}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>{rows}: {added:,} new, {changed:,} changed, {unchanged:,} as they were, {rejected:,} refused. {cases} {verb}open, {dates} {verb}move, {people} no longer in the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>In the register now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>In the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Days lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Why it was refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>What is odd</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>would </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>What the extract does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Ta&amp;ke in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Other col&amp;umns…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>&amp;Save the refused rows…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>A&amp;nother file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>See the &amp;list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>, as at {as_at}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Differences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Refused rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Oddities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Taking in {file_name}{as_at} would do this; nothing is written yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Taken in: {file_name}{as_at}, extract {extract}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Columns left aside: {unknown_headings}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/outcome.py" />
            <source>Refused rows change nothing: save them, mend them and send them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>, {days_lost:+,} days of planning lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>{late}{text}, {owner}, by {due}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>No case chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>Choose a case in the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>PRN {prn} · born {date_of_birth} · aged {age}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>due since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>comes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>Open actions ({waiting})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>Last changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>No case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>✓ nothing is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>{months} before: {when} {on}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>Left out: {left}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>late: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/preview.py" />
            <source>none since the case came in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Name, number, date of birth, address, flag, note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;Keep view…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;New case…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Fi&amp;lters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>at least {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>{cases} chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Reading the register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>The cases come as soon as it answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;Import an extract…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;Preview the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Enter a person by &amp;hand…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;Ask for the chosen at a meeting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Left &amp;out of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;What takes a case in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;Keep this view…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;Rename this view…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Re&amp;move this view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>&amp;Clear all filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Preview the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Choose the row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Filter, sort and more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Go to a name that begins so</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Copy the chosen rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Reading more cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/screen.py" />
            <source>Vie&amp;w</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Choose the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Name its columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Look at what would change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Taken in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Take in an extract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>A CSV file or an Excel workbook from IOMS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Bro&amp;wse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>&amp;Look at the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Choose an extract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Extracts (*.csv *.xlsx *.xls *.ods);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Looking at the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Dry run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Taking in the extract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Save the rejected rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>ioms-CHC-2026-12.csv</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>ioms-{forum}-2026-12.csv</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>no-such-extract.csv</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>{name} cannot be read ({strerror}); nothing was taken in. Check the name, close it in other programs, and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Nothing is written until you press Take in. The same file again changes nothing. What the forum itself has said stays beside what IOMS says and is never overwritten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Only an administrator may take in an extract; the list is as it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>“{as_at}” is not a day; write dd/mm/yyyy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Reading the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Reading its headings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>The file has no column called {missing}. Say which of its columns it is, or mend the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Comparing every row with the register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Writing, whole or not at all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>&amp;Open an extract…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>&amp;As at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>only where the file has no “As at” column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Cancelled; nothing was taken in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>Saved the rejected rows as {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>{name} could not be written ({strerror}); the rows are still here. Choose another place and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>The file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/taking_in.py" />
            <source>no such file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>Keep this view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>Filters and order are kept on this computer, never a name that was typed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>Rename the view “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>It keeps its filters and its order.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>The view “{name}” is removed from this computer. No case has changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>{name} (own)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>Put it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>There is a view “{name}” already; give this one another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>Give the view a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../register/views.py" />
            <source>&amp;Name of the view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <source>This month at a glance: the next meeting and what it still needs, what is overdue, what changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <source>Everybody on the list, and who is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <source>The year's meetings, each with its agenda made by rule.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <source>Numbered copies: printed, issued, counted back in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <source>The workbook that goes to Police and what comes back in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <source>Who has access, and who asks for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <location filename="../trail/screen.py" />
            <source>Trail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <source>What was done here, by whom, sealed entry by entry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <source>Counts without names: releases, milestones, actions, turnaround.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <location filename="../settings/screen.py" />
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../registry.py" />
            <source>Text size, theme, and where the register is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>✓ agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>✓ changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>✓ more to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>↷ put off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>… not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>! not reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>put off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>not reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>Agenda, with how each case stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>{decided} of {cases} done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source> · clock paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>▶ now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>still to come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <location filename="../run/paper.py" />
            <source>▢ on paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/agenda_list.py" />
            <source>↑ pulled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>Here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>Statement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>✓ has heard it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>! has not heard it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>Who is here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>The &amp;statement was read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>People at the meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>Here, or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>&amp;Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>&amp;Gone out now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>Quorum. {quorum}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>The confidentiality statement is not recorded as read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>The confidentiality statement was read at {at:%H:%M} by {by}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>Nobody is recorded yet: name above who is here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>For {case} only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>For one case only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source> Read it again for the newcomers: {not_read_to}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>The &amp;statement was read again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>Se&amp;rvice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>R&amp;ole</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/attendance.py" />
            <source>Nobody is recorded yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/audience.py" />
            <source>For the room – ForumDesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/audience.py" />
            <source>The case, as the room sees it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/audience.py" />
            <source>Safe for the room: no names, no Police notes, no soft information</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/audience.py" />
            <source>{clock} of the meeting left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>✓ in order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>✕ stops closing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>Looked at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>Found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>milestone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>milestones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>Before the meeting closes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>What is looked at before a meeting closes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>Copies out, with their holders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>&amp;Why the copy stays with its holder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>Close the meeting (Ctrl+Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>Go to the first undecided case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>To the minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>The meeting cannot close yet: {things} in the way, see below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source> In {cases} text stands that nobody has recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source> A chair closes it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>{place} (PRN {prn})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>! not said yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>{meeting} is closed; {taken} taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>The meeting is closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>The meeting may close; {warnings} will be recorded with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>Everything is in order: the meeting may close.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>action {id} of {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>With</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>Why it stays out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>warning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/closing.py" />
            <source>warnings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>Disclosure outside the forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>Next review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>Which service said it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>What may be done with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>Record and &amp;go on (Ctrl+Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>{draft}. Enter keeps it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>Decision (1–4)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>New &amp;action (A), in one line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>Disc&amp;ussion (M), by service</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>&amp;Dissent, if any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <location filename="../run/paper.py" />
            <source>Disc&amp;losure outside the forum considered?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>&amp;Next review, if it is to be sooner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>Recorded: {decisions}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>No decision is chosen; nothing was recorded: press 1, 2, 3 or 4.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/deciding.py" />
            <source>“{review}” is not a day; nothing was recorded: write dd/mm/yyyy, or leave it empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/front.py" />
            <source>Start the cloc&amp;k</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/front.py" />
            <source>Projector-safe: names, Police notes and soft information are hidden (P).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/front.py" />
            <source>Everything is shown: names, Police notes, soft information. P hides them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/front.py" />
            <source>{day}  ·  case {position} of {cases}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/front.py" />
            <source>·  Meeting {clock} {over_time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/front.py" />
            <source>Pause the cloc&amp;k</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/front.py" />
            <source> decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/front.py" />
            <source>over time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/front.py" />
            <source>left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>Ctrl+Enter record and next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>Alt+Left, Alt+Right other case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>F11 full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>Ctrl+/ every key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>Esc leave (asks)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>start or pause the clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>one minute more for the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>ten minutes more for the meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>plan agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>agreed with changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>not agreed: more to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>put off to the next meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>defer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>minute of the discussion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>pull to the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>move to paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>vote on paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>who is here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>checklist and closing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>projector-safe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/keys.py" />
            <source>1–4 decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/outbox.py" />
            <source>Saving the action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/outbox.py" />
            <source>What {service} said on case {position}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/outbox.py" />
            <source>Saving the decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/outbox.py" />
            <source>Saving what was said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/outbox.py" />
            <location filename="../run/pages.py" />
            <source>case {position}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/page.py" />
            <source>The case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>Agreed on paper in one vote: {cases}; {vote_cases} still to decide.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>pulled to the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>moved to paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>Case {position} is {what}; {by} asked for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>Saving the vote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <location filename="../undo_words.py" />
            <source>Closing the meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>Any member may ask for it; who asked is kept with the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>Pull case {position} to the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>Move case {position} to paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>Pull to the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>Move to paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/pages.py" />
            <source>&amp;Who asks for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>Why it is on paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>Cases on paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>Disclosure outside the forum considered, for all of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>A&amp;gree them all in one vote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>Ctrl+Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>Pull to the table… (T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>On paper: {cases} to agree in one vote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>case {position}, {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>No case is on paper.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>Nothing has changed in these cases and nothing is due. Any member may pull one to the table: T on its line, and who asked. Enter looks at a case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>Nothing is on paper at this meeting. O moves the case in hand here, with the name of who asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>↑ pulled by {by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/paper.py" />
            <source>▢ moved here by {by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/recording.py" />
            <source>thing recorded waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/recording.py" />
            <source>things recorded wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/recording.py" />
            <source>Not saved since {since:%H:%M}: {sentence} Reading goes on and saving waits: {waits}, nothing typed is lost, and it is tried again by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/recording.py" />
            <source>This case is on paper: V votes on all of them, T pulls it to the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/recording.py" />
            <source>The action cannot be read yet; nothing was recorded: mend its line, or empty it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/ring.py" />
            <source>paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/ring.py" />
            <source>Time left for this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>Run the meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>Leave (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>This meeting cannot be run now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>An agenda is made by rule and issued before its meeting is run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>What was recorded waits to be saved; nothing was left. Stay until the register can be reached again, or lock (Ctrl+L): it is kept sealed on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>Leave the meeting? Its clock is paused, and everything typed is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>To the agenda</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>&amp;Record and next; vote; close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>Case &amp;before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>Case &amp;after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/screen.py" />
            <source>Stay (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/sheet.py" />
            <source>⇥ Leave the room: {leaving}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Plan agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Agreed with changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Not agreed: more to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Put off to the next meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>At the table{pulled_by}, {minutes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>{decisions} on {day}: {reason}{dissent}{review}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Action, {outcome}: {text} ({owner}{due})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>born {date_of_birth}, aged {age}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>owner {owner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Also known as {aliases}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>On paper{moved}: agreed in one vote with the others (V). T pulls it to the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>No meeting was closed before this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Nothing recorded since the meeting of {changes_since}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>No address is proposed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>not verified</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>, the next address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source> No check yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>No meeting has decided on this case, and no action is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source> Dissent: {dissent}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source> Looked at again on {next_review}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>, by {due}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Plan and checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Last decision and actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Prisons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Probation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Psychological services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>, moved there by {pulled_by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>The milestone still asks for: {missing}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Never taken: {missed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Nothing recorded. That is not the same as nothing held.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>, pulled by {pulled_by}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Needs: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/told.py" />
            <source>Conditions: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/two_texts.py" />
            <source>what {service} said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/two_texts.py" />
            <source>the decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/two_texts.py" />
            <source>Case {position}: another computer recorded {what} meanwhile, and that stands. Your text is kept in its fields.{more}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/two_texts.py" />
            <source>more waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../run/two_texts.py" />
            <source>more wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/about.py" />
            <source>About ForumDesk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/about.py" />
            <source>Licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/about.py" />
            <source>library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/about.py" />
            <source>libraries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/about.py" />
            <source>No text came with {name}; it names its licence: {licence}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/about.py" />
            <source>Libraries and their licences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/about.py" />
            <source>The licence in full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/about.py" />
            <source>Libraries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/about.py" />
            <source>Reading what is installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Takes effect at the next sign-in on this computer, for closing at once. Old backups are not removed: whoever had access when one was made can still read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>No backup yet. Make one now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Backing up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>every day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>every 2 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>every week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>only when asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>How often this computer backs the register up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Also on closin&amp;g, where something was saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Folder for a second copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Choose &amp;place…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>&amp;Back up now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Prove the &amp;newest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>&amp;Keep this plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Backed up to entry {entries:,} and verified as a copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>The backup of {made_at} holds: {checks}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>The plan for backups is kept on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Ho&amp;w often</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Second pl&amp;ace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Backups are for administrators and chairs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Newest: {sentence}
{file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/backups.py" />
            <source>Proving the backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>No forum is in view.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>The settings of {forum}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Takes effect at once: the region's holidays in days counted from now on, name and marking on every page made from now on. A meeting scheduled already keeps its Police day, a copy keeps its marking.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>The agenda's template</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Takes effect at once for agendas not issued yet. An issued agenda keeps its minutes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Quorum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Takes effect at once for meetings not closed yet. A meeting without its quorum can close; it is warned of and the minutes say so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Takes effect at once, for every plan of the forum.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>{name}
Region: {region}
Marking: {marking}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Minutes for an item: {template}
Length of a meeting: {length} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Which checks of an address are due, and how old a value may be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>A meeting asks for {quorum}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Marking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>The forum {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>The region says whose anniversary day and holidays count. The marking stands on every page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>The agenda's template of {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Minutes for an item at the table and on paper, one a line. A milestone that takes longer has a line of its own: table/4 = 12.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>The forum {code} is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>&amp;Prisons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>P&amp;robation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Psychological &amp;services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>The quorum is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <location filename="../settings/lists.py" />
            <source>You read this; {who} changes it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Change the forum…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Change the template…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Change the quorum…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Checks and ages…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>name region holidays anniversary marking in confidence sensitive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>forum agenda template minutes table paper milestone length meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>forum quorum services people attendance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>forum plans policy checks addresses ages days old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>&amp;Region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>&amp;Marking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>&amp;Minutes for an item: table = 8, paper = 1, table/4 = 12</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>&amp;Length of a meeting, in minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>At &amp;least so many people (0: no number)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>How many people is a whole number; nothing was saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Somebody else saved “{theirs}” meanwhile; that stands, and yours is still here. Save again to put yours in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>The quorum of {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/forum.py" />
            <source>Who must be there for a meeting to have its quorum: somebody of each service ticked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/library.py" />
            <source>From day, or last day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/library.py" />
            <location filename="../undo_words.py" />
            <source>The library of conditions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/library.py" />
            <source>For the whole register. New words with a code end the old ones on the day before; without words the code ends with the day. Cases keep the words they were given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/library.py" />
            <source>&amp;Words (blank: end the code)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/library.py" />
            <source>&amp;Source (the Act and section, or who decided)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/library.py" />
            <source>From da&amp;y, or last day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/library.py" />
            <source>The library has the words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/library.py" />
            <source>The words end with that day; cases keep them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Fixed: files of other agencies, the rules and what is stored already depend on these words, so that they change with a new version of ForumDesk alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <location filename="../settings/screen.py" />
            <source>Lists of values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Conditions of release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Takes effect from the day it is given, for conditions proposed from then on; a case keeps the words it was given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Answers of a partner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Why a case ends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Limbs of high profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Domains of need</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>What becomes of a need</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>What it means</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Word a condition…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Criteria…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Disposal classes…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Words of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>The library has no conditions yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>“Word a condition…” gives a code its words from a day on; plans choose from them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>Reading the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>a release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/lists.py" />
            <source>&amp;List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>as the computer is set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>high contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>back up second place prove the last backup test restore restoring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Find a setting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Appearance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Takes effect at once. Also: Ctrl++ and Ctrl+- for larger and smaller text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Lock after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Locking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Takes effect at once. The lock cannot be switched off; a minute before, a warning that any key stops.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Lists of values…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Flags, conditions, answers, reasons a case ends: each list says when new words take effect.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Keeping and &amp;disposal…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>What had left the forum by a day…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Keeping</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>How long records are kept, holds, destroying for good, and the record as it stood on a past day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Version and licences…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Version, the register's schema step, and the licence of every library.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Present passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <location filename="../signin/recover.py" />
            <source>New passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>New passphrase once more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Change m&amp;y passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <location filename="../undo_words.py" />
            <source>Your passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Takes effect at your next sign-in. At least 16 characters; nobody can find out one that was forgotten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Take it &amp;up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>An office handed over to you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>A chair names who is chair next, or deputy, and tells you the number. It counts once you take it up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <location filename="../signin/ask.py" />
            <location filename="../signin/enter.py" />
            <location filename="../signin/recover.py" />
            <source>Folder of the register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>To work in another register, lock (Ctrl+L) and choose its folder there: it takes effect at that sign-in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>No setting matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>“{text}” is in none of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>You are {role} in {where} from {from_date}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Your passphrase is changed; the old one no longer opens this register.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Text si&amp;ze</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>&amp;Lock when idle for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Present</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <location filename="../signin/ask.py" />
            <location filename="../signin/enter.py" />
            <location filename="../signin/recover.py" />
            <source>&amp;Register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>group of settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>groups of settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Type the number that the chair told you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>The two new passphrases differ; type them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>Changing your passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>{each} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../settings/screen.py" />
            <source>1 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <source>As&amp;k for access</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <source>CHC; empty for every forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <source>person asking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <location filename="../signin/recover.py" />
            <source>&amp;Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <source>Asked for access as {name}. Tell the chair these groups, to compare: {fingerprint}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <source>Ask for access</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <source>You choose your own passphrase now. It opens nothing until a chair lets you in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <location filename="../signin/recover.py" />
            <source>Choose the register's folder first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <location filename="../signin/recover.py" />
            <source>Making your keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <source>Rol&amp;e</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/ask.py" />
            <source>&amp;Forum's code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/codes.py" />
            <source>Any two of these three codes let somebody in again when passphrases are forgotten. They are shown this once and kept nowhere. Write or print each on paper of its own and give them to three people. Then type them in from the paper.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/codes.py" />
            <source>Three pages for three envelopes: a code on each, whose register it opens, and how it is used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/codes.py" />
            <source>Recovery codes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/codes.py" />
            <source>&amp;Show the codes again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/codes.py" />
            <source>The codes are &amp;written down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/codes.py" />
            <source>the recovery sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/codes.py" />
            <source>Making the recovery sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/codes.py" />
            <source>Code &amp;{number}, from the paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/codes.py" />
            <source>That is not code {code}; compare it with the sheet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Ma&amp;ke the register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Passphrase of the {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Passphrase of the {who} once more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Show the passphrase of the {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Offer five words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Offer five words to the {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Name of the {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Folder for the new register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Christchurch HR/HP Forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>CHC</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>first administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>&amp;Administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>first chair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>&amp;Chair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Making it…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>The {who} needs a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>The two passphrases of the {who} differ; type them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Start a new register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Both people are needed at this computer. A passphrase has at least 16 characters; five unrelated words are best. Nobody can find out a passphrase that was forgotten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Choose a new folder for the register.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>The forum needs a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>The forum needs a short code, such as CHC.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Making an encrypted register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>New &amp;folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>&amp;Name of the forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>Short c&amp;ode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>&amp;Region, for its holidays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>The forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>First administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/create.py" />
            <source>First chair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>&amp;Unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>&amp;Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>&amp;Ask for access…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>Forgotten passphrase?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>The key file is back: {copy}. The register was not touched; sign in as always.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <location filename="../signin/restore.py" />
            <source>&amp;Passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>the register's folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <location filename="../signin/restore.py" />
            <source>your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <location filename="../signin/restore.py" />
            <source>your passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>Unlocking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>Putting the key file back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>Unlocking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>Locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>Sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <location filename="../signin/restore.py" />
            <source>Fill in {what} first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/enter.py" />
            <source>Choose another…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/fields.py" />
            <source>Ch&amp;oose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/opened.py" />
            <source>gone: no register lies there now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/opened.py" />
            <source>Ta&amp;ke off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/opened.py" />
            <source>The register itself stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/opened.py" />
            <source>Regis&amp;ters opened here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/recover.py" />
            <source>Nobody can find the old one out. Choose a new one. Then ask an administrator and a chair to agree to it; or, where nobody is left who can, type two of the three recovery codes from their papers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/recover.py" />
            <source>person coming back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/recover.py" />
            <source>As&amp;k two others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/recover.py" />
            <source>&amp;Use the codes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/recover.py" />
            <source>Asked for a new passphrase. An administrator proposes it and a chair approves it, under People. Tell both these groups, to compare: {fingerprint}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/recover.py" />
            <source>Forgotten passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/recover.py" />
            <source>Opening by two codes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/recover.py" />
            <source>&amp;First code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/recover.py" />
            <source>&amp;Second code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>&amp;Restore it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>Restored the backup of {made_at} into {folder}, under a new key. Sign in to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>Backup file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>New folder for the register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>Bac&amp;k</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>It can be read; a chair confirms it after signing in, before anything is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>&amp;Backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>N&amp;ew folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>Restore a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>It is unpacked into a new folder, verified, and given a new key; the damaged register stays as it is. The passphrase is the one that held when the backup was made. A chair's restoring counts at once; an administrator's can be read, and a chair confirms it before anything is saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>the backup file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>a new folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>Restoring the backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>Restoring…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>{not_accepted} Nothing was restored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/restore.py" />
            <source>Backups (*{suffix})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>Start a &amp;new register…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>O&amp;pen a register…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>&amp;Try it with made-up people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>Making made-up people …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>Made-up people, marked TRAINING. {name} is filled in for you; the passphrase is: {passphrase}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>the demo did not say why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>The made-up register could not be made: {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>The HR/HP forum's month in one encrypted file on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>Your forum has no register yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>Two people are needed now: the first administrator and the first chair, each with a passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>There is a register already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>Choose its folder: it holds register.fdb and register.keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>Look round first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>Makes a register of people who do not exist, with a month's work in it. Takes half a minute.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/welcome.py" />
            <source>Making a register of made-up people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/window.py" />
            <source>nobody is signed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/window.py" />
            <source>Lar&amp;ger text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../signin/window.py" />
            <source>Light or &amp;dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>1 case was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>{count:,} cases were</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source> (PRN {marks}{more})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>{what} changed outside ForumDesk{who}: marked in the list, and not to be printed until a chair has looked. Everything else works on. Tell the chair.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>Keep the older copy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>See the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>{rows} accepted as found; the trail says so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>Accept as found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>Records about no one case were changed with other tools: forums, meetings, people with access or copies. Look first at `forumdesk register outside`, which names each. What was changed stays as it is and is sealed anew; your reason stands in the trail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>The older copy is this register from now on; the trail says so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>Keep the older copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>Everything entered after it is given up for good. Look first for the newer file: another computer, the share's own backups. The decision and both numbers stand in the trail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>&amp;Keep the older copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>&amp;Why are they accepted?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../standing.py" />
            <source>&amp;Why is the older copy kept?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/filters.py" />
            <source>by {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/filters.py" />
            <source>about {kind}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>What happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>As</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>entry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>entries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Verif&amp;y the chain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Checkpoint…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Com&amp;pare…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Compare the trail with a checkpoint on paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>E&amp;xport…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Save the entries shown as a file for an auditor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Entries of the trail, newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>every entry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Save the export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>{count} stand in {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Checkpoint after entry {seq:,} ({at}): {full}. Write it on paper that is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>entry {done:,} of {of:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Reading the trail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Showing entries {told}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>No filters in force; newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>No entry matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Verifying the trail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Cancelled: the trail is not verified.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>The trail says that an export was made, and no file was written: make it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>&amp;Verify the trail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Compare the trail with &amp;paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>&amp;Checkpoint of the trail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>everybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>No entries yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Everything that is done here will stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Say what the file is for; nothing was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Export the trail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>A file for an auditor: {told}. It is not encrypted and names people: keep it as its marking says. The trail says that it was made, by whom and what for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Type the groups from the paper first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Compare the trail with paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>Type the twenty groups of a checkpoint as they stand on the minutes, or the number and four groups of a pack's cover. Nothing is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>&amp;Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>&amp;By</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>&amp;What for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../trail/screen.py" />
            <source>&amp;Groups on the paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../turning.py" />
            <source>That is not taken back here, where others may read whom it is about; leave this screen first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../turning.py" />
            <source>It is done; whom it is about is kept from this screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../turning.py" />
            <source>{what}: theirs is saved, yours is not. Both are kept until you choose.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>Still being saved: what you did last can be taken back once it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>There is nothing to take back since you signed in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>There is nothing to do again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>{told} (why not)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>Taking back what was done last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>Doing again what was taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>what somebody else wrote there stands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source> Ctrl+Z again takes back what was before it: {small}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>Taken back: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>Done again: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>it is already taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo.py" />
            <source>it is already done again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>what was signed or said stays in its version; “Correct…” under “Minutes” makes the next one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it is not taken away; said again at the table, it is replaced and the history keeps both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a numbered copy is paper in somebody's hand; settle or void it under “Packs and copies”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>who opens the register is a matter of keys; “People” gives and ends access.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it changed who holds the key of the case; the bar on the case names its readers anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>what went to the Board or to others stays told; keep what was sent next beside it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>what went to Police has left; “Police exchange” asks back, or the review corrects it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a decision on destroying records stands; “Keeping and disposal” has what follows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>cases may hold these words already; give the code other words under “Library…” on the plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>What was saved last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>nothing to go back to was kept; put it right where you saved it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it is frozen as its readers have it; what changed since is said at the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Attendance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Reading the statement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>who has heard it has heard it; it can be read again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>The quorum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it holds for open meetings at once; set it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Who was there for one case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Recording a hearing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a hearing stays in the case; record the right one beside it, and the result of the other as it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A notice sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A report sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it is frozen as it was told; tell the Board anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>What the Board need not be told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>the reason stands; it is raised again when the plan changes further.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>What a service said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a statement stays as it was made; add another that puts it right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A rating</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>older ratings stay; add the right one, dated.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Closing the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>an episode that ended stays ended; open the next one with “New case…”, which shows this plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Disclosure considered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Destroying records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>nothing brings them back but a backup made before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Declining a disposal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Proposing a disposal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a chair answers it; “Decline…” under “Keeping and disposal” ends it with its reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A class of records</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>what was proposed keeps the words it was proposed under; word the class anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>The evaluation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it stands as the chair gave it; evaluate anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Taking in an extract</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>what IOMS said of its day stays; the forum's own word, or the next extract, puts it right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A step about a missing copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>what was done about it stays; record what follows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A print of a past day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it was given out, and its disclosure stays entered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>milestones were taken and the minutes frozen by it; “Reopen…” under “Minutes” opens their text alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Scheduling a meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it stays in the schedule; schedule the right day, and issue no agenda for this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A correction answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A correction asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>the chair answers it under “Minutes”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Confirming the minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>“Reopen…” opens them again, with a reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A correction of the minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Reopening the minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a chair confirms them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Accepting a change from outside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>the row counts as it stands now; enter the right value on the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Destroying copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>what is destroyed is gone, before two witnesses.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Issuing a copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A copy that is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>its incident runs; record that it was found under “Missing”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Making copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Making slips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Counting copies in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Settling a copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Voiding copies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a number is never used twice; make the copies anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Taking up an office</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Letting somebody in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Approving a role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>the old one opens nothing any more; change it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Declining a proposal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it can be proposed again under “People”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Giving a role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Handing over the chair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Proposing a new passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a chair answers it under “People”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Proposing a role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Ending somebody's access</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>the register has a new key; they ask anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>A word on consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>each word is kept with its day; record what was said next under “Consent…”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Making the Police workbook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Taking in the Police reply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>nothing of it is in a record before it is applied; reject it in the review.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Asking Police back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>the questions have left; what Police answer comes back into a review of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Reminding Police</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>they were reminded; it stays with its day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Applying the Police reply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>“Take it all back” in its review does it, until something else is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Whose row it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>“Take the link back” in the review restores both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>say whose it is in the review.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Taking the Police reply back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>its review is open; apply it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>say whose it is again in the review.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Adding a forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>meetings and cases may hang on it from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Keeping the older copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>the register goes on from it; nothing else is left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Opening by break-glass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>its readers and the next meeting are told that you looked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Ending an exclusion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>“Exclude somebody…” on the case excludes anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>An exclusion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a chair ends it on the case, and it stays in the record.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Lifting the restriction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Naming the readers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Restricting the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Moving a case to table or paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>move it back at the meeting, with who asks for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>The vote on paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>each case can be decided again at the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Sealing who said it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>a seal stays; seal again who it was in truth.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Accepting the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>it is here with its receipt; propose it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Declining the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>the other forum reads why, and may propose again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Proposing the case to another forum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>its readers may have looked already; “Take the proposal back…” on the case ends it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>Taking the proposal back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../undo_words.py" />
            <source>propose the case again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/ask.py" />
            <source>{headings} reads “{stood}” by now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/ask.py" />
            <source>“{field}” is not a day; write dd/mm/yyyy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/blank.py" />
            <source>You may not see {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/blank.py" />
            <source>Not as {refused_to}. Ask a chair for another role if you need it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>High risk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>High profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>Child-sex-offender classification</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>Victim Notification Register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>Offender Warning Register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>Protection order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>Liable to deportation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>Transfer restraint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>Staff safety</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>no flags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>Flags: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/chips.py" />
            <source>Left and Right go from flag to flag; Enter tells where one comes from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/find.py" />
            <source>Find on this screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/find.py" />
            <source>Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/find.py" />
            <source>{at:,} of {places:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/find.py" />
            <source>Nothing here has “{box}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/find.py" />
            <source>Find before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/notice.py" />
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/notice.py" />
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>No printer is there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>Printer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>Pr&amp;int</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>Save as PDF…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>Look at the pages…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>Save as PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>Page {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>Sent {what} to {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>Saved {what} as {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>&amp;On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/paper.py" />
            <source>The printer {name} did not take {what}; see whether a page came out, and print it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/pick.py" />
            <source>This is not a day; write dd/mm/yyyy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/sections.py" />
            <source>Sections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/sections.py" />
            <source>Forum in view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/strip.py" />
            <source>How far it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/strip.py" />
            <source>{done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/strip.py" />
            <source>Working …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/strip.py" />
            <source>{saying}: stopping after this one …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/unsaved.py" />
            <source>A copy of your text is in {name}, not encrypted: delete it once it is in the register. {what} is still not saved here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/unsaved.py" />
            <source>{what} is not saved. Your text is still here. {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/unsaved.py" />
            <source>Save a copy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/unsaved.py" />
            <source>Save a copy of your text (not encrypted)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/unsaved.py" />
            <source>Text (*.txt)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../widgets/unsaved.py" />
            <source>Saving a copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../window.py" />
            <source>Nothing changed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../window.py" />
            <source>locks after {minutes} min idle </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../window.py" />
            <source>This screen has no border to move.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>READING ONLY: changes cannot be saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>AN OLDER COPY OF THE REGISTER, READING ONLY</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>THE REGISTER IS DAMAGED: nothing is saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>An older copy of this register lies in its place: {numbers}. Nothing can be saved until a chair decides. Put the newer file back, or have the chair keep the older one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>This is a copy of the register: elsewhere, {numbers}. Check that it is the one you mean to work in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>ForumDesk stopped while you were typing. Your text of {at} is back where it was; it is not saved yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>What you typed here before is back. It is not saved yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Begin anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Not saved. What you typed comes back when you open that form again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“{title}” was open and is not saved. Your text is back in it when you open it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>ForumDesk locks in {seconds} seconds because nobody is using it. Press any key to stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>What you had typed is kept until you sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Finishing what is being saved …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>backing up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>ForumDesk closes once the backup is made and verified. Close it again to leave without one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Restore into a new folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Put the copy back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Name or passphrase not accepted; the register is as it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Caps Lock is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>TRAINING: made-up people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>no forum yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>no meeting scheduled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Actions” on the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Addresses” on the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>the search box under “Cases”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Raise a flag…” on the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“New case…” under “Cases”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Take in…” under “Left out”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Destroy…” under “Keeping and disposal”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Classes” under “Keeping and disposal”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>the disposals under “Keeping and disposal”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Import…” under “Cases”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Record a hearing…” on the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>its agenda under “Meetings”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Meetings”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Schedule a meeting…” under “Meetings”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Import returned file…” under “Police exchange”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Whose row is this?” in the review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Police exchange”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>the review under “Police exchange”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Sealed sources…” on the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Ask for access” at the sign-in window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Cases”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>the release plan on the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Disclosures”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Figures”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>the hearings on the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Packs and copies”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“Trail”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>“People”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>{file} line {tb_lineno}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>{not_accepted} {tries} left before a 15-minute wait. Check the spelling of both, and Caps Lock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Saved {moment:%H:%M}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>{count:,} of {total:,} {things}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Something went wrong inside ForumDesk ({event}). What was being done was not saved; everything before it is. Try again, and tell whoever looks after ForumDesk if it comes back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>an unknown place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>{not_accepted} That was the third try: wait 15 minutes on this computer, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>no backup yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>backup today {then:%H:%M} ✓</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>backup {then}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>{count:,} {things}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>no {things}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>{title} has no screen yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>From a terminal the same work is done by:  {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>{name} at {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>One try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../words.py" />
            <source>Two tries</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
