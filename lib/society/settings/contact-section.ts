import { z } from "zod";
import { textBox } from "@/lib/foundation/text-box";
import { address, optional } from "./boxes";
import type { Section } from "./section";

const PHONE = "Enter a phone number with digits, spaces and a plus, such as +44 20 7946 0000.";

export const contact: Section = {
  fields: {
    email: optional(
      textBox(200)
        // A check and not a second schema, which would hide the first error message.
        .regex(z.regexes.email, "Enter an e-mail address such as help@example.org."),
    ),
    phone: optional(textBox(40).regex(/^[+(\d][\d ()./-]{2,}$/, PHONE)),
    websiteUrl: address,
    accountUrl: address,
    renewUrl: address,
    cpdUrl: address,
    postalAddress: optional(textBox(300)),
  },
  read: ({ support, society: { websiteUrl, accountUrl, renewUrl, cpdUrl } }) => ({
    email: support.email ?? "",
    phone: support.phone ?? "",
    websiteUrl: websiteUrl ?? "",
    accountUrl: accountUrl ?? "",
    renewUrl: renewUrl ?? "",
    cpdUrl: cpdUrl ?? "",
    postalAddress: support.postalAddress ?? "",
  }),
  write: (settings, { email, phone, websiteUrl, accountUrl, renewUrl, cpdUrl, postalAddress }) => ({
    ...settings,
    support: { email: email || null, phone: phone || null, postalAddress: postalAddress || null },
    society: {
      ...settings.society,
      websiteUrl: websiteUrl || null,
      accountUrl: accountUrl || null,
      renewUrl: renewUrl || null,
      cpdUrl: cpdUrl || null,
    },
  }),
};
