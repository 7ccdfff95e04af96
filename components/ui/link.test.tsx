import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Link } from "./link";

/** What only a link has that changes the page and keeps the frame. */
const IS_PAGE = /data-page=/;

test.each(["/", "/mentors?q=a", "/account#mails", "/relationships/8a/goals"])("%s is a page of ours", (href) => {
  const link = renderToStaticMarkup(<Link href={href}>There</Link>);
  expect(link).toMatch(IS_PAGE);
  expect(link).toContain(`href="${href}"`);
});

test.each([
  "https://example.org/",
  "//example.org/",
  "/\\example.org",
  "mailto:help@example.org",
  "tel:01632960240",
  "#main",
  "/logo/1.png",
  "/relationships/8a/meetings/1/meeting.ics",
])("%s is not", (href) => {
  expect(renderToStaticMarkup(<Link href={href}>There</Link>)).not.toMatch(IS_PAGE);
});

test("what opens a window of its own is a document of its own", () => {
  expect(
    renderToStaticMarkup(
      <Link href="/sign-in" target="_blank">
        There
      </Link>,
    ),
  ).not.toMatch(IS_PAGE);
});
