import { Button } from "./button";

/** Beside Preview, which comes first so that Enter publishes nothing. */
export function EditingButtons() {
  return (
    <>
      <Button kind="quiet" name="intent" value="draft">
        Save draft
      </Button>
      <Button name="intent" value="publish">
        Publish
      </Button>
    </>
  );
}
