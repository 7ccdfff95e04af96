import { showWorksheetForm } from "../../../worksheets/edit";

export default function EditSwotPage(props: PageProps<"/relationships/[id]/swot/[worksheetId]/edit">) {
  return showWorksheetForm("swot", props);
}
