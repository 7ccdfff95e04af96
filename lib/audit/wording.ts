/** How a line of the audit trail is said to staff, by its fact: "Helen Marsh … this member". */
export const FACTS: Readonly<Record<string, string>> = {
  "request-opened": "asked for help in",
  "request-replied": "wrote again in",
  "request-answered": "answered",
  "request-solved": "marked as solved",
  "request-noted": "wrote an internal note on",
  "request-taken": "took",
  "request-released": "left to others",
  "request-sorted": "put into another category",
};
