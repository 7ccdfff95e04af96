import { notFound } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { TextArea } from "@/components/ui/field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { namesOf } from "@/lib/staff/inbox/queries";
import { readKey } from "@/lib/staff/inbox/today";
import { sayAside } from "@/lib/staff/inbox/wording";
import { dismiss } from "./actions";

export default async function DismissPage({ searchParams }: PageProps<"/admin/today/dismiss">) {
  await requireStaff();
  const [{ settings }, { key }] = await Promise.all([readRequest(), searchParams]);
  const known = typeof key === "string" ? readKey(key) : null;
  if (!known) notFound();
  const names = await namesOf(known.subjectId);
  return (
    <AskPage
      settings={settings}
      heading="Does it need nobody?"
      title="Dismiss"
      back={{ href: "/admin", label: "Today" }}
      consequences={
        <>
          <p className="font-semibold">{sayAside({ kind: known.kind, names }, settings.words)}</p>
          <p>
            It leaves the desk of everybody on the staff, and nobody else is told. Should the same happen again, it lies here
            again. Until then you find it under what is put aside.
          </p>
        </>
      }
      action={dismiss}
      submit="Dismiss"
      kind="main"
      no="Leave it on the desk"
    >
      <input type="hidden" name="key" value={key} />
      <TextArea name="reason" label="Why does it need nobody?" hint="For your colleagues." room="short" />
    </AskPage>
  );
}
