import { clashed, goTo, type Outcome, refused, shown } from "@/lib/entrypoints/form-action";
import { type Clash, sayClash } from "@/lib/foundation/amending";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Edited } from "@/lib/society/content/editing";
import { sayContentRefusal, sayMergedFirst } from "@/lib/society/content/wording";

/** What follows when somebody has saved a text: its page, or the form with what is wrong. */
export function showSaved(viewer: Viewer, result: Edited, isPublishing: boolean, page: string): Outcome {
  if (result.ok) {
    const { isNew, isMerged } = result.value;
    if (isPublishing) return goTo(page, "text-published");
    return goTo(page, isMerged ? "draft-merged" : isNew ? "draft-saved" : "draft-same");
  }
  if (result.reason === "unfit") return shown(result.problems);
  return result.reason === "clash" ? showClash(viewer, result) : refused(sayContentRefusal(result.reason));
}

/** The form again, with what somebody else has saved meanwhile. */
export function showClash(viewer: Viewer, { texts, theirs, base, ...clash }: Clash): Outcome {
  const by = clash.by === viewer.name ? "You" : clash.by;
  const sentence = Object.keys(theirs).length > 0 ? sayClash(by) : sayMergedFirst(by);
  return clashed(sentence, { ...texts, base }, { name: by, texts: theirs });
}
