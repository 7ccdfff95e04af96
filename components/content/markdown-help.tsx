import { Table } from "@/components/ui/table";

const MARKS = [
  { typed: "## Words", shown: "A heading; ### for one below it" },
  { typed: "An empty line", shown: "Begins a new paragraph" },
  { typed: "**words**", shown: "Words in bold; *words* in italics" },
  { typed: "- words", shown: "A line of a list; 1. words of a numbered one" },
  { typed: "[words](https://example.org)", shown: "A link; (/privacy) leads to a page of ours" },
  { typed: "> words", shown: "A quotation" },
  { typed: "![Title](/videos/how-it-works.mp4)", shown: "On a line of its own: one of our films, with its captions" },
  { typed: "![Title](/films/…)", shown: "The same with a film of your own; its page under Content says the address" },
];

interface MarkdownHelpProps {
  /** The placeholders, and what stands there at present. */
  placeholders: readonly { name: string; words: string }[];
}

/** How a text is written: marks, and words that the society's settings fill in. */
export function MarkdownHelp({ placeholders }: MarkdownHelpProps) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <details className="rounded-[0.5rem] border border-rule bg-sheet px-4 py-2">
        <summary className="py-1.5 font-semibold text-accent">How to write headings, lists and links</summary>
        <div className="grid grid-cols-1 gap-3 py-2">
          <p>The text is Markdown: plain text with a few marks. HTML is shown as plain text, and pictures are not shown.</p>
          <Table
            caption="Marks"
            isMatrix
            columns={[{ label: "You type" }, { label: "Members see" }]}
            rows={MARKS.map(({ typed, shown }) => ({ key: typed, cells: [<Typed key={typed}>{typed}</Typed>, shown] }))}
          />
        </div>
      </details>
      <details className="rounded-[0.5rem] border border-rule bg-sheet px-4 py-2">
        <summary className="py-1.5 font-semibold text-accent">Placeholders: words that the settings fill in</summary>
        <div className="grid grid-cols-1 gap-3 py-2">
          <p>
            Write <Typed>{"{{mentor}}"}</Typed> to show the society’s own word. When the settings change, every text changes
            with them. Text between <Typed>{"{{#federated}}"}</Typed> and <Typed>{"{{/federated}}"}</Typed> is shown only if
            members sign in at the society, <Typed>local</Typed> only if they have an account here, and <Typed>reminders</Typed>{" "}
            only if we send reminders about proposals.
          </p>
          <Table
            caption="Placeholders"
            isMatrix
            columns={[{ label: "You type" }, { label: "Now it says" }]}
            rows={placeholders.map(({ name, words }) => ({
              key: name,
              cells: [<Typed key={name}>{`{{${name}}}`}</Typed>, words || "Nothing: the settings leave it empty"],
            }))}
          />
        </div>
      </details>
    </div>
  );
}

function Typed({ children }: { children: string }) {
  return <code className="font-mono text-[0.92em]">{children}</code>;
}
