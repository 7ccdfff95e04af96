import { envOrEnd } from "@/lib/foundation/env";
import { ask } from "./ask";
import { redirectAddress } from "./ask-token";
import { trySignIn } from "./try-sign-in";
import { waitForBrowser } from "./wait-for-browser";

/** `npm run doctor -- --sign-in`, at the terminal. Returns whether the person would be let in. */
export async function signInAtTerminal(): Promise<boolean> {
  const { PORT, SIGN_IN } = envOrEnd();
  const say = (line: string) => console.log(line);
  if (SIGN_IN !== "federated") {
    say("SIGN_IN is local, so there is no sign-in at the society to try.");
    return false;
  }
  const letSignIn = (address: string) => {
    say(`Open this address in a browser and sign in with a real account:\n\n${address}\n`);
    say(`We wait on port ${PORT} for what comes back to ${redirectAddress()}.`);
    say("If the browser cannot reach that address, paste here what its address bar shows at the end.\n");
    return waitForBrowser(PORT, process.stdin);
  };
  const tried = await ask(() => trySignIn(say, letSignIn), 15 * 60_000);
  if ("answer" in tried) return tried.answer;
  say(`This did not work: ${tried.failure}.`);
  return false;
}
