import { notFound, redirect } from "next/navigation";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { allowedCommands } from "@/lib/staff/letters/decide";
import { findLetter } from "@/lib/staff/letters/queries";
import { sayTo } from "@/lib/staff/letters/wording";
import { editLetter } from "../../actions";
import { TextFields } from "../../text-fields";

/** Other words for a draft. */
export default async function EditLetterPage({ params }: PageProps<"/admin/letters/[id]/edit">) {
  const viewer = await requireStaff("letters");
  const [{ settings }, { id }] = await Promise.all([readRequest(), params]);
  const letter = await findLetter(viewer, id);
  if (!letter) notFound();
  const place = `/admin/letters/${id}`;
  if (!allowedCommands(letter).includes("edit")) redirect(place);
  return (
    <Page
      settings={settings}
      heading="Change the letter"
      lede={`To: ${sayTo(letter, settings)}.`}
      back={{ href: place, label: letter.subject }}
      isNarrow
    >
      <Form
        action={editLetter}
        submit="Save draft and preview"
        title={titleOf("Change the letter", settings)}
        aside={
          <LinkButton href={place} kind="plain">
            Leave it as it is
          </LinkButton>
        }
      >
        <input type="hidden" name="id" value={id} />
        <VersionField name="seen" initial={letter.version} />
        <Draft memberId={viewer.memberId} place={`admin/letters/${id}/edit`} />
        <TextFields list={letter.list} settings={settings} initial={letter} />
      </Form>
    </Page>
  );
}
