/**
 * Compares the engines: `compare.mjs REAL SYNTHETIC`, two search indexes as the site publishes them.
 *
 * Quality on the real one: a query means that all its patterns stand in the text as written. Speed on the synthetic
 * one: every key stroke of every query, as a ratio to the plain scan's same strokes in the same run.
 */
import { readFileSync } from "node:fs";
import { ENGINES, texts } from "./engines.mjs";

const [real, synthetic] = process.argv.slice(2, 4).map((path) => JSON.parse(readFileSync(path, "utf-8")));
const queries = JSON.parse(readFileSync(new URL("queries.json", import.meta.url), "utf-8"));
const PATIENCE = 10_000;
const asWritten = texts(real).map((text) => text.toLowerCase());

function meant({ means }) {
  const patterns = means.map((pattern) => new RegExp(pattern, "u"));
  return new Set(asWritten.flatMap((text, row) => (patterns.every((pattern) => pattern.test(text)) ? [row] : [])));
}

function quality(find) {
  const results = queries.map((each) => {
    const [wanted, found] = [meant(each), find(each.query)];
    const right = found.filter((row) => wanted.has(row)).length;
    return { recall: right / wanted.size, precision: found.length ? right / found.length : 0, query: each.query };
  });
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const recall = mean(results.map((each) => each.recall));
  const precision = mean(results.map((each) => each.precision));
  return { recall, precision, missed: results.filter((each) => each.recall < 1 || each.precision < 0.5) };
}

/** As many as the patience allows, the same ones for every engine. */
function strokes(find, patience) {
  const [times, began] = [[], performance.now()];
  for (const { query } of queries) {
    if (performance.now() - began > patience) break;
    for (let length = 1; length <= query.length; length += 1) {
      const start = performance.now();
      find(query.slice(0, length));
      times.push(performance.now() - start);
    }
  }
  return times.sort((one, other) => one - other);
}

const at = (sorted, share) => sorted[Math.floor(share * (sorted.length - 1))];
let plain = null;
for (const [name, engine] of Object.entries(ENGINES)) {
  const { recall, precision, missed } = quality(engine(real));
  const start = performance.now();
  const find = engine(synthetic);
  const build = performance.now() - start;
  strokes(engine(real), PATIENCE);
  const times = strokes(find, PATIENCE);
  plain ??= times;
  const ratio = (share) => (at(times, share) / at(plain, share)).toFixed(1);
  console.log(
    `${name.padEnd(22)} recall ${recall.toFixed(2)}  precision ${precision.toFixed(2)}  stroke: median ${at(times, 0.5).toFixed(1)} ms (${ratio(0.5)} × plain), 95th ${at(times, 0.95).toFixed(1)} ms (${ratio(0.95)} ×), worst ${at(times, 1).toFixed(1)} ms; made in ${build.toFixed(0)} ms`,
  );
  if (process.argv.includes("--missed")) console.log(missed.map((each) => `    ${each.query}: recall ${each.recall.toFixed(2)}, precision ${each.precision.toFixed(2)}`).join("\n"));
}
