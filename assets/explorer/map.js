/** Map: the municipalities of the shown partnerships, drawn once the reader opens it, with the same as a table. */
import { number } from "./form.js";

const DRAWING = "http://www.w3.org/2000/svg";

export class SelectionMap {
  #shapes = new Map();
  #counts = new Map();

  /** `facet` holds each row's municipalities; `chose` is told the id of one that is pressed. */
  constructor(element, facet, fields, chose) {
    this.element = element;
    this.facet = facet;
    this.fields = fields;
    this.svg = element.querySelector(".map");
    this.body = element.querySelector("tbody");
    this.line = this.body.firstElementChild;
    element.addEventListener("toggle", () => this.#show());
    element.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-id]");
      if (pressed) chose(pressed.dataset.id);
    });
  }

  set rows(rows) {
    this.latest = rows;
    this.#show();
  }

  async #show() {
    if (!this.element.open || this.shown === this.latest) return;
    this.drawing ??= this.#drawn();
    const { steps } = await this.drawing;
    this.shown = this.latest;
    this.#counts = this.#counted();
    for (const [id, { path, name }] of this.#shapes) {
      const count = this.#counts.get(id);
      path.setAttribute("class", steps.findLast((step) => count >= step.least)?.shade ?? "map-unknown");
      path.firstElementChild.textContent = `${name}: ${count ? `${number(count)} i urvalet` : "inget i urvalet"}`;
    }
    this.#showTable();
  }

  async #drawn() {
    const drawing = await (await fetch(this.element.dataset.map)).json();
    this.svg.setAttribute("viewBox", drawing.box);
    for (const { id, name, path } of drawing.municipalities) {
      const shape = this.#path(path);
      shape.append(document.createElementNS(DRAWING, "title"));
      if (this.facet.choices.includes(id)) shape.dataset.id = id;
      this.#shapes.set(id, { name, path: shape });
    }
    this.#path(drawing.borders).setAttribute("class", "map-borders");
    return drawing;
  }

  #path(d) {
    const path = document.createElementNS(DRAWING, "path");
    path.setAttribute("d", d);
    this.svg.append(path);
    return path;
  }

  /** How many of the shown partnerships each municipality has. */
  #counted() {
    const counts = new Map(this.facet.choices.map((id) => [id, 0]));
    for (const row of this.latest) {
      for (const place of this.facet.rows[row]) {
        const id = this.facet.choices[place];
        counts.set(id, counts.get(id) + 1);
      }
    }
    return counts;
  }

  /** Those with most come first; pressing a name chooses it, or lets it go. */
  #showTable() {
    const chosen = new Set(this.fields.chosen);
    const places = [...this.facet.choices.keys()].filter((place) => this.#of(place) || chosen.has(place));
    places.sort((one, other) => this.#of(other) - this.#of(one) || one - other);
    const held = this.body.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    this.body.replaceChildren(
      ...places.map((place) => {
        const line = this.line.cloneNode(true);
        const button = line.querySelector("button");
        button.dataset.id = this.facet.choices[place];
        button.textContent = this.fields.label(place);
        button.setAttribute("aria-pressed", chosen.has(place));
        line.lastElementChild.textContent = number(this.#of(place));
        return line;
      }),
    );
    if (held) (this.body.querySelector(`[data-id="${held}"]`) ?? this.body.closest("[tabindex]")).focus();
    const without = this.latest.filter((row) => this.facet.rows[row].length === 0).length;
    const note = this.element.querySelector(".map-without");
    note.textContent = `${number(without)} i urvalet har ingen kommun som part och syns inte på kartan.`;
    note.hidden = without === 0;
  }

  #of(place) {
    return this.#counts.get(this.facet.choices[place]);
  }
}
