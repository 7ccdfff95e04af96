import { TextArea, TextField } from "@/components/ui/field";
import { WhoReads } from "@/components/ui/who-reads";
import { sayNumber } from "@/lib/foundation/wording";
import { ROOM } from "@/lib/mentoring/worksheets/input";
import { BOX_WORDS, KIND_WORDS } from "@/lib/mentoring/worksheets/wording";
import { BOXES, type WorksheetKind, type WorksheetWords } from "@/lib/mentoring/worksheets/worksheet";

interface WorksheetFieldsProps {
  kind: WorksheetKind;
  initial: WorksheetWords;
  /** Who can read it, said once for all of it. */
  whoReads: string;
}

/** The title and the boxes of a SWOT or a G-STAR, for a new one and for a change. */
export function WorksheetFields({ kind, initial, whoReads }: WorksheetFieldsProps) {
  return (
    <>
      <WhoReads>{whoReads}</WhoReads>
      <TextField
        name="title"
        label="Title (optional)"
        hint={`It helps you to find this one again. Without a title we call it ${KIND_WORDS[kind].name} of …`}
        initial={initial.title ?? ""}
        maxLength={ROOM.title}
      />
      {/* A SWOT is a square of four where there is room: what is within above, what is outside below. */}
      <div className={`grid grid-cols-1 items-start gap-x-10 gap-y-6 ${kind === "swot" ? "full:grid-cols-2" : ""}`}>
        {BOXES[kind].map((box) => (
          <TextArea
            key={box}
            name={box}
            label={BOX_WORDS[box].label}
            hint={BOX_WORDS[box].prompt}
            initial={initial[box] ?? ""}
          />
        ))}
      </div>
      <p className="text-soft">
        You can leave boxes empty. There is room for {sayNumber(ROOM.box)} characters in each. We keep everything you save: you
        find earlier versions below the newest one.
      </p>
    </>
  );
}
