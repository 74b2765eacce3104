/** Names: the register's bodies and organisations, found by what they are called, and what may be there already. */
import { fold } from "../explorer/text.js";

export class Names {
  #ids = new Map();
  #names = new Map();

  constructor(found) {
    this.found = found;
    this.partnerships = found.partnerskap ?? [];
    for (const [list, entries] of Object.entries(found)) if (list !== "partnerskap") this.#add(list, entries);
  }

  /** Nothing is known where the list cannot be fetched: then every name is as written. */
  static async fetched(address) {
    try {
      const answer = await fetch(address);
      return new Names(answer.ok ? await answer.json() : {});
    } catch {
      return new Names({});
    }
  }

  /** A name is surer than another that something is also called; one that two share is nobody's. */
  #add(list, entries) {
    const [ids, also] = [new Map(), new Map()];
    for (const { id, name, also: others = [] } of entries) {
      this.#names.set(`${list} ${id}`, name);
      ids.set(plain(name), id);
      for (const other of others.map(plain)) also.set(other, also.has(other) && also.get(other) !== id ? null : id);
    }
    this.#ids.set(list, new Map([...also, ...ids]));
  }

  id(list, text) {
    return this.#ids.get(list)?.get(plain(text)) ?? null;
  }

  name(list, id) {
    return this.#names.get(`${list} ${id}`) ?? null;
  }

  /** Every list's suggestions, as options of its data list. */
  offer(form) {
    for (const [list, entries] of Object.entries(this.found)) {
      const options = list === "partnerskap" ? [] : entries.flatMap(({ name, also = [] }) => [option(name), ...also.map((other) => option(other, name))]);
      form.querySelector(`#forslag-${list}`)?.replaceChildren(...options);
    }
  }
}

function option(value, label) {
  const made = document.createElement("option");
  made.value = value;
  if (label) made.label = label;
  return made;
}

const plain = (text) => fold(text).replace(/\s+/g, " ").trim();
