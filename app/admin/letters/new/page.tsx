import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { keyOf } from "@/lib/foundation/once";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findAddressee } from "@/lib/staff/letters/queries";
import { sayTo } from "@/lib/staff/letters/wording";
import { readFilters, writeFilters } from "@/lib/staff/members/input";
import { beginLetter } from "../actions";
import { TextFields } from "../text-fields";

/** A new letter: to one member (`?to=`), or to everybody whom the filters in the address find. */
export default async function NewLetterPage({ searchParams }: PageProps<"/admin/letters/new">) {
  const viewer = await requireStaff();
  const [{ settings }, { to, ...asked }] = await Promise.all([readRequest(), searchParams]);
  const memberId = typeof to === "string" ? to : null;
  const member = memberId === null ? null : await findAddressee(viewer, memberId);
  if (memberId !== null && !member) notFound();
  const filters = memberId === null ? writeFilters(readFilters(asked)) : "";
  const back = memberId
    ? { href: `/admin/members/${memberId}`, label: member?.name ?? "Members" }
    : { href: `/admin/members${filters}`, label: "Members" };
  return (
    <Page
      settings={settings}
      heading={member ? `Write to ${member.name}` : "Write to these members"}
      lede={`To: ${sayTo({ toName: member?.name ?? null, memberId, filters }, settings)}.`}
      back={back}
      isNarrow
    >
      <Form
        action={beginLetter}
        submit="Save draft and preview"
        title={titleOf("Write a letter", settings)}
        aside={
          <LinkButton href={back.href} kind="plain">
            Write nothing
          </LinkButton>
        }
      >
        <HiddenField name="id" initial={randomUUID()} />
        {memberId && <input type="hidden" name="memberId" value={memberId} />}
        <input type="hidden" name="filters" value={filters} />
        <Draft memberId={viewer.memberId} place={`admin/letters/new/${keyOf(memberId ?? "", filters)}`} />
        <TextFields settings={settings} />
      </Form>
    </Page>
  );
}
