/** Controls: the value of a field, by its kind. */

// Soft hyphens and the like come along when text is copied from a document, and nobody sees them.
const oneLine = (text) => text.normalize("NFC").replace(/\s+/gu, " ").replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
const lines = (text) => text.normalize("NFC").split(/\r?\n/).map(oneLine);

/** What the field holds as the form has it: text, whether it is ticked, or which are. */
export function raw(control) {
  if (control.dataset.kind === "flag") return control.checked;
  if (control.dataset.kind === "choices") return [...control.querySelectorAll(":checked")].map((box) => box.value);
  return control.value;
}

export function setRaw(control, value) {
  if (control.dataset.kind === "flag") control.checked = value === true;
  else if (control.dataset.kind === "choices") {
    for (const box of control.querySelectorAll("input")) box.checked = Array.isArray(value) && value.includes(box.value);
  } else if (typeof value === "string") control.value = value;
  else control.value = "";
}

/** The field's texts, tidied, each to be judged by itself. */
export function texts(control) {
  const held = raw(control);
  if (typeof held !== "string") return [];
  if (control.dataset.kind === "lines") return lines(held).filter(Boolean);
  if (control.dataset.kind === "prose") return [prose(held)];
  return [oneLine(held)];
}

function prose(text) {
  return lines(text).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** The field's value in a record; undefined where it has none. */
export function value(control) {
  const held = raw(control);
  if (held === true) return true;
  if (Array.isArray(held)) return held.length ? held : undefined;
  const found = [...new Set(texts(control))];
  if (control.dataset.kind === "lines") return found.length ? found : undefined;
  return found[0] || undefined;
}

/** A record's value as the form has it. A choice that is not offered is one all the same. */
export function setValue(control, given, names) {
  const { kind } = control.dataset;
  if (kind === "choice" && typeof given === "string" && ![...control.options].some((option) => option.value === given)) {
    control.add(new Option(given, given));
  }
  if (kind === "lines") setRaw(control, Array.isArray(given) ? given.join("\n") : "");
  else if (kind === "name" && given) setRaw(control, names.name(control.dataset.names, given) ?? given);
  else setRaw(control, typeof given === "string" ? given.trim() : given);
}

/** What the schema says of the field. */
export function described(control) {
  const { label, kind, shortest, longest, pattern, hint = "", example } = control.dataset;
  return {
    label, kind, hint, example,
    shortest: Number(shortest) || 0,
    longest: Number(longest) || 0,
    pattern: pattern ?? "",
    options: kind === "choice" ? [...control.options].map((option) => option.value) : [],
    isFree: control.closest(".answers") !== null,
  };
}
