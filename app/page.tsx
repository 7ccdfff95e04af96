import { redirect } from "next/navigation";
import { readRequest, requireViewer } from "@/lib/auth/session";
import { Home } from "./home";
import { Welcome } from "./welcome";

/** The first page: for strangers what this is, for members what needs them now. */
export default async function FirstPage({ searchParams }: PageProps<"/">) {
  const [{ viewer, departed, settings }, { done, state }] = await Promise.all([readRequest(), searchParams]);
  if (departed) redirect("/come-back");
  // The society's log-out hands through what was done before it.
  const before = [state, done].find((key) => key === "account-deleted" || key === "email-changed");
  if (!viewer) return <Welcome settings={settings} done={before} />;
  return <Home viewer={await requireViewer()} done={done} />;
}
