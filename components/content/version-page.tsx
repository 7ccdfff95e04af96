import type { ReactNode } from "react";
import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import type { FormState } from "@/lib/entrypoints/form-state";
import type { Preview } from "@/lib/society/content/document";
import type { Settings } from "@/lib/society/settings/settings";
import { DocumentText } from "./document-text";

interface VersionPageProps {
  settings: Settings;
  /** Which text, and which version of it. */
  name: string;
  number: number;
  text: Preview;
  /** What is known of it besides: for whom, with which film. */
  facts?: ReactNode;
  back: string;
  restore: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The hidden fields that name the text. */
  which: Readonly<Record<string, string>>;
  /** What version 0 is called within the heading. */
  first?: string;
}

/** One version as members would read it today, with a button to bring it back. */
export function VersionPage({ settings, name, number, text, facts, back, restore, which, first }: VersionPageProps) {
  const heading = number === 0 ? `${name}: ${first ?? "the text that comes with the product"}` : `${name}: version ${number}`;
  return (
    <Page
      settings={settings}
      heading={heading}
      lede="This is how it would read today, with the society’s current words."
      back={{ href: back, label: name }}
    >
      <Form action={restore} submit="Bring it back as a draft" kind="quiet" title={titleOf(heading, settings)}>
        {Object.entries(which).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <input type="hidden" name="number" value={number} />
        <p>Members keep reading the published text until you publish the draft.</p>
      </Form>
      {facts}
      <article className="grid max-w-[43rem] grid-cols-1 gap-5 rounded-[0.5rem] border border-rule bg-sheet px-6 py-6">
        <div>
          <p className="font-serif text-[1.9rem] leading-tight font-medium">{text.title}</p>
          {text.lede && <p className="mt-2 font-lede text-[1.2rem] leading-[1.45] text-soft italic">{text.lede}</p>}
        </div>
        <DocumentText blocks={text.blocks} />
      </article>
    </Page>
  );
}
