"use client";

import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Portrait } from "@/components/ui/portrait";
import type { Reason } from "@/lib/pairing/matching/reasons";
import type { Pictured } from "@/lib/people/pictures/picture";
import { MarkButtons } from "./mark-buttons";
import { Reasons } from "./reasons";

interface MentorViewProps extends Pictured {
  headline: string;
  background: string;
  reasons: readonly Reason[];
  /** What they offer, for where there is no reason to say. */
  offers: string;
  /** Places free, people who wait, and how they reply: a line for each. */
  standing: readonly string[];
  /** What is between the viewer and them already, and where to see it. */
  asked: { mark: string; href: string; link: string } | null;
  mayAsk: boolean;
  isSaved: boolean;
  /** In which the viewer looks; null: the society's own scheme. */
  programme: string | null;
}

/**
 * A mentor in the list, inside the form of the Save buttons. Rendered in the browser too, so that the page carries the props of twenty
 * mentors and not their markup a second time.
 */
export function MentorView(props: MentorViewProps) {
  const { memberId, name, picture, headline, background, reasons, offers, standing, asked, mayAsk, isSaved } = props;
  const search = props.programme === null ? "" : `?programme=${props.programme}`;
  return (
    <article className="grid grid-cols-[auto_1fr] items-start gap-x-5 gap-y-4 border-b border-rule py-6 full:grid-cols-[auto_1fr_auto]">
      <Portrait of={{ memberId, name, picture }} />
      <div className="grid min-w-0 gap-1.5">
        <h3 className="prose-plain text-2xl">
          <Link href={`/mentors/${memberId}${search}`}>{name}</Link>
        </h3>
        <p className="prose-plain text-soft">{headline}</p>
        <p className="text-soft">{background}</p>
        {asked && (
          <p className="font-semibold">
            {asked.mark}.{" "}
            <Link href={asked.href} className="inline-block">
              {asked.link}
              <span className="sr-only">{` (${name})`}</span>
            </Link>
          </p>
        )}
        {reasons.length > 0 ? <Reasons reasons={reasons} /> : <p>{`Offers: ${offers}`}</p>}
      </div>
      <div className="col-span-2 grid gap-2 full:col-span-1 full:justify-items-end">
        {mayAsk && (
          <LinkButton href={`/mentors/${memberId}/proposal${search}`} kind="quiet">
            Send proposal<span className="sr-only">{` to ${name}`}</span>
          </LinkButton>
        )}
        <div className="text-[0.92rem] text-soft full:text-right">
          {standing.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <MarkButtons memberId={memberId} name={name} isSaved={isSaved} />
      </div>
    </article>
  );
}
