import { redirect } from "next/navigation";
import { readRequest, requireAddressee } from "@/lib/people/auth/session";
import { Home } from "./home";
import { Welcome } from "./welcome";

/** Messages that may be shown after the session has ended. */
const BEFORE = ["account-deleted", "erasure-asked", "erased-now", "email-changed", "logged-out-everywhere"];

/** The first page: for strangers what this is, for members what needs them now. */
export default async function FirstPage({ searchParams }: PageProps<"/">) {
  const [{ viewer, departed, settings }, { done, state }] = await Promise.all([readRequest(), searchParams]);
  if (departed) redirect("/come-back");
  // The society's sign-out passes on the message to show.
  const before = [state, done].find((key) => typeof key === "string" && BEFORE.includes(key));
  if (!viewer) return <Welcome settings={settings} done={before} />;
  return <Home viewer={await requireAddressee()} done={done} />;
}
