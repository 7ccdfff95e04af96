import { isForTests, type SourceFile } from "./source-file";

/** How a string is written down in TypeScript; a template may have holes. */
const LITERAL = /"([a-z][a-z-]*)"|`((?:[a-z-]|\$\{[^}]*\})+)`/g;
const SUBJECTS =
  "proposal|relationship|member|settings|register|support-request|document|resource|film|programme|condition|profile-question|matching-rule|mail|finding|audit|list|board|api-token|webhook";

/**
 * One sentence for each fact that is written to the audit trail and has no phrase. Facts are found where SQL writes them, where an
 * object has a `fact`, where a variable is called so, and where a function is called that takes one. A hole in a template
 * stands for anything, so that one phrase that fits is enough.
 */
export function findUnsaidFacts(files: readonly SourceFile[], phrases: Readonly<Record<string, string>>): string[] {
  const named = Object.keys(phrases);
  return listWrittenFacts(files)
    .filter(({ fact }) => !named.some((name) => toPattern(fact).test(name)))
    .map(({ path, fact }) => `${path} writes the fact ${fact}, for which lib/society/audit/phrases.ts has no phrase`);
}

/** Every fact that a file of the product writes, as it is written there. */
export function listWrittenFacts(files: readonly SourceFile[]): { path: string; fact: string }[] {
  const ours = files.filter(
    ({ path }) => /^(lib|demo)\//.test(path) && !isForTests(path) && path !== "lib/society/audit/phrases.ts",
  );
  const takers = ours.flatMap(({ text }) => findTakers(text));
  return ours.flatMap(({ path, text }) => {
    // A goal's own steps have facts too, which are another table's.
    const isAboutAudit = /audit|\bfacts\b|decision/i.test(text) || path.startsWith("demo/story/");
    const found = [...inSql(text), ...(isAboutAudit ? byName(text) : []), ...inCalls(text, takers)];
    return [...new Set(found)].map((fact) => ({ path, fact }));
  });
}

/** 'signed-in', 'member' and VALUES ('registered'), ('joined') in a statement that writes the trail. */
function inSql(text: string): string[] {
  return [...text.matchAll(/INSERT INTO "audit_events"[^`]*/g)].flatMap(([statement]) => [
    ...[...statement.matchAll(new RegExp(`'([a-z-]+)',\\s*'(?:${SUBJECTS})'`, "g"))].map((match) => match[1] ?? ""),
    ...[...statement.matchAll(/\(VALUES ([^"]*)\) AS \w+\("fact"\)/g)].flatMap(([, values = ""]) =>
      [...values.matchAll(/'([a-z-]+)'/g)].map((match) => match[1] ?? ""),
    ),
  ]);
}

/** fact: "sent", fact = isIt ? "made-available" : "made-unavailable". */
function byName(text: string): string[] {
  return [...text.replaceAll('Fact["fact"]', "string").matchAll(/\bfact(?::| =) ([^;,\n]*(?:\n\s+[?:][^;,\n]*)*)/g)].flatMap(
    ([, expression = ""]) => literalsIn(expression.replace(/^[^?]*\?/, "")),
  );
}

/** Functions with a parameter for a fact, and which one that is. */
function findTakers(text: string): [string, number][] {
  return [...text.matchAll(/function (\w+)(?:<[^()]*>)?\(/g)].flatMap((match): [string, number][] => {
    // Types have commas between angle brackets too.
    const parameters = argumentsAt(text, match.index + match[0].length, "([{<", ")]}>");
    const at = parameters.findIndex((one) => /^\s*fact: (string|Fact\["fact"\])/.test(one));
    return at === -1 ? [] : [[match[1] ?? "", at]];
  });
}

/** Several functions may have one name: an argument that is no literal, or an object or a list, adds nothing. */
function inCalls(text: string, takers: readonly (readonly [name: string, at: number])[]): string[] {
  return [...text.matchAll(/(?<!function )\b(\w+)\(/g)].flatMap((match) => {
    const places = new Set(takers.filter(([name]) => name === match[1]).map(([, at]) => at));
    if (places.size === 0) return [];
    const given = argumentsAt(text, match.index + match[0].length);
    return [...places].flatMap((at) => (/^\s*[{[]/.test(given[at] ?? "") ? [] : literalsIn(given[at] ?? "")));
  });
}

/** What stands between the brackets that were opened before `start`, divided at the commas that are not in others. */
function argumentsAt(text: string, start: number, opening = "([{", closing = ")]}"): string[] {
  const found = [""];
  for (let i = start, depth = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (opening.includes(sign)) depth++;
    if (closing.includes(sign) && depth-- === 0) break;
    if (sign === "," && depth === 0) found.push("");
    else found[found.length - 1] += sign;
  }
  return found;
}

function literalsIn(expression: string): string[] {
  return [...expression.matchAll(LITERAL)].map((match) => match[1] ?? match[2] ?? "");
}

function toPattern(fact: string): RegExp {
  return new RegExp(`^${fact.replace(/\$\{[^}]*\}/g, "[a-z-]+")}$`);
}
