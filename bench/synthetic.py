"""A register of any size, made up of the real one's parts: for measuring, never for reading.

Places, parties, purposes and dates are drawn anew for each partnership, and new organisations and new compound words
are made of real ones, so that names and words grow with the register as they would.
"""

import random
import re
from dataclasses import replace

from site_builder.register.agreement import Agreement, NonprofitParty, PublicParty
from site_builder.register.directory import Body, Organisation
from site_builder.register.register import Register

ORGANISATIONS_EACH = 0.4


def synthetic(register: Register, size: int) -> Register:
    """The register with as many partnerships as wanted, the same for every call."""
    chance = random.Random(size)
    compounds = _compounds(register, chance)
    made = [_organisation(register, chance, number) for number in range(int(size * ORGANISATIONS_EACH))]
    organisations = {each.id: each for each in made}
    bodies = [*register.municipalities, *register.regions]
    agreements = tuple(
        _agreement(register, chance, number, bodies, list(organisations), compounds) for number in range(size)
    )
    return replace(
        register,
        agreements=tuple(sorted(agreements, key=lambda one: one.id)),
        organisations={**register.organisations, **organisations},
    )


def _compounds(register: Register, chance: random.Random) -> list[str]:
    """Long words of the purposes, joined two and two where a vowel meets a consonant."""
    text = " ".join(agreement.purpose or "" for agreement in register.agreements)
    found = sorted(set(re.findall(r"\b[a-zåäö]{5,9}\b", text)))
    return [chance.choice(found) + chance.choice(found) for _ in range(8000)]


def _organisation(register: Register, chance: random.Random, number: int) -> Organisation:
    pattern = chance.choice(list(register.organisations.values()))
    place = chance.choice(register.municipalities).name.removesuffix(" kommun")
    return replace(pattern, id=f"{pattern.id}-{number}", name=f"{pattern.name} {place} {number}")


def _agreement(
    register: Register,
    chance: random.Random,
    number: int,
    bodies: list[Body],
    organisations: list[str],
    compounds: list[str],
) -> Agreement:
    title, purpose, dates = (chance.choice(register.agreements) for _ in range(3))
    body = chance.choice(bodies).id
    parties = chance.sample(organisations, chance.choice((1, 1, 1, 2)))
    return replace(
        dates,
        id=f"{body}/nummer-{number}",
        title=f"{title.title[:60]} {chance.choice(compounds)}",
        name=title.name,
        public_parties=(PublicParty(body=body, as_named=None, units=title.public_parties[0].units),),
        nonprofit_parties=tuple(NonprofitParty(organisation=id, as_named=None, units=()) for id in parties),
        area=title.area,
        target_group=title.target_group,
        purpose=f"{purpose.purpose or ''} {chance.choice(compounds)} {chance.choice(compounds)}.",
    )
