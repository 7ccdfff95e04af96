import { showSheetForm } from "../../../sheets/edit";

export default function EditGStarPage(props: PageProps<"/relationships/[id]/g-star/[sheetId]/edit">) {
  return showSheetForm("g-star", props);
}
