/**
 * Workbook: tables as an Excel file, the smallest that spreadsheets open: uncompressed parts in a zip.
 *
 * Text is written as text, so that a cell beginning with = + - or @ is never a formula.
 */

const SPACE = "http://schemas.openxmlformats.org";
const MAIN = `xmlns="${SPACE}/spreadsheetml/2006/main"`;
const RELATED = `${SPACE}/officeDocument/2006/relationships`;
const PACKAGE = `${SPACE}/package/2006`;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const LONGEST = 32_767;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text) {
  const allowed = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
  return allowed.slice(0, LONGEST).replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
}

function cell(value) {
  if (value === "") return "<c/>";
  if (typeof value === "number") return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function sheet(rows) {
  const lines = rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  return `${HEAD}<worksheet ${MAIN}><cols><col min="1" max="${rows[0].length}" width="28" customWidth="1"/></cols><sheetData>${lines}</sheetData></worksheet>`;
}

/** The workbook of the sheets, each a name and its rows of texts and numbers, as bytes. */
export function workbook(sheets) {
  const numbered = sheets.map(([name, rows], place) => ({ name: escaped(name), rows, number: place + 1 }));
  const each = (made) => numbered.map(made).join("");
  const relation = (number, kind, target) => `<Relationship Id="r${number}" Type="${RELATED}/${kind}" Target="${target}"/>`;
  return zip([
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${each(({ number }) => `<Override PartName="/xl/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    ],
    ["_rels/.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook ${MAIN} xmlns:r="${RELATED}"><sheets>${each(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="r${number}"/>`)}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each(({ number }) => relation(number, "worksheet", `sheet${number}.xml`))}</Relationships>`,
    ],
    ...numbered.map(({ rows, number }) => [`xl/sheet${number}.xml`, sheet(rows)]),
  ]);
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Whole numbers of two or four bytes, least first. */
function packed(...fields) {
  return Uint8Array.from(fields.flatMap(([size, value]) => Array.from({ length: size }, (_, byte) => (value >>> (8 * byte)) & 0xff)));
}

/** The parts, pairs of name and text, uncompressed, all dated the first day of 1980. */
function zip(parts) {
  const encoder = new TextEncoder();
  const [files, directory] = [[], []];
  let offset = 0;
  for (const [name, text] of parts) {
    const [title, content] = [encoder.encode(name), encoder.encode(text)];
    const sizes = [[4, checksum(content)], [4, content.length], [4, content.length], [2, title.length], [2, 0]];
    const shared = [[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], ...sizes];
    directory.push(packed([4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), title);
    const file = [packed([4, 0x04034b50], ...shared), title, content];
    files.push(...file);
    offset += file.reduce((sum, bytes) => sum + bytes.length, 0);
  }
  const size = directory.reduce((sum, bytes) => sum + bytes.length, 0);
  const end = packed([4, 0x06054b50], [4, 0], [2, parts.length], [2, parts.length], [4, size], [4, offset], [2, 0]);
  return joined([...files, ...directory, end]);
}

function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, bytes) => sum + bytes.length, 0));
  let offset = 0;
  for (const bytes of pieces) {
    whole.set(bytes, offset);
    offset += bytes.length;
  }
  return whole;
}
