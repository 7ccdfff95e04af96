import { showNewWorksheet } from "../../worksheets/new";

export default function NewGStarPage(props: PageProps<"/relationships/[id]/g-star/new">) {
  return showNewWorksheet("g-star", props);
}
