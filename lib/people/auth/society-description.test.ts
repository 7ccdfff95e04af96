import { expect, test } from "vitest";
import { keepDescription } from "./society-description";

const ADDRESS = "https://society.test/.well-known/openid-configuration";
const GOOD = { issuer: "https://society.test" };

/** A society that answers as told, and a clock that stands still. */
function given(answer: () => Response | Promise<Response>) {
  const state = { answer, now: 0, asked: 0 };
  const ask = async () => {
    state.asked += 1;
    return state.answer();
  };
  return { state, ...keepDescription(ask, () => state.now) };
}

test("a hundred people press at once: the society is asked once, and again after ten minutes", async () => {
  const { state, read } = given(() => Response.json(GOOD));
  const answers = await Promise.all(Array.from({ length: 100 }, () => read(ADDRESS)));
  for (const answer of answers) expect(await answer.json()).toEqual(GOOD);
  state.now = 599_999;
  await read(ADDRESS);
  expect(state.asked).toBe(1);
  state.now = 600_000;
  state.answer = () => Response.json({ ...GOOD, jwks_uri: "https://society.test/keys" });
  expect(await (await read(ADDRESS)).json()).toHaveProperty("jwks_uri");
  expect(state.asked).toBe(2);
});

test.each<[string, () => Response | Promise<Response>]>([
  ["is away", () => Promise.reject(new Error("no such host"))],
  ["answers an error", () => Response.json(GOOD, { status: 503 })],
  ["answers garbage", () => new Response("<html>Sorry")],
  ["answers something else", () => Response.json({ sorry: true })],
])("a society that %s is left alone for five seconds, and used once it is back", async (_what, answer) => {
  const { state, read } = given(answer);
  const presses = await Promise.allSettled(Array.from({ length: 100 }, () => read(ADDRESS)));
  expect(presses.every(({ status }) => status === "rejected")).toBe(true);
  state.answer = () => Response.json(GOOD);
  state.now = 4_999;
  await expect(read(ADDRESS)).rejects.toThrow();
  expect(state.asked).toBe(1);
  state.now = 5_000;
  expect(await (await read(ADDRESS)).json()).toEqual(GOOD);
});

test("another address is another society", async () => {
  const { state, read } = given(() => Response.json(GOOD));
  await read(ADDRESS);
  await read("https://elsewhere.test/.well-known/openid-configuration");
  expect(state.asked).toBe(2);
});
