import { Link } from "@/components/ui/link";
import type { Role } from "@/lib/foundation/viewer";
import { withArticle } from "@/lib/foundation/wording";
import type { RenderedMail } from "@/lib/notify/letters/render";
import type { Settings } from "@/lib/society/settings/settings";
import { pageOf, type WhichMails } from "../which-mails";

interface ShownProps {
  which: WhichMails;
  number: number;
  /** In which of its roles it is read, where there are several. */
  role: Role | null;
  roles: readonly (Role | null)[];
  mail: RenderedMail;
  /** This page, for the other role and the other form. */
  page: string;
  /** "text": as plain text. */
  show: unknown;
  words: Settings["words"];
}

/** A mail as it would arrive: as a mail program shows it, or as plain text. */
export function Shown({ which, number, role, roles, mail, page, show, words }: ShownProps) {
  const isText = show === "text";
  const to = (as: Role | null, text: boolean) =>
    pageOf(which, page, { ...(as ? { as } : {}), ...(text ? { show: "text" } : {}) });
  return (
    <section aria-labelledby="mail" className="grid grid-cols-1 gap-3">
      <h2 id="mail">{isText ? "As plain text" : "As an e-mail program shows it"}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        <li>
          <Link href={to(role, !isText)} className="inline-block py-1">
            {isText ? "As an e-mail program shows it" : "As plain text"}
          </Link>
        </li>
        {roles.map((one) =>
          one === null || one === role ? null : (
            <li key={one}>
              <Link href={to(one, isText)} className="inline-block py-1">{`As ${withArticle(words[one])} gets it`}</Link>
            </li>
          ),
        )}
      </ul>
      <p className="wrap-anywhere">
        <span className="font-[650]">Subject:</span> {mail.subject}
      </p>
      {isText ? (
        <pre className="rounded-[0.5rem] border border-rule bg-sheet p-4 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
          {mail.text}
        </pre>
      ) : (
        <iframe
          title={`The e-mail “${mail.subject}”`}
          src={pageOf(which, "html", { number: String(number), ...(role ? { as: role } : {}) })}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="h-[52rem] w-full rounded-[0.5rem] border border-rule"
        />
      )}
    </section>
  );
}
