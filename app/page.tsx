import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readRequest, requireAddressee } from "@/lib/people/auth/session";
import { sayShown } from "./(public)/shown";
import { Home } from "./home";
import { FRONT_HEADING, sayFrontLede, Welcome } from "./welcome";

/** Messages that may be shown after the session has ended. */
const BEFORE = ["account-deleted", "erasure-asked", "erased-now", "email-changed", "logged-out-everywhere"];

/** For whoever is not signed in; search engines never are. */
export async function generateMetadata(): Promise<Metadata> {
  const { viewer, settings } = await readRequest();
  if (viewer) return {};
  return sayShown({ path: "/", title: settings.society.name, description: `${FRONT_HEADING}. ${sayFrontLede(settings)}` });
}

/** The first page: for strangers what this is, for members what needs them now. */
export default async function FirstPage({ searchParams }: PageProps<"/">) {
  const [{ viewer, departed, settings }, { done, state }] = await Promise.all([readRequest(), searchParams]);
  if (departed) redirect("/come-back");
  // The society's sign-out passes on the message to show.
  const before = [state, done].find((key) => typeof key === "string" && BEFORE.includes(key));
  if (!viewer) return <Welcome settings={settings} done={before} />;
  return <Home viewer={await requireAddressee()} done={done} />;
}
