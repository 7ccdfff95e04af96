import { showNewSheet } from "../../sheets/new";

export default function NewSwotPage(props: PageProps<"/relationships/[id]/swot/new">) {
  return showNewSheet("swot", props);
}
