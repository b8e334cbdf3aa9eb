"""The fields of every record type, as the data dictionary has them."""

# Names as the data dictionary has them: "name*" is name_fa and name_en, "=" a choice's options.
DICTIONARY = {
    "partner": """
        kind=city,city_network,un_body,development_bank,ngo,embassy,ministry,municipality,council,company,university,media,other
        name* name_local abbreviation aliases country city parent is_ours region founded founder*
        goals* scope* membership_conditions* population population_on languages
        weekend=saturday,sunday,monday,tuesday,wednesday,thursday,friday
        commonalities* sensitivities! website phone email address*""",
    "person": """
        given_name* family_name* aliases gender=woman,man,unstated honorific* academic_title*
        form_of_address*
        kind=foreign_official,domestic_official,iranian_abroad,expert,diplomat,media,staff,other
        nationality languages phone mobile email messenger biography* photo diet name_confirmed
        passport_no!""",
    "position": "person partner title* rank_level since until",
    "officer": "name* unit role=officer,protocol,manager,administrator person email active",
    "unit": "name* parent mandate*",
    "relation": """
        partner
        kind=sister_city_contract,cooperation_mou,mou,friendship_city,brotherhood,city_to_city
        stage=candidate,negotiation,concluded,suspended,ended since stage_since goal* mechanism*
        reason_chosen* dormancy_reason*
        themes=security,development,economy,networks,representation,culture
        our_liaison their_liaison legal_basis* agreement as_of""",
    "membership": """
        partner holder category=full,board,observer,honorary,associate,founding
        level=active,leadership,expert,agreement_only,none standing* since until officer
        representative alternate dues untapped* bargaining_points!*""",
    "membership_goal": """
        membership horizon=short,medium,long horizon_years goal* target progress
        state=planned,under_way,reached,dropped""",
    "membership_milestone": """
        membership kind=office_won,office_hosted,candidacy,role,bid title* when seats rivals
        result=pending,won,lost,withdrawn holder""",
    "proposal": """
        title* proposer forum purpose*
        state=raised,welcomed,under_review,accepted,rejected,replaced reaction* reason* decided_at
        replaces objective""",
    "objective": "rank title* level=national,local period indicator*",
    "assessment": """
        kind=opportunity,challenge,advantage,shortcoming,need,recommendation,expected_result
        rank text* partner theme=security,development,economy,networks,representation,culture
        action result_of""",
    "event": """
        title* kind=assembly,congress,summit,board,commission,signing,festival,workshop,other
        organiser host_city country when recurs_every_years previous
        our_role=host,chair,speaker,panelist,attendee,absent representative invitation_reply_due
        outcome* contribution* gained* objective""",
    "claim": "partner fact* value qualifier* as_of",
    "subject_link": """
        partner kind=strength,need,offer subject
        theme=security,development,economy,networks,representation,culture evidence*
    """,
    "gift": """
        visit meeting direction=given,received from_partner to_person item* value kept_at*
        given_on
    """,
    "media_item": """
        visit meeting outlet* headline* published_on url
        group=press,broadcast,parliament,council,social,foreign
        speaker* gist* tone=supportive,neutral,critical
    """,
    "experience": """
        title* direction=given,received,offered,sought result=successful,unsuccessful,unfinished
        theme=security,development,economy,networks,representation,culture
        subject partner relation visit reason* lesson* evidence*
        adoption=idea,localising,adopted,dropped objective
    """,
    "delegation": "name* direction=incoming,outgoing partner country occasion*",
    "delegation_member": """
        delegation person title* city
        role=head,deputy_head,elected,director,expert,press,embassy_companion,interpreter,security,support
        rank rank_reason sector=local_government,business,civil_society,national_government
        attendance=invited,confirmed,present,absent,prevented attendance_reason
        arrives arrival_flight departs departure_flight room car""",
    "visit": """
        number title* direction=incoming,outgoing partner event delegation
        level=mayor,deputy,council,director,expert
        stage=proposed,approved,preparing,under_way,completed,closed,cancelled
        starts_on ends_on place* purpose* invitation* host_officer
        interpretation=none,consecutive,simultaneous interpreter hotel* dress* press_line* cost
        cost_bearer=us,them,shared,third_party achievements*
        outcome_class=substantive,informational,ceremonial objective""",
    "programme_item": """
        visit day starts ends
        kind=arrival,departure,transfer,meeting,signing,meal,site_visit,ceremony,prayer,free
        title* place* host* meeting responsible vehicle state=draft,confirmed,cancelled
        internal_note!""",
    "checklist_item": "visit title* due_on done_on responsible",
    "meeting": """
        title* kind=courtesy,working,signing,session,on_the_margins visit event partner
        starts_at ends_at event_day=first,last place* parity=equal,unequal
        interpretation=none,consecutive,simultaneous
        press purpose* key_message* background* their_likely_points* sensitivities! press_line*
        minutes* outcome* outcome_class=substantive,informational,ceremonial
        state=planned,held,cancelled objective""",
    "participant": """
        meeting side=ours,theirs,both person member capacity* rank seat
        attendance=invited,confirmed,present,absent,prevented attendance_reason""",
    "talking_point": """
        meeting rank kind=certain,may_arise,defensive
        theme=security,development,economy,networks,representation,culture
        point* argument* expected_reply* our_response* red_line!""",
    "statement": """
        meeting rank participant speaker* side=ours,theirs,both
        kind=appreciation,hope,interest,readiness,position,condemnation,information,commitment,proposal
        theme=security,development,economy,networks,representation,culture text*""",
    "agreement": """
        number title*
        kind=sister_city,cooperation_mou,mou,letter_of_intent,friendship,action_plan,minutes_of_understanding,contract,declaration
        stage=negotiation,drafted,cleared,signed,in_force,expired,renewed,terminated
        relation visit signed_on signed_place* valid_from valid_until
        renewal=fixed,automatic,evergreen notice_days languages authentic_language originals
        original_kept_at* legal_basis* obstacles!*
        themes=security,development,economy,networks,representation,culture summary* objective""",
    "agreement_party": "agreement partner rank signatory signatory_title* signed_on",
    "article": """
        agreement number text* theme=security,development,economy,networks,representation,culture
        owed_by=ours,theirs,both unit due_on state=open,under_way,done,blocked,dropped evidence*""",
    "clearance": """
        agreement authority requested_on letter_no replied_on
        result=pending,granted,refused,not_needed override_reason""",
    "follow_up": """
        number title* owed_by=ours,theirs,both partner meeting article statement visit relation
        membership proposal
        assignee unit outside_body due_on priority=low,normal,high,urgent
        state=open,under_way,waiting,done,cancelled waiting_for* progress
        theme=security,development,economy,networks,representation,culture objective outcome*
        done_on""",
    "follow_up_note": "follow_up day officer text",
    "document": """
        title*
        kind=agreement_text,letter_in,letter_out,minutes,photo,presentation,law,resolution,strategy,newsletter,other
        number day language attached_to file caption* version_of for_publication""",
    "holiday": "day title* provisional",
}
