import { showSheet } from "../../sheets/sheet";

export default function OneSwotPage(props: PageProps<"/relationships/[id]/swot/[sheetId]">) {
  return showSheet("swot", props);
}
