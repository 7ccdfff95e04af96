/** How a line of the audit trail is said to staff, by its fact: "Helen Marsh … this member". */
export const FACTS: Readonly<Record<string, string>> = {
  "setting-changed": "changed",
  "logo-uploaded": "uploaded a logo for",
};
