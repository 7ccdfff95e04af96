/** Seconds between two polls: while the member is active, and at most while idle. */
const SOON = 4;
const LATE = 15;
/** After this many polls with nothing new and no activity, polling slows down. */
const PATIENCE = 15;

const SHUT = "New messages cannot appear here any more. Please load the page again.";
const UNREACHABLE = "New messages cannot be fetched at the moment. We keep trying.";

interface Watching {
  onNews: () => void;
  /** The sentence to show, or null once it works again. */
  onProblem: (sentence: string | null) => void;
}

/** Polls `address` while the page is visible. Returns a function that stops it. */
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
