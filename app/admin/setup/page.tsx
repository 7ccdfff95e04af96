import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import type { SetupItem } from "@/lib/society/settings/setup-items";
import { findSetup } from "@/lib/staff/setup/queries";
import type { SetupState } from "@/lib/staff/setup/setup";
import { aboutItem } from "@/lib/staff/setup/wording";
import { dismissItem } from "./actions";

/** Everything that a new society has to do: what is open, what is done, and what somebody has dismissed. */
export default async function SetupPage({ searchParams }: PageProps<"/admin/setup">) {
  const viewer = await requireStaff("admin");
  const [{ settings }, { done }] = await Promise.all([readRequest(), searchParams]);
  const setup = await findSetup(viewer, settings);
  const inState = (wanted: SetupState) => setup.flatMap(({ item, state }) => (state === wanted ? [item] : []));
  return (
    <Page
      settings={settings}
      title="Setting up"
      heading="Setting up"
      lede="What a new society has to do. An item is done as soon as what it asks for is there."
      back={{ href: "/admin", label: "Today" }}
      done={done}
      isNarrow
    >
      <Items heading="Still to be done" items={inState("open")} settings={settings} button={["Dismiss", "yes"]} />
      <Items heading="Dismissed" items={inState("dismissed")} settings={settings} button={["Bring back", "no"]} />
      <Items heading="Done" items={inState("done")} settings={settings} />
    </Page>
  );
}

interface ItemsProps {
  heading: string;
  items: readonly SetupItem[];
  settings: Settings;
  button?: [label: string, dismissed: "yes" | "no"];
}

function Items({ heading, items, settings, button }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <section className="grid gap-4 border-t border-rule pt-5">
      <h2>{heading}</h2>
      <ul className="grid gap-6">
        {items.map((item) => {
          const { label, needs, href, link } = aboutItem(item, settings);
          return (
            <li key={item} className="grid gap-2">
              <h3 className="font-sans text-base font-[650]">{label}</h3>
              {button && (
                <>
                  <p>
                    {needs} {href && <Link href={href}>{link}</Link>}
                  </p>
                  <Form
                    action={dismissItem}
                    submit={button[0]}
                    kind="quiet"
                    title={titleOf("Setting up", settings)}
                    isOneOfSeveral
                  >
                    <input type="hidden" name="item" value={item} />
                    <input type="hidden" name="dismissed" value={button[1]} />
                  </Form>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
