import { people } from "../partners";
import { must, type Try } from "../try";
import { visit } from "../visitor";

export const TRIES: Try[] = [
  {
    name: "whoever is complained about finds no trace of it",
    async run() {
      const [accused, colleague] = [await people.member({ staff: "admin" }), await people.member({ staff: "admin" })];
      const [asker, theirs, others] = [await visit(await people.mentee()), await visit(accused), await visit(colleague)];
      const SUBJECT = "A complaint about a colleague";
      const asked = { category: "complaint", subject: SUBJECT, words: "It was so.", aboutMemberId: accused.id };
      const sent = await asker.press("/support", "Send", asked);
      must(sent.status === 303, `The request is answered with ${sent.status}.`);
      const id = /\/support\/([0-9a-f-]{36})/.exec(String(sent.headers.location))?.[1] ?? "";
      const places = [
        "/admin/audit",
        `/admin/audit?who=${id}`,
        "/admin/audit/download",
        `/admin/audit/download?who=${id}`,
        "/admin",
      ];
      places.push(
        "/admin/support",
        "/admin/mail",
        "/admin/system",
        "/admin/today/aside",
        "/notifications",
        "/admin/reports/support",
      );
      let isSeen = false;
      for (const path of places) {
        const [their, other] = [await theirs.ask(path), await others.ask(path)];
        must(their.status < 500, `${path} answers ${their.status}.`);
        // The address of a page that was asked for is in it, whatever else is.
        const own = path.includes(id) ? their.text.replaceAll(new RegExp(`who[^a-z]{1,6}${id}`, "g"), "") : their.text;
        must(!own.includes(SUBJECT), `${path} shows the subject.`);
        must(path.includes(id) || !own.includes(id), `${path} shows the request's id.`);
        must(
          path !== `/admin/audit/download?who=${id}` || their.text.trim().split("\n").length <= 1,
          `${path} has lines of it: ${their.text.slice(0, 600)}`,
        );
        isSeen ||= other.text.includes(id);
      }
      must(isSeen, "A colleague does not see it either, so this says nothing.");
      const { status } = await theirs.ask(`/admin/support/${id}`);
      must(status === 404, `The request itself is answered with ${status}.`);
      return undefined;
    },
  },
];
