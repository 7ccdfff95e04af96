import { showSheets } from "../sheets/list";

export default function GStarPage(props: PageProps<"/relationships/[id]/g-star">) {
  return showSheets("g-star", props);
}
