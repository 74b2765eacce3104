"""References: everything a record points to exists."""

from collections.abc import Collection, Iterator, Mapping

from site_builder.reading.rules.rule import Corpus, Finding, Record, check, texts, texts_of
from site_builder.reading.wording import meant_id, shown
from site_builder.reading.yamlfile import Pointer
from site_builder.register.alphabet import slug

# Where values of the vocabularies stand: the path of keys to them in a record, or in each entry of a list.
_VOCABULARY_FIELDS: Mapping[str, Mapping[tuple[str, ...], str]] = {
    "agreement": {
        ("area",): "areas",
        ("target_group",): "target-groups",
        ("secondary_areas",): "areas",
        ("other_parties", "kind"): "other-party-kinds",
    },
    "organisation": {("legal_form",): "legal-forms"},
    "sources": {("kind",): "source-kinds"},
    "figures": {("topic",): "figure-topics", ("area",): "areas", ("target_group",): "target-groups"},
    "bodies": {("kind",): "public-body-kinds"},
}


def _missing(what: str, wanted: str, known: Mapping[str, Collection[str]], where: str) -> str:
    """That `wanted` does not exist, and which of the known ids, each with its names, was probably meant."""
    meant = meant_id(wanted, known)
    guess = f" Menade du {meant}?" if meant else ""
    return f"{what} {shown(wanted)} finns inte i {where}.{guess}"


def _nameless(ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(sorted(ids), ())


@check(
    "references/organisation",
    on="agreement organisation figures",
    reason="En organisation beskrivs en gång, så att alla dess partnerskap syns på samma sida.",
)
def organisation_exists(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Varje organisation som nämns har en egen fil."""
    advice = "Kontrollera stavningen, eller lägg till filen data/organisations/{}.yaml."
    known = corpus.organisation_names()
    for pointer, wanted in texts_of(record.data, "organisation"):
        if wanted not in corpus.organisation_ids:
            message = _missing("Organisationen", wanted, known, "data/organisations")
            yield pointer, f"{message} {advice.format(slug(wanted))}"
    federation = record.data.get("federation") if record.kind == "organisation" else None
    if federation == record.id:
        yield ("federation",), "Organisationen anges som sin egen riksorganisation. Ta bort raden."
    if federation and federation not in corpus.organisation_ids:
        message = _missing("Riksorganisationen", federation, known, "data/organisations")
        yield ("federation",), f"{message} {advice.format(slug(federation))}"


@check(
    "references/body",
    on="agreement organisation bodies coverage figures",
    reason="Kommuner och regioner har fasta id, så att sidor och siffror hamnar rätt.",
)
def body_exists(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Varje kommun, region eller annat offentligt organ som nämns finns i registret."""

    def bodies() -> Iterator[tuple[tuple[str | int, ...], str, Collection[str]]]:
        if record.kind == "agreement":
            for index, party in enumerate(record.data["public_parties"]):
                yield ("public_parties", index, "body"), party["body"], corpus.bodies
        elif record.kind == "organisation" and record.data.get("seat"):
            yield ("seat",), record.data["seat"], corpus.municipalities
        elif record.kind in ("coverage", "figures"):
            yield from ((pointer, wanted, corpus.bodies) for pointer, wanted in texts_of(record.data, "body"))
        elif record.kind == "bodies":
            for index, body in enumerate(record.data):
                for number, municipality in enumerate(body["municipalities"]):
                    yield (index, "municipalities", number), municipality, corpus.municipalities

    for pointer, wanted, known in bodies():
        if wanted in known or ("bodies" in corpus.unread and record.kind != "bodies"):
            continue
        if wanted in corpus.bodies:
            yield pointer, f"{shown(wanted)} är ingen kommun. Skriv en kommuns id, till exempel umea."
        else:
            yield (
                pointer,
                _missing(
                    "Huvudmannen",
                    wanted,
                    {id: (corpus.bodies[id],) for id in sorted(known)},
                    "data/reference eller data/bodies.yaml",
                )
                + " Skriv kommunens eller regionens id, till exempel umea eller region-skane.",
            )


@check(
    "references/source",
    on="agreement sources programmes criteria figures coverage vocabulary",
    reason="Varje uppgift ska kunna spåras till en källa som går att slå upp.",
)
def source_exists(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Varje källa som nämns finns i data/sources.yaml."""
    for pointer, wanted in texts_of(record.data, "source", "via"):
        if wanted not in corpus.sources and "sources" not in corpus.unread:
            message = _missing("Källan", wanted, _nameless(corpus.sources), "data/sources.yaml")
            yield pointer, f"{message} Kontrollera stavningen, eller lägg till källan där."


@check(
    "references/vocabulary",
    on="agreement organisation sources figures bodies",
    reason="Fasta värden gör att partnerskap kan räknas och jämföras.",
)
def term_exists(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Insatsområde, målgrupp, slag, ämne och juridisk form hämtas ur vokabulärerna."""
    for field, vocabulary in _VOCABULARY_FIELDS[record.kind].items():
        known = corpus.vocabularies.get(vocabulary)
        for pointer, wanted in _values(record, field):
            if known is not None and wanted not in known:
                names = {id: (label,) for id, label in known.items()}
                message = _missing("Värdet", wanted, names, f"data/vocabularies/{vocabulary}.yaml")
                yield pointer, f"{message} Välj bland: {', '.join(sorted(known))}."


def _values(record: Record, path: tuple[str, ...]) -> Iterator[tuple[Pointer, str]]:
    """Every text at the path of keys, in whichever entries of lists on the way, with its place."""
    for pointer, text in texts(record.data):
        if tuple(part for part in pointer if isinstance(part, str)) == path:
            yield pointer, text


@check(
    "references/programme",
    on="agreement",
    reason="Ett program beskrivs en gång, så att alla dess partnerskap syns tillsammans.",
)
def programme_exists(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ett program som nämns finns i data/programmes.yaml."""
    wanted = record.data.get("programme")
    if wanted and wanted not in corpus.programmes and "programmes" not in corpus.unread:
        message = _missing("Programmet", wanted, _nameless(corpus.programmes), "data/programmes.yaml")
        yield ("programme",), f"{message} Kontrollera stavningen, eller lägg till programmet där."


@check(
    "references/figure",
    on="figures",
    reason="En motsägelse har två sidor, och läsaren ska hitta båda vilken av dem hon än börjar vid.",
)
def contradiction_is_mutual(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Siffror som motsäger varandra finns och pekar på varandra."""
    by_id = {figure["id"]: figure for figure in record.data}
    for index, figure in enumerate(record.data):
        for number, wanted in enumerate(figure.get("contradicts", ())):
            pointer = (index, "contradicts", number)
            if wanted == figure["id"]:
                yield pointer, "Siffran anges motsäga sig själv. Skriv den andra siffrans id."
            elif wanted not in by_id:
                message = _missing("Siffran", wanted, _nameless(by_id), "data/reference/published-statistics.yaml")
                yield pointer, f"{message} Kontrollera stavningen."
            elif figure["id"] not in by_id[wanted].get("contradicts", ()):
                yield pointer, f"{shown(wanted)} pekar inte tillbaka. Lägg till {figure['id']} under contradicts där."


@check(
    "references/mention",
    on="sources",
    reason="En källa som hänvisar till sig själv säger inget om var den nämns.",
)
def source_is_mentioned_by_another(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En källa nämns av andra källor, inte av sig själv."""
    for index, source in enumerate(record.data):
        for number, mention in enumerate(source.get("mentioned_in", ())):
            if mention["source"] == source["id"]:
                yield (
                    (index, "mentioned_in", number, "source"),
                    "Källan anges nämna sig själv. Skriv id för källan som hänvisar hit, eller ta bort raden.",
                )


@check(
    "references/relation",
    on="agreement",
    reason="Ett samband ska leda till en sida som finns.",
)
def relation_exists(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ett samband pekar på ett annat partnerskap som finns."""
    for index, relation in enumerate(record.data.get("relations", ())):
        wanted = relation["agreement"]
        pointer = ("relations", index, "agreement")
        if wanted == record.id:
            yield pointer, "Sambandet pekar på partnerskapet självt. Ange det andra partnerskapets id."
        elif wanted not in corpus.agreement_ids:
            message = _missing("Partnerskapet", wanted, _nameless(corpus.agreement_ids), "data/agreements")
            yield pointer, f"{message} Skriv det andra partnerskapets plats/namn, som i dess adress."


@check(
    "references/place",
    on="agreement",
    reason="Filens plats blir sidans adress, och den ska stämma med vem som leder partnerskapet.",
)
def place_matches_leading_body(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Filen ligger i mappen för den första offentliga parten."""
    place = record.id.partition("/")[0]
    leading = record.data["public_parties"][0]["body"]
    is_draft = not record.path.startswith("data/")
    if leading != place and leading in corpus.bodies and not is_draft:
        yield (
            ("public_parties", 0, "body"),
            f"Filen ligger i mappen {place} men den första offentliga parten är {leading}. "
            f"Flytta filen till data/agreements/{leading}/ eller ändra ordningen.",
        )


@check(
    "references/unused-organisation",
    on="organisation",
    reason="En organisation utan partnerskap är oftast en felstavning av en annan, eller har glömts kvar.",
)
def organisation_is_used(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """En organisation är part i minst ett partnerskap eller riksorganisation för en som är det."""
    everything_was_read = not corpus.unread & {"agreement", "organisation"}
    if everything_was_read and record.id not in corpus.used_organisations:
        yield (
            (),
            f"Inget partnerskap nämner {record.data['name']}. Lägg till organisationen som part, eller ta bort filen.",
        )


@check(
    "references/repeated-id",
    on="sources programmes figures criteria bodies vocabulary",
    reason="Ett id som betyder två saker gör hänvisningar oklara.",
)
def ids_are_unique(record: Record, corpus: Corpus) -> Iterator[Finding]:
    """Ett id används en gång i sin lista."""
    prefix: tuple[str, ...] = ("terms",) if record.kind == "vocabulary" else ()
    listed = record.data["terms"] if prefix else record.data
    seen = set(corpus.reference_bodies) if record.kind == "bodies" else set()
    for index, entry in enumerate(listed):
        if entry["id"] in seen:
            yield (*prefix, index, "id"), f"Id ”{entry['id']}” finns redan. Välj ett annat."
        seen.add(entry["id"])


CHECKS = (
    organisation_exists,
    body_exists,
    source_exists,
    term_exists,
    relation_exists,
    programme_exists,
    contradiction_is_mutual,
    source_is_mentioned_by_another,
    place_matches_leading_body,
    organisation_is_used,
    ids_are_unique,
)
