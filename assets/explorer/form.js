/** Form: the explorer's fields, which are its whole state. */

const MOST = 300;
const NUMBER = new Intl.NumberFormat("sv");

export const number = (value) => NUMBER.format(value);

export class Form {
  constructor(element, facets) {
    this.element = element;
    this.facets = facets.map((facet) => new FacetFields(element.querySelector(`[data-facet="${facet.id}"]`), facet));
  }

  get query() {
    return this.element.elements.q.value.trim();
  }

  get sorting() {
    return this.element.elements.sortera.value;
  }

  set sorting(id) {
    this.element.elements.sortera.value = id;
    if (this.element.elements.sortera.selectedIndex < 0) this.element.elements.sortera.value = "";
  }

  /** The number of the shown part of the table, from 1. */
  get part() {
    return Math.max(1, Number.parseInt(this.element.elements.sida.value, 10) || 1);
  }

  set part(number) {
    this.element.elements.sida.value = number > 1 ? number : "";
  }

  /** What differs from an untouched form, as names and values. */
  get parameters() {
    const boxes = this.chosenBoxes.map((box) => [box.name, box.value]);
    const fields = [["q", this.query], ...boxes, ["sortera", this.sorting], ["sida", this.element.elements.sida.value]];
    return new URLSearchParams(fields.filter(([, value]) => value));
  }

  set parameters(parameters) {
    this.element.elements.q.value = parameters.get("q") ?? "";
    this.sorting = parameters.get("sortera") ?? "";
    this.part = Number.parseInt(parameters.get("sida"), 10) || 1;
    for (const facet of this.facets) facet.check(parameters.getAll(facet.id));
  }

  /** For each facet the places of its chosen ones. */
  get chosen() {
    return this.facets.map((facet) => facet.chosen);
  }

  get chosenBoxes() {
    return this.facets.flatMap((facet) => facet.chosen.map((place) => facet.boxes[place]));
  }

  /** The filter as a reader would say it. */
  get inWords() {
    const chosen = this.facets.filter((facet) => facet.chosen.length);
    const query = this.query ? [`Sökord: ”${this.query}”`] : [];
    const facets = chosen.map((facet) => `${facet.title}: ${facet.chosen.map((place) => facet.label(place)).join(" eller ")}`);
    return [...query, ...facets].join("; ") || "Alla partnerskap";
  }
}

/** One facet: a list of boxes that may be checked, each with how many partnerships it would give. */
class FacetFields {
  #places;
  #items;

  constructor(element, { id, choices }) {
    this.id = id;
    this.element = element;
    this.title = element.querySelector("legend").textContent;
    this.boxes = [...element.querySelectorAll("input")];
    this.#items = [...element.querySelectorAll("li")];
    this.more = element.querySelector(".facet-more");
    this.#places = new Map(choices.map((choice, place) => [choice, place]));
    element.addEventListener("toggle", () => this.#show());
    element.querySelector("summary").addEventListener("click", () => this.#write()); // before a quick Tab comes
  }

  get chosen() {
    return [...this.element.querySelectorAll("input:checked")].map((box) => this.#places.get(box.value));
  }

  label(place) {
    return this.boxes[place].nextElementSibling.textContent;
  }

  /** Checks exactly the boxes of the values; one that no partnership has gets a box too, since it is a filter. */
  check(values) {
    for (const value of values) if (!this.#places.has(value)) this.#add(value);
    const wanted = new Set(values);
    for (const box of this.boxes) box.checked = wanted.has(box.value);
  }

  toggle(value) {
    const box = this.boxes[this.#places.get(value)];
    box.checked = !box.checked;
  }

  #add(value) {
    const item = this.#items[0].cloneNode(true);
    const box = item.querySelector("input");
    box.value = value;
    box.nextElementSibling.textContent = value;
    this.element.querySelector("ul").append(item);
    this.#items.push(item);
    this.#places.set(value, this.boxes.push(box) - 1);
  }

  /** Takes the counts over; the list shows them at once if it is open, else when it is opened. */
  set counts(counts) {
    this.latest = counts;
    const chosen = this.chosen.length;
    this.element.querySelector(".facet-chosen").textContent = chosen ? `(${chosen})` : "";
    this.#show();
  }

  #show() {
    if (this.element.open) this.#write();
  }

  /** Only what has changed is touched, and of very many choices only the commonest are shown. */
  #write() {
    if (!this.latest || this.shown === this.latest) return;
    const least = leastShown(this.latest);
    let left = 0;
    this.#items.forEach((item, place) => {
      const count = this.latest[place] ?? 0;
      const isHidden = count < least && !this.boxes[place].checked;
      if (isHidden && count) left += 1;
      if (item.hidden !== isHidden) item.hidden = isHidden;
      if (!isHidden && this.shown?.[place] !== count) item.querySelector(".facet-count").textContent = number(count);
    });
    this.more.hidden = left === 0;
    this.more.textContent = `${number(left)} till visas inte. Skriv namnet i sökfältet.`;
    this.shown = this.latest;
  }
}

/** The count that a choice must have to be shown. */
function leastShown(counts) {
  const sorted = counts.filter(Boolean).sort();
  return sorted.length > MOST ? Math.max(2, sorted[sorted.length - MOST]) : 1;
}
