import { Fragment } from "react";
import { Link } from "@/components/ui/link";
import { type Block, divide, type Inline } from "@/lib/foundation/blocks";
import { VideoPlayer } from "./video-player";

/** A published text. Everything in it is words and elements of ours; none of it is HTML that somebody wrote. */
export function DocumentText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <Blocks blocks={blocks} />
    </div>
  );
}

/** The same of a text whose sections are steps, one after the other. */
export function StepsText({ blocks }: { blocks: readonly Block[] }) {
  const { before, sections } = divide(blocks);
  return (
    <>
      {before.length > 0 && <DocumentText blocks={before} />}
      {sections.length > 0 && (
        <ol className="grid grid-cols-1 gap-4">
          {sections.map(({ heading, blocks }) => (
            <li key={heading.id} className="grid grid-cols-1 border-l-2 border-rule pl-4">
              <h3 id={heading.id}>
                <Inlines inlines={heading.inlines} />
              </h3>
              <DocumentText blocks={blocks} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change while it is read
  return blocks.map((block, i) => <OneBlock key={i} block={block} />);
}

function OneBlock({ block }: { block: Block }) {
  switch (block.type) {
    case "heading": {
      const Heading = `h${block.level}` as const;
      return (
        <Heading id={block.id} className={HEADINGS[block.level]}>
          <Inlines inlines={block.inlines} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case "list":
      return <List {...block} />;
    case "quote":
      return (
        <blockquote className="grid gap-3 border-l-4 border-rule pl-5 text-soft">
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case "preformatted":
      return <pre className="font-mono whitespace-pre-wrap">{block.text}</pre>;
    case "video":
      return <VideoPlayer video={block.video} />;
    case "rule":
      return <hr className="border-rule" />;
  }
}

/** Room above a heading, so that it belongs to what follows. */
const HEADINGS = {
  2: "mt-6 border-t border-rule pt-6 first:mt-0 print:mt-2 print:border-0 print:pt-0",
  3: "mt-3",
  4: "mt-1 font-sans text-base font-[650]",
} as const;

function List({ isOrdered, start, items }: Extract<Block, { type: "list" }>) {
  const entries = items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change while it is read
    <li key={i} className="pl-1">
      <div className="grid gap-2">
        <Blocks blocks={item} />
      </div>
    </li>
  ));
  if (!isOrdered) return <ul className="grid list-disc gap-1.5 pl-6 marker:text-accent">{entries}</ul>;
  return (
    <ol start={start} className="grid list-decimal gap-1.5 pl-6 marker:text-accent">
      {entries}
    </ol>
  );
}

function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  return inlines.map((inline, i) => <OneInline key={i} inline={inline} />);
}

function OneInline({ inline }: { inline: Inline }) {
  switch (inline.type) {
    case "text":
      return <Fragment>{inline.text}</Fragment>;
    case "strong":
      return (
        <strong>
          <Inlines inlines={inline.inlines} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Inlines inlines={inline.inlines} />
        </em>
      );
    case "link":
      return (
        <Link href={inline.href}>
          <Inlines inlines={inline.inlines} />
        </Link>
      );
    case "break":
      return <br />;
  }
}
