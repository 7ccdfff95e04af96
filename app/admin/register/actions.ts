"use server";

import { after } from "next/server";
import { goTo, refused, staffAction } from "@/lib/entrypoints/form-action";
import { describeDefect, log } from "@/lib/foundation/log";
import { checkRows } from "@/lib/society/register/check";
import {
  checkAgain,
  chooseColumns,
  chooseReading,
  chooseWords,
  chooseZeros,
  dropImport,
  importChecked,
  receiveFile,
} from "@/lib/society/register/commands";
import {
  ColumnsInput,
  IdInput,
  ImportInput,
  ReadingInput,
  UploadInput,
  WordsInput,
  ZerosInput,
} from "@/lib/society/register/input";
import { getImport } from "@/lib/society/register/queries";
import {
  type ImportRefusal,
  isImportRefusal,
  sayFileFault,
  sayImportRefusal,
  sayRefusal,
} from "@/lib/society/register/wording";

// A function, because a file of actions may export nothing else. Up to this many rows are read while the form waits; more are
// read afterwards.
const mostAtOnce = () => 2000;

export const upload = staffAction(UploadInput, async ({ input, viewer, now }) => {
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const received = await receiveFile(viewer, { name: input.file.name, bytes }, now);
  if (received.ok) return goTo(`/admin/register/${received.value}`, "register-received");
  return isImportRefusal(received.reason)
    ? refused(sayImportRefusal(received.reason))
    : refused(sayFileFault(received.reason), "file");
});

export const setColumns = staffAction(ColumnsInput, async ({ input: { id, part, ...columns }, viewer, now }) => {
  const chosen = await chooseColumns(viewer, id, { ...columns, isPart: part === "yes" }, now);
  if (!chosen.ok) return refused(sayRefusal(chosen.reason));
  if (chosen.value === "check") await beginCheck(id, now);
  return goTo(pageOf(id));
});

export const setReading = staffAction(ReadingInput, async ({ input: { id, encoding }, viewer, now }) => {
  const chosen = await chooseReading(viewer, id, encoding, now);
  if (chosen.ok) return goTo(pageOf(id));
  return refused(isImportRefusal(chosen.reason) ? sayImportRefusal(chosen.reason) : sayFileFault(chosen.reason));
});

export const setZeros = staffAction(ZerosInput, async ({ input: { id, zeros }, viewer, now }) => {
  const chosen = await chooseZeros(viewer, id, zeros, now);
  if (!chosen.ok) return refused(sayImportRefusal(chosen.reason));
  await beginCheck(id, now);
  return goTo(pageOf(id));
});

export const setWords = staffAction(WordsInput, async ({ input: { id, ...ticks }, viewer, now }) => {
  const found = await getImport(id);
  const standing = found?.mapping?.standing ?? null;
  const words = (standing === null ? null : found?.head[standing]?.words) ?? [];
  const wordsOf = (places: number[]) => places.flatMap((place) => words[place] ?? []);
  const chosen = await chooseWords(viewer, id, { current: wordsOf(ticks.current), lapsed: wordsOf(ticks.lapsed) }, now);
  if (!chosen.ok) return refused(sayRefusal(chosen.reason));
  await beginCheck(id, now);
  return goTo(pageOf(id));
});

export const readAgain = staffAction(IdInput, async ({ input: { id }, viewer, now }) => {
  const again = await checkAgain(viewer, id, now);
  if (!again.ok) return refused(sayImportRefusal(again.reason));
  await beginCheck(id, now);
  return goTo(pageOf(id));
});

export const importRegister = staffAction(ImportInput, async ({ input: { id, many, others }, viewer, now }) => {
  const may = { mayLapseMany: many === "yes", leaveOut: others === "yes" };
  const imported = await importChecked(viewer, id, may, now);
  if (imported.ok) return goTo(pageOf(id), "register-imported");
  return refused(sayImportRefusal(imported.reason), FIELD_OF[imported.reason]);
});

export const drop = staffAction(IdInput, async ({ input: { id }, viewer, now }) => {
  const dropped = await dropImport(viewer, id, now);
  return dropped.ok ? goTo("/admin/register", "register-dropped") : refused(sayImportRefusal(dropped.reason));
});

/** The box that would have to be ticked. */
const FIELD_OF: { [Reason in ImportRefusal]?: string } = { "many-lapse": "many", problems: "others" };

const pageOf = (id: string) => `/admin/register/${id}`;

/** Reads a short file before the page is shown, and a long one in the background while the page shows the progress. */
async function beginCheck(id: string, now: Date): Promise<void> {
  const found = await getImport(id);
  if (!found) return;
  if (found.rows <= mostAtOnce()) return checkRows(id, now);
  after(async () => {
    try {
      await checkRows(id, now);
    } catch (error) {
      log().error({ defect: describeDefect(error) }, "reading a register file failed");
    }
  });
}
