import { SEALED } from "@/lib/foundation/sealing/places";
import { KINDS, RETENTION } from "@/lib/society/settings/retention";
import { INVENTORY } from "./inventory";
import type { Table } from "./record";

/** The record of processing as a paper has it: what is kept about whom, what is sealed, what erasing does, and for how long it stays. */
export function recordPaper(): string {
  const about = Object.entries(INVENTORY).filter(([, { parts }]) => Object.keys(parts).length > 0);
  const nobody = Object.entries(INVENTORY).filter(([, { parts }]) => Object.keys(parts).length === 0);
  return [
    "### About a member",
    "",
    "| what | table | about whom | what it says | sealed | when its member is erased |",
    "| --- | --- | --- | --- | --- | --- |",
    ...about.map(([name, table]) => row(name, table)),
    "",
    "### About no member",
    "",
    "| what | table |",
    "| --- | --- |",
    ...nobody.map(([name, { holds }]) => `| ${cell(holds)} | \`${name}\` |`),
    "",
    "### For how long",
    "",
    "An administrator may set other days for what can be set; 0 means what the second column says of it.",
    "",
    "| what | days | why |",
    "| --- | --- | --- |",
    ...KINDS.map((kind) => {
      const { what, from, days, forever, why } = RETENTION[kind];
      return `| ${cell(what)} | ${days === 0 ? (forever ?? "") : `${days} ${from}`} | ${cell(why)} |`;
    }),
  ].join("\n");
}

function row(name: string, { holds, parts, goesWith = [], columns }: Table): string {
  const told = Object.values(columns).flatMap((column) => ("told" in column ? [column.told] : []));
  const sealed = Object.keys(SEALED).flatMap((place) => (place.startsWith(`${name}.`) ? [place.slice(name.length + 1)] : []));
  const goes = Object.keys(parts).every((part) => goesWith.includes(part));
  const replaced = Object.values(columns).filter((column) => column.erased).length;
  const fate = goes
    ? "the rows go"
    : goesWith.length > 0
      ? "their own rows go; in others’ rows, what is theirs is replaced"
      : `${replaced} columns are emptied or replaced; the rest says nothing about them`;
  const cells = [holds, `\`${name}\``, Object.keys(parts).join(", "), told.join("; ") || "–", sealed.join(", ") || "–", fate];
  return `| ${cells.map(cell).join(" | ")} |`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}

/** A paper with the part between its two marks replaced. */
export function withPart(paper: string, mark: string, part: string): string {
  const [begin, end] = [`<!-- ${mark}: npm run papers writes what follows -->`, `<!-- ${mark}: end -->`];
  const [before, rest] = paper.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The paper has no marks for ${mark}.`);
  return `${before}${begin}\n\n${part}\n\n${end}${after}`;
}
