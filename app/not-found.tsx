import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { readRequest } from "@/lib/people/auth/session";

export default async function NotFound() {
  const { viewer, settings } = await readRequest();
  return (
    <Page
      settings={settings}
      title="Page not found"
      heading="We cannot find this page"
      lede="The address may be mistyped, or you may not have access to the page."
      isNarrow
    >
      <p>
        <LinkButton href="/">{viewer ? "Go to Home" : "Go to the first page"}</LinkButton>
      </p>
    </Page>
  );
}
