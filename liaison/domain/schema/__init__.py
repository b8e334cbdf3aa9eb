"""The vocabulary records are declared in: kinds of values, fields, and the base of all types."""

from liaison.domain.schema.choices import Choice, Choices, Country, Flag, Number
from liaison.domain.schema.field import Field, field
from liaison.domain.schema.kind import AnyKind, Json, Kind
from liaison.domain.schema.links import AnyReference, File, Reference, StoredFile
from liaison.domain.schema.record import (
    CLASSIFICATION,
    Record,
    RecordType,
    fields_of,
    fields_of_kind,
    label_key,
    sort_keys,
)
from liaison.domain.schema.texts import (
    Code,
    Email,
    Line,
    Phone,
    Tags,
    Text,
    Tongue,
    Tongues,
    Url,
    VisitNumber,
)
from liaison.domain.schema.times import Clock, Day, Instant, Period

__all__ = [
    "CLASSIFICATION",
    "AnyKind",
    "AnyReference",
    "Choice",
    "Choices",
    "Clock",
    "Code",
    "Country",
    "Day",
    "Email",
    "Field",
    "File",
    "Flag",
    "Instant",
    "Json",
    "Kind",
    "Line",
    "Number",
    "Period",
    "Phone",
    "Record",
    "RecordType",
    "Reference",
    "StoredFile",
    "Tags",
    "Text",
    "Tongue",
    "Tongues",
    "Url",
    "VisitNumber",
    "field",
    "fields_of",
    "fields_of_kind",
    "label_key",
    "sort_keys",
]
