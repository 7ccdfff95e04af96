/** How a line of the audit trail is said to staff, by its fact: "Helen Marsh … this member". */
export const FACTS: Readonly<Record<string, string>> = {
  "register-received": "handed in a file for",
  "register-imported": "imported",
  "register-import-dropped": "dropped an import of",
  lapsed: "lapsed, by the register,",
  "let-in-again": "let in again, by the register,",
  "mail-sent-again": "sent a mail again to",
  "address-blocked": "stopped mail to the address of",
  "address-unblocked": "let mail go again to the address of",
};
