/**
 * Line drawings of 400 by 320. What has the class `draw` is drawn as if by a pen, what has `rise` appears; `--n` says in
 * which order, in halves of a second.
 */
export const DRAWINGS = {
  two: `${person(120, 0, "accent", 1.25, 110, 150)}${person(285, 1, "warm", 1.25, 110, 150)}`,
  road: `
    <path class="draw wide" style="--n:0" pathLength="1" d="M30 300 C150 300 120 220 210 215 S330 190 290 135 S180 110 220 40"/>
    <g class="rise" style="--n:1"><circle class="accent" cx="112" cy="270" r="15"/></g>
    <g class="rise" style="--n:3"><circle class="warm" cx="303" cy="165" r="15"/></g>
    <path class="draw accent-line" style="--n:4" pathLength="1" d="M125 258 C180 150 230 150 286 162"/>`,
  question: `
    <path class="draw" style="--n:0" pathLength="1" d="M70 60 H330 a24 24 0 0 1 24 24 V206 a24 24 0 0 1 -24 24 H190 L130 286 V230 H70 a24 24 0 0 1 -24 -24 V84 a24 24 0 0 1 24 -24 Z"/>
    <path class="draw accent-line" style="--n:2" pathLength="1" d="M166 122 C168 84 234 84 234 122 C234 148 200 146 200 174"/>
    <g class="rise" style="--n:4"><circle class="accent" cx="200" cy="201" r="7"/></g>`,
  list: [70, 140, 210, 280].map((y, i) => line(y, i)).join(""),
  table: `${person(85, 0, "accent")}${person(315, 1)}
    <path class="draw" style="--n:2" pathLength="1" d="M152 212 H248 M200 212 V290 M168 290 H232"/>
    <g class="rise" style="--n:4"><path class="accent-line" d="M186 186 h28 v10 a12 12 0 0 1 -28 0 Z M214 188 c14 0 14 14 0 14"/></g>`,
  ring: `${person(150, 0, "accent")}${person(250, 0)}
    <ellipse class="draw accent-line" style="--n:2" pathLength="1" cx="200" cy="185" rx="180" ry="125"/>`,
  listen: `${person(90, 0, "accent")}${person(310, 0)}
    <path class="draw" style="--n:1" pathLength="1" d="M180 50 H345 a16 16 0 0 1 16 16 V96 a16 16 0 0 1 -16 16 H320 L306 130 L294 112 H180 a16 16 0 0 1 -16 -16 V66 a16 16 0 0 1 16 -16 Z"/>
    <path class="draw accent-line" style="--n:3" pathLength="1" d="M190 73 H335 M190 91 H290"/>
    <g class="rise" style="--n:5"><path class="accent-line" d="M66 100 h44 v22 h-16 l-8 9 l-4 -9 h-16 Z"/></g>`,
  overlap: `
    <circle class="draw" style="--n:0" pathLength="1" cx="148" cy="165" r="105"/>
    <circle class="draw" style="--n:1" pathLength="1" cx="252" cy="165" r="105"/>
    <g class="rise" style="--n:3"><path class="tint" d="M200 74 A105 105 0 0 1 200 256 A105 105 0 0 1 200 74 Z"/></g>
    <g class="rise" style="--n:1"><text x="96" y="172">honest</text></g>
    <g class="rise" style="--n:2"><text x="304" y="172">kind</text></g>`,
  steps: `
    <path class="draw" style="--n:0" pathLength="1" d="M30 290 H100 V235 H160"/>
    <path class="draw" style="--n:2" pathLength="1" d="M220 180 V125 H290 V70 H370"/>
    <g class="rise" style="--n:3"><path class="dashed" d="M160 235 V180 H220"/></g>
    <path class="draw accent-line" style="--n:4" pathLength="1" d="M125 222 C140 120 200 110 245 112"/>
    <g class="rise" style="--n:6"><path class="accent-line" d="M232 102 L246 112 L233 122"/></g>`,
  door: `
    <path class="draw" style="--n:0" pathLength="1" d="M110 290 V50 H290 V290 M70 290 H330"/>
    <g class="rise" style="--n:2"><path class="tint" d="M110 50 L205 82 V290 H110 Z"/></g>
    <path class="draw accent-line" style="--n:2" pathLength="1" d="M110 50 L205 82 V290 L110 290 M188 190 v12"/>
    <g class="rise" style="--n:4"><circle class="warm" cx="248" cy="178" r="17"/><path class="warm" d="M226 290 C226 215 270 215 270 290 Z"/></g>`,
  diary: `
    <path class="draw" style="--n:0" pathLength="1" d="M70 70 H330 V290 H70 Z M70 125 H330 M130 45 V90 M270 45 V90"/>
    <g class="rise" style="--n:2">${[0, 1, 2, 3, 4, 5].map((i) => `<circle class="dot" cx="${115 + (i % 3) * 85}" cy="${170 + Math.floor(i / 3) * 70}" r="6"/>`).join("")}</g>
    <circle class="draw accent-line" style="--n:3" pathLength="1" cx="200" cy="240" r="28"/>
    <path class="draw accent-line" style="--n:4" pathLength="1" d="M186 240 L197 252 L217 226"/>`,
  form: `
    <path class="draw" style="--n:0" pathLength="1" d="M70 40 H330 V290 H70 Z"/>
    ${person(125, 1, "accent", 0.55, 88, 60)}
    <path class="draw accent-line" style="--n:2" pathLength="1" d="M190 85 H300"/>
    <path class="draw" style="--n:3" pathLength="1" d="M190 115 H270"/>
    <path class="draw" style="--n:4" pathLength="1" d="M100 175 H300 M100 205 H300 M100 235 H230"/>
    <g class="rise" style="--n:6"><rect class="accent" x="100" y="256" width="76" height="20" rx="5"/></g>`,
  people: [0, 1, 2]
    .map(
      (i) => `
    <g class="rise" style="--n:${i * 2}"><circle class="${i === 0 ? "accent" : "dot"}" cx="80" cy="${75 + i * 95}" r="24"/></g>
    <path class="draw" style="--n:${i * 2 + 1}" pathLength="1" d="M125 ${65 + i * 95} H${300 - i * 40} M125 ${90 + i * 95} H${250 - i * 30}"/>
    ${i === 0 ? '<path class="draw accent-line" style="--n:2" pathLength="1" d="M325 72 L340 88 L366 54"/>' : ""}`,
    )
    .join(""),
  letter: `${person(70, 0, "accent")}${person(330, 0)}
    <g class="fly"><path class="paper-line" d="M62 40 H152 V100 H62 Z"/><path class="accent-line" d="M62 40 L107 75 L152 40"/></g>`,
  clock: `
    <circle class="draw" style="--n:0" pathLength="1" cx="200" cy="170" r="115"/>
    <path class="draw" style="--n:1" pathLength="1" d="M200 70 V82 M300 170 H288 M200 270 V258 M100 170 H112"/>
    <path class="accent-line" d="M200 170 L240 190"/>
    <path class="accent-line turn" d="M200 170 V92"/>
    <circle class="accent" cx="200" cy="170" r="7"/>`,
  joined: `${person(90, 0, "accent")}${person(310, 0)}
    <path class="draw accent-line" style="--n:2" pathLength="1" d="M90 110 C140 30 260 30 310 110"/>
    <path class="draw" style="--n:4" pathLength="1" d="M130 225 C170 250 230 250 270 225"/>`,
} as const;

export type DrawingName = keyof typeof DRAWINGS;

function person(x: number, n: number, look = "warm", size = 1, headY = 160, drop = 130): string {
  const [r, wide] = [34 * size, 52 * size];
  const foot = headY + drop;
  const neck = headY + r + 10 * size;
  return `<g class="rise" style="--n:${n}"><circle class="${look}" cx="${x}" cy="${headY}" r="${r}"/>
    <path class="${look}" d="M${x - wide} ${foot} C${x - wide} ${neck - 8} ${x + wide} ${neck - 8} ${x + wide} ${foot} Z"/></g>`;
}

function line(y: number, i: number): string {
  return `<path class="draw" style="--n:${i}" pathLength="1" d="M120 ${y} H${340 - (i % 3) * 40}"/>
    <path class="draw accent-line" style="--n:${i + 4}" pathLength="1" d="M56 ${y} L70 ${y + 14} L94 ${y - 18}"/>`;
}
