"""Scalars: what a value without quotes means, and the ones YAML would turn into something else."""

import re
from dataclasses import dataclass

from site_builder.reading.problems import Rule

UNQUOTED_CODE = Rule(
    id="yaml/unquoted-code",
    sentence="En kod som börjar med noll står inom citattecken.",
    reason='0114 utan citattecken blir ett annat tal i många program; "0114" är en kod.',
)
UNQUOTED_DATE = Rule(
    id="yaml/unquoted-date",
    sentence="Ett datum står inom citattecken.",
    reason="Annars gör vissa program om det till en tidpunkt och ändrar precisionen.",
)
UNQUOTED_YES_NO = Rule(
    id="yaml/unquoted-yes-no",
    sentence="Orden yes, no, on, off, True och liknande står inom citattecken, eller skrivs true eller false.",
    reason="YAML gör annars om dem till sant eller falskt.",
)
UNQUOTED_NUMBER = Rule(
    id="yaml/unquoted-number",
    sentence="Decimaltal och tal med särskilda skrivsätt står inom citattecken.",
    reason="YAML gör annars om dem: 1.10 blir 1.1 och 1_000 blir 1000.",
)

RULES = (UNQUOTED_CODE, UNQUOTED_DATE, UNQUOTED_YES_NO, UNQUOTED_NUMBER)

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_CODE = re.compile(r"0[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_TIME = re.compile(r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2}([Tt ].*)?)?")
_ODD_NUMBER = re.compile(
    r"[-+]?(0[xo][0-9A-Fa-f_]+|0b[01_]+|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[0-9][0-9]*_[0-9_]*"
    r"|([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?|\.(inf|Inf|INF))|\.(nan|NaN|NAN)"
)
_YES_NO = frozenset(
    spelling
    for word in ("yes", "no", "on", "off", "y", "n", "true", "false")
    for spelling in (word, word.capitalize(), word.upper())
) - {"true", "false"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A value, and the rule it breaks with the message; where it could mean several things it is not usable."""

    value: str | int | bool | None
    rule: Rule | None = None
    message: str = ""
    is_usable: bool = True


def plain_scalar(text: str) -> Scalar:
    """The value of a text that stands without quotes."""
    if text in ("", "~", "null"):
        return Scalar(value=None)
    if text in ("true", "false"):
        return Scalar(value=text == "true")
    if _INTEGER.fullmatch(text) and len(text) <= 18:
        return Scalar(value=int(text))
    shown = text if len(text) <= 40 else text[:40] + "…"
    if _CODE.fullmatch(text):
        message = f'{shown} börjar med noll och läses olika av olika program. Skriv "{shown}" om det är en kod.'
        return Scalar(value=None, rule=UNQUOTED_CODE, message=message, is_usable=False)
    if _DATE.fullmatch(text):
        message = f'Datumet {shown} saknar citattecken. Skriv "{shown}".'
        return Scalar(value=text, rule=UNQUOTED_DATE, message=message)
    if _TIME.fullmatch(text):
        message = f'{shown} läses som en tidpunkt. Skriv datumet som "ÅÅÅÅ-MM-DD", inom citattecken och utan klockslag.'
        return Scalar(value=None, rule=UNQUOTED_DATE, message=message, is_usable=False)
    if text in ("Null", "NULL"):
        message = f'YAML läser {shown} som tomt. Skriv "{shown}" inom citattecken om det är text, annars null.'
        return Scalar(value=None, rule=UNQUOTED_YES_NO, message=message, is_usable=False)
    if text in _YES_NO:
        message = (
            f'YAML läser {shown} som sant eller falskt. Skriv "{shown}" inom citattecken om det är text, '
            "annars true eller false."
        )
        return Scalar(value=None, rule=UNQUOTED_YES_NO, message=message, is_usable=False)
    if _ODD_NUMBER.fullmatch(text) or _INTEGER.fullmatch(text):
        message = (
            f'Talet {shown} kan läsas på flera sätt. Skriv "{shown}" inom citattecken om det är text; '
            "ett belopp skrivs med bara siffror."
        )
        return Scalar(value=None, rule=UNQUOTED_NUMBER, message=message, is_usable=False)
    return Scalar(value=text)
