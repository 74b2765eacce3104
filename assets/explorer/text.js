/** Text: how words are compared. å and ä are as good as a, ö as o, é as e, and case does not matter. */

const LETTERS = { æ: "a", ø: "o", ß: "ss", đ: "d", ł: "l" };

/** Words that say nothing here: every partnership is an IOP, and binding words are in nearly all of them. */
const COMMON = new Set("alla att av de den det eller en ett for fran i ideburet iop med och offentligt om pa partnerskap som till vid ar".split(" "));

/** Endings that a word may lose, longest first: `flyktingar` also finds `flyktingboende`. */
const ENDINGS = ["arnas", "ernas", "ornas", "arna", "erna", "orna", "ens", "ets", "ar", "er", "or", "en", "et", "na", "a", "s"];

export function fold(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{Mark}/gu, "");
  return plain.replace(/[æøßđł]/g, (letter) => LETTERS[letter]);
}

/** The words of a text, folded. */
export function words(text) {
  return fold(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

/** The words of a query that are worth looking for; all of them where none is. */
export function terms(query) {
  const asked = [...new Set(words(query))];
  const telling = asked.filter((word) => !COMMON.has(word));
  return telling.length ? telling : asked;
}

/** The word without its ending, where enough of it is left to mean the same; else nothing. */
export function stem(word) {
  const ending = ENDINGS.find((each) => word.endsWith(each));
  return ending && word.length - ending.length >= 5 ? word.slice(0, -ending.length) : null;
}

/** Text as part of a file name. */
export function slug(text) {
  return words(text).join("-").slice(0, 80).replace(/-$/, "");
}
