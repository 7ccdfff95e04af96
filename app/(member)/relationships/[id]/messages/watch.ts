/** Seconds between two looks: while somebody is about, and at most when nobody has done anything for a while. */
const SOON = 4;
const LATE = 15;
/** After so many looks without anything new or anybody about, they grow rarer. */
const PATIENCE = 15;

const SHUT = "New messages cannot appear here any more. Please load the page again.";
const UNREACHABLE = "New messages cannot be fetched at the moment. We keep trying.";

interface Watching {
  onNews: () => void;
  /** A sentence, or null once all is well again. */
  onProblem: (sentence: string | null) => void;
}

/** Asks `address` again and again while the page is in sight. Returns what ends it. */
export function watch(address: string, { onNews, onProblem }: Watching): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  let isOver = false;

  const wait = () => {
    clearTimeout(timer);
    if (isOver || document.visibilityState !== "visible") return;
    const seconds = looks < PATIENCE ? SOON : Math.min(SOON * 1.2 ** (looks - PATIENCE), LATE);
    looks++;
    timer = setTimeout(look, seconds * 1000);
  };
  const look = async () => {
    const status = await fetch(address, { cache: "no-store" }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (isOver) return;
    if (status === 401 || status === 404) {
      isOver = true;
      onProblem(SHUT);
      return;
    }
    onProblem(status === 200 || status === 204 ? null : UNREACHABLE);
    if (status === 200) onNews();
    wait();
  };
  const onSight = () => {
    looks = 0;
    clearTimeout(timer);
    if (document.visibilityState === "visible") void look();
  };
  const onDoing = () => {
    if (looks > PATIENCE) onSight();
  };

  wait();
  document.addEventListener("visibilitychange", onSight);
  addEventListener("online", onSight);
  for (const event of ["pointerdown", "keydown"]) addEventListener(event, onDoing);
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onSight);
    removeEventListener("online", onSight);
    for (const event of ["pointerdown", "keydown"]) removeEventListener(event, onDoing);
  };
}
