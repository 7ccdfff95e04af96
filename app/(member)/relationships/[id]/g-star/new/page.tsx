import { showNewSheet } from "../../sheets/new";

export default function NewGStarPage(props: PageProps<"/relationships/[id]/g-star/new">) {
  return showNewSheet("g-star", props);
}
