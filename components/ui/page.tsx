import type { ReactNode } from "react";
import { Arrival } from "@/components/frame/arrival";
import { sayDone } from "@/lib/entrypoints/done";
import { countNew } from "@/lib/entrypoints/new-notices";
import { type FrameFacts, frameFacts } from "@/lib/people/auth/frame-facts";
import type { Settings } from "@/lib/society/settings/settings";
import { Link } from "./link";
import { Message } from "./message";

interface PageProps {
  settings: Settings;
  heading: ReactNode;
  /** The page's name for its title; left out when its form says it (and puts "Error:" before it). */
  title?: string;
  lede?: ReactNode;
  /** The page above this one. */
  back?: { href: string; label: string };
  /** The key of what has just been done, from the address. */
  done?: string | string[] | undefined;
  /** Why what was asked for was not done, when that page could not be shown again. */
  problem?: string | null;
  children?: ReactNode;
  /** For forms and letters: a measure that is comfortable to read. */
  isNarrow?: boolean;
}

/** The frame of every page: title, what has just been done, heading, a line of introduction, content. */
export function Page({ settings, heading, title, lede, back, done, problem, children, isNarrow = false }: PageProps) {
  const sentence = sayDone(done, settings.words);
  const facts = frameFacts().current;
  const content = (
    <>
      <div className="mx-auto max-w-[66rem] px-[1.1rem] pt-8 pb-14 wide:px-6 wide:pt-11">
        <div className={`grid grid-cols-1 gap-8 ${isNarrow ? "mx-auto w-full max-w-[43rem]" : ""}`}>
          {sentence && <Message sentence={sentence} kind="done" />}
          {problem && <Message sentence={problem} kind="problem" />}
          <div>
            {back && (
              <p className="mb-2">
                <Link href={back.href} className="inline-block py-1">
                  {back.label}
                </Link>
              </p>
            )}
            <h1 tabIndex={-1}>{heading}</h1>
            {lede && <p className="mt-2 font-lede text-[1.2rem] leading-[1.45] text-soft italic">{lede}</p>}
          </div>
          {children}
        </div>
      </div>
      {/* After the content: the first title counts, and a form that came back says "Error:" in its own. */}
      {title && <title>{titleOf(title, settings)}</title>}
    </>
  );
  return (
    <main id="main" tabIndex={-1}>
      {facts ? <Arrival facts={arrivalOf(facts)}>{content}</Arrival> : content}
    </main>
  );
}

/** What the browser needs of it: how many notifications are new once this page has been opened, and not the notices themselves. */
function arrivalOf({ who, look, unreadMessages, news, asked, query, madeAt }: FrameFacts) {
  return { who, look, unreadMessages, unread: countNew(news, asked, new Date(madeAt)), madeAt, query };
}

/** "Mentors – Connect – Institute of Applied Practice" */
export function titleOf(page: string, { society }: Settings): string {
  return [page, society.product, society.name].filter(Boolean).join(" – ");
}
