/** `npm start`, and `npm run dev` with --dev. The version of Node is checked before anything else is loaded. */
import { leaveWithNpm } from "./leave-with-npm.mjs";
import { requireNode, warnOfOldLine } from "./node-version.mjs";

requireNode();
warnOfOldLine();
leaveWithNpm();
import("./serve.mjs").then(({ serve }) => serve({ isDevelopment: process.argv.includes("--dev") }));
