import { setImmediate as aRound } from "node:timers/promises";
import { expect, test } from "vitest";
import { Pieces, pause } from "./in-pieces";

test("a job pauses after each piece, counted in its own steps", async () => {
  let rounds = 0;
  let isDone = false;
  const counting = (async () => {
    while (!isDone) {
      await aRound();
      rounds += 1;
    }
  })();
  const pieces = new Pieces(10);
  for (let i = 0; i < 95; i++) await pieces.step();
  await pieces.step(25);
  isDone = true;
  await counting;
  expect(rounds).toBeGreaterThanOrEqual(10);
  expect(rounds).toBeLessThanOrEqual(12);
});

test("of many jobs one goes on in each round, so that nobody waits for all of them", async () => {
  const done: number[] = [];
  const jobs = Array.from({ length: 20 }, async (_, job) => {
    for (let piece = 0; piece < 5; piece++) {
      await pause();
      done.push(job);
    }
  });
  let most = 0;
  let seen = 0;
  while (done.length < 100) {
    await aRound();
    most = Math.max(most, done.length - seen);
    seen = done.length;
  }
  await Promise.all(jobs);
  expect(most).toBe(1);
});
