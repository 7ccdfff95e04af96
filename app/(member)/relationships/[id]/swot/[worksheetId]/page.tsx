import { showWorksheet } from "../../worksheets/worksheet";

export default function OneSwotPage(props: PageProps<"/relationships/[id]/swot/[worksheetId]">) {
  return showWorksheet("swot", props);
}
