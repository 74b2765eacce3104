/** Table: partnerships as rows, made from the page's own pattern of a row. */

export const PART = 50;
const AT_ONCE = 12;

export class Table {
  #made = new Map();

  constructor(element, pattern, index, statusWords) {
    this.element = element;
    this.body = element.tBodies[0];
    this.pattern = pattern.content.firstElementChild;
    this.index = index;
    this.statusWords = statusWords;
    [...this.body.rows].slice(0, PART).forEach((row, place) => this.#made.set(place, row));
  }

  /** Shows the rows; only as many as a screen holds where `isBrief`. */
  show(rows, caption, isBrief) {
    const wanted = (isBrief ? rows.slice(0, AT_ONCE) : rows).map((row) => this.#row(row));
    wanted.forEach((row, place) => {
      if (this.body.rows[place] !== row) this.body.insertBefore(row, this.body.rows[place] ?? null);
    });
    while (this.body.rows.length > wanted.length) this.body.lastElementChild.remove();
    this.element.caption.textContent = caption;
  }

  /** Shows in the headings what the rows are sorted by, and what a click on each gives. */
  showOrder(sorting, parameters) {
    for (const link of this.element.tHead.querySelectorAll("a")) this.#head(link, sorting, parameters);
  }

  /** A click on the heading that is sorted by turns the order round. */
  #head(link, sorting, parameters) {
    const column = link.dataset.column;
    const order = { [column]: "ascending", [`${column}-fallande`]: "descending" }[sorting];
    link.dataset.sorting = order === "ascending" ? `${column}-fallande` : column;
    parameters.set("sortera", link.dataset.sorting);
    link.href = `?${parameters}`;
    link.lastElementChild.textContent = { ascending: "▲", descending: "▼" }[order] ?? "";
    if (order) link.closest("th").setAttribute("aria-sort", order);
    else link.closest("th").removeAttribute("aria-sort");
  }

  /** The row, kept once made; the page's own first rows are the register's first. */
  #row(place) {
    if (!this.#made.has(place)) this.#made.set(place, this.#filled(this.index.partnerships[place]));
    return this.#made.get(place);
  }

  #filled(each) {
    const row = this.pattern.cloneNode(true);
    const [title, bodies, organisations, areas, start, end, status] = row.cells;
    title.firstElementChild.href = each.page;
    title.firstElementChild.textContent = each.title;
    title.lastElementChild.textContent = each.name ? ` (${each.name})` : "";
    this.#links(bodies.firstElementChild, each.bodies);
    this.#links(organisations.firstElementChild, each.organisations);
    this.#links(areas.firstElementChild, each.areas);
    if (each.start) start.textContent = each.start;
    if (each.end) end.textContent = each.end;
    status.firstElementChild.classList.add(`status-${each.status}`);
    status.firstElementChild.textContent = this.statusWords[each.status];
    return row;
  }

  /** Links to the subjects, in place of what the pattern says where there is none. */
  #links(cell, subjects = []) {
    if (subjects.length) cell.replaceChildren();
    subjects.forEach((subject, number) => {
      const link = document.createElement("a");
      link.href = this.index.subjects[subject].page;
      link.textContent = this.index.subjects[subject].name;
      cell.append(number ? ", " : "", link);
    });
  }
}
