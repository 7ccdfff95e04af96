import { PictureField } from "@/components/pictures/picture-field";
import { Fieldset } from "@/components/ui/fieldset";
import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import { Portrait } from "@/components/ui/portrait";
import { WhoReads } from "@/components/ui/who-reads";
import type { Viewer } from "@/lib/foundation/viewer";
import type { Settings } from "@/lib/society/settings/settings";
import { takePictureAway } from "./actions";

/** The last part of the form: the same picture in both roles. */
export function YourPicture({ viewer }: { viewer: Viewer }) {
  return (
    <Fieldset legend="Your profile picture">
      <WhoReads>Shown beside your name to members who are signed in, and to nobody else.</WhoReads>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-5">
        <Portrait of={viewer} />
        <PictureField
          label={viewer.picture === null ? "Choose a picture (optional)" : "Choose another picture (optional)"}
          hint="JPEG, PNG or WebP, up to 10 MB. We crop it to a square, and do not keep where or when it was taken."
        />
      </div>
    </Fieldset>
  );
}

/** A form of its own, below the other. */
export function RemovePicture({ viewer, settings }: { viewer: Viewer; settings: Settings }) {
  if (viewer.picture === null) return null;
  return (
    <Form
      action={takePictureAway}
      submit="Remove picture"
      kind="danger"
      title={titleOf("Profile", settings)}
      isOneOfSeveral
      className="border-t border-rule pt-6"
    >
      <input type="hidden" name="picture" value={viewer.picture} />
    </Form>
  );
}
