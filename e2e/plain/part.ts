import { type ByRoleMatcher, queryAllByRole } from "@testing-library/dom";
import type { Browser, Saved } from "./browser";
import { press } from "./form";
import { isShown, textOf } from "./page";
import { nameOf, only, pick, type Words } from "./words";

/** What has the page, and can ask for another. */
type Holder = Pick<Browser, "page" | "open" | "save">;

const TEXT = "input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [type=submit], [type=button]), textarea";
const CHOICE = "input[type=checkbox], input[type=radio]";

/** A part of a page, in which things are found by what a person sees or hears of them. It is looked up anew each time. */
export class Part {
  constructor(
    protected readonly holder: Holder,
    private readonly look: () => Element,
  ) {}

  get root(): Element {
    return this.look();
  }
  get text(): string {
    return textOf(this.root);
  }
  /** What messages of success say. */
  get status(): string {
    return this.all("status").map(textOf).join(" ");
  }
  /** What is wrong. */
  get alert(): string {
    return this.all("alert").map(textOf).join(" ");
  }
  /** The heading of the page. */
  get heading(): string {
    return this.all("heading")
      .filter(({ localName }) => localName === "h1")
      .map(textOf)
      .join(" ");
  }

  all(role: ByRoleMatcher, name?: Words): HTMLElement[] {
    const found = queryAllByRole(this.root as HTMLElement, role);
    return name === undefined ? found : pick(found, name, nameOf);
  }
  has(role: ByRoleMatcher, name?: Words): boolean {
    return this.all(role, name).length > 0;
  }
  find(role: ByRoleMatcher, name?: Words): HTMLElement {
    return only(this.holder.page, this.all(role, name), this.all(role), `${role} “${name ?? ""}”`);
  }
  part(role: ByRoleMatcher, name?: Words): Part {
    return new Part(this.holder, () => this.find(role, name));
  }
  /** The innermost thing of this role that has these words in it. */
  around(role: ByRoleMatcher, words: string): Part {
    return new Part(this.holder, () =>
      only(this.holder.page, this.allAround(role, words), this.all(role), `${role} with “${words}”`),
    );
  }
  allAround(role: ByRoleMatcher, words: string): HTMLElement[] {
    const found = this.all(role).filter((one) => textOf(one).includes(words));
    return found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
  }
  get main(): Part {
    return this.part("main");
  }
  get banner(): Part {
    return this.part("banner");
  }
  /** What only the code knows by another name than people do. */
  select(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  fill(label: Words, text: string): void {
    const field = this.field<HTMLInputElement>(TEXT, label);
    if (field.readOnly) throw new Error(`“${label}” cannot be changed.`);
    field.value = text;
  }
  choose(label: Words, option: string): void {
    const field = this.field<HTMLSelectElement>("select", label);
    const wanted = only(
      this.holder.page,
      pick([...field.options], option, ({ text }) => text),
      [...field.options],
      `option “${option}”`,
    );
    wanted.selected = true;
  }
  tick(label: Words): void {
    this.set(label, true);
  }
  untick(label: Words): void {
    this.set(label, false);
  }
  attach(label: Words, ...files: File[]): void {
    this.holder.page.chosen.set(this.field("input[type=file]", label), files);
  }
  /** What stands in a box, or is chosen in a list. */
  value(label: Words): string {
    const field = this.field<HTMLInputElement>(`${TEXT}, select`, label);
    return field.localName === "select" ? textOf(field) : field.value;
  }
  isTicked(label: Words): boolean {
    return this.field<HTMLInputElement>(CHOICE, label).checked;
  }
  hasField(label: Words): boolean {
    return pick(this.fields(`${TEXT}, ${CHOICE}, select, input[type=file]`), label, nameOf).length > 0;
  }

  async press(name: Words): Promise<void> {
    await this.holder.open(press(this.holder.page, this.find("button", name)));
  }
  async follow(name: Words): Promise<void> {
    await this.holder.open({ url: this.address(name), method: "GET", from: this.holder.page.url });
  }
  /** Presses a button, or follows a link, that gives a file. */
  save(name: Words): Promise<Saved> {
    const { page } = this.holder;
    if (this.has("link", name)) return this.holder.save({ url: this.address(name), method: "GET", from: page.url });
    return this.holder.save(press(page, this.find("button", name)));
  }
  /** Where a link leads. Several of one name may lead to one place. */
  address(name: Words): URL {
    const links = this.all("link", name) as HTMLAnchorElement[];
    const places = links.filter(({ href }, i) => links.findIndex((other) => other.href === href) === i);
    return new URL((only(this.holder.page, places, this.all("link"), `link “${name}”`) as HTMLAnchorElement).href);
  }
  /** Opens what is folded away below these words. */
  unfold(words: Words): void {
    const all = this.select("summary").filter(isShown);
    const summary = only(this.holder.page, pick(all, words, textOf), all, `summary “${words}”`);
    if (!summary.parentElement?.hasAttribute("open")) summary.click();
  }

  private set(label: Words, isTicked: boolean): void {
    const field = this.field<HTMLInputElement>(CHOICE, label);
    if (field.checked !== isTicked) field.click();
    if (field.checked !== isTicked) throw new Error(`“${label}” cannot be changed.`);
  }
  private fields(selector: string): HTMLElement[] {
    return this.select(selector).filter(isShown);
  }
  private field<Field extends HTMLElement>(selector: string, label: Words): Field {
    const all = this.fields(selector);
    const field = only(this.holder.page, pick(all, label, nameOf), all, `field “${label}”`) as Field;
    if (field.matches(":disabled")) throw new Error(`“${label}” cannot be used.`);
    return field;
  }
}
