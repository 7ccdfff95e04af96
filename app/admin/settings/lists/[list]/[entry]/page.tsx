import { notFound } from "next/navigation";
import { SelectField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { VersionField } from "@/components/ui/version-field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { readEntry } from "@/lib/society/settings/lists";
import { countUse } from "@/lib/society/settings/queries";
import { aboutList, sayUse } from "@/lib/society/settings/wording";
import { offer, saveEntry } from "../../../actions";
import { listOf } from "../../../list-of";

export default async function EntrySettingsPage({ params }: PageProps<"/admin/settings/lists/[list]/[entry]">) {
  await requireStaff("admin");
  const { list: name, entry: number } = await params;
  const list = listOf(name);
  const [{ settings }, use] = await Promise.all([readRequest(), countUse(list)]);
  const entry = settings[list].find(({ id }) => String(id) === number);
  const set = entry && readEntry(settings, list, entry.id);
  if (!entry || !set) notFound();
  const others = settings[list].filter(({ id }) => id !== entry.id);
  const about = aboutList(list, settings);
  const title = titleOf(`${entry.label} – ${about.name}`, settings);
  return (
    <Page
      settings={settings}
      heading={entry.label}
      lede={`${entry.retired ? "Retired" : "Offered"}, ${sayUse(list, use.get(entry.id) ?? 0)}.`}
      back={{ href: `/admin/settings/lists/${list}`, label: about.name }}
      isNarrow
    >
      {/* This form sets the title of the page; the other one only does so when it comes back. */}
      <Form action={saveEntry} submit="Save" title={title}>
        <HiddenField name="list" initial={list} />
        <HiddenField name="id" initial={entry.id} />
        <VersionField name="base" initial={JSON.stringify(set)} />
        <TextField
          name="label"
          label="Name"
          hint="The new name appears wherever this entry has been chosen, so it should mean the same."
          initial={set.label ?? ""}
          maxLength={80}
        />
        <SelectField
          name="after"
          label="Place in the list"
          none="First"
          options={others.map(({ id, label, retired }) => ({
            value: id,
            label: `After ${label}${retired ? " (retired)" : ""}`,
          }))}
          initial={set.after ?? ""}
        />
      </Form>
      <section aria-labelledby="offer" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="offer">{entry.retired ? "Bring it back" : "Retire it"}</h2>
        <p>
          {entry.retired
            ? "Members can choose it again."
            : "Members can no longer choose it. Those who have it keep it until they choose something else. You can bring it back at any time."}
        </p>
        <Form
          action={offer}
          submit={entry.retired ? "Bring it back" : "Retire it"}
          kind={entry.retired ? "quiet" : "danger"}
          title={title}
          isOneOfSeveral
        >
          <HiddenField name="list" initial={list} />
          <HiddenField name="id" initial={entry.id} />
          <HiddenField name="offered" initial={entry.retired ? "yes" : "no"} />
        </Form>
      </section>
    </Page>
  );
}
