/** Facets: which partnerships pass every filter, how many each choice would leave, and in what order they stand. */

/**
 * The rows that pass, in the register's order, and for each facet how many of each choice there are among the rows
 * that pass all other facets. `chosen` holds for each facet the places of its chosen ones; none is no filter.
 */
export function narrowed(facets, size, scores, chosen) {
  const counts = facets.map((facet) => new Uint32Array(facet.choices.length));
  const wanted = chosen.map((places) => new Set(places));
  const active = wanted.flatMap((places, facet) => (places.size ? [facet] : []));
  const rows = [];
  for (let row = 0; row < size; row += 1) {
    if (scores && !scores[row]) continue;
    const failed = active.filter((facet) => !facets[facet].rows[row].some((place) => wanted[facet].has(place)));
    if (failed.length === 0) rows.push(row);
    else if (failed.length === 1) count(counts[failed[0]], facets[failed[0]].rows[row]);
  }
  facets.forEach((facet, number) => {
    for (const row of rows) count(counts[number], facet.rows[row]);
  });
  return { rows, counts };
}

function count(counts, places) {
  for (let number = 0; number < places.length; number += 1) counts[places[number]] += 1;
}

/** The rows with the best first; equal ones keep their order. */
export function byScore(rows, scores) {
  return [...rows].sort((one, other) => scores[other] - scores[one] || one - other);
}

/** The rows by a column's ranks, the ones that have none last. */
export function byRank(rows, ranks, isDescending) {
  const sign = isDescending ? -1 : 1;
  const [known, unknown] = [rows.filter((row) => ranks[row] !== null), rows.filter((row) => ranks[row] === null)];
  return [...known.sort((one, other) => sign * (ranks[one] - ranks[other]) || one - other), ...unknown];
}
