"""Reception: the one way of a request through the house, from its text to files that the register's rules accept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from site_builder.intake.issues.alike import Alike, alike_agreements, alike_requests
from site_builder.intake.issues.body_answer import body_answer
from site_builder.intake.issues.correction import correction
from site_builder.intake.issues.draft import Desk, Draft, said
from site_builder.intake.issues.forms import ANSWER, CORRECTION, MISSED, SENT
from site_builder.intake.issues.issue_form import Answers, Remark, answers
from site_builder.intake.issues.missed import missed
from site_builder.intake.issues.request import Request
from site_builder.intake.issues.submission import submission
from site_builder.intake.trial import Trial, trial
from site_builder.reading.differences import Differences, differences
from site_builder.reading.fields import schemas
from site_builder.reading.personal import has_personal_number
from site_builder.reading.plaintext import cleaned
from site_builder.reading.validate import read
from site_builder.register.register import Register

_DRAFTS: Mapping[str, Callable[[Desk, Mapping[str, str]], Draft]] = {
    MISSED.id: missed,
    CORRECTION.id: correction,
    ANSWER.id: body_answer,
    SENT.id: submission,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """What came of a request.

    `draft.files` are accepted by every rule; none where something stops, or where only a person can do it. `trial` is
    what the rules said, None where there was nothing to try; `differences` what the files change. Of one that
    `has_personal_number` nothing may be shown.
    """

    request: Request
    answers: Answers
    draft: Draft
    before: Register | None = None
    trial: Trial | None = None
    differences: Differences | None = None
    alike: tuple[Alike, ...] = ()
    has_personal_number: bool = False
    remarks: tuple[Remark, ...] = field(default=())

    @property
    def registers(self) -> tuple[Register, ...]:
        """The register as it would be, where it could be read, and as it is."""
        after = self.trial.reading.register if self.trial else None
        return tuple(register for register in (after, self.before) if register)

    @property
    def stops(self) -> bool:
        """Whether the sender has something to mend before anything can be done."""
        return any(remark.stops for remark in self.remarks)


def received(root: Path, request: Request, checked_on: date, others: Iterable[Request] = ()) -> Reception:
    """Nothing is written; `others` are requests that are open already."""
    found = answers(request.body)
    if has_personal_number(cleaned(f"{request.title}\n{request.body}")):
        told = _personal_number(found)
        return Reception(request=request, answers=found, draft=Draft(), has_personal_number=True, remarks=(told,))
    register = read(root, checked_on).register
    if register is None:
        told = said(None, "register-broken", "Registret har ett fel just nu, så ärendet väntar på en människa.")
        return Reception(request=request, answers=found, draft=Draft(), remarks=(*found.remarks, told))
    desk = Desk(root=root, register=register, schemas=schemas(root / "schema"), request=request)
    draft = _DRAFTS[found.form.id](desk, found.by_field) if found.form and found.are_whole else Draft()
    reception = Reception(
        request=request,
        answers=found,
        draft=draft,
        before=register,
        alike=alike_requests(desk, found, others),
        remarks=(*found.remarks, *draft.remarks),
    )
    return _tried(root, reception, checked_on) if draft.files else reception


def _tried(root: Path, reception: Reception, checked_on: date) -> Reception:
    """With what the register's rules say; where they say no, nothing is proposed."""
    draft = reception.draft
    tried = trial(root, draft.files, checked_on)
    against = tuple(said(None, each.rule, each.message, stops=True) for each in tried.errors)
    if against or reception.stops:
        draft = replace(draft, files={})
    register, agreement = tried.reading.register, draft.agreement
    near: tuple[Alike, ...] = ()
    if register and reception.before and agreement and agreement not in reception.before.by_id:
        near = alike_agreements(register, register.by_id[agreement])
    return replace(
        reception,
        draft=draft,
        trial=tried,
        differences=differences(root, root, draft.files),
        alike=(*near, *reception.alike),
        remarks=(*reception.remarks, *against),
    )


def _personal_number(found: Answers) -> Remark:
    """Where the number stands, by the question; never the number."""
    where = next((id for id, text in found.by_field.items() if has_personal_number(text)), None)
    question = next((each.label for each in found.form.questions if each.id == where), None) if found.form else None
    place = f" under ”{question}”" if question else ""
    message = (
        f"Det ser ut att stå ett personnummer i ärendet{place}. Redigera ärendet och ta bort det. Ta också bort den "
        "äldre versionen: tryck på ”edited” ovanför texten, välj versionen och ”Delete revision”."
    )
    return said(where, "personal-number", message, stops=True)
