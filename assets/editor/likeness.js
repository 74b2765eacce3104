/** Likeness: published partnerships that may be the one being reported. */
import { fold } from "../explorer/text.js";
import { span } from "./dates.js";

const NEAR = 0.85;
const LEGAL_FORMS = /(?<![\p{L}\p{N}_])(foreningen|forening|ideell|ideella|stiftelsen|stiftelse|ab|ek)(?![\p{L}\p{N}_])/gu;

/** Those with the same body, and either a party and some time in common or nearly the same title. */
export function alike(record, partnerships) {
  const bodies = new Set((record.public_parties ?? []).map((party) => party.body).filter(Boolean));
  const organisations = new Set((record.nonprofit_parties ?? []).map((party) => party.organisation).filter(Boolean));
  const title = plainName(record.title ?? "");
  const { first, last } = bounds(record.periods ?? []);
  return partnerships.filter((other) => {
    if (!other.bodies.some((id) => bodies.has(id))) return false;
    const isTogether = other.organisations.some((id) => organisations.has(id)) && first <= other.last && other.first <= last;
    return isTogether || similarity(title, plainName(other.title)) >= NEAR;
  });
}

/** The first and last day it may run: an unknown bound may be any day. */
export function bounds(periods) {
  const counted = periods.filter((period) => period.kind !== "maximum");
  const starts = counted.flatMap((period) => span(period.start)?.first ?? []);
  const ends = counted.flatMap((period) => span(period.end)?.last ?? []);
  const endsKnown = counted.length > 0 && ends.length === counted.length;
  return { first: starts.sort()[0] ?? "0000", last: endsKnown ? ends.sort().at(-1) : "9999" };
}

/** The name without case, punctuation and words for legal form, its words in order of the alphabet. */
export function plainName(name) {
  const words = fold(name).replace(LEGAL_FORMS, " ").match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.sort().join(" ");
}

/** From 0 to 1: how much of the two texts is the same letters in the same order. */
export function similarity(one, other) {
  if (!one || !other) return 0;
  let last = new Uint16Array(other.length + 1);
  for (const letter of one) {
    const now = new Uint16Array(other.length + 1);
    for (let place = 1; place <= other.length; place += 1) {
      now[place] = letter === other[place - 1] ? last[place - 1] + 1 : Math.max(last[place], now[place - 1]);
    }
    last = now;
  }
  return (2 * last[other.length]) / (one.length + other.length);
}
