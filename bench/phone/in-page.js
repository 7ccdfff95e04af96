/**
 * In the browser, in every document: says how long after a press the signs of its answer were painted. Plain JavaScript, since it is
 * read as text. A press may lead to a new document, so what is awaited is kept in the session's storage.
 */
(() => {
  const KEY = "bench.awaited";
  /** What was there before the press, and is no sign for that. */
  let old = new WeakSet();

  const read = () => JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  const keep = (awaited) => sessionStorage.setItem(KEY, JSON.stringify(awaited));

  /** @param {{ selector: string, path?: string, text?: string }[]} signs */
  globalThis.awaitSigns = (signs) => {
    old = new WeakSet(signs.flatMap(({ selector }) => [...document.querySelectorAll(selector)]));
    keep({ signs, pressedAt: null });
  };

  function press({ timeStamp, isTrusted }) {
    const awaited = read();
    if (!isTrusted || !awaited || awaited.pressedAt !== null) return;
    keep({ ...awaited, pressedAt: performance.timeOrigin + timeStamp });
    look();
  }

  function look() {
    const awaited = read();
    if (!awaited || awaited.pressedAt === null) return;
    const here = awaited.signs.findIndex((sign) => sign && isThere(sign));
    if (here === -1) {
      requestAnimationFrame(look);
      return;
    }
    const signs = awaited.signs.map((sign, i) => (i === here ? null : sign));
    keep(signs.some(Boolean) ? { ...awaited, signs } : null);
    // It is in the frame that is about to be painted, and the next one begins once that has been.
    requestAnimationFrame(() => {
      globalThis.reportPainted(here, performance.timeOrigin + performance.now() - awaited.pressedAt);
      look();
    });
  }

  function isThere({ selector, path, text = "" }) {
    if (path !== undefined && location.pathname !== path) return false;
    return [...document.querySelectorAll(selector)].some(
      (found) => !old.has(found) && found.textContent.includes(text) && found.getClientRects().length > 0,
    );
  }

  if (!location.protocol.startsWith("http")) return;
  addEventListener("click", press, true);
  look();
})();
