import { randomUUID } from "node:crypto";
import { FilmForm } from "@/components/films/film-form";
import { Page } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { readCameBack } from "../came-back";

export default async function NewFilmPage({ searchParams }: PageProps<"/admin/content/films/new">) {
  await requireStaff();
  const [{ settings }, asked] = await Promise.all([readRequest(), searchParams]);
  const cameBack = readCameBack(asked);
  return (
    <Page
      settings={settings}
      heading="Upload a film"
      title={cameBack ? "Error: Upload a film" : "Upload a film"}
      lede="A film of your own, kept here and shown in our own player. Members see it once you put it into a resource or a text."
      back={{ href: "/admin/content#films", label: "Content" }}
    >
      <FilmForm filmId={randomUUID()} base={0} title="" cameBack={cameBack} />
    </Page>
  );
}
