import { showWorksheets } from "../worksheets/list";

export default function GStarPage(props: PageProps<"/relationships/[id]/g-star">) {
  return showWorksheets("g-star", props);
}
