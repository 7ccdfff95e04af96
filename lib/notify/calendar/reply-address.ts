import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/**
 * The address to which calendars send the answer to an invitation: CALENDAR_REPLIES_TO with a token after a plus sign, which names
 * the meeting and is signed. It stays the same for as long as the meeting exists, because calendars know an event's organiser by
 * it, and reads the same in capitals, because some programs change the case of addresses.
 */
export function replyAddressOf(meetingId: string, base: string, [secret = ""]: readonly string[]): string {
  const [name, domain] = partsOf(base);
  const hex = meetingId.replaceAll("-", "") + markOf(meetingId, secret);
  return `${name}+${BigInt(`0x${hex}`).toString(36).padStart(TOKEN_LENGTH, "0")}@${domain}`;
}

/** The meeting that a reply to this address is about; null for an address that we did not sign. */
export function readReplyAddress(address: string, base: string, secrets: readonly string[]): string | null {
  const [name, domain] = partsOf(base);
  const [local, itsDomain] = partsOf(address.trim());
  const token = local.slice(name.length + 1);
  if (itsDomain !== domain || !local.startsWith(`${name}+`) || !/^[0-9a-z]{41}$/.test(token)) return null;
  const hex = decode(token)
    .toString(16)
    .padStart(ID_DIGITS + MARK_DIGITS, "0");
  if (hex.length > ID_DIGITS + MARK_DIGITS) return null;
  const meetingId = hex.slice(0, ID_DIGITS).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const given = Buffer.from(hex.slice(ID_DIGITS));
  return secrets.some((secret) => timingSafeEqual(given, Buffer.from(markOf(meetingId, secret)))) ? meetingId : null;
}

/** 128 bits of a meeting's id and 80 of its mark, which nobody guesses by mail, in digits and small letters. */
const ID_DIGITS = 32;
const MARK_DIGITS = 20;
const TOKEN_LENGTH = 41;

function decode(token: string): bigint {
  return [...token].reduce((value, digit) => value * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
}

function partsOf(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf("@");
  return [address.slice(0, at).toLowerCase(), address.slice(at + 1).toLowerCase()];
}

/** With a key of its own, so that no other signature of ours could ever pass for this one. */
function markOf(meetingId: string, secret: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "reply from a calendar", 32));
  return createHmac("sha256", key).update(meetingId).digest("hex").slice(0, MARK_DIGITS);
}
