"""Redirects: an id that was renamed leads straight to one that is in use."""

from collections.abc import Iterator, Set

from site_builder.reading.rules.rule import Corpus, Finding, Record, check
from site_builder.reading.wording import meant_id, shown


def _in_use(kind: str, corpus: Corpus) -> Set[str] | None:
    """The ids of the kind; None where the file that lists them could not be read."""
    match kind:
        case "agreement":
            return corpus.agreement_ids
        case "organisation":
            return corpus.organisation_ids
        case "source":
            return None if "sources" in corpus.unread else corpus.sources
        case "programme":
            return None if "programmes" in corpus.unread else corpus.programmes
        case "other-body":
            return None if "bodies" in corpus.unread else corpus.bodies.keys() - corpus.reference_bodies
        case _:
            terms = corpus.vocabularies.get(f"{kind}s")
            return terms.keys() if terms is not None else None


@check(
    "redirects/target",
    on="redirects",
    reason="En gammal adress ska leda till en sida som finns.",
)
def target_exists(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En omdirigering leder till ett id av samma slag som finns."""
    renamed = {(entry["kind"], entry["from"]) for entry in record.data}
    for index, entry in enumerate(record.data):
        known = _in_use(entry["kind"], corpus)
        wanted = entry["to"]
        if known is not None and wanted not in known and (entry["kind"], wanted) not in renamed:
            meant = meant_id(wanted, dict.fromkeys(sorted(known), ()))
            guess = f" Menade du {meant}?" if meant else ""
            yield (
                (index, "to"),
                f"{shown(wanted)} finns inte som {entry['kind']}.{guess} Skriv det id som gäller nu.",
            )


@check(
    "redirects/chain",
    on="redirects",
    reason="Den som följer en gammal länk ska komma rätt i ett steg, och aldrig runt i en ring.",
)
def leads_straight(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En omdirigering leder inte till en annan omdirigering eller till sig själv."""
    leads_to = {(entry["kind"], entry["from"]): entry["to"] for entry in record.data}
    for index, entry in enumerate(record.data):
        kind, wanted = entry["kind"], entry["to"]
        if wanted == entry["from"]:
            yield (index, "to"), "Omdirigeringen leder till sig själv. Skriv det nya id:t, eller ta bort raden."
        elif further := leads_to.get((kind, wanted)):
            is_loop = further == entry["from"]
            advice = "De leder runt i en ring; skriv det id som gäller nu" if is_loop else f"Skriv {further} i stället"
            yield (index, "to"), f"{shown(wanted)} är i sin tur omdirigerat till {shown(further)}. {advice}."


@check(
    "redirects/in-use",
    on="redirects",
    reason="En adress kan inte både vara en sida och leda någon annanstans.",
)
def old_id_is_free(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ett id som används omdirigeras inte, och ett gammalt id omdirigeras en gång."""
    seen: set[tuple[str, str]] = set()
    for index, entry in enumerate(record.data):
        kind, old = entry["kind"], entry["from"]
        if old in (_in_use(kind, corpus) or ()):
            yield (
                (index, "from"),
                f"{shown(old)} används, så det kan inte omdirigeras. Ta bort raden, eller byt namn på posten först.",
            )
        if (kind, old) in seen:
            yield (index, "from"), f"{shown(old)} omdirigeras redan på en rad ovanför. Behåll en av raderna."
        seen.add((kind, old))


@check(
    "redirects/form",
    on="redirects",
    reason="Ett id av fel form motsvarar ingen adress som har funnits.",
)
def old_id_has_its_kinds_form(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ett partnerskaps gamla id är plats/namn, och alla andra är ett enda ord."""
    for index, entry in enumerate(record.data):
        is_agreement = entry["kind"] == "agreement"
        if is_agreement != ("/" in entry["from"]):
            wanted = "som plats/namn, till exempel umea/natthem" if is_agreement else "utan snedstreck"
            yield (index, "from"), f"{shown(entry['from'])} har fel form för {entry['kind']}. Skriv id:t {wanted}."


CHECKS = (target_exists, leads_straight, old_id_is_free, old_id_has_its_kinds_form)
