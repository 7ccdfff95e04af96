import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { keyOf } from "@/lib/foundation/once";
import type { Viewer } from "@/lib/foundation/viewer";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import type { Settings } from "@/lib/society/settings/settings";
import type { LetterList, LetterText } from "@/lib/staff/letters/letter";
import { FOR_PAIRS, prepareForMentors, prepareForPairs } from "@/lib/staff/letters/prepared";
import { findAddressee, withProgrammes } from "@/lib/staff/letters/queries";
import { sayTo } from "@/lib/staff/letters/wording";
import { readFilters, writeFilters } from "@/lib/staff/members/input";
import { RelationshipFilter, writeRelationshipFilter } from "@/lib/staff/relationships/input";
import { beginLetter } from "../actions";
import { TextFields } from "../text-fields";

type Asked = Record<string, string | string[] | undefined>;

/**
 * A new letter: to one member (`?to=`), to everybody whom the filters in the address find, or to both partners of the relationships that
 * they find (`?list=relationships`).
 */
export default async function NewLetterPage({ searchParams }: PageProps<"/admin/letters/new">) {
  const viewer = await requireStaff("letters");
  const [{ settings }, asked] = await Promise.all([readRequest(), searchParams]);
  const draft = asked.list === "relationships" ? toPairs(asked, settings) : await toMembers(viewer, asked, settings);
  if (!draft) notFound();
  const { list, filters, member, heading, back, initial, text = "" } = draft;
  const memberId = member?.id ?? null;
  const scope = scopeOf(viewer, "letters");
  const programmeIds = scope === "all" || scope === null ? [] : scope;
  const [letter] = await withProgrammes(viewer, [{ list, memberId, toName: member?.name ?? null, filters, programmeIds }]);
  const here = `/admin/letters/new?list=relationships${filters.replace("?", "&")}`;
  return (
    <Page settings={settings} heading={heading} lede={letter && `To: ${sayTo(letter, settings)}.`} back={back} isNarrow>
      {list === "relationships" && (
        <nav aria-label="Prepared texts">
          <p>Start from a prepared text, and make it yours:</p>
          <ul className="mt-1 flex flex-wrap gap-x-6">
            {FOR_PAIRS.map(({ which, label }) => (
              <li key={which}>
                <Link
                  href={`${here}&text=${which}`}
                  aria-current={text === which ? "true" : undefined}
                  className="inline-block py-2 aria-[current]:font-semibold"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Form
        action={beginLetter}
        submit="Save draft and preview"
        title={titleOf("Write a letter", settings)}
        aside={
          <LinkButton href={back.href} kind="plain">
            Write nothing
          </LinkButton>
        }
      >
        <HiddenField name="id" initial={randomUUID()} />
        {memberId && <input type="hidden" name="memberId" value={memberId} />}
        <input type="hidden" name="filters" value={filters} />
        <Draft memberId={viewer.memberId} place={`admin/letters/new/${keyOf(memberId ?? "", [list, filters, text])}`} />
        <TextFields list={list} settings={settings} {...(initial && { initial })} />
      </Form>
    </Page>
  );
}

interface Begun {
  list: LetterList;
  /** The one to whom alone it goes. */
  member: { id: string; name: string } | null;
  filters: string;
  heading: string;
  back: { href: string; label: string };
  initial: LetterText | null;
  /** The prepared text that it starts from. */
  text?: string;
}

async function toMembers(viewer: Viewer, { to, ...asked }: Asked, settings: Settings): Promise<Begun | null> {
  if (typeof to === "string") {
    const found = await findAddressee(viewer, to);
    if (!found) return null;
    const back = { href: `/admin/members/${to}`, label: found.name };
    const member = { id: to, name: found.name };
    return { list: "members", member, filters: "", heading: `Write to ${found.name}`, back, initial: null };
  }
  const read = readFilters(asked);
  const filters = writeFilters(read);
  const back = { href: `/admin/members${filters}`, label: "Members" };
  const initial = prepareForMentors(read, settings);
  return { list: "members", member: null, filters, heading: "Write to these members", back, initial };
}

function toPairs({ text, ...asked }: Asked, settings: Settings): Begun {
  const filters = writeRelationshipFilter(RelationshipFilter.parse(asked));
  const back = { href: `/admin/relationships${filters}`, label: "Relationships" };
  const initial = prepareForPairs(text, settings);
  const begun = { list: "relationships", member: null, filters, heading: "Write to both partners", back, initial } as const;
  return initial && typeof text === "string" ? { ...begun, text } : begun;
}
