/** Explorer: search, facets and order over the table of partnerships; everything shown follows from the form. */
import { Address } from "./address.js";
import { byRank, byScore, narrowed } from "./facets.js";
import { Form, number } from "./form.js";
import { SelectionMap } from "./map.js";
import { Pages } from "./pages.js";
import { Search } from "./search.js";
import { PART, Table } from "./table.js";

const PAUSE = 700;
const REST = 150;
const DOWN = "-fallande";
const $ = (id) => document.getElementById(id);

class Explorer {
  #announcing = 0;
  #resting = 0;

  constructor(element, index) {
    this.index = index;
    this.form = new Form(element, index.facets);
    this.search = new Search(index);
    this.pages = new Pages(index.subjects);
    const status = this.form.facets.find((facet) => facet.id === "status");
    const statusWords = Object.fromEntries(status.boxes.map((box, place) => [box.value, status.label(place)]));
    this.table = new Table($("partnerskap"), $("rad"), index, statusWords);
    const place = index.facets.findIndex((facet) => facet.id === "kommun");
    const municipalities = this.form.facets[place];
    this.map = new SelectionMap($("karta"), index.facets[place], municipalities, (id) => {
      municipalities.toggle(id);
      this.#changed(false);
    });
    this.address = new Address(() => this.#read());
    this.#listen(element);
    this.#read();
  }

  #read() {
    this.form.parameters = this.address.parameters;
    this.show();
  }

  #listen(element) {
    element.addEventListener("input", (event) => this.#changed(event.target.name === "q"));
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#stepped();
    });
    element.addEventListener("reset", () => setTimeout(() => this.#changed(false)));
    $("visa-filter").addEventListener("click", () => {
      $("visa-filter").setAttribute("aria-expanded", $("filter").classList.toggle("is-open"));
    });
    $("valda").addEventListener("click", (event) => this.#unchosen(event.target.closest("button")));
    $("foregaende").addEventListener("click", () => this.#turned(-1));
    $("nasta").addEventListener("click", () => this.#turned(1));
    this.table.element.tHead.addEventListener("click", (event) => this.#sorted(event));
    for (const button of document.querySelectorAll("[data-form]")) {
      button.addEventListener("click", () => this.#download(button.dataset.form));
    }
  }

  #changed(isTyping) {
    this.form.part = 1;
    this.show(isTyping);
    if (isTyping) this.address.follow(() => this.form.parameters);
    else this.#stepped();
  }

  #stepped() {
    this.address.step(this.form.parameters);
  }

  #unchosen(button) {
    const place = [...$("valda").querySelectorAll("button")].indexOf(button);
    if (place < 0) return;
    this.form.chosenBoxes[place].checked = false;
    this.#changed(false);
    const left = $("valda").querySelectorAll("button");
    (left[Math.min(place, left.length - 1)] ?? $("sokord")).focus();
  }

  #turned(step) {
    this.form.part += step;
    this.show();
    this.#stepped();
    const section = this.table.element.parentElement;
    section.focus({ preventScroll: true });
    section.scrollIntoView();
  }

  #sorted(event) {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.form.sorting = link.dataset.sorting;
    this.#changed(false);
  }

  /** Everything anew, from the form. What the eye does not rest on while typing waits for a pause. */
  show(isTyping = false) {
    const { scores, instead } = this.search.find(this.form.query);
    const { rows, counts } = narrowed(this.index.facets, this.search.size, scores, this.form.chosen);
    this.rows = this.#inOrder(rows, scores);
    this.#showPart(isTyping);
    this.#say(instead);
    clearTimeout(this.#resting);
    if (isTyping) this.#resting = setTimeout(() => this.#showRest(counts), REST);
    else this.#showRest(counts);
  }

  #inOrder(rows, scores) {
    const sorting = this.form.sorting;
    if (!sorting) return scores ? byScore(rows, scores) : rows;
    return byRank(rows, this.index.ranks[sorting.replace(DOWN, "")], sorting.endsWith(DOWN));
  }

  /** The part of the table that the form tells. */
  #showPart(isBrief) {
    const parts = Math.max(1, Math.ceil(this.rows.length / PART));
    this.form.part = Math.min(this.form.part, parts);
    const first = (this.form.part - 1) * PART;
    const shown = this.rows.slice(first, first + PART);
    const range = `${number(first + 1)}–${number(first + shown.length)} av ${number(this.rows.length)}`;
    this.table.show(shown, `Partnerskap ${range}`, isBrief);
    this.table.element.parentElement.hidden = shown.length === 0;
    $("inga").hidden = shown.length > 0;
    $("sidor").hidden = parts === 1;
    $("sidnummer").textContent = `Del ${number(this.form.part)} av ${number(parts)}`;
    $("foregaende").disabled = this.form.part === 1;
    $("nasta").disabled = this.form.part === parts;
  }

  #showRest(counts) {
    this.#showPart(false);
    const parameters = this.form.parameters;
    parameters.delete("sida");
    this.table.showOrder(this.form.sorting || (this.form.query ? "" : "huvudman"), parameters);
    this.form.facets.forEach((facet, place) => {
      facet.counts = counts[place];
    });
    this.map.rows = this.rows;
    this.#showPages();
    this.#showChosen();
  }

  /** Pages that are called what is searched for: it may be the municipality itself that is wanted. */
  #showPages() {
    const pages = this.pages.find(this.form.query);
    $("sidtraffar").hidden = pages.length === 0;
    $("sidtraffar").lastElementChild.replaceChildren(
      ...pages.map(({ name, page }) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = page;
        link.textContent = name;
        item.append(link);
        return item;
      }),
    );
  }

  /** The chosen filters, each a button that takes it away. */
  #showChosen() {
    const boxes = this.form.chosenBoxes;
    $("visa-filter").textContent = boxes.length ? `Filtrera (${boxes.length})` : "Filtrera";
    $("valda").hidden = boxes.length === 0;
    $("valda").replaceChildren(
      ...boxes.map((box) => {
        const item = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = box.nextElementSibling.textContent;
        button.setAttribute("aria-label", `Ta bort filtret ${button.textContent}`);
        item.append(button);
        return item;
      }),
    );
  }

  /** How many there are, for the eye at once and for the ear when the typing pauses. */
  #say(instead) {
    const all = this.rows.length === this.search.size;
    const found = all ? number(this.rows.length) : `${number(this.rows.length)} av ${number(this.search.size)}`;
    $("antal").textContent = `${found} partnerskap`;
    $("tolkning").textContent = instead
      .map(([term, like]) => `Inget ord innehåller ”${term}”. Visar det som liknar: ${like.join(", ")}.`)
      .join(" ");
    $("tolkning").hidden = instead.length === 0;
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      $("besked").textContent = `${found} partnerskap visas. ${$("tolkning").textContent}`;
    }, PAUSE);
  }

  /** The file is made when it is asked for, and so is what makes it. */
  async #download(form) {
    this.address.settle();
    $("hamtat").textContent = "Hämtar …";
    const ids = this.rows.map((row) => this.index.partnerships[row].id);
    const about = { words: this.form.inWords, date: this.index.date, address: window.location.href };
    try {
      const { save } = await import("./download.js");
      const name = await save(form, ids, about, this.form.element.dataset);
      $("hamtat").textContent = `${number(ids.length)} partnerskap sparade i ${name}`;
    } catch {
      $("hamtat").textContent = "Det gick inte att hämta uppgifterna. Försök igen om en stund.";
    }
  }
}

async function start() {
  const element = $("urval");
  try {
    const answer = await fetch(element.dataset.index);
    new Explorer(element, await answer.json());
  } catch (error) {
    $("antal").textContent = "Sökningen kunde inte laddas. Tabellen visar alla partnerskap.";
    throw error;
  } finally {
    document.documentElement.classList.remove("is-waiting", "is-choosing");
  }
}

start();
