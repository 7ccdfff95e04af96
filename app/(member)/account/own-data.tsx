import { buttonClass } from "@/components/ui/button";
import type { Settings } from "@/lib/society/settings/settings";

/** Download my data, for Edit Account. */
export function OwnData({ settings }: { settings: Settings }) {
  return (
    <section aria-labelledby="data" className="grid content-start gap-5 border-t border-rule pt-6">
      <h2 id="data">Your data</h2>
      <p>
        Everything that {settings.society.product} knows about you, as one ZIP file: your profiles, proposals and relationships,
        what we told you, and the record of what you did. About your partners it holds only their names and what you share.
      </p>
      <p>
        <a href="/account/download" download className={buttonClass("quiet")}>
          Download my data
        </a>
      </p>
    </section>
  );
}
