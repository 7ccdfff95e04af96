import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { testMailWords } from "../../actions";
import { rolesFor, showExample } from "../../example";
import { pageOf, readWhich } from "../../which-mails";
import { Shown } from "../shown";

/** The newest words as a mail, with real names of the society and all else made up. */
export default async function PreviewPage({ params, searchParams }: PageProps<"/admin/mails/[kind]/preview">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { kind }, query] = await Promise.all([readRequest(), params, searchParams]);
  const which = await readWhich(kind, query, now);
  const example = which && (await showExample(which, { number: null, as: query.as }, { viewer, settings, now }));
  if (!example) notFound();
  const { mail, number, role } = example;
  const heading = `Preview: ${which.name}${which.programme ? `, ${which.programme.name}` : ""}`;
  return (
    <Page
      settings={settings}
      heading={heading}
      title={heading}
      lede="The names belong to real members; everything else is made up."
      back={{ href: pageOf(which), label: which.name }}
      done={query.done}
    >
      <p>
        <LinkButton href={pageOf(which)}>Change or publish it</LinkButton>
      </p>
      <Shown
        which={which}
        number={number}
        role={role}
        roles={rolesFor(which)}
        mail={mail}
        page="preview"
        show={query.show}
        words={settings.words}
      />
      <section aria-labelledby="test" className="grid gap-3">
        <h2 id="test">Test it</h2>
        <p className="wrap-anywhere">We send it to {viewer.email}, as you would get it, and to nobody else.</p>
        <Form action={testMailWords} submit="Send a test to myself" kind="quiet">
          <input type="hidden" name="kind" value={kind} />
          {which.programmeId && <input type="hidden" name="programmeId" value={which.programmeId} />}
          {role && <input type="hidden" name="role" value={role} />}
          <HiddenField name="formId" initial={randomUUID()} />
        </Form>
      </section>
    </Page>
  );
}
