"""Parties: who takes part, each once, and nobody left out in silence."""

from collections.abc import Iterator

from stdnum import luhn
from stdnum.se import orgnr

from site_builder.reading.problems import Severity
from site_builder.reading.rules.rule import Corpus, Finding, Record, check


@check(
    "parties/none-named",
    on="agreement",
    reason="Ett partnerskap har alltid två sidor. Att källan tiger ska synas, inte döljas.",
)
def nonprofit_side_is_named(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Saknas idéburen part säger anmärkningen att källan inte namnger någon (med orden ”ingen idéburen part”)."""
    note = (record.data.get("note") or "").lower()
    if not record.data["nonprofit_parties"] and "ingen idéburen part" not in " ".join(note.split()):
        yield (
            ("nonprofit_parties",),
            "Ingen idéburen part är angiven. Ange minst en, eller skriv i anmärkningen (note) "
            "att källan namnger ingen idéburen part.",
        )


@check(
    "parties/repeated",
    on="agreement",
    reason="En part räknas en gång; dess platser och nämnder anges som enheter.",
)
def party_is_given_once(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Samma organisation eller huvudman anges en gång."""
    for field, key in (("nonprofit_parties", "organisation"), ("public_parties", "body")):
        seen: set[str] = set()
        for index, party in enumerate(record.data[field]):
            if party[key] in seen:
                yield (
                    (field, index, key),
                    f"”{party[key]}” anges två gånger. Slå ihop raderna och ange platser eller nämnder under units.",
                )
            seen.add(party[key])


@check(
    "parties/secondary-area-repeats",
    on="agreement",
    reason="De ytterligare områdena är andra än det övergripande.",
)
def secondary_areas_differ(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Det övergripande insatsområdet upprepas inte bland de ytterligare."""
    for index, area in enumerate(record.data.get("secondary_areas", ())):
        if area == record.data.get("area"):
            yield (
                ("secondary_areas", index),
                f"”{area}” är redan det övergripande insatsområdet (area). Ta bort det här.",
            )


@check(
    "parties/organisation-number",
    on="organisation",
    reason="Ett nummer vars tredje siffra är under 2 är ett personnummer och får aldrig finnas här.",
)
def organisation_number_is_valid(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ett organisationsnummer har rätt kontrollsiffra, och tredje siffran är minst 2."""
    number = record.data.get("org_number")
    if number is None:
        return
    is_personal = luhn.is_valid(number.replace("-", ""))  # then text/personal-number says so
    if int(number[2]) < 2 and not is_personal:
        yield (
            ("org_number",),
            "Tredje siffran i ett organisationsnummer är minst 2. Kontrollera numret i källan, eller ta bort det; "
            "enskilda firmor registreras utan nummer.",
        )
    elif int(number[2]) >= 2 and not orgnr.is_valid(number):
        yield ("org_number",), "Organisationsnumrets kontrollsiffra stämmer inte. Kontrollera numret i källan."


@check(
    "parties/coverage-contradicted",
    on="coverage",
    reason="Svaret och registret säger olika; antingen är svaret gammalt, eller så har partnerskapen upphört.",
    severity=Severity.WARNING,
)
def coverage_agrees(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En huvudman som svarat att den inte har några partnerskap har helst inga i registret."""
    for index, entry in enumerate(record.data):
        if entry["state"] == "answered-none" and entry["body"] in corpus.agreements_by_body:
            yield (
                (index, "state"),
                f"”{entry['body']}” anges ha svarat att inga finns, men registret har partnerskap där. "
                "Stäm av: har de upphört, anges det på vart och ett med svaret som källa.",
            )


CHECKS = (
    nonprofit_side_is_named,
    party_is_given_once,
    secondary_areas_differ,
    organisation_number_is_valid,
    coverage_agrees,
)
