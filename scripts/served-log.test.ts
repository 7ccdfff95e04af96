import { expect, test } from "vitest";

// Plain JavaScript, which TypeScript is not told about.
const { keepServedLog } = (await import(`${"./served-log"}.mjs`)) as {
  keepServedLog: (provoked: { by: string; says: string }[]) => {
    listen: (name: string) => (chunk: Buffer | string) => void;
    defects: string[];
  };
};

const line = (level: number, msg: string) => `${JSON.stringify({ level, time: 1, msg })}\n`;

test("a defect in the log is kept, however it comes in pieces; refusals, chatter and what a test provokes are not", () => {
  const { listen, defects } = keepServedLog([{ by: "a test", says: "on purpose" }]);
  const [product, other] = [listen("The product"), listen("The other")];
  const whole = line(40, "refused") + line(50, "sign-in failed") + line(50, "on purpose") + line(60, "the end");
  product(whole.slice(0, 70));
  other(Buffer.from('Ready in 1 s\nit says {"level":50} somewhere\n'));
  product(whole.slice(70));
  expect(defects).toEqual([`The product: ${line(50, "sign-in failed").trim()}`, `The product: ${line(60, "the end").trim()}`]);
});
