/** Address: the state of the explorer as the query string of its page. */

const PAUSE = 400;

/** Keeps the address as the form is: a step of its own for every choice, one for a whole run of typing. */
export class Address {
  #waiting = null;
  #timer = 0;

  constructor(changed) {
    window.addEventListener("popstate", () => {
      this.#forget();
      changed();
    });
  }

  get parameters() {
    return new URLSearchParams(window.location.search);
  }

  /** A change that Back should undo. */
  step(parameters) {
    this.settle();
    if (this.#text(parameters) !== this.#text(this.parameters)) window.history.pushState(null, "", this.#url(parameters));
  }

  /** A change while typing: what `current` says is written once the typing pauses, since browsers allow only so many changes. */
  follow(current) {
    this.#waiting = current;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), PAUSE);
  }

  settle() {
    if (this.#waiting) window.history.replaceState(null, "", this.#url(this.#waiting()));
    this.#forget();
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#waiting = null;
  }

  #text(parameters) {
    return new URLSearchParams(parameters).toString();
  }

  #url(parameters) {
    const text = this.#text(parameters);
    return window.location.pathname + (text ? `?${text}` : "");
  }
}
