const OLDEST = [20, 19];
/** Until when a release line of Node gets security fixes, by the schedule of the Node.js project. */
const FIXED_UNTIL = { 20: "2026-04-30", 22: "2027-04-30", 24: "2028-04-30", 26: "2029-04-30" };

/** Exits with a message if Node is too old for the rest. Written so that an old Node can run it. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(
    `Connect needs Node ${OLDEST.join(".")} or later; this is ${process.versions.node}. Get a newer one at https://nodejs.org.`,
  );
  process.exit(1);
}

/** The day of the last security fixes for this version's line, once it is past; null before, and for a line that is not known. */
export function findLastFixes(version, today) {
  const until = FIXED_UNTIL[version.split(".")[0]];
  return until !== undefined && today > until ? until : null;
}

/** Says at the start that this line of Node gets no more security fixes, and goes on. */
export function warnOfOldLine() {
  const until = findLastFixes(process.versions.node, new Date().toISOString().slice(0, 10));
  if (until === null) return;
  console.warn(
    `Node ${process.versions.node} has had no security fixes since ${until}. Connect runs on it; use Node 24 in production.`,
  );
}
