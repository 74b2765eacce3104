/** Pages: those of municipalities, regions, organisations, areas and others whose names have the words of a query. */
import { terms, words } from "./text.js";

const MOST = 6;

export class Pages {
  constructor(subjects) {
    this.pages = subjects.map(({ name, page, also }) => ({ name, page, words: words(name), also: words(also ?? "") }));
  }

  /** The best fitting, those whose names begin with the query first, then short names. */
  find(query) {
    const asked = terms(query);
    if (asked.length === 0) return [];
    const fitting = this.pages.filter((page) => asked.every((term) => hasWord(page.words, term) || hasWord(page.also, term)));
    const order = (page) => [page.words[0]?.startsWith(asked[0]) ? 0 : 1, page.name.length];
    return fitting
      .map((page) => [...order(page), page])
      .sort((one, other) => one[0] - other[0] || one[1] - other[1])
      .slice(0, MOST)
      .map(([, , page]) => page);
  }
}

const hasWord = (found, term) => found.some((word) => word.startsWith(term));
