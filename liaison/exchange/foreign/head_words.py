"""The words by which old files name their columns, in Persian and English."""

from typing import Final

HEADS: Final = {
    "row": "ردیف|رديف|شماره ردیف|شماره|کد|no|nr|row|number|#|id|n",
    "full_name": "نام و نام خانوادگی|نام کامل|نام شخص|نام مخاطب|نام و فامیل|اسم|مخاطب|عضو|full name"
    "|name and surname|contact|contact name|person|display name",
    "given_name": "نام کوچک|given name|first name|forename",
    "family_name": "نام خانوادگی|نام خانوادگي|فامیل|فامیلی|شهرت|family name|last name|surname",
    "name": "نام|عنوان نام|name|title",
    "office": "سمت|پست|مسئولیت|سمت سازمانی|شغل|عنوان شغلی|پست سازمانی|office|position|job title"
    "|post|function|designation|office held|role",
    "organisation": "سازمان|نهاد|موسسه|مؤسسه|شرکت|محل کار|دستگاه|محل خدمت|نام سازمان|نام نهاد"
    "|شهر یا نهاد|organisation|organization|company|institution|body|employer|city or body",
    "city": "شهر|نام شهر|شهر خواهرخوانده|شهر طرف مقابل|شهر همکار|شهر دوست|شهرداری|city|town"
    "|city name|sister city|partner city|municipality",
    "country": "کشور|نام کشور|country|state|land",
    "relation_kind": "نوع همکاری|نوع رابطه|نوع ارتباط|نوع سند|نوع قرارداد|نوع پیمان"
    "|kind of relation|type of cooperation|kind of cooperation|relation|cooperation"
    "|relation type|type of relation",
    "stage": "مرحله|وضعیت|وضعیت رابطه|stage|status|state",
    "since": "از تاریخ|تاریخ انعقاد|تاریخ امضا|تاریخ امضاء|سال انعقاد|سال امضا|سال|تاریخ|تاریخ شروع"
    "|since|date|year|signed|signed on|date of signature|from",
    "until": "تا تاریخ|تاریخ پایان|پایان|until|to|end|ends|ends on|end date",
    "email": "ایمیل|پست الکترونیک|پست الکترونیکی|رایانامه|نشانی الکترونیکی|email|e mail|mail"
    "|email address|e mail address",
    "phone": "تلفن|شماره تلفن|شماره تماس|تلفن ثابت|تلفن محل کار|تلفن دفتر|phone|telephone|tel"
    "|phone number|business phone|work phone|landline|office phone",
    "mobile": "موبایل|همراه|تلفن همراه|شماره همراه|شماره موبایل|mobile|cell|mobile phone|cell phone"
    "|gsm|mobile number",
    "address": "آدرس|نشانی|نشاني|محل|address|street|business address|postal address",
    "website": "وبگاه|وب سایت|وبسایت|سایت|تارنما|website|web|url|home page|web page",
    "notes": "توضیحات|ملاحظات|یادداشت|شرح|توضیح|notes|note|remarks|comments|comment|description",
    "honorific": "عنوان احترام|لقب|عنوان|honorific|salutation|prefix",
    "academic_title": "عنوان علمی|مدرک|درجه علمی|academic title|degree",
    "gender": "جنسیت|gender|sex",
    "nationality": "تابعیت|ملیت|nationality|citizenship",
    "languages": "زبان|زبان ها|languages|language",
    "messenger": "پیام رسان|تلگرام|واتساپ|واتس اپ|ایتا|بله|messenger|whatsapp|telegram",
    "aliases": "نام های دیگر|نام دیگر|سایر نام ها|other names|aliases|alias|also known as",
    "kind": "نوع|kind|type",
    "holiday": "مناسبت|عنوان تعطیلی|تعطیلی|تعطیل رسمی|عنوان مناسبت|holiday|occasion",
    "day": "روز|تاریخ تعطیلی|day|date of holiday",
    "event": "رویداد|نام رویداد|همایش|اجلاس|نشست|عنوان رویداد|event|conference|event name",
    "visit": "سفر|عنوان سفر|هیئت|visit|trip|journey",
    "visit_number": "شماره سفر|visit number",
    "meeting": "دیدار|جلسه|ملاقات|موضوع دیدار|عنوان دیدار|meeting|subject",
    "direction": "جهت|direction",
    "place": "محل برگزاری|مکان|place|venue|location",
}
"""What a column means, by the words above it; parted by bars."""

_CONTACTS: Final = {
    "full_name": "person.name",
    "given_name": "person.given_name",
    "family_name": "person.family_name",
    "name": "person.name",
    "office": "position.title",
    "organisation": "partner.name",
    "country": "partner.country",
    "email": "person.email",
    "phone": "person.phone",
    "mobile": "person.mobile",
    "address": "partner.address",
    "website": "partner.website",
    "notes": "person.notes",
    "honorific": "person.honorific",
    "academic_title": "person.academic_title",
    "gender": "person.gender",
    "nationality": "person.nationality",
    "languages": "person.languages",
    "messenger": "person.messenger",
    "aliases": "person.aliases",
    "since": "position.since",
    "until": "position.until",
    "kind": "person.kind",
}
_PARTNERS: Final = {
    **dict.fromkeys(("name", "organisation"), "partner.name"),
    "city": "partner.city_name",
    "country": "partner.country",
    "email": "partner.email",
    "phone": "partner.phone",
    "address": "partner.address",
    "website": "partner.website",
    "notes": "partner.notes",
    "languages": "partner.languages",
    "aliases": "partner.aliases",
    "kind": "partner.kind",
}
_DATED: Final = {
    **dict.fromkeys(("name", "organisation"), "partner.name"),
    "city": "partner.city_name",
    "country": "partner.country",
}

MEANINGS: Final = {
    "contacts": _CONTACTS,
    "partners": _PARTNERS,
    "relations": {
        **_DATED,
        "relation_kind": "relation.kind",
        "kind": "relation.kind",
        "stage": "relation.stage",
        "since": "relation.since",
        "notes": "relation.notes",
    },
    "visits": {
        **_DATED,
        "name": "visit.title",
        "visit": "visit.title",
        "visit_number": "visit.number",
        "direction": "visit.direction",
        "stage": "visit.stage",
        "since": "visit.starts_on",
        "until": "visit.ends_on",
        "place": "visit.place",
        "notes": "visit.notes",
    },
    "meetings": {
        **_DATED,
        "name": "meeting.title",
        "meeting": "meeting.title",
        "kind": "meeting.kind",
        "stage": "meeting.state",
        "since": "meeting.starts_at",
        "until": "meeting.ends_at",
        "place": "meeting.place",
        "notes": "meeting.notes",
    },
    "events": {
        **dict.fromkeys(("name", "event"), "event.title"),
        "city": "event.host_city",
        "country": "event.country",
        "organisation": "event.organiser",
        "kind": "event.kind",
        "since": "event.when",
        "day": "event.when",
        "notes": "event.notes",
    },
    "holidays": {
        **dict.fromkeys(("name", "holiday"), "holiday.title"),
        **dict.fromkeys(("since", "day"), "holiday.day"),
        "notes": "holiday.notes",
    },
}
"""What the columns of a table hold, by what the table is about."""

SIGNS: Final = (
    ("relations", ("relation_kind",)),
    ("contacts", ("family_name", "full_name", "office", "mobile", "given_name")),
    ("holidays", ("holiday",)),
    ("visits", ("visit", "visit_number", "direction")),
    ("meetings", ("meeting",)),
    ("events", ("event",)),
    ("contacts", ("email", "phone")),
)
"""The columns by which a table is known to be about something, the surest first."""
