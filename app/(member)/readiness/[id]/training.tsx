import { FilmText } from "@/components/content/film-text";
import { VideoPlayer } from "@/components/content/video-player";
import { LinkButton } from "@/components/ui/link-button";
import { env } from "@/lib/foundation/env";
import type { Role } from "@/lib/foundation/viewer";
import { findResource } from "@/lib/society/resources/queries";
import type { Settings } from "@/lib/society/settings/settings";

interface TrainingProps {
  /** Of the condition: an article may be for one role alone. */
  role: Role;
  settings: Settings;
  resourceId: string | null;
  link: string | null;
}

/** The article or film itself, so that nobody has to come back from another page; or the way to it, where it is elsewhere. */
export async function Training({ role, settings, resourceId, link }: TrainingProps) {
  if (link)
    return (
      <p>
        <LinkButton href={link}>Open the training</LinkButton>
      </p>
    );
  const surroundings = { settings, signIn: env().SIGN_IN };
  const resource = resourceId ? await findResource({ activeRole: role }, resourceId, surroundings) : null;
  if (!resource)
    return <p>This article or film is not available at present. Please write to the society, who can confirm it for you.</p>;
  const { film, blocks, title } = resource;
  return (
    <section aria-labelledby="training" className="grid grid-cols-1 gap-4 border-t border-rule pt-6">
      <h2 id="training">{title}</h2>
      {film?.kind === "ours" && <VideoPlayer video={{ title, ...film }} />}
      {film && film.kind !== "ours" && (
        <p>
          <LinkButton href={film.href}>Watch on {film.site}</LinkButton>
        </p>
      )}
      {film && <h3>Transcript of the film</h3>}
      <FilmText blocks={blocks} path={`/resources/${resource.id}`} asked={undefined} />
    </section>
  );
}
