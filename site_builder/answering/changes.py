"""Changes: what a pull request would change in the register, told record by record for the one who reads it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.answering.comment import PROMISE, fitted
from site_builder.answering.quoting import quoted
from site_builder.answering.records import sections
from site_builder.intake.proposal import Proposal
from site_builder.presenting.words import counted, listed
from site_builder.reading.fields import Schemas
from site_builder.reading.problems import Problem

MARKER = "<!-- iop-registret: det här ändras -->"
_ROOM_FOR_CHANGES, _ROOM_FOR_PROBLEMS = 38_000, 16_000
_MOST_FOLDERS = 8
_MENDING = (
    "Rätta felen i samma förslag: öppna *Files changed* och välj *Edit file* i menyn vid filen. Då prövas det på nytt, "
    "och det här svaret skrivs om. Förstår du inte ett meddelande är det vårt fel: fråga här."
)


_OUTCOMES = {
    "success": "Kontrollen är grön",
    "failure": "Kontrollen är röd",
    "action_required": "Kontrollen väntar på att en förvaltare släpper fram den",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The run of the check that the answer is about: its address, and in GitHub's word how it went."""

    address: str
    outcome: str


def told(proposal: Proposal, schemas: Schemas, run: Run | None = None) -> str:
    """The comment, in Markdown: what changes, what is wrong, and what happens next."""
    data = [line for section in sections(proposal, schemas) for line in ("", *section)][1:]
    return _whole(
        fitted(data, _ROOM_FOR_CHANGES) if data else ["Inga uppgifter i registret ändras."],
        _others(proposal),
        fitted(list(_problems(proposal)), _ROOM_FOR_PROBLEMS),
        _next(run, has_errors=any(problem.is_error for problem in proposal.problems)),
    )


def untold(obstacle: str, run: Run | None = None) -> str:
    """The comment where a proposal cannot be read at all."""
    return _whole([f"Uppgifterna i förslaget går inte att läsa: {quoted(obstacle)}"], _next(run, has_errors=True))


def _whole(*parts: Iterable[str]) -> str:
    texts = ("\n".join(part).strip() for part in parts)
    return "\n\n".join((MARKER, "## Det här ändras", *filter(None, texts))) + "\n"


def _others(proposal: Proposal) -> Iterator[str]:
    """How many files differ beside the data that has been told of, by folder."""
    known = {difference.path for difference in proposal.differences.found}
    folders = Counter(path.partition("/")[0] for path in proposal.paths if path not in known)
    if folders:
        shown = [f"{quoted(folder, 60)} {count}" for folder, count in sorted(folders.items())]
        more = [f"{len(shown) - _MOST_FOLDERS} mappar till"] if len(shown) > _MOST_FOLDERS else []
        files = counted(sum(folders.values()), "annan fil", "andra filer")
        yield f"Dessutom ändras {files}, som inte är poster i registret: {listed([*shown[:_MOST_FOLDERS], *more])}."


def _problems(proposal: Proposal) -> Iterator[str]:
    errors = [problem for problem in proposal.problems if problem.is_error]
    warnings = [problem for problem in proposal.problems if not problem.is_error]
    if errors:
        yield from (f"### Att rätta: {len(errors)} fel", "", *map(_problem, errors), "")
    else:
        yield from ("### Kontrollen hittar inga fel i det som ändras", "")
    if warnings:
        yield from (
            f"### Att tänka på: {counted(len(warnings), 'varning', 'varningar')}",
            "",
            "En varning hindrar inte. Den säger att en människa ska titta.",
            "",
            *map(_problem, warnings),
            "",
        )
    older = sum(problem.is_error for problem in proposal.older)
    if older:
        yield f"Registret har {older} äldre fel. De hindrar inte det här förslaget."


def _problem(problem: Problem) -> str:
    return f"- {quoted(problem.path)}, rad {problem.line}: {quoted(problem.message, 600)}"


def _next(run: Run | None, *, has_errors: bool) -> Iterator[str]:
    yield from ("### Vad som händer nu", "")
    steps = ([_MENDING] if has_errors else []) + [f"En människa läser förslaget och källan. {PROMISE}"]
    yield from (f"{number}. {step}" for number, step in enumerate(steps, start=1))
    if run:
        outcome = _OUTCOMES.get(run.outcome, "Kontrollen blev inte klar")
        yield ""
        yield (
            f"{outcome}: [se kontrollens sida]({run.address}). Går sidorna att bygga ligger de som ändras där, under "
            "*Artifacts*, att hämta och öppna på din dator."
        )
