"""Comment: what every answer on GitHub has in common: how long it may be, and what is promised in it."""

from site_builder.presenting.words import counted

LONGEST = 60_000
"""GitHub takes 65 536 characters; an answer has fewer bytes."""
PROMISE = (
    "Målet är svar inom två veckor. Inget publiceras förrän någon har godkänt det. Har du inte hört något då: skriv en "
    "rad till, det är inte tjat."
)


def fitted(lines: list[str], room: int) -> list[str]:
    """As many of the lines as there is room for, and a word on how much is left out."""
    used = 0
    for place, line in enumerate(lines):
        used += len(line.encode("utf-8")) + 1
        if used > room:
            left = sum(each.startswith("- ") for each in lines[place:])
            rest = f"{counted(left, 'punkt', 'punkter')} till" if left else "mer"
            return [*lines[:place], "", f"… och {rest}, som inte får plats här. Allt står i själva förslaget."]
    return lines
