import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import type { OwnPassage } from "@/lib/notify/mail-words/mail-words";
import type { Saved } from "@/lib/notify/mail-words/queries";
import type { Programme } from "@/lib/pairing/programmes/programme";
import { pageOf, type WhichMails } from "../which-mails";

/** The way to the same mails of a programme, and back; nothing where there is none. */
export function Differing({ which, programmes }: { which: WhichMails; programmes: readonly Programme[] }) {
  if (which.programme)
    return (
      <p>
        These words are for the e-mails of this programme only. Anything you do not change here stays{" "}
        <Link href={pageOf({ ...which, programmeId: null })}>as in all other e-mails of this kind</Link>.
      </p>
    );
  if (programmes.length === 0) return null;
  return (
    <nav aria-label="Programmes" className="grid gap-2">
      <p>These words are for everybody. A programme can have its own:</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {programmes.map(({ id, name }) => (
          <li key={id}>
            <Link href={pageOf({ ...which, programmeId: id })} className="inline-block py-1">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Says that the form holds a draft, and which words members get in the meantime. */
export function DraftNote({ saved: { newest, publishedNumber }, programme }: { saved: Saved; programme: Programme | null }) {
  if (!newest || newest.publishedAt) return null;
  const now = programme ? "the society’s words" : "the words that come with the product";
  return (
    <Note kind="plain">
      <p>
        This is a draft by {newest.authorName ?? "a former member"}. Members get{" "}
        {publishedNumber === null ? now : `version ${publishedNumber}`}.
      </p>
    </Note>
  );
}

/** Words that were written for passages which the mail no longer has. */
export function UnfitNote({ unfit }: { unfit: readonly OwnPassage[] }) {
  if (unfit.length === 0) return null;
  return (
    <Note>
      <p>
        The product has been updated, and these words of yours no longer fit, so the e-mail uses the words that come with the
        product there. Copy what you would like to keep into the form, and publish it.
      </p>
      <ul className="grid list-disc gap-1 pl-6">
        {unfit.map(({ part, ours, own }) => (
          <li key={`${part} ${ours}`} className="prose-plain">
            {own || `Left out: ${ours}`}
          </li>
        ))}
      </ul>
    </Note>
  );
}
