import { once } from "node:events";
import { request } from "node:http";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { SESSION_COOKIE } from "@/lib/people/auth/token";
import { realCaptions, realFilm } from "../films";
import { people, sessionOf } from "../people";
import { given, type Member } from "./given";

// The films: three that come with the product, in one player, and those that staff upload.

const TITLES = ["What is mentoring?", "What is the role of a good mentor?", "How it works"];

const links = (person: Member) => person.part("navigation", "Films");
const playing = (person: Member) => person.select("video").map((video) => video.getAttribute("aria-label"));

test("the three films share one player, and each link loads its film", async () => {
  const member = await given.mentee();
  await member.visit("/welcome");
  expect(playing(member)).toEqual([TITLES[0]]);
  for (const [i, title] of TITLES.entries()) {
    await links(member).follow(new RegExp(title.replace("?", "\\?")));
    expect(playing(member)).toEqual([title]);
    expect(member.path).toBe("/welcome");
    expect(member.has("heading", title)).toBe(true);
    const current = links(member).select("a[aria-current]");
    expect(current.map((link) => link.getAttribute("href"))).toEqual([`/welcome?film=${i + 1}`]);
    expect(member.select("video track[kind=captions]")).toHaveLength(1);
    expect(member.main.text).toContain("A voice says these words");
  }
  await member.visit("/welcome?film=99");
  expect(playing(member)).toEqual([TITLES[0]]);
});

const FILM = /^(Film|Another file \(optional\))$/;
const CAPTIONS = /^(Captions|Other captions \(optional\))$/;
const film = () => new File([new Uint8Array(realFilm())], "ours.mp4", { type: "video/mp4" });
const captions = () => new File([new Uint8Array(realCaptions())], "ours.vtt", { type: "text/vtt" });

async function upload(staff: Member, title: string): Promise<void> {
  await staff.visit("/admin/content");
  await staff.follow("Upload a film");
  staff.fill("Title", title);
  staff.attach(FILM, film());
  staff.attach(CAPTIONS, captions());
  await staff.press("Upload the film");
  expect(staff.status).toContain("The film is saved.");
}

test("staff upload a film, show it to mentors, change it, and remove it; members play any part of it", async () => {
  const [staff, mentor, mentee] = [await given.staff(), await given.mentor(), await given.mentee()];
  const title = `Ours ${(await people.member()).number}`;
  await upload(staff, title);
  const page = staff.path;
  const address = page.replace("/admin/content", "");
  expect(staff.heading).toBe(title);
  expect(staff.main.text).toMatch(/MP4, \d+ kB, 52 seconds/);
  expect(staff.main.text).toContain("Nowhere yet");
  expect((await staff.get(address)).status).toBe(200);
  expect((await mentor.get(address)).status).toBe(404);

  await staff.follow("Write a resource with this film");
  expect(staff.value("Title")).toBe(title);
  staff.fill("Summary", "Watch it.");
  staff.choose("For whom", "mentors");
  staff.fill("Article, or transcript of the film", "What is said in it.");
  await staff.press(/^Publish$/);
  expect(staff.status).toContain("Published.");

  await mentor.visit("/resources");
  await mentor.follow(title);
  expect(mentor.select("video source").map((source) => source.getAttribute("src"))).toEqual([address]);
  const some = await mentor.get(address, { range: "bytes=0-99" });
  expect([some.status, (await some.arrayBuffer()).byteLength]).toEqual([206, 100]);
  expect(some.headers.get("content-range")).toMatch(/^bytes 0-99\/\d+$/);
  expect(await (await mentor.get(`${address}/captions`)).text()).toMatch(/^WEBVTT\n\n00:00:00\.000 --> /);
  const whole = await mentor.get(address);
  expect(Buffer.from(await whole.arrayBuffer()).equals(realFilm())).toBe(true);
  for (const other of [mentee, given.stranger()]) expect((await other.get(address)).status).toBe(404);

  await staff.visit(page);
  expect(staff.main.text).toContain("Members still see it.");
  expect(staff.has("button", "Remove the film")).toBe(false);
  staff.fill("Title", `${title} again`);
  await staff.press("Save the film");
  expect(staff.status).toContain("The film is saved.");
  expect(staff.heading).toBe(`${title} again`);

  await staff.follow(title);
  await staff.press("Hide from members");
  expect((await mentor.get(address)).status).toBe(404);
  await staff.visit(page);
  await staff.press("Remove the film");
  expect(staff.status).toContain("The film is removed.");
  expect(await staff.visit(page)).toBe(404);
});

test("what is wrong with a film is said beside its box, and its title stays", async () => {
  const staff = await given.staff();
  await staff.visit("/admin/content/films/new");
  await staff.press("Upload the film");
  expect(staff.alert).toContain("Enter a title.");
  expect(staff.title).toMatch(/^Error: /);
  const tries: [File | null, File | null, string][] = [
    [null, captions(), "Choose the file of the film."],
    [film(), null, "Choose a file with captions."],
    [new File(["<html>"], "ours.mp4", { type: "video/mp4" }), captions(), "This file is not a film in MP4 or WebM."],
    [new File([new Uint8Array(realFilm()).slice(0, 200_000)], "ours.mp4"), captions(), "A part of the film is missing"],
    [film(), new File(["WEBVTT\n\n1 --> 2\nA"], "ours.vtt"), "The times in line 3 of the captions cannot be read."],
  ];
  for (const [one, other, sentence] of tries) {
    staff.fill("Title", "Kept");
    if (one) staff.attach(FILM, one);
    if (other) staff.attach(CAPTIONS, other);
    await staff.press("Upload the film");
    expect(staff.alert).toContain(sentence);
    expect(staff.value("Title")).toBe("Kept");
  }
  await staff.visit("/admin/content");
  expect(staff.has("link", "Kept")).toBe(false);
});

test("a film whose connection is lost on the way leaves nothing behind", async () => {
  const { member } = await given.staff();
  const arriving = () => db().filmFile.count({ where: { actorId: member.id } });
  const headers = {
    cookie: `${SESSION_COOKIE}=${await sessionOf(member)}`,
    origin: new URL(env().APP_URL).origin,
    "content-type": "multipart/form-data; boundary=mark",
    "content-length": "50000000",
  };
  const sending = request(new URL("/films", env().APP_URL), { method: "POST", headers });
  sending.on("error", () => {});
  sending.write('--mark\r\nContent-Disposition: form-data; name="film"; filename="a.mp4"\r\n\r\n');
  if (!sending.write(Buffer.concat([realFilm(), Buffer.alloc(3_000_000)]))) await once(sending, "drain");
  await vi.waitFor(async () => expect(await arriving()).toBe(1), { timeout: 30_000 });
  sending.destroy();
  await vi.waitFor(async () => expect(await arriving()).toBe(0), { timeout: 30_000 });
});
