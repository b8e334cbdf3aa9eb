"""Every record type declares the fields of the data dictionary, well."""

from collections import Counter
from datetime import date, datetime, time
from typing import get_args, get_type_hints

import pytest
import sqlcipher3
from sqlalchemy import create_engine, event, insert, inspect, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import IntegrityError

from liaison.domain.records import CATALOGUE, by_name
from liaison.domain.schema import (
    AnyReference,
    Choice,
    Choices,
    Clock,
    Day,
    File,
    Flag,
    Instant,
    Number,
    Period,
    Record,
    RecordType,
    Reference,
    StoredFile,
    Tags,
    fields_of,
    fields_of_kind,
    label_key,
    sort_keys,
)
from liaison.errors import UserError
from liaison.time.span import Span

COMMON = "classification notes source verified_on"

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
    "event": """
        title* kind=assembly,congress,summit,board,commission,signing,festival,workshop,other
        organiser host_city country when recurs_every_years previous
        our_role=host,chair,speaker,panelist,attendee,absent invitation_reply_due outcome*""",
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
        adoption=idea,localising,adopted,dropped
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
        outcome_class=substantive,informational,ceremonial""",
    "programme_item": """
        visit day starts ends
        kind=arrival,departure,transfer,meeting,signing,meal,site_visit,ceremony,prayer,free
        title* place* host* meeting responsible vehicle state=draft,confirmed,cancelled
        internal_note!""",
    "checklist_item": "visit title* due_on done_on responsible",
    "meeting": """
        title* kind=courtesy,working,signing,session,on_the_margins visit event partner
        starts_at ends_at place* parity=equal,unequal interpretation=none,consecutive,simultaneous
        press purpose* key_message* background* their_likely_points* sensitivities! press_line*
        minutes* outcome* outcome_class=substantive,informational,ceremonial
        state=planned,held,cancelled""",
    "participant": """
        meeting side=ours,theirs,both person member capacity* rank
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
        themes=security,development,economy,networks,representation,culture summary*""",
    "agreement_party": "agreement partner rank signatory signatory_title* signed_on",
    "article": """
        agreement number text* theme=security,development,economy,networks,representation,culture
        owed_by=ours,theirs,both unit due_on state=open,under_way,done,blocked,dropped evidence*""",
    "clearance": """
        agreement authority requested_on letter_no replied_on
        result=pending,granted,refused,not_needed override_reason""",
    "follow_up": """
        number title* owed_by=ours,theirs,both partner meeting article statement visit relation
        assignee unit outside_body due_on priority=low,normal,high,urgent
        state=open,under_way,waiting,done,cancelled waiting_for* progress
        theme=security,development,economy,networks,representation,culture outcome* done_on""",
    "follow_up_note": "follow_up day officer text",
    "document": """
        title*
        kind=agreement_text,letter_in,letter_out,minutes,photo,presentation,law,resolution,strategy,newsletter,other
        number day language attached_to file caption* version_of for_publication""",
    "holiday": "day title* provisional",
}

OWNERS = {
    "position": "person",
    "claim": "partner",
    "subject_link": "partner",
    "delegation_member": "delegation",
    "programme_item": "visit",
    "checklist_item": "visit",
    "participant": "meeting",
    "talking_point": "meeting",
    "statement": "meeting",
    "agreement_party": "agreement",
    "article": "agreement",
    "clearance": "agreement",
    "follow_up_note": "follow_up",
}

PYTHON_TYPES = {
    Choices: tuple[str, ...],
    Tags: tuple[str, ...],
    Day: date,
    Period: Span,
    Instant: datetime,
    Clock: time,
    Number: int,
    Flag: bool,
    AnyReference: tuple[str, str],
    File: StoredFile,
}

every_type = pytest.mark.parametrize("record_type", CATALOGUE, ids=lambda each: each.__tablename__)


def declared(words: str) -> tuple[dict[str, list[str]], set[str]]:
    """Read a line of the dictionary: options by field key, and the restricted keys."""
    options, restricted = {}, set()
    for word in words.split():
        name, _equals, choices = word.partition("=")
        stem = name.strip("*!")
        for key in (f"{stem}_fa", f"{stem}_en") if "*" in name else (stem,):
            options[key] = choices.split(",") if choices else []
            if "!" in name:
                restricted.add(key)
    return options, restricted


def test_the_catalogue_holds_the_types_of_the_dictionary() -> None:
    assert {each.__tablename__ for each in CATALOGUE} == set(DICTIONARY)
    assert [by_name(each.__tablename__) for each in CATALOGUE] == list(CATALOGUE)


def test_an_unknown_type_is_refused_with_the_known_ones_named() -> None:
    with pytest.raises(UserError, match=r"“vist”.*partner.*visit"):
        by_name("vist")


@every_type
def test_fields_are_those_of_the_dictionary(record_type: RecordType) -> None:
    options, restricted = declared(DICTIONARY[record_type.__tablename__])
    fields = fields_of(record_type)
    assert set(fields) == set(options) | set(COMMON.split())
    assert {key for key, each in fields.items() if each.restricted} == restricted
    for key, keys in options.items():
        kind = fields[key].kind
        assert (list(kind.options) if isinstance(kind, Choice | Choices) else []) == keys, key


@every_type
def test_labels_are_there_and_two_languages_share_one(record_type: RecordType) -> None:
    fields = fields_of(record_type)
    assert record_type.singular
    assert record_type.plural != record_type.singular
    assert (record_type.__doc__ or "").endswith(".")
    labels: dict[str, set[str]] = {}
    for key, each in fields.items():
        labels.setdefault(label_key(record_type, key), set()).add(each.label)
        assert each.label[0].isupper(), key
        assert not each.label.endswith((".", ":")), key
    assert all(len(each) == 1 for each in labels.values())
    repeated = Counter(next(iter(each)) for each in labels.values()).most_common(1)
    assert repeated[0][1] == 1, repeated


@every_type
def test_annotations_say_the_type_of_the_kind(record_type: RecordType) -> None:
    hints = get_type_hints(record_type)
    for key, each in fields_of(record_type).items():
        (hint,) = get_args(hints[key])
        expected = PYTHON_TYPES.get(type(each.kind), str)
        assert hint == (expected if each.required else expected | None), key


@every_type
def test_titles_lists_and_owners(record_type: RecordType) -> None:
    name = record_type.__tablename__
    stems = {label_key(record_type, key) for key in fields_of(record_type)}
    assert set(record_type.title_fields) <= stems
    listed = {
        label_key(record_type, key) for key, each in fields_of(record_type).items() if each.listed
    }
    assert 2 <= len(listed) <= 6, listed
    references = fields_of_kind(record_type, Reference)
    assert {each.kind.target for each in references.values()} <= set(DICTIONARY)
    owners = [key for key, each in references.items() if each.kind.owner]
    assert owners == ([OWNERS[name]] if name in OWNERS else [])
    assert all(fields_of(record_type)[key].required for key in owners)


@every_type
def test_defaults_are_values_of_their_kind(record_type: RecordType) -> None:
    for each in fields_of(record_type).values():
        if each.default is not None:
            assert each.kind.from_json(each.kind.to_json(each.default)) == each.default


def test_tables_stand_in_a_real_database() -> None:
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2)

    @event.listens_for(engine, "connect")
    def _guard(connection: DBAPIConnection, _record: object) -> None:
        connection.cursor().execute("PRAGMA foreign_keys = ON")

    Record.metadata.create_all(engine)
    visit, member = by_name("visit"), by_name("delegation_member")
    values = {"title_fa": "سفر آزمون ۱", "number": "1405-V-001"}
    with engine.begin() as connection:
        connection.execute(insert(visit).values(**values, **sort_keys(visit, values)))
        row = connection.execute(select(visit.__table__)).mappings().one()
        assert (row["stage"], row["version"], row["created_at"].tzinfo) == (
            "proposed",
            1,
            row["updated_at"].tzinfo,
        )
        assert row["title_fa_key"]
        assert row["title_en_key"] is None
    with pytest.raises(IntegrityError, match="UNIQUE"), engine.begin() as connection:
        connection.execute(insert(visit).values(**values))
    nowhere = "00000000-0000-7000-8000-000000000000"
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), engine.begin() as connection:
        connection.execute(insert(member).values(delegation=nowhere))
    assert set(inspect(engine).get_table_names()) >= set(DICTIONARY)
    engine.dispose()


def test_a_dangling_reference_may_be_put_right_before_the_change_ends() -> None:
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2)

    @event.listens_for(engine, "connect")
    def _guard(connection: DBAPIConnection, _record: object) -> None:
        connection.cursor().execute("PRAGMA foreign_keys = ON")

    Record.metadata.create_all(engine)
    later = "00000000-0000-7000-8000-000000000001"
    with engine.begin() as connection:
        connection.execute(insert(by_name("delegation_member")).values(delegation=later))
        connection.execute(insert(by_name("delegation")).values(uid=later))
    engine.dispose()


def test_sort_keys_stay_partial() -> None:
    person = by_name("person")
    keys = sort_keys(person, {"family_name_fa": "آزمونی", "given_name_en": None, "diet": "x"})
    assert set(keys) == {"family_name_fa_key", "given_name_en_key"}
    assert keys["family_name_fa_key"]
    assert keys["given_name_en_key"] is None
