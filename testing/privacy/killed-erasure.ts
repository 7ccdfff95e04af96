/** A process for crash.db.test.ts: staff erase a member, and it dies at the statement named. */
import type { Viewer } from "@/lib/foundation/viewer";
import { erase } from "@/lib/pairing/leaving/commands";
import type { Moment } from "@/testing/child";
import { dieAtStatement } from "@/testing/die-at-statement";

const [nth = "", moment = "", memberId = "", staff = "", now = ""] = process.argv.slice(2);
dieAtStatement(Number(nth), moment as Moment);
const result = await erase(memberId, JSON.parse(staff) as Viewer, new Date(now));
process.exit(result.ok ? 0 : 1);
