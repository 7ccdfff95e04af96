/** What a reply is about: the address of ours, the person's own, and the time in UTC, as in 20261125T140000Z. */
export interface RepliedTo {
  to: string;
  from: string;
  uid: string;
  starts: string;
  ends: string;
}

const lines = (...all: string[]) => all.join("\r\n");
const base64 = (text: string) =>
  (
    Buffer.from(text)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");

/** Gmail: the answer is a part of the text, 7bit, and the same once more as an attachment. */
export function gmailReply({ to, from, uid, starts, ends }: RepliedTo, partstat: string): Uint8Array {
  const file = lines(
    "BEGIN:VCALENDAR",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    `DTSTART:${starts}`,
    `DTEND:${ends}`,
    "DTSTAMP:20261122T091512Z",
    `ORGANIZER;CN=${to.slice(0, 40)}`,
    ` ${to.slice(40)}:mailto:${to.slice(0, 20)}`,
    ` ${to.slice(20)}`,
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=Gareth Pugh`,
    ` ;X-NUM-GUESTS=0:mailto:${from}`,
    "CREATED:20261121T180000Z",
    "DESCRIPTION:",
    "LAST-MODIFIED:20261122T091511Z",
    "LOCATION:Video call",
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    "SUMMARY:First conversation",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  );
  return Buffer.from(
    lines(
      "MIME-Version: 1.0",
      `Reply-To: Gareth Pugh <${from}>`,
      "Sender: Google Calendar <calendar-notification@google.com>",
      "Auto-Submitted: auto-generated",
      `Message-ID: <calendar-1f2e3d@google.com>`,
      "Date: Sun, 22 Nov 2026 09:15:12 +0000",
      "Subject: Accepted: First conversation @ Wed 25 Nov 2026 14:00 - 15:00 (GMT) (Amina Okafor (Connect))",
      `From: Gareth Pugh <${from}>`,
      `To: ${to}`,
      'Content-Type: multipart/mixed; boundary="000000000000a1b2c3"',
      "",
      "--000000000000a1b2c3",
      'Content-Type: multipart/alternative; boundary="000000000000a1b2c1"',
      "",
      "--000000000000a1b2c1",
      'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
      "Content-Transfer-Encoding: base64",
      "",
      base64("Gareth Pugh has accepted this invitation."),
      "--000000000000a1b2c1",
      'Content-Type: text/calendar; charset="UTF-8"; method=REPLY',
      "Content-Transfer-Encoding: 7bit",
      "",
      file,
      "--000000000000a1b2c1--",
      "",
      "--000000000000a1b2c3",
      'Content-Type: application/ics; name="invite.ics"',
      'Content-Disposition: attachment; filename="invite.ics"',
      "Content-Transfer-Encoding: base64",
      "",
      base64(file),
      "--000000000000a1b2c3--",
      "",
    ),
  );
}

/** The clock of London, as Exchange describes it under a name of its own. */
const GMT_STANDARD_TIME = [
  "BEGIN:VTIMEZONE",
  "TZID:GMT Standard Time",
  "BEGIN:STANDARD",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T010000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

/** Outlook through Exchange: base64, times in a zone with a name of its own, MAILTO in capitals. In winter London's time is UTC. */
export function outlookReply({ to, from, uid, starts, ends }: RepliedTo, partstat: string, method = "REPLY"): Uint8Array {
  const file = lines(
    "BEGIN:VCALENDAR",
    `METHOD:${method}`,
    "PRODID:Microsoft Exchange Server 2010",
    "VERSION:2.0",
    ...GMT_STANDARD_TIME,
    "BEGIN:VEVENT",
    `ATTENDEE;PARTSTAT=${partstat};CN=Gareth Pugh:MAILTO:${from.toUpperCase()}`,
    "COMMENT;LANGUAGE=en-GB:\\n",
    `UID:${uid}`,
    "SUMMARY;LANGUAGE=en-GB:Accepted: First conversation",
    `DTSTART;TZID=GMT Standard Time:${starts.replace("Z", "")}`,
    `DTEND;TZID=GMT Standard Time:${ends.replace("Z", "")}`,
    "CLASS:PUBLIC",
    "PRIORITY:5",
    "DTSTAMP:20261122T101502Z",
    "TRANSP:OPAQUE",
    "STATUS:CONFIRMED",
    "SEQUENCE:0",
    "LOCATION;LANGUAGE=en-GB:Video call",
    "X-MICROSOFT-CDO-APPT-SEQUENCE:0",
    "X-MICROSOFT-CDO-OWNERAPPTID:0",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    "X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY",
    "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE",
    "X-MICROSOFT-CDO-IMPORTANCE:1",
    "X-MICROSOFT-CDO-INSTTYPE:0",
    ...(method === "COUNTER" ? ["X-MS-OLK-ORIGINALSTART:20261125T140000Z", "X-MS-OLK-ORIGINALEND:20261125T150000Z"] : []),
    "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  );
  return Buffer.from(
    lines(
      `From: "Pugh, Gareth" <${from}>`,
      `To: "Amina Okafor (Connect)" <${to.toUpperCase()}>`,
      "Subject: Accepted: First conversation",
      "Thread-Topic: First conversation",
      "Date: Sun, 22 Nov 2026 10:15:03 +0000",
      "Message-ID: <DB9PR01MB@eurprd01.prod.exchangelabs.com>",
      "Content-Language: en-GB",
      "X-MS-Has-Attach:",
      'Content-Type: multipart/alternative; boundary="_002_DB9PR01MB_"',
      "MIME-Version: 1.0",
      "",
      "--_002_DB9PR01MB_",
      'Content-Type: text/plain; charset="iso-8859-1"',
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "=20",
      "",
      "--_002_DB9PR01MB_",
      `Content-Type: text/calendar; charset="utf-8"; method=${method}`,
      "Content-Transfer-Encoding: base64",
      "",
      base64(file),
      "",
      "--_002_DB9PR01MB_--",
      "",
    ),
  );
}

/** Apple Mail: quoted-printable, with the file as an attachment of the mail. */
export function appleReply({ to, from, uid, starts, ends }: RepliedTo, partstat: string): Uint8Array {
  const file = lines(
    "BEGIN:VCALENDAR",
    "CALSCALE:GREGORIAN",
    "VERSION:2.0",
    "METHOD:REPLY",
    "PRODID:-//Apple Inc.//macOS 15.1//EN",
    "BEGIN:VEVENT",
    "CREATED:20261121T180000Z",
    `UID:${uid}`,
    `DTEND:${ends}`,
    `ATTENDEE;CN="Gareth Pugh";CUTYPE=INDIVIDUAL;PARTSTAT=${partstat};ROLE=REQ-PARTICIPANT:mai`,
    ` lto:${from}`,
    "TRANSP:OPAQUE",
    "SUMMARY:First conversation ☕",
    `DTSTART:${starts}`,
    "DTSTAMP:20261122T110300Z",
    `ORGANIZER;CN="Amina Okafor (Connect)":mailto:${to}`,
    "SEQUENCE:0",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  );
  return Buffer.from(
    lines(
      `From: Gareth Pugh <${from}>`,
      'Content-Type: multipart/mixed; boundary="Apple-Mail=_0A1B2C3D"',
      "Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3826.200.121\\))",
      "Subject: Gareth Pugh accepted: =?utf-8?Q?First_conversation_=E2=98=95?=",
      "Date: Sun, 22 Nov 2026 11:03:01 +0000",
      "Message-Id: <1B2C3D4E@icloud.com>",
      `To: ${to}`,
      "",
      "--Apple-Mail=_0A1B2C3D",
      "Content-Transfer-Encoding: 7bit",
      "Content-Type: text/plain; charset=us-ascii",
      "",
      "Gareth Pugh has accepted your invitation.",
      "--Apple-Mail=_0A1B2C3D",
      "Content-Disposition: attachment; filename=iCal-20261122-110301.ics",
      "Content-Type: text/calendar; method=REPLY; charset=utf-8; x-unix-mode=0644;",
      '\tname="iCal-20261122-110301.ics"',
      "Content-Transfer-Encoding: quoted-printable",
      "",
      quotedPrintable(file),
      "--Apple-Mail=_0A1B2C3D--",
      "",
    ),
  );
}

/** In lines of 76 characters that end in "=" where they go on; what is not ASCII byte by byte. */
function quotedPrintable(text: string): string {
  return text
    .split("\r\n")
    .map((line) => {
      const bytes = [...Buffer.from(line)].map((byte) =>
        byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
      );
      const broken: string[] = [""];
      for (const byte of bytes) {
        if ((broken.at(-1) ?? "").length + byte.length > 75) broken.push("");
        broken[broken.length - 1] += byte;
      }
      return broken.join("=\r\n");
    })
    .join("\r\n");
}
