import { expect, test } from "vitest";
import { GET } from "@/app/api/cron/sweep/route";
import { env } from "@/lib/foundation/env";

const ask = (authorization?: string) =>
  GET(new Request("http://localhost:3000/api/cron/sweep", authorization ? { headers: { authorization } } : {}));

test.each([undefined, "", "Bearer", "Bearer ", "Bearer wrong", `Basic ${env().CRON_SECRET}`, `bearer ${env().CRON_SECRET}`])(
  "a scheduler that says %j is refused",
  async (authorization) => {
    const response = await ask(authorization);
    expect(response.status).toBe(401);
    expect(response.redirected).toBe(false);
  },
);

test("with the secret it sweeps, as often as it is asked, and counts what it did", async () => {
  const responses = await Promise.all(Array.from({ length: 3 }, () => ask(`Bearer ${env().CRON_SECRET}`)));
  for (const response of responses) {
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      done: {
        expired: 0,
        reminded: 0,
        availableAgain: 0,
        askedAgain: 0,
        passedOn: 0,
        alertsTold: 0,
        completed: 0,
        askedToExtend: 0,
        askedHowItGoes: 0,
        toldStaffOfSilence: 0,
        pausesEnded: 0,
        askedInSurveys: 0,
        askedInOwnSurveys: 0,
        remindedOfSurveys: 0,
        countedAnswers: 0,
        askedIfAvailable: 0,
        madeUnavailable: 0,
        remindedToBegin: 0,
        lettersBegun: 0,
        lettersTold: 0,
        pairLettersTold: 0,
        matchingsDone: 0,
        matchesPublished: 0,
        matchesDraftedNext: 0,
        questionsClosed: 0,
        meetingsReminded: 0,
        meetingsCalledOff: 0,
        digests: 0,
        mailsSent: 0,
        mailsFailed: 0,
        mailsRetried: 0,
        mailsOvertaken: 0,
      },
    });
  }
});
