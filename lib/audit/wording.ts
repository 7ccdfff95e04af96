/** How a line of the audit trail is said to staff, by its fact: "Helen Marsh … this member". */
export const FACTS: Readonly<Record<string, string>> = {
  dismissed: "took off the desk for good, about",
  "letter-sent": "wrote to both of",
  "put-off": "put off, about",
  "taken-up": "laid on the desk again, about",
};
