/** Personal numbers: how to find one however it is hyphenated. The register's own algorithm, reading/personal.py. */

// Dashes of all lengths, dots and a space do not hide a number. With hyphens in its date only a hyphen follows, and no
// more of a date after it, for `2023-01-01–2023-12-31` is a period.
const NUMBER =
  /(?<!\d)(?:18|19|20)?(?:(\d{2})(\d{2})(\d{2})[ ]?[-+.\u2010-\u2015\u2212]?[ ]?|(\d{2})[ -](\d{2})[ -](\d{2})-)(\d{4})(?!\d)(?!-\d)/gu;

/** Where in the text a personal or coordination number begins: a date, and digits that pass the check. */
export function personalNumbers(text) {
  const found = [];
  for (const match of text.matchAll(NUMBER)) {
    const [year, month, day, last] = match.slice(1).filter((part) => part !== undefined);
    if (passes(year + month + day + last) && isDate(year, month, day)) found.push(match.index);
  }
  return found;
}

function passes(digits) {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const times = Number(digit) * (place % 2 ? 2 : 1);
    return total + (times > 9 ? times - 9 : times);
  }, 0);
  return sum % 10 === 0;
}

/** Coordination numbers add 60 to the day; the century does not matter but for leap days. */
function isDate(year, month, day) {
  const real = Number(day) > 60 ? Number(day) - 60 : Number(day);
  const date = new Date(Date.UTC(2000 + Number(year), Number(month) - 1, real));
  return real > 0 && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === real;
}
