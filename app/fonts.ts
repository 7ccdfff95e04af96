import localFont from "next/font/local";

/*
 * Served by us, from the packages of Fontsource. The letters of Western Europe are preloaded; the further Latin letters
 * (Łukasz, Čapek) are files of their own that a browser asks for only when it meets one. The options are read without
 * running this file: everything in them is literal.
 */
const newsreader = localFont({
  src: [{ path: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2", style: "normal" }],
  weight: "200 800",
  display: "swap",
  variable: "--newsreader",
  adjustFontFallback: "Times New Roman",
});

const newsreaderItalic = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
  style: "italic",
  weight: "200 800",
  display: "swap",
  preload: false,
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
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
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
