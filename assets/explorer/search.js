/**
 * Search: the register's words, and which partnerships have them.
 *
 * Swedish joins words, so a term is found anywhere in a word. A term that no word has is taken for the nearest one.
 */
import { distance } from "./likeness.js";
import { stem, terms, words } from "./text.js";

const TITLE = 3;
const NAMES = 2;
const OTHER = 1; // the purpose, and what else a party is called
const [LIKE, WITHIN, BEGINS, WHOLE] = [0, 1, 2, 3];
const ANYWHERE_FROM = 3;
const LIKE_FROM = 4;
const KEPT = 50;

export class Search {
  #words = [];
  #postings = [];
  #found = new Map();

  constructor({ partnerships, subjects }) {
    this.size = partnerships.length;
    const places = new Map();
    const ofSubject = subjects.map((each) => ({ name: words(each.name), also: words(each.also ?? "") }));
    partnerships.forEach((each, row) => {
      const referred = [...each.bodies, ...(each.organisations ?? []), ...(each.areas ?? []), ...(each.about ?? [])];
      this.#add(places, row, TITLE, words(`${each.title} ${each.name ?? ""}`));
      for (const subject of referred) this.#add(places, row, NAMES, ofSubject[subject].name);
      this.#add(places, row, NAMES, words(each.parties ?? ""));
      for (const subject of referred) this.#add(places, row, OTHER, ofSubject[subject].also);
      this.#add(places, row, OTHER, words(each.text ?? ""));
    });
  }

  /** A row is added once a word, with the weightiest place it has it in: those come first. */
  #add(places, row, weight, found) {
    for (const word of found) {
      let place = places.get(word);
      if (place === undefined) {
        place = this.#words.push(word) - 1;
        places.set(word, place);
        this.#postings.push([]);
      }
      const postings = this.#postings[place];
      if (postings.length === 0 || postings[postings.length - 1] >> 2 !== row) postings.push((row << 2) | weight);
    }
  }

  /**
   * How well each partnership fits the query, 0 for not at all: null for an empty query. Every term must be found.
   * `instead` names what was searched for where a term is not in the register: pairs of the term and words like it.
   */
  find(query) {
    const asked = terms(query);
    const instead = [];
    let scores = null;
    for (const term of asked) {
      const { values, like } = this.#term(term);
      if (like.length) instead.push([term, like]);
      scores = scores ? scores.map((score, row) => (score && values[row] ? score + values[row] : 0)) : values;
    }
    return { scores, instead };
  }

  /** The answer for one term, kept: a key stroke changes only the last. */
  #term(term) {
    const known = this.#found.get(term) ?? this.#looked(term);
    if (this.#found.size >= KEPT) this.#found.clear();
    this.#found.set(term, known);
    return known;
  }

  #looked(term) {
    const values = new Uint16Array(this.size);
    const root = stem(term);
    let any = false;
    this.#words.forEach((word, place) => {
      const fit = fitting(word, term) ?? (root && word.includes(root) ? LIKE : null);
      if (fit === null) return;
      any = true;
      this.#mark(values, place, fit);
    });
    const like = any || term.length < LIKE_FROM ? [] : this.#like(term);
    for (const place of like) this.#mark(values, place, LIKE);
    return { values, like: like.slice(0, 3).map((place) => this.#words[place]) };
  }

  #mark(values, place, fit) {
    for (const posting of this.#postings[place]) {
      const value = ((posting & 3) << 2) | fit;
      if (value > values[posting >> 2]) values[posting >> 2] = value;
    }
  }

  /** The words nearest to the term, those that begin like it first; none where every word is too far away. */
  #like(term) {
    let nearest = term.length < 8 ? 1 : 2;
    let found = [];
    this.#words.forEach((word, place) => {
      const apart = distance(term, word, nearest);
      if (apart === null || apart > nearest) return;
      if (Math.ceil(apart) < Math.ceil(nearest)) found = [];
      nearest = Math.ceil(apart);
      found.push([apart, Math.abs(word.length - term.length), place]);
    });
    return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]).map(([, , place]) => place);
  }
}

/** How the word has the term; null where it does not. Very short terms are only looked for where words begin. */
function fitting(word, term) {
  const at = word.indexOf(term);
  if (at === 0) return word.length === term.length ? WHOLE : BEGINS;
  return at > 0 && term.length >= ANYWHERE_FROM ? WITHIN : null;
}
