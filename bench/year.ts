/**
 * A year of a society of 10,000 members, played through the product's own rules by simulated people, with the rules against silence
 * and without. No database: what is measured is what the rules are worth, if people are as bench/year/behaviour.ts believes.
 */
import type { Table } from "./table";
import { BEHAVIOUR } from "./year/behaviour";
import { makePeople } from "./year/people";
import { type Figures, playYear } from "./year/play";
import { ALL_RULES, EACH_RULE, NO_RULES, type Rules } from "./year/rules";

const MEMBERS = 10_000;
const SEED = 20_261_129;

export async function measure(): Promise<Table[]> {
  const people = makePeople(MEMBERS, SEED);
  const play = (rules: Rules) => playYear(people, rules, SEED);
  const began = performance.now();
  const rows: Table["rows"] = [row("without", play(NO_RULES)), row("with all of them", play(ALL_RULES))];
  for (const { name, alone } of EACH_RULE) rows.push(row(`only ${name}`, play(alone)));
  for (const { name, without } of EACH_RULE) rows.push(row(`all but ${name}`, play(without)));
  const seconds = (performance.now() - began) / 1000;
  return [
    {
      title: `A simulated year of ${MEMBERS} members, by the rules against silence that are in force`,
      columns: [
        "rules against silence",
        "proposals",
        "replied to %",
        "days until a reply",
        "mentees with a mentor %",
        "pairs that met in 30 days %",
        "mentees who met a mentor %",
        "busiest tenth's share %",
      ],
      rows,
      notes: [
        `A simulation, and no measurement of people: ${Object.keys(BEHAVIOUR).length} assumptions stand in bench/year/behaviour.ts. Played in ${seconds.toFixed(0)} s.`,
        "Replied to: of proposals, those that a person accepted or rejected. Days: the middle one. Mentees: of all who joined. Busiest tenth: of all proposals, those that the most asked tenth of mentors got.",
      ],
    },
    {
      title: "What the simulation assumes",
      columns: ["habit", "value", "of what, or why"],
      rows: Object.entries(BEHAVIOUR).map(([habit, { value, because }]) => [habit, value, because]),
    },
  ];
}

function row(name: string, figures: Figures): Table["rows"][number] {
  const { proposals, replied, daysToReply, withMentor, metSoon, met, busiest } = figures;
  const share = (value: number) => (100 * value).toFixed(1);
  return [name, proposals, share(replied), daysToReply, share(withMentor), share(metSoon), share(met), share(busiest)];
}
