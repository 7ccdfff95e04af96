import { JSDOM } from "jsdom";
import { act } from "react";
import { afterAll, beforeEach, expect, test, vi } from "vitest";

// A form waits for its passkey, in a browser's document.

const browser = vi.hoisted(() => ({ startAuthentication: vi.fn(), startRegistration: vi.fn() }));
vi.mock("@simplewebauthn/browser", () => ({ ...browser, WebAuthnError: class extends Error {} }));

const { window } = new JSDOM("<!doctype html><div id=root></div>", { url: "http://localhost/", pretendToBeVisual: true });
const { document, navigator, HTMLInputElement, Node, Event, FormData } = window;
const inBrowser = { window, document, navigator, HTMLInputElement, Node, Event, FormData, IS_REACT_ACT_ENVIRONMENT: true };
for (const [name, value] of Object.entries(inBrowser)) vi.stubGlobal(name, value);
afterAll(() => {
  vi.unstubAllGlobals();
});
const { createRoot } = await import("react-dom/client");
const { PasskeyAnswer } = await import("./passkey-answer");

const OPTIONS = { challenge: "abc" } as never;
const sent = vi.fn();
let root: ReturnType<typeof createRoot> | undefined;

beforeEach(() => {
  vi.resetAllMocks();
  act(() => root?.unmount());
  root = createRoot(document.getElementById("root") as HTMLElement);
});

async function show(use: "add" | "sign-in", name?: string): Promise<void> {
  await act(async () =>
    root?.render(
      <form action={(form) => sent(Object.fromEntries(form))}>
        {name !== undefined && <input name="name" defaultValue={name} />}
        <PasskeyAnswer use={use} options={OPTIONS} challenge="sealed" />
        <button type="submit">Go on</button>
      </form>,
    ),
  );
}

async function press(): Promise<void> {
  await act(async () => document.querySelector("button")?.click());
}

test("it is sent once the passkey has answered, with the answer", async () => {
  let answer: (given: object) => void = () => {};
  browser.startAuthentication.mockReturnValue(new Promise((done) => (answer = done)));
  await show("sign-in");
  await press();
  await press();
  expect(browser.startAuthentication).toHaveBeenCalledExactlyOnceWith({ optionsJSON: OPTIONS });
  expect(sent).not.toHaveBeenCalled();
  await act(async () => answer({ id: "key" }));
  expect(sent).toHaveBeenCalledExactlyOnceWith({ challenge: "sealed", answer: '{"id":"key"}' });
});

test("a passkey that does not answer is said, and can be asked again", async () => {
  browser.startRegistration.mockRejectedValueOnce(new Error("NotAllowedError")).mockResolvedValueOnce({ id: "new" });
  await show("add", "My phone");
  await press();
  expect(document.querySelector("[role=alert]")?.textContent).toContain("No passkey was used");
  expect(sent).not.toHaveBeenCalled();
  await press();
  expect(document.querySelector("[role=alert]")).toBeNull();
  expect(sent).toHaveBeenCalledExactlyOnceWith({ name: "My phone", challenge: "sealed", answer: '{"id":"new"}' });
});

test("a form without its name comes back before a passkey is made that nobody could tell apart", async () => {
  await show("add", " ");
  await press();
  expect(browser.startRegistration).not.toHaveBeenCalled();
  expect(sent).toHaveBeenCalledExactlyOnceWith({ name: " ", challenge: "sealed", answer: "" });
});
