import { Button } from "@/components/ui/button";
import { type Reflection, toParts } from "@/lib/mentoring/reflections/reflection";
import { sayPart } from "@/lib/mentoring/reflections/wording";

/** The year as a file. An ordinary form that asks for one, so it works without scripts. */
export function Downloads({ year, reflections }: { year: number; reflections: readonly Reflection[] }) {
  const parts = toParts(reflections);
  return (
    <section aria-labelledby="files" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="files">Download your record</h2>
      <p className="text-soft">
        Your record for {year} as a file, in your own words.
        {parts.length > 1 && " It is too long for one PDF, so there are several."}
      </p>
      <form action="/cpd/download" className="grid gap-4">
        <input type="hidden" name="year" value={year} />
        <label className="flex cursor-pointer items-start gap-2.5 py-1">
          <input type="checkbox" name="names" value="yes" className="mt-0.5 size-[1.35rem] shrink-0 accent-accent" />
          <span>Include my partners’ names</span>
        </label>
        <div className="flex flex-wrap gap-3">
          {parts.length <= 1 ? (
            <Button kind="quiet" name="format" value="pdf">
              Download as PDF
            </Button>
          ) : (
            parts.map((part, i) => (
              <Button key={part[0]?.id} kind="quiet" name="format" value={`pdf-${i + 1}`}>
                PDF: {sayPart(part, i + 1, parts.length)}
              </Button>
            ))
          )}
          <Button kind="quiet" name="format" value="csv">
            Download as CSV
          </Button>
        </div>
      </form>
    </section>
  );
}
