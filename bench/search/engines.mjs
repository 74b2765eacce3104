/** The engines that are compared, each as a function of an index to a function of a query to the rows found. */
import uFuzzy from "@leeoniya/ufuzzy";
import FlexSearch from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { Search } from "../../assets/explorer/search.js";
import { fold, words } from "../../assets/explorer/text.js";

/** Everything that a partnership is found by, in one text. */
export function texts({ partnerships, subjects }) {
  return partnerships.map((each) => {
    const referred = [...each.bodies, ...(each.organisations ?? []), ...(each.areas ?? []), ...(each.about ?? [])];
    const names = referred.map((place) => `${subjects[place].name} ${subjects[place].also ?? ""}`);
    return [each.title, each.name, ...names, each.parties, each.text].filter(Boolean).join(" ");
  });
}

function own(index) {
  const search = new Search(index);
  return (query) => [...(search.find(query).scores ?? [])].flatMap((score, row) => (score ? [row] : []));
}

function substring(index) {
  const folded = texts(index).map(fold);
  return (query) => {
    const asked = words(query);
    return folded.flatMap((text, row) => (asked.every((word) => text.includes(word)) ? [row] : []));
  };
}

function miniSearch(index) {
  const search = new MiniSearch({ fields: ["text"], processTerm: fold, tokenize: words });
  search.addAll(texts(index).map((text, id) => ({ id, text })));
  const options = { combineWith: "AND", prefix: true, fuzzy: (term) => (term.length > 3 ? 0.2 : false) };
  return (query) => search.search(query, options).map(({ id }) => id);
}

function flexSearch(index) {
  const search = new FlexSearch.Index({ tokenize: "full", encode: words });
  texts(index).forEach((text, id) => search.add(id, text));
  return (query) => search.search(query, { limit: index.partnerships.length });
}

function fuse(index) {
  const search = new Fuse(texts(index), {
    ignoreDiacritics: true, ignoreLocation: true, threshold: 0.2, useExtendedSearch: true,
  });
  return (query) => search.search(query).map(({ refIndex }) => refIndex);
}

function uFuzzySearch(index) {
  const search = new uFuzzy({ intraMode: 1 });
  const folded = texts(index).map(fold);
  return (query) => search.search(folded, fold(query), 5, 0)[0] ?? [];
}

export const ENGINES = {
  "plain substring scan": substring,
  "our own": own,
  "MiniSearch 7.2.0": miniSearch,
  "FlexSearch 0.8.212": flexSearch,
  "Fuse 7.5.0": fuse,
  "uFuzzy 1.0.19": uFuzzySearch,
};
