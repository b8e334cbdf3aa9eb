"""What every record has to fulfil before it is written."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from liaison.domain.schema import Field, Json, RecordType, fields_of, label_key, sort_keys
from liaison.errors import UserError
from liaison.i18n import _


def checked(record_type: RecordType, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return `values` as they are kept: in one spelling, blank ones None.

    Raises UserError with the field for an unknown field and for a value that is none of its kind.
    """
    declared = fields_of(record_type)
    kept = {}
    for key, value in values.items():
        if key not in declared:
            raise UserError(
                _("There is no field “{field}” in “{type}”.").format(
                    field=key, type=record_type.__tablename__
                ),
                field=key,
            )
        kept[key] = None if value is None else _kept(declared[key], key, value)
    return kept


def _kept(field: Field, key: str, value: Any) -> Any:  # noqa: ANN401 - each kind has its own values
    """Pass a value through the form bundles carry, which checks and cleans it."""
    try:
        return field.kind.from_json(_json(field, value))
    except UserError as error:
        raise UserError(error.message, field=key) from error
    except (AttributeError, TypeError, ValueError, LookupError) as fault:
        raise UserError(
            _("“{value}” does not fit the field “{field}”.").format(
                value=value, field=_(field.label)
            ),
            field=key,
        ) from fault


def _json(field: Field, value: Any) -> Json:  # noqa: ANN401 - as above
    json = field.kind.to_json(value)
    if isinstance(value, str) and not isinstance(json, str):
        raise TypeError  # a text passes for a sequence of letters
    return json


def refuse_gaps(record_type: RecordType, values: Mapping[str, Any]) -> None:
    """Raise UserError where a required field or everything a record is called by is empty."""
    for key, described in fields_of(record_type).items():
        if described.required and values.get(key) is None:
            raise UserError(
                _("“{field}” has to be filled in.").format(field=_(described.label)), field=key
            )
    _refuse_silence(record_type, naming_fields(record_type), values)
    for text in record_type.required_texts:
        _refuse_silence(record_type, _in_all_languages(record_type, text), values)


def _refuse_silence(
    record_type: RecordType, keys: tuple[str, ...], values: Mapping[str, Any]
) -> None:
    """Raise UserError where none of the fields has a value."""
    if keys and all(values.get(key) is None for key in keys):
        labels = dict.fromkeys(_(fields_of(record_type)[key].label) for key in keys)
        raise UserError(_nameless(list(labels)), field=keys[0])


def _nameless(labels: list[str]) -> str:
    if len(labels) == 1:
        return _("“{field}” has to be filled in, in Persian or in English.").format(field=labels[0])
    return _("At least one of these has to be filled in: {fields}.").format(
        fields=_(", ").join(labels)
    )


@cache
def naming_fields(record_type: RecordType) -> tuple[str, ...]:
    """Return the fields a record of the type is called by, in all languages."""
    return tuple(
        key for title in record_type.title_fields for key in _in_all_languages(record_type, title)
    )


def _in_all_languages(record_type: RecordType, name: str) -> tuple[str, ...]:
    """Return the fields of the type that one name without a language stands for."""
    return tuple(key for key in fields_of(record_type) if label_key(record_type, key) == name)


def stored(record_type: RecordType, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that hold checked `values`, with the keys they are sorted by."""
    declared = fields_of(record_type)
    columns: dict[str, Any] = {
        key: None if value is None else declared[key].kind.store(value)
        for key, value in values.items()
    }
    columns.update(sort_keys(record_type, values))
    return columns


@cache
def defaults(record_type: RecordType) -> Mapping[str, Any]:
    """Return the values that fields have where none is given."""
    return {
        key: described.default
        for key, described in fields_of(record_type).items()
        if described.default is not None
    }
