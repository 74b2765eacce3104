"""Syntax: what the YAML parser stumbled on → the place where it went wrong and Swedish advice."""

import yaml

from site_builder.reading.plaintext import Position

# By what the parser was reading (its context), then by what it found; the first that fits is used.
_BY_CONTEXT = (
    ("scanning a directive", "Rader som börjar med % styr hur YAML tolkas. Ta bort raden, eller sätt citattecken."),
    ("scanning an alias", "Ett värde får inte börja med *. Sätt citattecken runt hela värdet."),
    ("scanning an anchor", "Ett värde får inte börja med &. Sätt citattecken runt hela värdet."),
    ("scanning a tag", "Ett värde får inte börja med !. Sätt citattecken runt hela värdet."),
    ("parsing a tag", "Ett värde får inte börja med !. Sätt citattecken runt hela värdet."),
    (
        "scanning a block scalar",
        "Efter | eller > ska raden ta slut, och texten stå på följande rader med lika stort indrag.",
    ),
)
_BY_FINDING = (
    (
        "could not find expected ':'",
        "Raden saknar kolon och blanksteg efter fältets namn. Skriv fält: värde. Hör den till en text efter | ska den "
        "ha indrag.",
    ),
    (
        "mapping values are not allowed",
        "Kolon följt av blanksteg inne i ett värde, eller fel indrag. Sätt citattecken runt hela värdet, eller ställ "
        "fältet i samma kolumn som de andra.",
    ),
    (
        "did not find expected '-' indicator",
        "Raden hör inte till listan ovanför. Börja den med bindestreck, eller ställ fältet i rätt kolumn.",
    ),
    ("cannot start any token", "Ett värde får inte börja med det här tecknet. Sätt citattecken runt värdet."),
    ("found unexpected end of stream", "Ett citattecken öppnas här men stängs aldrig. Lägg till det som saknas."),
    ("unexpected document indicator", "Ett citattecken öppnas men stängs inte före raden med --- eller …. Stäng det."),
    ("did not find expected ',' or '}'", "Klammern { stängs inte, eller så saknas ett komma mellan fälten i den."),
    ("did not find expected ',' or ']'", "Hakparentesen [ stängs inte, eller så saknas ett komma i listan."),
    ("did not find expected node content", "Här saknas ett värde, eller så stängs inte en klammer eller hakparentes."),
    (
        "block sequence entries are not allowed",
        "Ett listelement (bindestreck) kan inte börja här. Lägg det på en egen rad.",
    ),
    ("escape", "Omvänt snedstreck \\ är särskilt inom \"…\". Skriv \\\\, eller sätt '…' runt värdet."),
    ("hexdecimal", "Omvänt snedstreck \\ är särskilt inom \"…\". Skriv \\\\, eller sätt '…' runt värdet."),
    ("Unicode character", "Koden efter omvänt snedstreck \\ är inget tecken. Skriv tecknet självt."),
    (
        "did not find expected <document start>",
        "Här står text efter filens slut. Ta bort den, eller slå ihop posterna.",
    ),
)
_OTHERWISE = (
    "Här står något som YAML inte förstår. Kontrollera raden och den ovanför, eller sätt citattecken runt värdet."
)


def stumble(error: yaml.MarkedYAMLError, text: str) -> tuple[Position, str]:
    """Where the fault most likely is, which may be before the place where the parser noticed it, and what to do."""
    found, context = error.problem or "", error.context or ""
    noticed, began = error.problem_mark, error.context_mark
    is_unclosed = "flow" in context or "quoted scalar" in context or "simple key" in context
    mark = began if began and is_unclosed and (noticed is None or began.line < noticed.line) else noticed or began
    position = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    for number, each in enumerate(text.split("\n"), start=1):
        if each.startswith("<<<<<<< "):
            return (number, 1), "Här står märken efter en sammanslagning i git. Välj en version och ta bort märkena."
    line = _line(text, position)
    if "did not find expected key" in found:
        return position, _key_advice(line, position)
    hints = [hint for key, hint in _BY_CONTEXT if key in context] + [hint for key, hint in _BY_FINDING if key in found]
    return position, hints[0] if hints else _OTHERWISE


def _line(text: str, position: Position) -> str:
    lines = text.split("\n")
    return lines[position[0] - 1] if position[0] <= len(lines) else ""


def _key_advice(line: str, position: Position) -> str:
    """Text after the end of a value looks to the parser like a field without a name."""
    if line[: position[1] - 1].strip():
        return "Här står text efter värdets slut. Sätt ett par citattecken runt hela värdet, och inga inuti."
    return (
        "Indraget stämmer inte med raderna ovanför, eller så saknas kolon eller ett citattecken på raden ovanför. "
        "Fält på samma nivå ska börja i samma kolumn."
    )
