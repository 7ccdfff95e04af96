/** A process for crash.db.test.ts: reads the rows of an import, or imports them, and dies at the statement named. */

import { checkRows } from "@/lib/society/register/check";
import { importChecked } from "@/lib/society/register/commands";
import type { Actor } from "@/lib/society/register/register-import";
import type { Moment } from "@/testing/child";
import { dieAtStatement } from "@/testing/die-at-statement";

const [nth = "", moment = "", step = "", id = "", staff = "", now = ""] = process.argv.slice(2);
dieAtStatement(Number(nth), moment as Moment);
if (step === "check") await checkRows(id, new Date(now));
else await importChecked(JSON.parse(staff) as Actor, id, { mayLapseMany: true }, new Date(now));
process.exit(0);
