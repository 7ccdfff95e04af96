import { FINDING } from "./of-finding";
import { MACHINERY } from "./of-machinery";
import { MEETINGS } from "./of-meetings";
import { MEMBERS } from "./of-members";
import { NOTICES } from "./of-notices";
import { PROPOSALS } from "./of-proposals";
import { SIGN_IN } from "./of-sign-in";
import { SUPPORT } from "./of-support";
import { TOGETHER } from "./of-together";
import { TOOLS } from "./of-tools";
import type { Table } from "./record";

/**
 * The society's record of processing: for every column of every table whether Download my data tells it, what erasing does
 * to it, and why not where it does not. Both are done from this record, and a test holds it against the database: a new
 * table is an entry in one of these files, and a row in testing/lives.ts.
 */
export const INVENTORY: Record<string, Table> = {
  ...MEMBERS,
  ...FINDING,
  ...PROPOSALS,
  ...TOGETHER,
  ...MEETINGS,
  ...TOOLS,
  ...NOTICES,
  ...SUPPORT,
  ...SIGN_IN,
  ...MACHINERY,
};
