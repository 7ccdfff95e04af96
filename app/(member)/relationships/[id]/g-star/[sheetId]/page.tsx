import { showSheet } from "../../sheets/sheet";

export default function OneGStarPage(props: PageProps<"/relationships/[id]/g-star/[sheetId]">) {
  return showSheet("g-star", props);
}
