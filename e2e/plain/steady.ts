/**
 * A page or a mail without what differs from one time to the next: scripts and their nonces, ids, times, links that are signed, and who the
 * people of a story are. Of days only the hour is left out: nobody compares across midnight.
 */
export function steady(text: string): string {
  return LEFT_OUT.reduce((left, [what, instead]) => left.replace(what, instead), text);
}

/** The lines of such a page, whatever order they came in: a part that the server waited for comes at the end, and sometimes at once. */
export function linesOf(page: string): string {
  return steady(page)
    .split("\n")
    .filter((line) => !/^<(\/|!--|template|div hidden)/.test(line))
    .sort()
    .join("\n");
}

const LEFT_OUT: readonly [what: RegExp, instead: string][] = [
  [/<script\b[\s\S]*?<\/script>/g, ""],
  [/ nonce="[^"]*"/g, ""],
  // The framework counts forms as they come to their turn.
  [/\$ACTION_(REF_)?\d+/g, "$ACTION"],
  [/\/(unsubscribe|met|answer|meeting|survey)\/[\w.~%-]{40,}/g, "/$1/token"],
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id"],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "instant"],
  [/T\d\d:\d\d\b/g, "Ttime"],
  [/\b\d{1,2}:\d\d\b/g, "time"],
  // People whom a story has made: e2e/people.ts.
  [/\bRobin [A-Z][a-z]{8}\b/g, "Somebody"],
  [/\b\d{10}\b/g, "number"],
  // A line for each element, so that a difference can be read.
  [/></g, ">\n<"],
];
