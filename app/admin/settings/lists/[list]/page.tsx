import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { MOST_ENTRIES } from "@/lib/society/settings/lists";
import { countUse } from "@/lib/society/settings/queries";
import type { ListEntry } from "@/lib/society/settings/settings";
import { aboutList, sayUse } from "@/lib/society/settings/wording";
import { addToList } from "../../actions";
import { listOf } from "../../list-of";

export default async function ListSettingsPage({ params, searchParams }: PageProps<"/admin/settings/lists/[list]">) {
  await requireStaff("admin");
  const list = listOf((await params).list);
  const [{ settings }, { done }, use] = await Promise.all([readRequest(), searchParams, countUse(list)]);
  const { name, about } = aboutList(list, settings);
  const entries = settings[list];
  const [inUse, retired] = [entries.filter((entry) => !entry.retired), entries.filter((entry) => entry.retired)];
  const items = (some: readonly ListEntry[]) => (
    <ol className="grid border-t border-rule">
      {some.map(({ id, label }) => (
        <li key={id} className="flex max-w-none flex-wrap items-baseline gap-x-4 border-b border-rule py-2">
          <Link href={`/admin/settings/lists/${list}/${id}`} className="py-1 font-[650]">
            {label}
          </Link>
          <span className="text-soft">{sayUse(list, use.get(id) ?? 0)}</span>
        </li>
      ))}
    </ol>
  );
  return (
    <Page
      settings={settings}
      heading={name}
      lede={about}
      back={{ href: "/admin/settings", label: "Settings" }}
      done={done}
      isNarrow
    >
      <section aria-labelledby="offered" className="grid gap-3">
        <h2 id="offered">Offered, in this order</h2>
        {items(inUse)}
      </section>
      {retired.length > 0 && (
        <section aria-labelledby="retired" className="grid gap-3">
          <h2 id="retired">Retired</h2>
          <p className="text-soft">Offered to nobody any more. Whoever has chosen one keeps it until they choose anew.</p>
          {items(retired)}
        </section>
      )}
      <section aria-labelledby="more" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="more">Add an entry</h2>
        <Form action={addToList} submit="Add" title={titleOf(name, settings)}>
          <HiddenField name="list" initial={list} />
          <TextField
            name="label"
            label="Name"
            hint={`There is room for ${MOST_ENTRIES - entries.length} more. Entries are never deleted, because members may have chosen them, but you can rename or retire them.`}
            maxLength={80}
          />
        </Form>
      </section>
    </Page>
  );
}
