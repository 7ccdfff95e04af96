import { showWorksheetForm } from "../../../worksheets/edit";

export default function EditGStarPage(props: PageProps<"/relationships/[id]/g-star/[worksheetId]/edit">) {
  return showWorksheetForm("g-star", props);
}
