/** Rows: a field of several records; one is added or taken away by a button, and told of aloud. */
import { raw, setRaw, setValue, value } from "./controls.js";

export class Rows {
  #kept = new WeakMap();

  constructor(element, { tell, changed }) {
    this.element = element;
    this.name = element.dataset.rows;
    this.one = element.dataset.one;
    this.list = element.querySelector(".rows-list");
    this.template = element.querySelector("template");
    this.button = element.querySelector(".row-add");
    this.button.addEventListener("click", () => {
      const row = this.add();
      tell(`${this.#called(row)} är tillagd.`);
      row.querySelector("[data-field]").focus();
      changed();
    });
    this.list.addEventListener("click", ({ target }) => {
      if (!target.classList.contains("row-remove")) return;
      const row = target.closest(".row");
      tell(`${this.#called(row)} är borttagen.`);
      (row.previousElementSibling ?? row.nextElementSibling ?? this.button).focus();
      row.remove();
      this.#number();
      changed();
    });
  }

  get all() {
    return [...this.list.children];
  }

  /** Those in which something is filled in; what was chosen beforehand says nothing alone. */
  get filled() {
    return this.all.filter((row) => this.controls(row).some((control) => control.dataset.kind !== "choice" && value(control) !== undefined));
  }

  controls(row) {
    return [...row.querySelectorAll("[data-field]")];
  }

  add() {
    const row = this.template.content.firstElementChild.cloneNode(true);
    for (const control of this.controls(row)) {
      const { first, later } = control.dataset;
      if (first) control.value = this.list.children.length ? later : first;
    }
    this.list.append(row);
    this.#number();
    return row;
  }

  /** As many empty rows as there are when nothing is filled in yet. */
  clear() {
    this.list.replaceChildren();
    if (this.element.dataset.begins !== undefined) this.add();
  }

  /** The records as the schema has them; what a row does not show it keeps. */
  records(names) {
    return this.filled.map((row) => {
      const shown = {};
      for (const control of this.controls(row)) Object.assign(shown, this.#said(control, names));
      const whole = { ...this.#kept.get(row), ...shown };
      const order = ["name", ...this.element.dataset.order.split(" ")];
      return Object.fromEntries(order.filter((key) => whole[key] !== undefined).map((key) => [key, whole[key]]));
    });
  }

  /** A name in the register is its id, another is itself. */
  #said(control, names) {
    const { field, kind, names: list } = control.dataset;
    const found = value(control);
    if (kind !== "name" || found === undefined) return { [field]: found };
    const id = names.id(list, found);
    return id ? { [field]: id } : { name: found };
  }

  fill(records, names) {
    this.clear();
    if (records.length) this.list.replaceChildren();
    for (const record of records) {
      const row = this.add();
      const shown = new Set();
      for (const control of this.controls(row)) {
        shown.add(control.dataset.field);
        setValue(control, record[control.dataset.field], names);
      }
      const kept = Object.entries(record).filter(([key, each]) => !shown.has(key) && each !== false);
      this.#kept.set(row, Object.fromEntries(kept));
    }
  }

  /** The rows as the form has them, to be kept as a draft. */
  get state() {
    return this.all.map((row) => ({
      kept: this.#kept.get(row) ?? {},
      held: Object.fromEntries(this.controls(row).map((control) => [control.dataset.field, raw(control)])),
    }));
  }

  set state(rows) {
    this.list.replaceChildren();
    for (const { kept, held } of rows) {
      const row = this.add();
      for (const control of this.controls(row)) setRaw(control, held?.[control.dataset.field]);
      if (kept) this.#kept.set(row, kept);
    }
  }

  #number() {
    const ids = new RegExp(`falt-${this.name}-(?:N|\\d+)`, "g");
    this.all.forEach((row, place) => {
      const own = `falt-${this.name}-${place + 1}`;
      for (const element of [row, ...row.querySelectorAll("[id], [for], [aria-describedby]")]) {
        for (const attribute of ["id", "for", "aria-describedby"]) {
          const found = element.getAttribute(attribute);
          if (found) element.setAttribute(attribute, found.replace(ids, own));
        }
      }
      row.querySelector(".row-name").textContent = `${this.one} ${place + 1}`;
      row.querySelector(".row-remove").setAttribute("aria-label", `Ta bort ${this.one.toLowerCase()} ${place + 1}`);
    });
    this.button.disabled = this.all.length >= Number(this.element.dataset.most);
  }

  #called(row) {
    return row.querySelector(".row-name").textContent;
  }
}
