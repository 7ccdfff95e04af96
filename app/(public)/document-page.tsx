import type { Metadata } from "next";
import { cache } from "react";
import { DocumentText } from "@/components/content/document-text";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { plain } from "@/lib/foundation/blocks";
import { env } from "@/lib/foundation/env";
import { readRequest } from "@/lib/people/auth/session";
import type { Document, Slug } from "@/lib/society/content/document";
import { getDocument } from "@/lib/society/content/queries";
import { sayShown } from "./shown";

type PublicSlug = Extract<Slug, "faq" | "privacy" | "accessibility" | "complaints" | "terms">;

/** Once for each request: the page shows it, and its description is made of it. */
const readDocument = cache(async (slug: PublicSlug) => {
  const { settings, now } = await readRequest();
  return getDocument(slug, { settings, signIn: env().SIGN_IN }, now);
});

/** What search engines and chats are told of the text. */
export async function describeDocument(slug: PublicSlug): Promise<Metadata> {
  const { title, blocks } = await readDocument(slug);
  const first = blocks.find((block) => block.type === "paragraph");
  return sayShown({ path: `/${slug}`, title, description: first ? plain(first.inlines) : title });
}

/** A page that is one text of the society's, open to everybody. */
export async function DocumentPage({ slug }: { slug: PublicSlug }) {
  const { viewer, settings, now } = await readRequest();
  const { title, blocks, publishedAt } = await readDocument(slug);
  const timeZone = viewer?.timeZone ?? settings.society.timeZone;
  return (
    <Page settings={settings} title={title} heading={title}>
      <div className="grid grid-cols-1 gap-8 full:grid-cols-[minmax(0,1fr)_16rem] full:gap-14">
        <Contents blocks={blocks} />
        <article className="grid grid-cols-1 gap-10">
          <DocumentText blocks={blocks} />
          <p className="border-t border-rule pt-4 text-[0.92rem] text-soft">
            {publishedAt ? (
              <>
                Published by {settings.society.name} on <Time at={publishedAt} now={now} timeZone={timeZone} as="date" />.
              </>
            ) : (
              `This text comes with ${settings.society.product}. ${settings.society.name} has not published its own yet.`
            )}
          </p>
        </article>
      </div>
    </Page>
  );
}

/** Links to the sections of a long text: beside it where there is room, otherwise above it. */
function Contents({ blocks }: Pick<Document, "blocks">) {
  const parts = blocks.flatMap((block) => (block.type === "heading" && block.level === 2 ? [block] : []));
  if (parts.length < 3) return null;
  return (
    <nav aria-labelledby="contents" className="full:order-last full:border-l full:border-rule full:pl-6">
      <h2 id="contents" className="font-sans text-base font-[650]">
        On this page
      </h2>
      <ul className="mt-2 grid gap-0.5">
        {parts.map(({ id, inlines }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block py-1">
              {plain(inlines)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
