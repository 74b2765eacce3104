/** Likeness: how many slips of the keyboard lie between what was typed and a word. */

const ANYWHERE_FROM = 6;

/** Each letter of the word as a bit, to pass over words that cannot be near. */
function letters(word) {
  let set = 0;
  for (let place = 0; place < word.length; place += 1) set |= 1 << (word.charCodeAt(place) & 31);
  return set;
}

function count(bits) {
  let left = bits;
  let number = 0;
  for (; left; number += 1) left &= left - 1;
  return number;
}

/**
 * The slips (a letter wrong, missing, too many, or two turned round) between the term and the beginning of the word,
 * or, half a slip further away, something within it. Null where they are more than `most`.
 */
export function distance(term, word, most) {
  if (word.length < term.length - most || count(letters(term) & ~letters(word)) > most) return null;
  const begins = apart(term, word, false);
  if (begins <= most) return begins - 0.5;
  const within = term.length >= ANYWHERE_FROM ? apart(term, word, true) : most + 1;
  return within <= most ? within : null;
}

/** The least number of slips that make the term one of the word's beginnings, or any part of it. */
function apart(term, word, anywhere) {
  let [earlier, last] = [[], Array.from({ length: term.length + 1 }, (_, place) => place)];
  let least = last[term.length];
  for (let at = 1; at <= word.length; at += 1) {
    const now = [anywhere ? 0 : at];
    for (let place = 1; place <= term.length; place += 1) {
      const differs = term[place - 1] === word[at - 1] ? 0 : 1;
      now[place] = Math.min(last[place] + 1, now[place - 1] + 1, last[place - 1] + differs);
      const turned = place > 1 && at > 1 && term[place - 1] === word[at - 2] && term[place - 2] === word[at - 1];
      if (turned) now[place] = Math.min(now[place], earlier[place - 2] + 1);
    }
    least = Math.min(least, now[term.length]);
    [earlier, last] = [last, now];
  }
  return least;
}
