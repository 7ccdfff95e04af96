import { expect, test } from "vitest";
import { isWholeUrl, readSmtpUrl } from "./service-url";

test.each([
  ["postgresql://localhost/connect", true],
  ["postgresql://connect:p%40ss%23w%2Frd@db/connect", true],
  ["postgresql://connect:p@ss@db/connect", true],
  ["postgresql:///connect?host=/var/run/postgresql", true],
  ["postgresql://connect@db/connect?options=-c%20x", true],
  ["postgresql://connect:p@ss#w/rd@db/connect", false],
  ["postgresql://connect:12/ab@db/connect", false],
  ["postgresql://connect:a/b@db/connect", false],
  ["postgresql://connect:a#b@db/connect", false],
  ["postgresql://connect:1?2@db/connect", false],
  ["postgresql://connect:100%@db/connect", false],
  ["postgresql://connect:50%zz@db/connect", false],
])("%s is read as it was meant: %s", (url, isOne) => expect(isWholeUrl(url)).toBe(isOne));

test.each([
  ["smtp://mail.example.org", { host: "mail.example.org", port: 587, tls: "required", login: null }],
  ["smtps://mail.example.org", { host: "mail.example.org", port: 465, tls: "start", login: null }],
  ["smtp://mail.example.org:25?tls=optional", { host: "mail.example.org", port: 25, tls: "optional", login: null }],
  ["smtp://[::1]:25?tls=off", { host: "::1", port: 25, tls: "off", login: null }],
  [
    "smtp://connect%40example.org:p%40ss%23w%2Frd@mail.example.org:2525",
    { host: "mail.example.org", port: 2525, tls: "required", login: { user: "connect@example.org", pass: "p@ss#w/rd" } },
  ],
  ["smtp://a:b@127.0.0.1:25?tls=off", { host: "127.0.0.1", port: 25, tls: "off", login: { user: "a", pass: "b" } }],
])("%s names a mail server", (url, server) => expect(readSmtpUrl(url)).toEqual(server));

test.each([
  ["mail.example.org:587", "should be an address such as smtp://"],
  ["https://mail.example.org", "should be an address such as smtp://"],
  ["smtp://a:p@ss#w/rd@mail.example.org", "percent-encode"],
  ["smtp://", "should name a host"],
  ["smtp://:587", "percent-encode"],
  ["smtp://mail.example.org/inbox", "should end with the host"],
  ["smtp://mail.example.org?tls=maybe", "should have nothing after the port"],
  ["smtp://mail.example.org?starttls=no", "should have nothing after the port"],
  ["smtp://a:b@mail.example.org?tls=off", "should not have a password with tls=off"],
  ["smtp://a:b@mail.example.org?tls=optional", "should not have a password with tls=optional"],
])("%s is refused in words", (url, sentence) => {
  expect(readSmtpUrl(url)).toEqual({ problem: expect.stringContaining(sentence) });
});
