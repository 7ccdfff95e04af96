/** `npm start`, and `npm run dev` with --dev. Only the version of Node is looked at before the rest is read. */
import { leaveWithNpm } from "./leave-with-npm.mjs";
import { requireNode, warnOfOldLine } from "./node-version.mjs";

requireNode();
warnOfOldLine();
leaveWithNpm();
import("./serve.mjs").then(({ serve }) => serve({ isDevelopment: process.argv.includes("--dev") }));
