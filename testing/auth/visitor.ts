import { NextRequest } from "next/server.js";
import type { handlers, signIn } from "@/lib/people/auth/auth";
import { CLIENT, type openSociety } from "./hostile-society";

type Society = Awaited<ReturnType<typeof openSociety>>;

/** The product's sign-in, as a test has loaded it about its own cookies. */
interface SignIn {
  signIn: typeof signIn;
  handlers: typeof handlers;
}

/** Has the product take this society for its own, and somebody sign in there, whose cookies are in `jar`. */
export function visitorOf(society: Society, jar: ReadonlyMap<string, string>, product: SignIn) {
  Object.assign(process.env, {
    AUTH_URL: "http://localhost:3000",
    OIDC_ISSUER: society.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  });
  return {
    /** Presses the button, and signs in there: the address that it led to, and what they come back with. */
    async press(): Promise<{ address: string; back: URLSearchParams }> {
      const address = String(await product.signIn("society", { redirectTo: "/", redirect: false }));
      return { address, back: new URLSearchParams(society.authorise(address)) };
    },
    /** Comes back: where that leads, and the cookies of a session, if there is one. */
    async comeBack(back: URLSearchParams): Promise<{ to: string | null; session: string[] }> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const address = `http://localhost:3000/api/auth/callback/society?${back}`;
      const answer = await product.handlers.GET(new NextRequest(address, { headers: { cookie } }));
      const session = answer.headers.getSetCookie().filter((one) => /session-token[^=]*=[^;]/.test(one));
      return { to: answer.headers.get("location"), session };
    },
  };
}
