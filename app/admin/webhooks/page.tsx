import { Page, titleOf } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listTokens } from "@/lib/society/api-tokens/queries";
import { listEndpoints } from "@/lib/society/webhooks/queries";
import { Endpoints } from "./endpoints";
import { Tokens } from "./tokens";

export default async function ConnectionsPage({ searchParams }: PageProps<"/admin/webhooks">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { done }, tokens, endpoints] = await Promise.all([
    readRequest(),
    searchParams,
    listTokens(viewer),
    listEndpoints(viewer),
  ]);
  const title = titleOf("Connections", settings);
  return (
    <Page
      settings={settings}
      heading="Connections"
      title="Connections"
      lede="Other systems of the society get numbers and dates from here, never names, addresses or anything that people wrote."
      back={{ href: "/admin/settings", label: "Settings" }}
      done={done}
      isNarrow
    >
      <Tokens tokens={tokens} title={title} now={now} timeZone={viewer.timeZone} />
      <Endpoints endpoints={endpoints} />
    </Page>
  );
}
