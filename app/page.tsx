import { readRequest, requireViewer } from "@/lib/auth/session";
import { Home } from "./home";
import { Welcome } from "./welcome";

/** The first page: for strangers what this is, for members what needs them now. */
export default async function FirstPage({ searchParams }: PageProps<"/">) {
  const { viewer, settings } = await readRequest();
  if (!viewer) return <Welcome settings={settings} />;
  return <Home viewer={await requireViewer()} done={(await searchParams).done} />;
}
