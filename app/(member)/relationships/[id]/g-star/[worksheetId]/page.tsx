import { showWorksheet } from "../../worksheets/worksheet";

export default function OneGStarPage(props: PageProps<"/relationships/[id]/g-star/[worksheetId]">) {
  return showWorksheet("g-star", props);
}
