/** Download: exactly the shown partnerships as a file, with the filter in words and the day of the data in it. */
import { slug } from "./text.js";
import { workbook } from "./workbook.js";

const RECORD = /(?:[^"\r\n]+|"[^"]*")+/g;
const CELL = /(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g;
const NUMBERS = ["contradictions"];

/** The cells of one line of CSV. */
export function cells(line) {
  return [...line.matchAll(CELL)].map(([, quoted, plain]) => plain ?? quoted.replaceAll('""', '"'));
}

/** The header and the lines of the ids, in their order, as they stand in the register's own file. */
export function chosenLines(text, ids) {
  const [header, ...lines] = text.match(RECORD);
  const byId = new Map(lines.map((line) => [line.slice(0, line.indexOf(",")), line]));
  return [header, ...ids.map((id) => byId.get(id))];
}

async function csv(ids, about, { csv: address }) {
  const lines = chosenLines(await text(address), ids);
  return [lines.map((line) => `${line}\r\n`).join(""), "text/csv;charset=utf-8"];
}

async function xlsx(ids, about, { csv: address }) {
  const [header, ...rows] = chosenLines(await text(address), ids).map(cells);
  const typed = rows.map((row) => row.map((cell, place) => (NUMBERS.includes(header[place]) ? Number(cell) : cell)));
  const notes = [
    ["Urval", about.words],
    ["Antal partnerskap", ids.length],
    ["Statusar och uppgifter per", about.date],
    ["Adress", about.address],
    ["Licens", "CC0 1.0"],
  ];
  const content = workbook([["Partnerskap", [header, ...typed]], ["Om urvalet", notes]]);
  return [content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"];
}

async function json(ids, about, { json: address }) {
  const { licence, agreements } = JSON.parse(await text(address));
  const byId = new Map(agreements.map((each) => [each.id, each]));
  const content = {
    licence,
    filter: about.words,
    status_date: about.date,
    address: about.address,
    count: ids.length,
    agreements: ids.map((id) => byId.get(id)),
  };
  return [`${JSON.stringify(content, null, 1)}\n`, "application/json"];
}

async function text(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/** Saves the partnerships in the form and gives the file's name, which tells the day and the filter. */
export async function save(form, ids, about, addresses) {
  const [content, type] = await { csv, xlsx, json }[form](ids, about, addresses);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = `partnerskap-${about.date}-${slug(about.words)}.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
}
