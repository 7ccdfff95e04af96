interface PreviewsProps {
  readers: readonly { name: string; partnerName: string | null; subject: string; words: string }[];
}

/** The letter as the first few whom it would reach would read it. */
export function Previews({ readers }: PreviewsProps) {
  if (readers.length === 0) return null;
  return (
    <section aria-labelledby="previews" className="grid gap-4">
      <h2 id="previews">{readers.length === 1 ? "How it looks" : "How the first of them would get it"}</h2>
      {readers.map(({ name, partnerName, subject, words }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of them may have the same name
        <article key={i} className="grid gap-2 border-t border-rule pt-4">
          <p className="text-[0.95rem] text-soft">
            To {name}
            {partnerName && `, whose partner is ${partnerName}`}
          </p>
          <h3 className="prose-plain">{subject}</h3>
          <p className="prose-plain">{words}</p>
        </article>
      ))}
    </section>
  );
}
