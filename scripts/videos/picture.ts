import { readFileSync } from "node:fs";
import { DRAWINGS } from "./drawings";
import type { Film, Scene } from "./films";

export const SIZE = { width: 960, height: 540 };

/** The whole film as one page, whose animations can be put to any moment. The lowest fifth is left to the captions. */
export function filmPage({ title, scenes }: Film): string {
  const length = scenes.reduce((sum, { seconds }) => sum + seconds, 0);
  let from = 0;
  const sections = scenes.map((scene, i) => {
    const section = sectionOf(scene, from, i === scenes.length - 1);
    from += scene.seconds;
    return section;
  });
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${title}</title>
    <style>${STYLE}</style><body style="--length:${length}s">${sections.join("")}<div class="progress"></div>`;
}

function sectionOf({ headline, drawing, seconds }: Scene, from: number, isLast: boolean): string {
  return `<section class="${isLast ? "last" : ""}" style="--from:${from}s;--for:${seconds}s">
    <h1>${headline}</h1><svg viewBox="0 0 400 320" width="400" height="320">${DRAWINGS[drawing]}</svg></section>`;
}

const font = (path: string) =>
  `url(data:font/woff2;base64,${readFileSync(`node_modules/@fontsource-variable/${path}`).toString("base64")})`;

const STYLE = `
  @font-face { font-family: Newsreader; font-weight: 200 800; src: ${font("newsreader/files/newsreader-latin-opsz-normal.woff2")} }
  * { box-sizing: border-box; margin: 0 }
  body { width: ${SIZE.width}px; height: ${SIZE.height}px; overflow: hidden; background: #fbf9f4; color: #1f2430; font-family: Newsreader }
  section { position: absolute; inset: 0 0 18% 0; display: grid; grid-template-columns: 1fr 400px; gap: 40px; align-items: center;
    padding: 36px 60px 0 72px; opacity: 0; animation: seen var(--for) linear var(--from) both }
  section.last { animation-name: stays }
  h1 { font-size: 58px; line-height: 1.08; font-weight: 500; letter-spacing: -.015em; text-wrap: balance;
    animation: up .6s ease-out calc(var(--from) + .15s) both }
  svg { overflow: visible; fill: none; stroke: #1f2430; stroke-width: 5; stroke-linecap: round; stroke-linejoin: round }
  text { fill: #1f2430; stroke: none; font: 500 27px Newsreader; text-anchor: middle }
  .wide { stroke-width: 9; stroke: #ddd7ca }
  .accent { fill: #1d4e57; stroke: none } .warm { fill: #c98a3c; stroke: none } .dot { fill: #b9b2a2; stroke: none }
  .tint { fill: #dce8e8; stroke: none } .accent-line { stroke: #1d4e57; stroke-width: 6 } .paper-line { fill: #fffefb }
  .dashed { stroke-dasharray: 4 12; stroke: #8a8fa0 }
  .draw { stroke-dasharray: 1; animation: draw .9s ease-in-out calc(var(--from) + .4s + var(--n) * .4s) both }
  .rise { animation: up .5s ease-out calc(var(--from) + .3s + var(--n) * .4s) both }
  .fly { animation: fly 2.2s ease-in-out calc(var(--from) + 1.2s) both }
  .turn { transform-origin: 200px 170px; animation: turn 4s ease-in-out calc(var(--from) + 1s) both }
  .progress { position: absolute; left: 0; top: 0; height: 6px; width: 100%; background: #1d4e57; transform-origin: left;
    animation: grow var(--length) linear both }
  @keyframes seen { 0% { opacity: 0 } 7% { opacity: 1 } 93% { opacity: 1 } 100% { opacity: 0 } }
  @keyframes stays { 0% { opacity: 0 } 7%, 100% { opacity: 1 } }
  @keyframes up { from { opacity: 0; transform: translateY(14px) } }
  @keyframes draw { from { stroke-dashoffset: 1; opacity: 0 } 5% { opacity: 1 } to { stroke-dashoffset: 0 } }
  @keyframes fly { from { opacity: 0 } 20% { opacity: 1 } to { transform: translate(190px, 0) } }
  @keyframes turn { to { transform: rotate(720deg) } }
  @keyframes grow { from { transform: scaleX(0) } }`;
