import { z } from "zod";
import { optional, whole } from "./boxes";
import type { Section } from "./section";

const ticked = optional(z.enum(["yes"], { error: "Tick the box, or leave it empty." }));
const write = (isOn: boolean) => (isOn ? "yes" : "");

/** Which surveys members are asked. */
export const surveys: Section = {
  fields: { meeting: ticked, pulse: ticked, pulseOnDay: whole(7, 364), pulseEveryDays: whole(14, 365), closing: ticked },
  read: ({ surveys: { meeting, pulse, pulseOnDay, pulseEveryDays, closing } }) => ({
    ...{ meeting: write(meeting), pulse: write(pulse), closing: write(closing) },
    ...{ pulseOnDay: String(pulseOnDay), pulseEveryDays: String(pulseEveryDays) },
  }),
  write: (settings, texts) => ({
    ...settings,
    surveys: {
      ...{ meeting: texts.meeting === "yes", pulse: texts.pulse === "yes", closing: texts.closing === "yes" },
      ...{ pulseOnDay: Number(texts.pulseOnDay), pulseEveryDays: Number(texts.pulseEveryDays) },
    },
  }),
};
