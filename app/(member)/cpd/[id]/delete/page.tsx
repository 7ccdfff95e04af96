import { AskPage } from "@/components/ui/ask-page";
import { findReflection } from "@/lib/mentoring/reflections/queries";
import { sayHeldOn } from "@/lib/mentoring/reflections/wording";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { deleteReflection } from "../../actions";

export default async function DeleteReflectionPage({ params }: PageProps<"/cpd/[id]/delete">) {
  const viewer = await requireViewer();
  const [{ settings }, { id }] = await Promise.all([readRequest(), params]);
  const reflection = await findReflection(viewer, id);
  if (!reflection) findNothing(viewer, "reflection");
  return (
    <AskPage
      settings={settings}
      heading="Delete this reflection?"
      title="Delete this reflection"
      back={{ href: `/cpd/${id}`, label: "Your reflection" }}
      consequences={
        <p>
          You cannot get your reflection of {sayHeldOn(reflection)} back, and its time no longer counts in your record. We tell
          nobody, since only you could read it.
        </p>
      }
      action={deleteReflection}
      submit="Delete"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={reflection.version} />
    </AskPage>
  );
}
