/**
 * Rules: what is wrong with a text or a record, by the ids and in the words of the register's own rules.
 *
 * What a text must be like comes from the schema. A problem is at a place such as `periods.0.end`.
 */
import { span } from "./dates.js";
import { personalNumbers } from "./personal.js";

const EARLIEST = 1995;
const LONGEST_YEARS = 15;
const SHOWN = 50;

const ADDRESS = /https?:\/\/\S+/gu;
const EMAIL = /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+\.[\p{L}\p{N}_.-]+/u;
const PHONE =
  /(?<![\p{L}\p{N}_-])\(?(?:(?:\+46|0046)[ -]?(?:\(0\))?[ ]?|0)[1-9]\d{0,2}\)?(?:(?:[ ./\u2010-\u2015-]|[ ]?[/\u2010-\u2015-][ ]?)?\d{2,3}){2,4}(?![\p{L}\p{N}_-])/u;
const DIARY_NUMBER = /\b\d{3,5}\/(?:19|20)\d{2}\b|\b(?:19|20)\d{2}\/\d{3,5}\b/gu;

/** What the first rule that the text breaks says; null where all is well. An empty text breaks nothing here. */
export function textProblem(field, text) {
  if (!text) return null;
  return personal(text) ?? formed(field, text) ?? (field.isFree ? null : impersonal(text));
}

export function missingProblem({ label, example }) {
  if (label.endsWith("?")) return problem("schema/missing-key", `Svara på ”${label}”`);
  return problem("schema/missing-key", `${label} saknas. Fyll i det${example ? `, till exempel: ${example}` : ""}.`);
}

export function shown(text) {
  return text.length > SHOWN ? `”${text.slice(0, SHOWN)}…”` : `”${text}”`;
}

function personal(text) {
  if (!personalNumbers(text.replace(ADDRESS, " ")).length) return null;
  return problem("text/personal-number", "Här står något som ser ut som ett personnummer. Ta bort det innan du skickar.");
}

function formed({ label, kind, shortest, longest, pattern, hint, example, options }, text) {
  const length = [...text].length;
  if (kind === "choice" && !options.includes(text)) {
    return problem("schema/choice", `${label} kan inte vara ${shown(text)}. Välj bland dem som finns.`);
  }
  if (longest && length > longest) {
    return problem("schema/length", `${label} är ${length} tecken långt; högst ${longest} är tillåtet. Korta texten.`);
  }
  if (shortest && length < shortest) {
    return problem("schema/length", `${label} är för kort; minst ${shortest} tecken behövs. Skriv mer.`);
  }
  if (pattern && !new RegExp(pattern, "u").test(text)) {
    const say = !example || /exempel/.test(hint) || kind === "date" ? "" : ` Till exempel: ${example}.`;
    return problem("schema/form", `${label} har fel form: ${shown(text)}.${hint ? ` ${hint}` : ""}${say}`);
  }
  if (kind === "date" && !span(text)) {
    return problem("dates/impossible", `Datumet ${text} finns inte i kalendern. Kontrollera månadens längd i källan.`);
  }
  return null;
}

function impersonal(text) {
  if (EMAIL.test(text)) {
    return problem("text/email", "Texten innehåller en e-postadress. Ta bort den; hänvisa till organisationens webbplats.");
  }
  if (PHONE.test(text.replace(ADDRESS, " ").replace(DIARY_NUMBER, " "))) {
    return problem("text/phone", "Texten innehåller något som ser ut som ett telefonnummer. Ta bort det.");
  }
  if (/^[=+@\u2212-]/.test(text)) {
    return problem("text/formula", `Texten börjar med ${text[0]} och kan läsas som en formel. Börja med ett ord.`);
  }
  return null;
}

const problem = (rule, message) => ({ rule, message });

/** What is wrong with the record as a whole. `year` is this year; `note` is the record's. */
export function recordProblems(record, { year, note }) {
  return [
    ...title(record),
    ...repeated(record, "nonprofit_parties", "organisation"),
    ...repeated(record, "public_parties", "body"),
    ...unnamed(record, note),
    ...areas(record),
    ...periods(record, year),
  ];
}

function* title({ title: text }) {
  if (!text) return;
  const at = (message) => ({ at: "title", rule: "text/title-form", message });
  if (text.endsWith(".")) yield at("Titeln slutar med punkt. Ta bort punkten.");
  else if (/^\p{Ll}/u.test(text)) yield at("Titeln börjar med liten bokstav. Börja med stor.");
  else if ([...text].length > 8 && text === text.toUpperCase() && text !== text.toLowerCase()) {
    yield at("Titeln är skriven med bara versaler. Skriv den som en vanlig mening.");
  }
}

function* repeated(record, list, key) {
  const seen = new Set();
  for (const [place, party] of (record[list] ?? []).entries()) {
    const named = party[key] ?? party.name;
    const message = `${shown(named ?? "")} anges två gånger. Slå ihop raderna och ange platser eller nämnder under enheter.`;
    if (named && seen.has(named)) yield { at: `${list}.${place}.${key}`, rule: "parties/repeated", message };
    seen.add(named);
  }
}

function* unnamed(record, note) {
  const isTold = (note ?? "").toLowerCase().split(/\s+/).join(" ").includes("ingen idéburen part");
  if (record.nonprofit_parties?.length || isTold) return;
  yield {
    at: "nonprofit_parties",
    rule: "parties/none-named",
    message: "Ingen idéburen part är angiven. Ange minst en.",
  };
}

function* areas({ area, secondary_areas: others }) {
  if (!area || !others?.includes(area)) return;
  yield {
    at: `secondary_areas.${others.indexOf(area)}`,
    rule: "parties/secondary-area-repeats",
    message: "Det övergripande insatsområdet upprepas bland de ytterligare. Ta bort det här.",
  };
}

function* periods(record, year) {
  let latest = null;
  for (const [place, period] of (record.periods ?? []).entries()) {
    const [start, end] = [span(period.start), span(period.end)];
    const at = (key, rule, message) => ({ at: `periods.${place}${key}`, rule: `dates/${rule}`, message });
    if (start && end && end.last < start.first) {
      yield at(".end", "end-before-start", `Slutdatum ${period.end} ligger före startdatum ${period.start}. Kontrollera perioden.`);
    }
    if (start && latest && start.first < latest.first) {
      yield at(".start", "periods-in-order", `Perioden börjar ${period.start}, före perioden ovanför. Ställ perioderna i tidsordning.`);
    }
    if ((period.kind === "original") !== (place === 0)) {
      const wanted = place === 0 ? "Den första perioden är den ursprungliga." : "Bara den första perioden är den ursprungliga.";
      yield at(".kind", "first-period-original", `${wanted} Ändra vad det är för slags period.`);
    }
    if (period.open_ended && period.end) {
      yield at(".open_ended", "open-ended-with-end", "Perioden gäller tills vidare men har också slutdatum. Behåll det källan anger.");
    }
    if (!["start", "end", "open_ended", "as_written"].some((key) => period[key])) {
      yield at("", "empty-period", "Perioden anger varken start, slut eller ordalydelse. Fyll i något eller ta bort den.");
    }
    yield* implausible(period, start, end, year, at);
    latest = start ?? latest;
  }
}

function* implausible({ start: begins, end: ends }, start, end, year, at) {
  const [from, to] = [start, end].map((bound, place) => bound && Number(bound[place ? "last" : "first"].slice(0, 4)));
  if (from && from < EARLIEST) yield at(".start", "implausible", `Perioden börjar ${begins}, före ${EARLIEST}. Kontrollera året i källan.`);
  else if (to && to > year + LONGEST_YEARS) yield at(".end", "implausible", `Perioden slutar ${ends}, mer än ${LONGEST_YEARS} år fram. Kontrollera året.`);
  else if (from && to && to - from > LONGEST_YEARS) {
    yield at(".end", "implausible", `Perioden ${begins}–${ends} är längre än ${LONGEST_YEARS} år. Kontrollera åren i källan.`);
  }
}
