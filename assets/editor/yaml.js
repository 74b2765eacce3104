/** YAML: what is sent, and the record as its file would have it. Every text is in quotes, so that it means itself. */

const WORD = /^[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*$/;
const RESERVED = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);
// What JSON leaves as it is and YAML does not take.
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** The value as YAML in block style. Fields named among `ids` hold ids, which need no quotes. */
export function yaml(value, ids, indent = "") {
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => `${indent}${key}:${written(each, ids, `${indent}  `, key)}`)
    .join("");
}

function written(value, ids, indent, key) {
  if (Array.isArray(value)) return value.length ? `\n${value.map((each) => item(each, ids, indent, key)).join("")}` : " []\n";
  if (value !== null && typeof value === "object") return Object.keys(value).length ? `\n${yaml(value, ids, indent)}` : " {}\n";
  return ` ${scalar(value, ids, key)}\n`;
}

function item(value, ids, indent, key) {
  if (value === null || typeof value !== "object") return `${indent}- ${scalar(value, ids, key)}\n`;
  const lines = yaml(value, ids, `${indent}  `);
  return `${indent}- ${lines.slice(indent.length + 2)}`;
}

function scalar(value, ids, key) {
  if (typeof value !== "string") return JSON.stringify(value);
  return ids.has(key) && WORD.test(value) && !RESERVED.has(value) ? value : quoted(value);
}

export function quoted(text) {
  return JSON.stringify(text).replace(UNPRINTABLE, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The record with its fields in the given order; those of no value, and what is false by default, left out. */
export function ordered(record, order) {
  return Object.fromEntries(order.filter((key) => record[key] !== undefined && record[key] !== null).map((key) => [key, known(record[key])]));
}

function known(value) {
  if (Array.isArray(value)) return value.map(known);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== false).map(([key, each]) => [key, known(each)]));
}
