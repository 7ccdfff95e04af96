import { people } from "../partners";
import { must, type Try } from "../try";
import { visit } from "../visitor";

const FORM = "application/x-www-form-urlencoded";

export const TRIES: Try[] = [
  {
    name: "a form from another site, or from nowhere, is refused with 403",
    async run() {
      const member = await visit(await people.mentee());
      const fields = await member.formOf("/support", "Send");
      for (const origin of ["https://evil.example", "null", null, "http://localhost:1", "https://localhost"]) {
        const { status } = await member.send("/support", fields, { subject: "x", words: "x" }, { origin });
        must(status === 403, `From ${origin} the form is answered with ${status}.`);
      }
      return undefined;
    },
  },
  {
    name: "no header takes the policy from a page or the bound from a body",
    async run() {
      const member = await visit(await people.mentee());
      const sly = ["next-router-prefetch", "purpose", "sec-purpose", "x-middleware-subrequest", "x-nextjs-data", "rsc"];
      for (const name of sly) {
        const { headers, status } = await member.ask("/sign-in", {
          headers: { [name]: name === "purpose" ? "prefetch" : "1" },
        });
        must(status >= 300 || "content-security-policy" in headers, `${name} takes the policy away.`);
      }
      const body = Buffer.alloc(2 * 1024 * 1024, "a");
      for (const name of ["accept", ...sly]) {
        const { status } = await member.ask("/account", {
          method: "POST",
          body,
          headers: { "content-type": FORM, [name]: "1" },
        });
        must(status === 413, `With ${name} two megabytes are answered with ${status}.`);
      }
      const chunked = { "content-type": FORM, "transfer-encoding": "chunked" };
      const { status } = await member.ask("/account", { method: "POST", body, headers: chunked });
      must(status === 411, `A body of no length is answered with ${status}.`);
      return undefined;
    },
  },
  {
    name: "NUL in an address is no defect",
    async run() {
      const [staff, nobody] = [await visit(await people.member({ staff: "admin" })), await visit(null)];
      for (const path of [
        "/admin/mail?reference=%00",
        "/admin/members?text=%00",
        "/admin/audit?who=%00",
        "/admin/support?q=%00",
      ])
        must((await staff.ask(path)).status < 500, `${path} is a defect.`);
      for (const path of ["/?a=%00", "/calendar/%00", "/unsubscribe/%00", "/%00", "/sign-in?refused=%00"])
        must((await nobody.ask(path)).status < 500, `${path} is a defect.`);
      return undefined;
    },
  },
  {
    name: "a stray callback, and Cancel at the society, are no defects",
    async run() {
      const nobody = await visit(null);
      const back = "/api/auth/callback/society";
      for (const query of [
        "",
        "?error=access_denied",
        "?error=access_denied&state=a",
        "?code=a&state=b",
        "?code=%00",
        "?iss=x",
      ]) {
        const { status } = await nobody.ask(back + query);
        must(status < 500, `${back}${query} answers ${status}.`);
      }
      return undefined;
    },
  },
];
