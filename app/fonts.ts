import localFont from "next/font/local";

/*
 * Served by us. app/fonts holds the letters of Western Europe, cut from the packages of Fontsource to a quarter of their size with
 * fonttools: `varLib.instancer` (Newsreader: wght=500 opsz=24, its italic wght=400; Atkinson: wght=400:700), then `pyftsubset` with
 * U+0020-007E, U+00A0-00FF and the punctuation of English. What a first screen shows at once is preloaded. The further Latin letters
 * (Łukasz, Čapek) are files of the packages, which a browser asks for only when it meets one. The options are read without running
 * this file: everything in them is literal.
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
  newsreaderItalic,
  newsreaderItalicExtended,
  newsreaderExtended,
  atkinson,
  atkinsonExtended,
]
  .map((font) => font.variable)
  .join(" ");
