import type { Run } from "./typefaces";

/** Says how wide words are, in points. */
export type Measure = (run: Run) => number;

interface Word {
  runs: Run[];
  letters: number;
}

/** No line of ours has room for so many letters: such a word is broken without being measured as a whole. */
const MOST_ON_A_LINE = 300;
/** After a blank, and after a hyphen or a dash inside a word. */
const BREAKS = /(?<= )(?=[^ ])|(?<=\p{L}[-–—])(?=\p{L})/u;
const LETTERS = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/**
 * Puts runs into lines no wider than `width`, and breaks only words that are wider than a line. Each letter is measured twice at most, so
 * that a long text takes as long as many short ones.
 */
export function* toLines(runs: Iterable<Run>, width: number, measure: Measure): Generator<Run[]> {
  let line: Run[] = [];
  let used = 0;
  for (const word of toWords(runs)) {
    const { all, seen } = widthsOf(word, width, measure);
    if (used + seen <= width) {
      add(line, word.runs);
      used += all;
      continue;
    }
    if (line.length > 0) yield line;
    [line, used] = [[], 0];
    if (seen <= width) {
      add(line, word.runs);
      used = all;
      continue;
    }
    for (const letter of toLetters(word.runs)) {
      const one = measure(letter);
      if (line.length > 0 && used + one > width && letter.words !== " ") {
        yield line;
        [line, used] = [[], 0];
      }
      add(line, [letter]);
      used += one;
    }
  }
  if (line.length > 0) yield line;
}

/** How wide a word is with the blanks behind it, and without them, which may stand beyond the edge. */
function widthsOf({ runs, letters }: Word, width: number, measure: Measure): { all: number; seen: number } {
  if (letters > MOST_ON_A_LINE) return { all: 0, seen: width + 1 };
  let [all, seen] = [0, 0];
  for (const { face, words } of runs) {
    const ink = words.trimEnd();
    const blanks = words.length - ink.length;
    if (ink !== "") {
      all += measure({ face, words: ink });
      seen = all;
    }
    if (blanks > 0) all += blanks * measure({ face, words: " " });
  }
  return { all, seen };
}

/** Words with the blanks behind them, each in its runs. One without an end comes in parts. */
function* toWords(runs: Iterable<Run>): Generator<Word> {
  let word: Word = { runs: [], letters: 0 };
  for (const { face, words } of runs) {
    for (const [i, part] of words.split(BREAKS).entries()) {
      const isNext = i > 0 || (endsWithBlank(word) && !part.startsWith(" "));
      if (word.runs.length > 0 && (isNext || word.letters > MOST_ON_A_LINE)) {
        yield word;
        word = { runs: [], letters: 0 };
      }
      word.runs.push({ face, words: part });
      word.letters += part.length;
    }
  }
  if (word.runs.length > 0) yield word;
}

function endsWithBlank({ runs }: Word): boolean {
  return runs.at(-1)?.words.endsWith(" ") ?? false;
}

function* toLetters(runs: readonly Run[]): Generator<Run> {
  for (const { face, words } of runs) for (const { segment } of LETTERS.segment(words)) yield { face, words: segment };
}

function add(line: Run[], runs: readonly Run[]): void {
  for (const { face, words } of runs) {
    const last = line.at(-1);
    if (last?.face === face) last.words += words;
    else line.push({ face, words });
  }
}
