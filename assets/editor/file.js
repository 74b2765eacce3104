/** File: the record as its own file would have it, as far as it is known. */
import { slug } from "../explorer/text.js";
import { ordered, yaml } from "./yaml.js";

/** The file's name and content; what the register lacks is told of in comments above. */
export function dataFile({ record, agreement, order, ids, source }) {
  const added = [];
  const named = (key, folder) => (party) => {
    if (party[key] || !party.name) return party;
    const { name, ...rest } = party;
    added.push(`# Finns inte i registret än: ${comment(name)} (${folder})`);
    return { [key]: slug(name), ...rest };
  };
  const whole = { ...record };
  if (record.nonprofit_parties) whole.nonprofit_parties = record.nonprofit_parties.map(named("organisation", "data/organisations"));
  if (record.public_parties) whole.public_parties = record.public_parties.map(named("body", "data/bodies.yaml"));
  const name = agreement?.split("/").at(-1) ?? (slug(record.title ?? "") || "partnerskap");
  const lines = [
    "# yaml-language-server: $schema=../../../schema/agreement.schema.json",
    ...added,
    ...(source ? [`# Källa att lägga till under sources: ${comment(source)}`] : []),
    "",
  ];
  return { name: `${name}.yaml`, content: lines.join("\n") + yaml(ordered(whole, order), ids) };
}

const comment = (text) => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
