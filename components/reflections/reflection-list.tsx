import { Link } from "@/components/ui/link";
import type { Reflection } from "@/lib/mentoring/reflections/reflection";
import { listWords, sayCountsAs, sayHeldOn, sayMinutes } from "@/lib/mentoring/reflections/wording";

/** A member's own reflections, as they stand in the record. */
export function ReflectionList({ reflections }: { reflections: readonly Reflection[] }) {
  return (
    <ol className="border-t border-rule">
      {reflections.map((reflection) => (
        <li key={reflection.id} className="max-w-none border-b border-rule py-6">
          <OneReflection reflection={reflection} />
        </li>
      ))}
    </ol>
  );
}

function OneReflection({ reflection }: { reflection: Reflection }) {
  const { id, heldOn, minutes, partnerName } = reflection;
  return (
    <article className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3>
          <time dateTime={heldOn}>{sayHeldOn(reflection)}</time>
        </h3>
        <Link href={`/cpd/${id}`} className="inline-block py-1">
          Change<span className="sr-only"> the reflection of {sayHeldOn(reflection)}</span>
        </Link>
      </div>
      <p className="text-soft">
        {[sayMinutes(minutes), sayCountsAs(reflection), partnerName && `with ${partnerName}`].filter(Boolean).join(" · ")}
      </p>
      <dl className="grid gap-3">
        {listWords(reflection).map(({ question, words }) => (
          <div key={question}>
            <dt className={question ? "font-[650]" : "sr-only"}>{question ?? "Reflection"}</dt>
            <dd className="prose-plain">{words}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
