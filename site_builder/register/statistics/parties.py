"""Parties: which organisations and movements have most partnerships, and how many take part in each."""

from collections import Counter
from datetime import date

from site_builder.register.agreement import Agreement
from site_builder.register.counts import active_count
from site_builder.register.directory import Organisation
from site_builder.register.register import Register
from site_builder.register.statistics.table import Cell, Table, count, most_first, percent, share, text


def largest_organisations(register: Register, on: date) -> Table:
    def row(organisation: Organisation) -> tuple[Cell, ...]:
        known = register.of_organisation(organisation.id)
        bodies = {party.body for agreement in known for party in agreement.public_parties}
        return organisation.name, organisation.id, len(known), active_count(known, on), len(bodies)

    rows = (row(organisation) for organisation in register.organisations.values())
    return Table(
        id="flest-organisationer",
        title="Organisationer med flest partnerskap",
        definition="Kända partnerskap där organisationen är idéburen part, även avslutade.",
        base="Organisationer med minst två kända partnerskap.",
        left_out=f"{_unnamed(register)} partnerskap där ingen källa namnger den idéburna parten.",
        columns=(
            text("organisation_name", "Organisation"), text("organisation", "Id"), count("agreements", "Antal"),
            count("active", "Pågår"), count("bodies", "Kommuner och regioner"),
        ),
        rows=most_first((row for row in rows if int(row[2] or 0) > 1), by=2),
    )  # fmt: skip


def _unnamed(register: Register) -> int:
    return sum(not agreement.nonprofit_parties for agreement in register.agreements)


def largest_federations(register: Register, on: date) -> Table:
    """A movement's own partnerships and its members', each once."""

    def row(federation: Organisation) -> tuple[Cell, ...]:
        known = register.of_movement(federation.id)
        return federation.name, federation.id, len(register.members(federation.id)), len(known), active_count(known, on)

    federations = (each for each in register.organisations.values() if register.members(each.id))
    return Table(
        id="flest-rorelser",
        title="Rörelser med flest partnerskap",
        definition=(
            "Kända partnerskap där rörelsen själv eller någon av dess lokala organisationer är part. Vilka som hör dit "
            "är läst ur namnen."
        ),
        base="Rörelser som registret samlar.",
        left_out="Organisationer vars namn inte visar vilken rörelse de hör till.",
        columns=(
            text("federation_name", "Rörelse"), text("federation", "Id"), count("members", "Organisationer"),
            count("agreements", "Partnerskap"), count("active", "Pågår"),
        ),
        rows=most_first(map(row, federations), by=3),
    )  # fmt: skip


def parties_per_agreement(register: Register, on: date) -> Table:
    named = [agreement for agreement in register.agreements if agreement.nonprofit_parties]
    counts = Counter(min(_parties(agreement), 5) for agreement in named)
    return Table(
        id="antal-parter",
        title="Antal parter",
        definition="Idéburna, offentliga och andra parter tillsammans i varje partnerskap.",
        base=f"De {len(named)} partnerskap där minst en idéburen part är namngiven.",
        left_out=f"{_unnamed(register)} partnerskap utan namngiven idéburen part.",
        columns=(text("parties", "Parter"), count("agreements", "Antal"), percent("share", "Andel")),
        rows=tuple(
            (f"{number}" if number < 5 else "5 eller fler", counts[number], share(counts[number], len(named)))
            for number in range(2, 6)
        ),
    )


def _parties(agreement: Agreement) -> int:
    return len(agreement.nonprofit_parties) + len(agreement.public_parties) + len(agreement.other_parties)
