/** Draft: what is written, kept in this browser alone. Where nothing can be kept, nothing is, and all else works. */

const PREFIX = "iop-registret/bidra/";

export class Draft {
  #key;

  constructor(about) {
    this.#key = PREFIX + about;
  }

  /** The draft as `{ saved, state }`; null where there is none that can be read. */
  get kept() {
    try {
      const found = JSON.parse(window.localStorage.getItem(this.#key));
      return found?.state && found.saved ? found : null;
    } catch {
      return null;
    }
  }

  keep(state) {
    try {
      window.localStorage.setItem(this.#key, JSON.stringify({ saved: new Date().toISOString(), state }));
    } catch {
      // full, or not allowed
    }
  }

  throwAway() {
    try {
      window.localStorage.removeItem(this.#key);
    } catch {
      // not allowed
    }
  }
}
