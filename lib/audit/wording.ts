/** How a line of the audit trail is said to staff, by its fact: "Helen Marsh … this member". */
export const FACTS: Readonly<Record<string, string>> = {
  suspended: "suspended",
  reactivated: "reactivated",
  "sessions-ended": "ended all sessions of",
  "account-approved": "approved the account of",
  "account-refused": "refused the account of",
  "made-staff": "made staff:",
  "made-admin": "made an administrator:",
  "staff-removed": "took the rights of staff from",
  erased: "erased",
};
