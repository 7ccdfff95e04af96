import { showSheetForm } from "../../../sheets/edit";

export default function EditSwotPage(props: PageProps<"/relationships/[id]/swot/[sheetId]/edit">) {
  return showSheetForm("swot", props);
}
