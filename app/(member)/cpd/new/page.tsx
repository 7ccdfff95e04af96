import { randomUUID } from "node:crypto";
import { z } from "zod";
import { DocumentText } from "@/components/content/document-text";
import { ReflectionFields } from "@/components/reflections/reflection-fields";
import { Draft } from "@/components/ui/draft";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { dayOf } from "@/lib/foundation/dates";
import { env } from "@/lib/foundation/env";
import { readId } from "@/lib/foundation/id";
import { listPartners } from "@/lib/mentoring/reflections/queries";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { getDocument } from "@/lib/society/content/queries";
import { writeReflection } from "../actions";

/** The meeting's details from the link to this page, handed on to the other form. */
const KEPT = ["relationship", "meeting", "on", "minutes"];

export default async function NewReflectionPage({ searchParams }: PageProps<"/cpd/new">) {
  const viewer = await requireViewer();
  const [{ settings, now }, asked] = await Promise.all([readRequest(), searchParams]);
  const [partners, explanation] = await Promise.all([
    listPartners(viewer),
    getDocument("cpd", { settings, signIn: env().SIGN_IN }, now),
  ]);
  const meetingId = readId(asked.meeting) ?? undefined;
  const isFree = asked.form === "free";
  const partner = partners.find(({ relationshipId }) => relationshipId === asked.relationship);
  const kept = new URLSearchParams(KEPT.flatMap((key) => (typeof asked[key] === "string" ? [[key, asked[key]]] : [])));
  kept.set("form", isFree ? "questions" : "free");
  return (
    <Page
      settings={settings}
      heading="Write a reflection"
      lede="A few lines are enough."
      back={{ href: "/cpd", label: "CPD record" }}
      isNarrow
    >
      <p className="-mt-3">
        <Link href={`/cpd/new?${kept}`} className="inline-block py-1">
          {isFree ? "Answer three questions instead" : "Write freely in one box instead"}
        </Link>
      </p>
      <Form
        action={writeReflection}
        submit="Save"
        title={titleOf("Write a reflection", settings)}
        aside={
          <LinkButton href="/cpd" kind="plain">
            Not now
          </LinkButton>
        }
      >
        <input type="hidden" name="id" value={randomUUID()} />
        <Draft memberId={viewer.memberId} place={`cpd/new/${isFree ? "free" : "questions"}/${meetingId ?? ""}`} />
        {partner && meetingId && <input type="hidden" name="meetingId" value={meetingId} />}
        <ReflectionFields
          form={isFree ? "free" : "questions"}
          initial={{
            ...(isDay(asked.on) ? { heldOn: asked.on } : {}),
            ...(Number(asked.minutes) > 0 ? { minutes: Number(asked.minutes) } : {}),
            relationshipId: partner?.relationshipId ?? (partners.length === 1 ? (partners[0]?.relationshipId ?? null) : null),
          }}
          partners={partners}
          today={dayOf(now, viewer.timeZone)}
          explanation={<DocumentText blocks={explanation.blocks} />}
        />
      </Form>
    </Page>
  );
}

function isDay(text: string | string[] | undefined): text is string {
  return z.iso.date().safeParse(text).success;
}
