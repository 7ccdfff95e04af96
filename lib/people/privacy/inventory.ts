import { AUDIT_CONTENT_AND_SETTINGS } from "./inventory/audit-content-and-settings";
import { CONTRACTS_AND_REFLECTIONS } from "./inventory/contracts-and-reflections";
import { FINDING_A_MENTOR } from "./inventory/finding-a-mentor";
import { MATCHING } from "./inventory/matching";
import { MEMBERS_AND_PICTURES } from "./inventory/members-and-pictures";
import { MESSAGES_AND_MEETINGS } from "./inventory/messages-and-meetings";
import { NOTICES_AND_MAILS } from "./inventory/notices-and-mails";
import { PROPOSALS_AND_RELATIONSHIPS } from "./inventory/proposals-and-relationships";
import { READINESS } from "./inventory/readiness";
import { SIGN_IN_AND_REGISTER } from "./inventory/sign-in-and-register";
import { SUPPORT } from "./inventory/support";
import { SURVEYS } from "./inventory/surveys";
import { WORKSHEETS_AND_GOALS } from "./inventory/worksheets-and-goals";
import type { Table } from "./record";

/**
 * The society's record of processing: for every column of every table whether Download my data tells it, what erasing does
 * to it, and why not where it does not. Both are done from this record, and a test holds it against the database: a new
 * table is an entry in one of the files of inventory/, and a row in testing/privacy/lives.ts.
 */
export const INVENTORY: Record<string, Table> = {
  ...MEMBERS_AND_PICTURES,
  ...FINDING_A_MENTOR,
  ...READINESS,
  ...MATCHING,
  ...PROPOSALS_AND_RELATIONSHIPS,
  ...CONTRACTS_AND_REFLECTIONS,
  ...MESSAGES_AND_MEETINGS,
  ...WORKSHEETS_AND_GOALS,
  ...NOTICES_AND_MAILS,
  ...SUPPORT,
  ...SURVEYS,
  ...SIGN_IN_AND_REGISTER,
  ...AUDIT_CONTENT_AND_SETTINGS,
};
