const OLDEST = [20, 19];

/** Exits with a message if Node is too old for the rest. Written so that an old Node can run it. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(
    `Connect needs Node ${OLDEST.join(".")} or later; this is ${process.versions.node}. Get a newer one at https://nodejs.org.`,
  );
  process.exit(1);
}
