import { Button } from "./button";

/** Beside Preview, which comes first so that Enter publishes nothing. Where the first button saves the draft itself, only Publish. */
export function EditingButtons({ isPreviewing = true }: { isPreviewing?: boolean }) {
  return (
    <>
      {isPreviewing && (
        <Button kind="quiet" name="intent" value="draft">
          Save draft
        </Button>
      )}
      <Button name="intent" value="publish">
        Publish
      </Button>
    </>
  );
}
