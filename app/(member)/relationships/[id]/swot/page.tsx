import { showSheets } from "../sheets/list";

export default function SwotPage(props: PageProps<"/relationships/[id]/swot">) {
  return showSheets("swot", props);
}
