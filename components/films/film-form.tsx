"use client";

import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FormContext } from "@/components/ui/form-context";
import { type FormState, UNTOUCHED } from "@/lib/entrypoints/form-state";
import { LARGEST_CAPTIONS, LARGEST_FILM, LONGEST_TITLE, PIECE } from "@/lib/society/films/film";
import { CAPTIONS_TOO_LARGE, FILM_TOO_LARGE, saySize } from "@/lib/society/films/wording";
import { beginSending, NotSent, type Sending, sendFilm } from "./send-film";

interface FilmFormProps {
  filmId: string;
  /** The version that the form changes; 0 for a new film. */
  base: number;
  title: string;
  /** What was wrong with it when it came back. */
  cameBack: FormState | null;
}

/**
 * The form of a film. Without scripts it sends everything at once. With them the file goes first, in pieces, so that a slow line does
 * not lose it and whoever waits sees how far it is; then the form goes, without the file.
 */
export function FilmForm({ filmId, base, title, cameBack }: FilmFormProps) {
  const [state, setState] = useState(cameBack ?? UNTOUCHED);
  const [sent, setSent] = useState<{ bytes: number; of: number } | null>(null);
  const sending = useRef<Sending | null>(null);
  const isNew = base === 0;
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const box = form.elements.namedItem("film") as HTMLInputElement;
    const file = box.files?.[0];
    if (sent || !file || file.size <= PIECE || form.elements.namedItem("title") === null) {
      if (sent) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (sending.current?.file !== file) sending.current = beginSending(file);
    const begun = sending.current;
    const tell = (bytes: number) => setSent({ bytes, of: file.size });
    tell(begun.next * PIECE);
    try {
      await sendFilm(begun, tell);
    } catch (error) {
      setSent(null);
      const message = error instanceof NotSent ? error.message : "The film could not be read. Please choose it once more.";
      return setState({ values: {}, errors: { film: [message] }, message: null });
    }
    (form.elements.namedItem("fileId") as HTMLInputElement).value = begun.fileId;
    box.value = "";
    form.submit();
  };
  const hasFailed = state.message !== null || Object.keys(state.errors).length > 0;
  return (
    <form
      action={`/films${isNew ? "" : `?film=${filmId}`}`}
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={send}
    >
      {hasFailed && <ErrorSummary state={state} />}
      <FormContext value={state}>
        <div className="grid grid-cols-1 gap-6">
          <input type="hidden" name="filmId" value={filmId} />
          <input type="hidden" name="base" value={base} />
          <input type="hidden" name="fileId" defaultValue="" />
          <TextField name="title" label="Title" initial={title} maxLength={LONGEST_TITLE} />
          <FileField
            name="film"
            label={isNew ? "Film" : "Another file (optional)"}
            hint={`MP4 (with H.264 and AAC, which every browser plays) or WebM, up to ${saySize(LARGEST_FILM)}.`}
            accept="video/mp4,video/webm"
            largest={LARGEST_FILM}
            tooLarge={FILM_TOO_LARGE}
          />
          <FileField
            name="captions"
            label={isNew ? "Captions" : "Other captions (optional)"}
            hint="A WebVTT file (.vtt) with everything that is said, for people who cannot hear it. Colours and places on the picture are left out."
            accept="text/vtt,.vtt"
            largest={LARGEST_CAPTIONS}
            tooLarge={CAPTIONS_TOO_LARGE}
          />
          <div>
            <Button isBusy={sent !== null}>{isNew ? "Upload the film" : "Save the film"}</Button>
          </div>
          {sent && <Progress {...sent} />}
        </div>
      </FormContext>
    </form>
  );
}

function Progress({ bytes, of }: { bytes: number; of: number }) {
  // Read out at each tenth alone: every piece would be a flood of words.
  const tenth = Math.floor((bytes / of) * 10) * 10;
  return (
    <div className="grid max-w-[40rem] gap-1.5">
      <progress
        value={bytes}
        max={of}
        aria-label="Sending the film"
        className="h-3 w-full appearance-none overflow-hidden rounded-full border border-rule bg-rule [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
      />
      <p aria-hidden="true" className="text-soft">
        {saySize(bytes)} of {saySize(of)} sent. Please keep this page open.
      </p>
      <p role="status" className="sr-only">
        {tenth} per cent of the film is sent.
      </p>
    </div>
  );
}
