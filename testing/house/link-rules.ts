import { isForTests, type SourceFile } from "./source-file";

/** Links that stay plain although their address is only known at run time, with the reason. */
const PLAIN: Record<string, { address: RegExp; why: string }> = {
  "app/(member)/account/security/app/page.tsx": { address: /^\{address\}$/, why: "it opens an app" },
  "components/ui/link.tsx": { address: /^\{href\}$/, why: "it decides" },
  "components/frame/defect.tsx": { address: /^"\/"$/, why: "after a defect, a new document is the safer one" },
  "components/frame/footer.tsx": { address: /^\{websiteUrl\}$/, why: "the society's own site" },
  "components/auth/sign-in-panel.tsx": { address: /^\{society\.accountUrl\}$/, why: "the society's own site" },
  "app/(member)/cpd/page.tsx": { address: /^\{settings\.society\.cpdUrl\}$/, why: "the society's own site" },
  "app/(member)/account/page.tsx": { address: /^\{society\.accountUrl\}$/, why: "the society's own site" },
  "app/(member)/relationships/[id]/messages/message-words.tsx": {
    address: /^\{href\}$/,
    why: "what members write leads elsewhere",
  },
  "components/support/support-thread.tsx": { address: /^\{href\}$/, why: "a file" },
  "components/content/video-player.tsx": { address: /^\{src\}$/, why: "a film" },
};

/** Downloads, files, other programs, other windows, and places on the same page. */
const FILE = /\.(ics|pdf|csv|png|webp)[`"]?\}?$|\/pdf`\}$/;
const ELSEWHERE = /^(\{`|")(#|mailto:|tel:)/;

/** Plain links to pages of ours, which would load a whole document: components/ui/link.tsx is for these. */
export function findPlainLinks(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^(app|components)\/.*\.tsx$/.test(path) && !isForTests(path))
    .flatMap(({ path, text }) =>
      listAnchors(text)
        .filter((tag) => !mayBePlain(path, tag))
        .map((tag) => `${path} links with a plain ${tag}; use components/ui/link.tsx`),
    );
}

/** Files that bring in next/link, or next/form by themselves: both would fetch ahead as Next sees fit. */
export function findOtherLinks(files: readonly SourceFile[]): string[] {
  return OURS.flatMap(({ theirs, ours, isBuiltOnIt }) =>
    files
      .filter(({ path, imports }) => imports.some(({ from }) => from === theirs) && !(isBuiltOnIt && path === ours))
      .map(({ path }) => `${path} imports ${theirs}; use ${ours}`),
  );
}

const OURS = [
  { theirs: "next/link", ours: "components/ui/link.tsx", isBuiltOnIt: false },
  { theirs: "next/form", ours: "components/ui/search-form.tsx", isBuiltOnIt: true },
];

/** Forms that load a file, or the same page again after a defect. */
const PLAIN_FORMS = ["app/(member)/cpd/downloads.tsx", "app/admin/reports/list-files.tsx", "components/frame/defect.tsx"];

/** Forms that ask a page of ours for something else and load a whole document for it: components/ui/search-form.tsx is for these. */
export function findPlainForms(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^(app|components)\/.*\.tsx$/.test(path) && !isForTests(path) && !PLAIN_FORMS.includes(path))
    .filter(({ text }) => [...text.matchAll(/<form\b[^>]*>/g)].some(([tag]) => !/\saction=\{/.test(tag)))
    .map(({ path }) => `${path} has a plain form; use components/ui/search-form.tsx`);
}

/** Entries above that no link needs any more. */
export function findIdleExceptions(files: readonly SourceFile[]): string[] {
  return Object.entries(PLAIN)
    .filter(([path, { address }]) => {
      const text = files.find((file) => file.path === path)?.text ?? "";
      return !listAnchors(text).some((tag) => address.test(addressOf(tag)));
    })
    .map(([path]) => path);
}

function mayBePlain(path: string, tag: string): boolean {
  const address = addressOf(tag);
  if (/\s(download|target=)/.test(tag) || FILE.test(address) || ELSEWHERE.test(address)) return true;
  return PLAIN[path]?.address.test(address) ?? false;
}

/** Opening tags, however many lines they take. */
function listAnchors(text: string): string[] {
  return [...text.matchAll(/<a\s[\s\S]*?href=(?:"[^"]*"|\{`[^`]*`\}|\{[^}]*\})[\s\S]*?>/g)].map(([tag]) =>
    tag.replace(/\s+/g, " "),
  );
}

function addressOf(tag: string): string {
  return /href=("[^"]*"|\{`[^`]*`\}|\{[^}]*\})/.exec(tag)?.[1] ?? "";
}
