/** Problems: everything that is wrong with what is filled in, and how the form says so. */
import { described, texts, value } from "./controls.js";
import { missingProblem, recordProblems, textProblem } from "./rules.js";

const year = new Date().getFullYear();

/** What is wrong, each with its place, in the order of the form. */
export function problems(reading, names) {
  const record = reading.record(names);
  const found = [
    ...reading.controls.flatMap(([at, control]) => ofControl(control).map((problem) => ({ at, ...problem }))),
    ...reading.lists.flatMap(lacking),
    ...recordProblems(record, { year, note: reading.note }),
  ];
  const placed = found.map((problem) => ({ ...problem, control: reading.control(problem.at) }));
  return placed.sort((one, other) => follows(one.control, other.control));
}

/** What is wrong with one field as soon as it is left; nothing where it is empty. */
export function problemsOf(control, reading, names) {
  if (value(control) === undefined) return [];
  return problems(reading, names).filter((problem) => problem.control === control);
}

function ofControl(control) {
  const field = described(control);
  const isMissing = control.dataset.required !== undefined && value(control) === undefined;
  return isMissing ? [missingProblem(field)] : texts(control).map((text) => textProblem(field, text)).filter(Boolean);
}

function lacking(list) {
  const { least, label } = list.element.dataset;
  return list.filled.length < Number(least) ? [{ at: list.name, ...missingProblem({ label }) }] : [];
}

function follows(one, other) {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The summary above the form, and a message at each field. */
export class Faults {
  constructor(form) {
    this.form = form;
    this.summary = form.querySelector("#fel");
    this.summary.addEventListener("click", (event) => {
      const control = document.getElementById(event.target.getAttribute("href")?.slice(1));
      if (!control) return;
      event.preventDefault();
      reach(control);
    });
  }

  /** Says all of it, the first of each field, and moves there. */
  show(found) {
    this.clear();
    const first = found.filter(({ control }, place) => found.findIndex((each) => each.control === control) === place);
    for (const { control, message } of first) mark(control, message);
    this.summary.querySelector("ul").replaceChildren(...first.map(line));
    this.summary.hidden = false;
    this.summary.focus();
  }

  clear() {
    this.summary.hidden = true;
    for (const fault of this.form.querySelectorAll(".field-fault:not([hidden])")) {
      mark(document.getElementById(fault.id.replace(/-fel$/, "")), null);
    }
  }
}

/** Says at the field what is wrong with it, or that nothing is. */
export function mark(control, message) {
  const fault = document.getElementById(`${control.id}-fel`);
  if (!fault) return;
  fault.textContent = message ?? "";
  fault.hidden = !message;
  fault.closest(".field").classList.toggle("has-fault", Boolean(message));
  if (control.tagName === "FIELDSET") return;
  if (message) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

/** Moves to the field, unfolding what it lies in. */
export function reach(control) {
  const folded = control.closest("details");
  if (folded) folded.open = true;
  control.focus();
}

function line({ control, message }) {
  const [item, link] = [document.createElement("li"), document.createElement("a")];
  link.href = `#${control.id}`;
  const row = control.closest(".row")?.querySelector(".row-name").textContent;
  link.textContent = row ? `${row}: ${message}` : message;
  item.append(link);
  return item;
}
