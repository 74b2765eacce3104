/** Reading: the form as a record, and a record as the form; `note` is what the record's own note says. */
import { raw, setRaw, setValue, value } from "./controls.js";
import { Rows } from "./rows.js";

export class Reading {
  constructor(form, hooks) {
    this.order = form.dataset.order.split(" ");
    this.lists = [...form.querySelectorAll("[data-rows]")].map((element) => new Rows(element, hooks));
    this.answers = [...form.querySelectorAll(".answers [data-field]")];
    this.fields = [...form.querySelectorAll("[data-field]")].filter((control) => !this.answers.includes(control));
    this.clear();
  }

  /** Every field in use, with its place in the record; those of empty rows are not. */
  get controls() {
    const inRows = this.lists.flatMap((list) =>
      list.filled.flatMap((row, place) =>
        list.controls(row).map((control) => [`${list.name}.${place}.${control.dataset.field}`, control]),
      ),
    );
    return [...[...this.fields, ...this.answers].map((control) => [control.dataset.field, control]), ...inRows];
  }

  /** The record as its file has it; `names` tells the ids of names. */
  record(names) {
    const found = Object.fromEntries(this.fields.map((control) => [control.dataset.field, value(control)]));
    for (const list of this.lists) {
      const records = list.records(names);
      if (records.length) found[list.name] = records;
    }
    return Object.fromEntries(this.order.filter((key) => found[key] !== undefined).map((key) => [key, found[key]]));
  }

  answer(name) {
    return value(this.answers.find((control) => control.dataset.field === name));
  }

  fill(record, names) {
    this.note = record.note;
    for (const control of this.fields) setValue(control, record[control.dataset.field], names);
    for (const list of this.lists) list.fill(record[list.name] ?? [], names);
  }

  clear() {
    this.note = null;
    for (const control of [...this.fields, ...this.answers]) setRaw(control, undefined);
    for (const list of this.lists) list.clear();
  }

  get state() {
    const held = [...this.fields, ...this.answers].map((control) => [control.id, raw(control)]);
    return { held: Object.fromEntries(held), rows: Object.fromEntries(this.lists.map((list) => [list.name, list.state])) };
  }

  set state({ held, rows }) {
    for (const control of [...this.fields, ...this.answers]) setRaw(control, held[control.id]);
    for (const list of this.lists) list.state = rows[list.name] ?? [];
  }

  /** The field at a place such as `periods.0.end`; for a whole list the first that can be filled in. */
  control(at) {
    const [name, place, key] = at.split(".");
    const list = this.lists.find((each) => each.name === name);
    if (!list) return [...this.fields, ...this.answers].find((control) => control.dataset.field === name);
    const row = list.filled[Number(place ?? 0)] ?? list.all[0];
    if (!row) return list.button;
    return list.controls(row).find((control) => control.dataset.field === key) ?? list.controls(row)[0];
  }
}
