import { people } from "../partners";
import { must, type Try } from "../try";
import { visit } from "../visitor";

export const TRIES: Try[] = [
  {
    name: "what is saved, changed after going back, and saved again is there with its new words",
    async run() {
      const visitor = await visit(await people.mentee());
      const fields = await visitor.formOf("/cpd/new?form=free", "Save");
      const common = { minutes: "30", countsAs: "structured" };
      for (const free of ["THE FIRST WORDS", "THE FIRST WORDS", "THE OTHER WORDS"]) {
        const { status } = await visitor.send("/cpd/new?form=free", fields, { ...common, free });
        must(status === 303, `Saving is answered with ${status}.`);
      }
      const { text } = await visitor.ask("/cpd/download?format=csv");
      const count = (words: string) => text.split(words).length - 1;
      must(count("THE OTHER WORDS") === 1, "The other words are said to be saved, and are not.");
      must(count("THE FIRST WORDS") <= 1, "The same form sent twice has written twice.");
      return undefined;
    },
  },
];
