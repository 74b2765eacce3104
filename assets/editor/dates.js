/** Dates at the precision of their source: a year, a month or a day. */

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The first and last day of the date, as text that sorts; null where no such day or month exists. */
export function span(text) {
  const match = FORM.exec(text ?? "");
  if (!match) return null;
  const [, year, month, day] = match;
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isReal = Number(month) >= 1 && Number(month) <= 12 && (!day || (Number(day) >= 1 && Number(day) <= days));
  if (!isReal) return null;
  return { first: `${year}-${month}-${day ?? "01"}`, last: `${year}-${month}-${day ?? days}` };
}
