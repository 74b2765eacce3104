/**
 * Editor: the form on the page about contributing, for a new partnership or one that is published.
 *
 * `?partnerskap=<id>` loads that one, `&falt=<field>` leads to the field; `?kommun=<id>` and `?organisation=<id>` fill in a
 * party. Nothing is sent from here: what is written is checked, and handed over to the person to send.
 */
import { value } from "./controls.js";
import { Draft } from "./draft.js";
import { Exits, issueAddress, letterAddress, submissionText } from "./exits.js";
import { dataFile } from "./file.js";
import { alike } from "./likeness.js";
import { Names } from "./names.js";
import { Faults, mark, problems, problemsOf, reach } from "./problems.js";
import { Reading } from "./reading.js";

const $ = (id) => document.getElementById(id);
const form = $("redigerare");
const ids = new Set(form.dataset.ids.split(" "));
const asked = new URLSearchParams(window.location.search);
const wanted = asked.get("partnerskap") ?? "";
const agreement = new RegExp(form.dataset.idPattern, "u").test(wanted) ? wanted : null;
const draft = new Draft(agreement ?? `nytt/${asked.get("kommun") ?? asked.get("organisation") ?? ""}`.slice(0, 200));

const reading = new Reading(form, { tell, changed });
const faults = new Faults(form);
const exits = new Exits($("utgangar"));
let names = new Names({});
let published = null;
let before = {};
let fetching = null;
let released = Promise.resolve();

function tell(text) {
  $("besked").textContent = text;
}

/** The register's names, fetched when they are first needed. */
function named() {
  fetching ??= Names.fetched(form.dataset.names).then((found) => {
    names = found;
    names.offer(form);
  });
  return fetching;
}

function changed() {
  exits.hide();
  draft.keep(reading.state);
}

/** The form as it is before anything is written in it. */
function begin() {
  reading.clear();
  if (published) reading.fill(published, names);
  else prefill();
  before = published ? reading.record(names) : {};
  faults.clear();
  exits.hide();
  showKnown();
}

function prefill() {
  for (const [key, list, field] of [["kommun", "public_parties", "body"], ["organisation", "nonprofit_parties", "organisation"]]) {
    const rows = reading.lists.find((each) => each.name === list);
    const control = rows.controls(rows.all[0]).find((each) => each.dataset.field === field);
    control.value = names.name(control.dataset.names, asked.get(key) ?? "") ?? "";
  }
}

async function load() {
  try {
    const answer = await fetch(`${form.dataset.records}${agreement}.json`);
    published = answer.ok ? await answer.json() : null;
  } catch {
    published = null;
  }
  if (published) {
    $("rubrik").textContent = `Rätta: ${published.title}`;
    document.title = `Rätta: ${published.title}`;
    $("om-nytt").hidden = true;
    $("om-rattelse").hidden = false;
  } else {
    $("hittades-inte").hidden = false;
  }
}

function restore() {
  const kept = draft.kept;
  if (!kept) return;
  try {
    reading.state = kept.state;
  } catch {
    draft.throwAway();
    begin();
    return;
  }
  const saved = new Date(kept.saved);
  $("utkast-text").textContent = `Ett utkast från ${saved.toLocaleString("sv", { dateStyle: "long", timeStyle: "short" })} finns kvar på den här datorn. Du kan fortsätta där du slutade.`;
  $("utkast").hidden = false;
  showKnown();
}

/** Whether a name is in the register, said below it. */
function showKnown(within = form) {
  for (const control of within.querySelectorAll("[data-kind=name]")) {
    const text = value(control);
    const known = document.getElementById(`${control.id}-kand`);
    const isListed = text && names.id(control.dataset.names, text);
    known.textContent = !text ? "" : isListed ? "Finns i registret." : "Finns inte i registret: läggs till som ny.";
  }
}

/** The fields that differ from what is published; null for what is taken away. */
function corrections(record) {
  const isSame = (key) => JSON.stringify(record[key]) === JSON.stringify(before[key]);
  return Object.fromEntries(reading.order.filter((key) => !isSame(key)).map((key) => [key, record[key] ?? null]));
}

/** What is wrong with what the person has written: old faults in what is untouched stop nobody. */
function found(record) {
  const all = [...problems(reading, names), ...consentProblem()];
  if (!published) return all;
  const touched = corrections(record);
  const isAnswer = new Set([...reading.answers.map((control) => control.dataset.field), "consent"]);
  const own = all.filter(({ at }) => isAnswer.has(at) || at.split(".")[0] in touched);
  if (Object.keys(touched).length) return own;
  const message = "Du har inte ändrat något än. Ändra det som är fel eller saknas.";
  return [{ at: "title", control: reading.control("title"), message }, ...own];
}

const boxes = () => [...$("falt-consent").querySelectorAll("input")];

function consentProblem() {
  const message = "Kryssa i båda rutorna för att registret ska kunna använda det du skriver.";
  return boxes().every((box) => box.checked) ? [] : [{ at: "consent", control: $("falt-consent"), message }];
}

async function check() {
  await named();
  showKnown();
  const record = reading.record(names);
  const wrong = found(record);
  exits.hide();
  if (wrong.length) faults.show(wrong);
  else hand(record);
}

/** Hands the text over to the person, in every way there is to send it. */
function hand(record) {
  faults.clear();
  const { repository, contact, template, report, corrected } = form.dataset;
  const title = published ? corrected + agreement : form.dataset.new + record.title;
  const source = reading.answer("source");
  const text = submissionText(
    {
      kind: published ? "correction" : "new",
      agreement: published && agreement,
      relation: reading.answer("relation"),
      record: published ? corrections(record) : record,
      source,
      note: reading.answer("note"),
    },
    ids,
  );
  const consent = $("falt-consent").dataset.label;
  const ticked = boxes().map((box) => box.labels[0].textContent.trim());
  const whole = published ? { ...published, ...corrections(record) } : record;
  exits.show({
    text,
    issue: repository && issueAddress(repository, { template, title, text }),
    letter: contact && letterAddress(contact, { title, report, text, consent, boxes: ticked }),
    file: dataFile({ record: whole, agreement: published && agreement, order: reading.order, ids, source }),
    alike: published ? [] : alike(record, names.partnerships),
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
form.addEventListener("focusin", named, { once: true });
form.addEventListener("input", ({ target }) => {
  if (target.id !== "texten") changed();
});
// A message moves what lies below it: never from under a finger that is about to press it.
window.addEventListener("pointerdown", () => {
  released = new Promise((resolve) => {
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => setTimeout(resolve), { once: true });
  });
});
form.addEventListener("focusout", async ({ target, relatedTarget }) => {
  const control = target.closest("[data-kind]");
  if (!control || control.contains(relatedTarget)) return;
  await Promise.all([named(), released]);
  if (control.dataset.kind === "name") showKnown(control.parentElement);
  mark(control, problemsOf(control, reading, names)[0]?.message ?? null);
});
for (const button of form.querySelectorAll(".throw-away")) {
  button.addEventListener("click", () => {
    draft.throwAway();
    for (const box of boxes()) box.checked = false;
    begin();
    $("utkast").hidden = true;
    tell("Utkastet är slängt.");
    $("rubrik").focus();
  });
}

async function start() {
  if (agreement) await Promise.all([load(), named()]);
  else if (asked.has("kommun") || asked.has("organisation")) await named();
  if (wanted && !published) $("hittades-inte").hidden = false;
  begin();
  restore();
  form.hidden = false;
  document.documentElement.classList.add("is-editing");
  const place = reading.order.find((key) => key === asked.get("falt"));
  if (published && place && reading.control(place)) reach(reading.control(place));
}

start();
