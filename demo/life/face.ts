import { Random } from "../people/random";

const SIDE = 320;
/** Paper cuts in one colour each, from the background to the hair: nobody is meant, and nobody is left out. */
const PAPERS = [
  ["#dfe9e6", "#a9c4bc", "#5f8a80", "#24463f"],
  ["#efe4d2", "#d8bd93", "#a3804c", "#553d1b"],
  ["#dfe4ee", "#a9b8d4", "#5f76a3", "#26365a"],
  ["#efdfdb", "#d6a79d", "#a3665a", "#562b23"],
  ["#e8e2ee", "#bfaed2", "#80689f", "#402c57"],
  ["#e6e8d8", "#bcc294", "#7f8750", "#404520"],
] as const;
const LONG = new Set([100_001, 100_003, 100_008]);

/** A head and shoulders of nobody, as SVG: the same for the same number of a member. */
export function faceOfNobody(number: number): string {
  const random = new Random(number);
  const [paper, skin, cloth, ink] = random.pick(PAPERS);
  const width = random.between(56, 64);
  const parts = [
    `<rect width="${SIDE}" height="${SIDE}" fill="${paper}"/>`,
    LONG.has(number) ? longHair(width, ink) : "",
    `<path d="M40 320 q0 -84 84 -92 h72 q84 8 84 92z" fill="${cloth}"/>`,
    `<path d="M134 190 h52 v34 q0 26 -26 26 t-26 -26z" fill="${skin}"/>`,
    `<ellipse cx="160" cy="148" rx="${width}" ry="74" fill="${skin}"/>`,
    fringe(width, random, ink),
    ...[-1, 1].map((side) => `<circle cx="${160 + side * 24}" cy="152" r="5" fill="${ink}"/>`),
    random.chance(0.35) ? glasses(ink) : "",
    `<path d="M140 184 q20 ${random.between(8, 20)} 40 0" fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round"/>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">${parts.join("")}</svg>`;
}

function longHair(width: number, ink: string): string {
  const side = width + 12;
  return `<path d="M${160 - side} 150 q0 -100 ${side} -100 t${side} 100 v84 h-${2 * side}z" fill="${ink}"/>`;
}

/** Over the forehead, parted somewhere. */
function fringe(width: number, random: Random, ink: string): string {
  const [left, top, right] = [160 - width - 3, 60, 160 + width + 3];
  const part = random.between(128, 192);
  const low = random.between(118, 134);
  return `<path d="M${left} 148 Q${left} ${top} 160 ${top} T${right} 148 Q${right - 8} ${low} ${part} ${random.between(98, 108)} Q${left + 8} ${low} ${left} 148z" fill="${ink}"/>`;
}

function glasses(ink: string): string {
  const rims = [-1, 1].map(
    (side) => `<circle cx="${160 + side * 24}" cy="152" r="17" fill="none" stroke="${ink}" stroke-width="4"/>`,
  );
  return `${rims.join("")}<path d="M153 152 h14" stroke="${ink}" stroke-width="4"/>`;
}
