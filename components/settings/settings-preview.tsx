"use client";

import { useContext, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { FormContext } from "@/components/ui/form-context";
import { useFocus } from "@/components/ui/take-focus";
import { capital, withArticle } from "@/lib/foundation/wording";
import { previewHref } from "@/lib/society/settings/accent";
import { logoAddress, logoSize } from "@/lib/society/settings/logo";
import type { Settings } from "@/lib/society/settings/settings";

type Shown = Pick<Settings, "words"> & {
  society: Pick<Settings["society"], "name" | "product" | "accent" | "accentOnDark" | "logo">;
};

/** How the product would look with what is typed in the form around it, once that was asked for. Nothing is saved by it. */
export function SettingsPreview({ settings }: { settings: Shown }) {
  const state = useContext(FormContext);
  const box = useRef<HTMLElement>(null);
  useFocus(box, state);
  if (!state.preview) return null;
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="preview" className="grid gap-3">
      <h2 id="preview">Preview</h2>
      <p>Nothing is saved yet. Press Save below when this is right.</p>
      <Samples settings={withTyped(settings, state.values)} />
    </section>
  );
}

/** The head of a page, a link, a button, a tinted box and the beginning of a mail, on light and on dark paper. */
export function Samples({ settings }: { settings: Shown }) {
  return (
    <div className="grid grid-cols-1 gap-5 wide:grid-cols-2">
      <link rel="stylesheet" href={previewHref(settings.society)} precedence="preview" />
      <Sample settings={settings} className="preview-light" label="On a light background" />
      <Sample settings={settings} className="preview-dark" label="On a dark background" />
    </div>
  );
}

function Sample({ settings, className, label }: { settings: Shown; className: string; label: string }) {
  const { society, words } = settings;
  return (
    <figure className="grid grid-rows-[auto_1fr] gap-1.5">
      <figcaption className="font-[650]">{label}</figcaption>
      <div className={`${className} grid content-start gap-4 rounded-[0.35rem] border border-rule bg-paper pb-5 text-ink`}>
        <div className="flex flex-wrap items-center gap-3 border-b border-rule bg-sheet px-4 py-3">
          {society.logo && (
            // biome-ignore lint/performance/noImgElement: small already, and kept by the browser for ever
            <img src={logoAddress(society.logo)} alt="" {...logoSize(society.logo)} />
          )}
          <span>
            <span className="block font-serif text-[1.35rem] leading-tight font-medium">{society.product}</span>
            <span className="block text-[0.82rem] leading-snug text-soft">{society.name}</span>
          </span>
          <span className="ml-auto text-accent underline">{capital(words.mentors)}</span>
        </div>
        <p className="px-4">
          You have one proposal open. <span className="text-accent underline">Find another {words.mentor}</span>, or wait for
          the answer.
        </p>
        <p className="px-4">
          <span className={buttonClass("main", "cursor-default")}>Send to this {words.mentor}</span>
        </p>
        <p className="mx-4 border-l-4 border-accent bg-tint px-4 py-2.5">
          Your {words.mentee} has written to you. <span className="text-accent underline">Read it</span>
        </p>
        <div className="mx-4 grid gap-2 rounded-[0.35rem] border border-rule bg-sheet px-4 py-3">
          <p className="text-soft">An e-mail</p>
          <p className="font-serif text-xl leading-tight font-medium">
            {capital(withArticle(words.mentee))} would like to work with you
          </p>
          <p>
            You get this e-mail because you take part as {withArticle(words.mentor)}.{" "}
            <span className="text-accent underline">Open {society.product}</span>
          </p>
        </div>
      </div>
    </figure>
  );
}

/** What was typed, over what is set. The form has been accepted, but a colour may stand there without its hash. */
function withTyped({ society, words }: Shown, values: Record<string, string[]>): Shown {
  const typed = (name: string, otherwise: string) => values[name]?.[0]?.trim() || otherwise;
  const colour = (name: string, otherwise: string) => {
    const [, digits] = /^#?([0-9a-f]{6})$/i.exec(typed(name, otherwise)) ?? [];
    return digits ? `#${digits.toLowerCase()}` : otherwise;
  };
  return {
    society: {
      ...society,
      name: typed("name", society.name),
      product: typed("product", society.product),
      accent: colour("accent", society.accent),
      accentOnDark: colour("accentOnDark", society.accentOnDark),
    },
    words: {
      mentor: typed("mentor", words.mentor),
      mentors: typed("mentors", words.mentors),
      mentee: typed("mentee", words.mentee),
      mentees: typed("mentees", words.mentees),
    },
  };
}
