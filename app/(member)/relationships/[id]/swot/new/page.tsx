import { showNewWorksheet } from "../../worksheets/new";

export default function NewSwotPage(props: PageProps<"/relationships/[id]/swot/new">) {
  return showNewWorksheet("swot", props);
}
