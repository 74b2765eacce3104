/** Exits: the ways in which a person can send what the form holds. The page itself sends nothing. */
import { quoted, yaml } from "./yaml.js";

export const LONGEST_ADDRESS = 7000;
export const LONGEST_LETTER = 1900;
const PASTE = "Klistra in den kopierade texten här.";

/** What is sent, as the register's intake reads it. */
export function submissionText({ kind, agreement, relation, record, source, note }, ids) {
  const about = agreement ? `agreement: ${agreement}\n` : "";
  const said = Object.entries({ source, note }).filter(([, text]) => text);
  return (
    `kind: ${kind}\n${about}relation: ${quoted(relation)}\n${yaml({ record }, ids)}` +
    said.map(([key, text]) => `${key}: ${quoted(text)}\n`).join("")
  );
}

const query = (asked) => Object.entries(asked).map(([key, text]) => `${key}=${encodeURIComponent(text)}`).join("&");

/** The issue form with the text filled in; without it, and `isTooLong`, where no address could hold it. */
export function issueAddress(repository, { template, title, text }) {
  const whole = `${repository}/issues/new?${query({ template, title, content: text })}`;
  if (whole.length < LONGEST_ADDRESS) return { address: whole, isTooLong: false };
  return { address: `${repository}/issues/new?${query({ template, title })}`, isTooLong: true };
}

/** A letter that reads as the issue would; with a line asking for the text where no address could hold it. */
export function letterAddress(contact, { title, report, text, consent, boxes }) {
  const letter = (content) => {
    const body = `### ${report}\n\n${content}\n\n### ${consent}\n\n${boxes.map((box) => `- [x] ${box}`).join("\n")}\n`;
    return `mailto:${contact}?${query({ subject: title, body: body.replaceAll("\n", "\r\n") })}`;
  };
  const whole = letter(`\`\`\`yaml\n${text}\`\`\``);
  if (whole.length < LONGEST_LETTER) return { address: whole, isTooLong: false };
  return { address: letter(PASTE), isTooLong: true };
}

/** The part of the page with the ways out. */
export class Exits {
  constructor(element) {
    this.element = element;
    this.text = element.querySelector("#texten");
    this.told = element.querySelector("#kopierat");
    element.querySelector("#kopiera").addEventListener("click", () => this.#copy());
    element.querySelector("#ladda-ned").addEventListener("click", () => download(this.file));
    for (const link of element.querySelectorAll(".buttons a")) {
      link.addEventListener("click", () => {
        if (link.dataset.isTooLong) this.#copy();
      });
    }
  }

  /** Shows them for the text, with published partnerships that may be the same; `file` is what can be downloaded. */
  show({ text, issue, letter, file, alike }) {
    this.file = file;
    this.text.value = text;
    this.told.textContent = "";
    this.#lead("#till-github", issue);
    this.#lead("#till-brev", letter);
    this.#warn(alike);
    const long = [issue?.isTooLong && "ärendet", letter?.isTooLong && "brevet"].filter(Boolean).join(" eller ");
    const notice = this.element.querySelector("#for-lang");
    notice.hidden = !long;
    notice.textContent = `Texten är för lång för en länk. Den kopieras när du öppnar ${long}: klistra in den där.`;
    this.element.hidden = false;
    this.element.querySelector("h2").focus();
  }

  hide() {
    this.element.hidden = true;
  }

  #lead(which, way) {
    const link = this.element.querySelector(which);
    if (!link || !way) return;
    link.href = way.address;
    link.dataset.isTooLong = way.isTooLong ? "ja" : "";
  }

  #warn(alike) {
    const notice = this.element.querySelector("#dubbletter");
    notice.hidden = alike.length === 0;
    const lines = alike.map(({ title, page }) => {
      const [item, link] = [document.createElement("li"), document.createElement("a")];
      link.href = page;
      link.textContent = title;
      item.append(link);
      return item;
    });
    notice.querySelector("ul").replaceChildren(...lines);
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text.value);
      this.told.textContent = "Texten är kopierad.";
    } catch {
      this.text.focus();
      this.text.select();
      this.told.textContent = "Texten är markerad. Kopiera den med Ctrl+C, eller håll fingret på den.";
    }
  }
}

function download({ name, content }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "application/yaml" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
