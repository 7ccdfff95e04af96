import localFont from "next/font/local";

/*
 * Served by us. app/fonts holds the letters of Western Europe, cut from the packages of Fontsource with fonttools:
 * `varLib.instancer` (Newsreader: wght=500 opsz=24, its italic wght=400; Atkinson: wght=400:700), then `pyftsubset`. The letters of English
 * (U+0020-007E and the punctuation of English) are preloaded, since a first screen shows them at once; they keep their kerning but in the
 * italic, where it weighs as much as the letters and is hardly seen. A browser asks for the accented letters of Western Europe (José), and
 * for the further Latin letters (Łukasz, Čapek), which are files of the packages, only when it meets one. The options are read without
 * running this file: everything in them is literal.
 */
const newsreader = localFont({
  src: "./fonts/newsreader-500.woff2",
  weight: "200 800",
  display: "swap",
  variable: "--newsreader",
  adjustFontFallback: "Times New Roman",
});

const newsreaderItalic = localFont({
  src: "./fonts/newsreader-400-italic.woff2",
  style: "italic",
  weight: "200 800",
  display: "swap",
  variable: "--newsreader-italic",
  adjustFontFallback: "Times New Roman",
});

const newsreaderAccents = localFont({
  src: "./fonts/newsreader-500-accents.woff2",
  weight: "200 800",
  display: "swap",
  preload: false,
  variable: "--newsreader-accents",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+00A1-00A2,U+00A4-00A8,U+00AA-00AF,U+00B1-00B6,U+00B8-00D6,U+00D8-00FF,U+02C6,U+02DA,U+02DC,U+201A,U+201E,U+2032-2033,U+2039-203A,U+2122,U+2212",
    },
  ],
});

const newsreaderItalicAccents = localFont({
  src: "./fonts/newsreader-400-italic-accents.woff2",
  style: "italic",
  weight: "200 800",
  display: "swap",
  preload: false,
  variable: "--newsreader-italic-accents",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+00A1-00A2,U+00A4-00A8,U+00AA-00AF,U+00B1-00B6,U+00B8-00D6,U+00D8-00FF,U+02C6,U+02DA,U+02DC,U+201A,U+201E,U+2032-2033,U+2039-203A,U+2122,U+2212",
    },
  ],
});

const newsreaderItalicExtended = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-italic.woff2",
  style: "italic",
  weight: "200 800",
  display: "swap",
  preload: false,
  variable: "--newsreader-italic-extended",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0",
    },
  ],
});

const newsreaderExtended = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-normal.woff2",
  weight: "200 800",
  display: "swap",
  preload: false,
  variable: "--newsreader-extended",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0",
    },
  ],
});

const atkinson = localFont({
  src: "./fonts/atkinson-hyperlegible-next.woff2",
  weight: "400 700",
  display: "swap",
  variable: "--atkinson",
  adjustFontFallback: "Arial",
});

const atkinsonAccents = localFont({
  src: "./fonts/atkinson-hyperlegible-next-accents.woff2",
  weight: "400 700",
  display: "swap",
  preload: false,
  variable: "--atkinson-accents",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+00A1-00A2,U+00A4-00A8,U+00AA-00AF,U+00B1-00B6,U+00B8-00D6,U+00D8-00FF,U+02C6,U+02DA,U+02DC,U+201A,U+201E,U+2032-2033,U+2039-203A,U+2122,U+2212",
    },
  ],
});

const atkinsonExtended = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
  weight: "200 800",
  display: "swap",
  preload: false,
  variable: "--atkinson-extended",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0",
    },
  ],
});

/** The classes that put the typefaces' names at the stylesheet's disposal. */
export const fontVariables = [
  newsreader,
  newsreaderAccents,
  newsreaderItalic,
  newsreaderItalicAccents,
  newsreaderItalicExtended,
  newsreaderExtended,
  atkinson,
  atkinsonAccents,
  atkinsonExtended,
]
  .map((font) => font.variable)
  .join(" ");
