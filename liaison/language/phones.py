"""Telephone numbers: kept in E.164, shown as the reader of each language dials them."""

import re
from typing import Final

from liaison.errors import UserError
from liaison.i18n import _
from liaison.language.digits import to_ascii, to_persian
from liaison.language.normalise import ZWNJ, stored

HOME_REGION: Final = "IR"
_HOME_CODE: Final = "+98"
_HOME_LENGTH: Final = 10

_EXTENSION: Final = re.compile(r"داخلی|ext|extension|[x#;]", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"^(?:تلفن همراه|شماره تلفن|تلفن|موبایل|همراه|فکس|نمابر|tel|phone|mobile|fax|fon)\s*[.:：]?\s*"
    r"|^tel:",
    re.IGNORECASE,
)
_DASHES: Final = re.compile("[‐-―−ـ－]")
_ALLOWED: Final = re.compile(r"\+?[\d\s().\-]+")
_SEVERAL: Final = re.compile(r"[/\\,،؛]|\s(?:و|یا|or|and)\s")


def e164(text: str) -> str:
    """Read a number as people write it and give it in E.164, such as "+982155601234".

    Iran is meant where no country code is written. Raises UserError for an extension, for several
    numbers at once, and for what is no number that could be dialled from abroad.
    """
    import phonenumbers  # late: its tables are not paid for at start

    plain = _plain(text)
    try:
        parsed = phonenumbers.parse(plain, HOME_REGION)
    except phonenumbers.NumberParseException as fault:
        raise UserError(_bad(text)) from fault
    written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    # Iranian numbers have ten digits after +98, whatever ranges the tables know by now.
    dialable = len(written) == len(_HOME_CODE) + _HOME_LENGTH and written[3] != "0"
    if not (
        dialable if written.startswith(_HOME_CODE) else phonenumbers.is_possible_number(parsed)
    ):
        raise UserError(_bad(text))
    return written


def is_mobile(e164: str) -> bool:
    """Tell whether a number in E.164 is somebody's own: a mobile one, and surely so."""
    import phonenumbers  # late: its tables are not paid for at start

    try:
        parsed = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE


def shown(e164: str, lang: str) -> str:
    """Show a kept number: «۰۲۱-۵۵۶۰۱۲۳۴» in Persian, "+98 21 5560 1234" in English.

    Foreign numbers keep their country code in both. What is no E.164 number is shown as it is.
    The answer is to be isolated left to right wherever it stands in a Persian line.
    """
    if lang == "fa" and e164.startswith(_HOME_CODE):
        national = e164.removeprefix(_HOME_CODE)
        if len(national) == _HOME_LENGTH and national.isascii() and national.isdecimal():
            mobile = national.startswith("9")
            return to_persian(f"0{national}" if mobile else f"0{national[:2]}-{national[2:]}")
    written = _international(e164)
    return to_persian(written) if lang == "fa" else written


def _international(e164: str) -> str:
    """Group the digits as the country of the number does."""
    import phonenumbers  # late: its tables are not paid for at start

    try:
        parsed = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _plain(text: str) -> str:
    """Strip labels and signs; refuse what is more than one number."""
    plain = to_ascii(_DASHES.sub("-", stored(text).replace(ZWNJ, " "))).replace("＋", "+")
    plain = _LABEL.sub("", plain).strip()
    if re.search(r"\d", plain) and _EXTENSION.search(plain):
        raise UserError(
            _("“{text}” has an extension; write it in its own field.").format(text=text.strip())
        )
    if _SEVERAL.search(plain):
        raise UserError(
            _("“{text}” holds more than one number; write one number.").format(text=text.strip())
        )
    if not _ALLOWED.fullmatch(plain):
        raise UserError(_bad(text))
    return plain


def _bad(text: str) -> str:
    return _(
        "“{text}” is not a phone number; write it with its area code, such as 021-55601234, "
        "or with its country code, such as +90 312 507 10 00."
    ).format(text=text.strip())
