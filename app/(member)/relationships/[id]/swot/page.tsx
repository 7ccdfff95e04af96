import { showWorksheets } from "../worksheets/list";

export default function SwotPage(props: PageProps<"/relationships/[id]/swot">) {
  return showWorksheets("swot", props);
}
