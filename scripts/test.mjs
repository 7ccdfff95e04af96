/** `npm test`: everything that continuous integration runs. `--only=types,e2e` runs some of it. */
import { leaveWithNpm } from "./leave-with-npm.mjs";
import { requireNode } from "./node-version.mjs";

requireNode();
leaveWithNpm();
import("./check.mjs").then(({ check }) => check(process.argv.slice(2)));
