import { expect, test } from "vitest";
import { findColumnFault, findWordFault, guessMapping, guessWords } from "./mapping";
import type { Mapping } from "./register-import";

const columnsOf = (labels: string) => labels.split(/[,;]/).map((label) => ({ label, examples: [], words: ["a"] }));

test.each([
  ["number,name,surname,email,standing", { number: 0, name: 1, firstName: null, surname: 2, email: 3, standing: 4 }],
  ["Member No.,First Name,Last Name,E-mail,Status", { number: 0, name: null, firstName: 1, surname: 2, email: 3, standing: 4 }],
  ["MembershipNumber,FullName,EmailAddress", { number: 0, name: 1, surname: null, email: 2, standing: null }],
  ["Vorname,Nachname,Mitgliedsnummer", { number: 2, firstName: 0, surname: 1, name: null }],
  ["Full name,Membership status,Membership number", { number: 2, name: 0, standing: 1 }],
  // CiviCRM
  [
    "Contact ID,External Identifier,Display Name,First Name,Last Name,Email,No Bulk Emails (User Opt Out),Membership Status",
    { number: 1, name: null, firstName: 3, surname: 4, email: 5, standing: 7 },
  ],
  // iMIS
  ["iMIS Id,Full Name,Last Name,Primary Email,Member Type,Status", { number: 0, name: 1, surname: 2, email: 3, standing: 5 }],
  // Wild Apricot
  [
    "User ID,First name,Last name,Organization,Email,Email delivery disabled,Member ID,Membership level,Membership status",
    { number: 6, firstName: 1, surname: 2, email: 4, standing: 8 },
  ],
  // Salesforce
  [
    "Contact ID,Account Name,First Name,Last Name,Email Opt Out,Email,Membership_Number__c,Membership_Status__c",
    { number: 6, firstName: 2, surname: 3, email: 5, standing: 7 },
  ],
  // German, French, Dutch
  [
    "Mitglieds-Nr.;Vorname;Nachname;E-Mail-Adresse;Mitgliedsstatus",
    { number: 0, firstName: 1, surname: 2, email: 3, standing: 4 },
  ],
  ["Mitgliedsnummer;Familienname;Rufname;E-Mail;Status", { number: 0, firstName: 2, surname: 1, email: 3, standing: 4 }],
  ["N° d’adhérent;Nom;Prénom;Adresse e-mail;Statut", { number: 0, firstName: 2, surname: 1, email: 3, standing: 4 }],
  ["Numéro de membre;Nom et prénom;Courriel;État", { number: 0, name: 1, firstName: null, email: 2, standing: 3 }],
  [
    "Lidnummer;Voornaam;Achternaam;E-mailadres;Lidmaatschapsstatus",
    { number: 0, firstName: 1, surname: 2, email: 3, standing: 4 },
  ],
  ["Relatienummer;Volledige naam;E-mail;Status", { number: 0, name: 1, email: 2, standing: 3 }],
])("%s is understood", (labels, guess) => {
  expect(guessMapping(columnsOf(labels))).toMatchObject(guess);
});

test("headings that say nothing are guessed as nothing", () => {
  expect(guessMapping(columnsOf("alpha,beta"))).toEqual({
    name: null,
    firstName: null,
    surname: null,
    email: null,
    standing: null,
  });
});

test("usual words of standing are guessed, unusual ones left to staff", () => {
  expect(guessWords(["Active", "LAPSED", "Honorary", ""])).toEqual({ current: ["Active"], lapsed: ["LAPSED"] });
});

test("words of standing are guessed in other languages too", () => {
  const words = ["Aktiv", "Ausgetreten", "À jour", "Démissionnaire", "Actief", "Opgezegd", "Ehrenmitglied"];
  expect(guessWords(words)).toEqual({
    current: ["Aktiv", "À jour", "Actief"],
    lapsed: ["Ausgetreten", "Démissionnaire", "Opgezegd"],
  });
});

const GOOD: Mapping = { number: 0, name: 1, firstName: null, surname: null, email: 2, standing: 3, current: ["a"], lapsed: [] };
test.each<[Partial<Mapping>, string | null]>([
  [{}, null],
  [{ name: null, firstName: 1, surname: 4 }, null],
  [{ email: 9 }, "no-such-column"],
  [{ name: null }, "no-name"],
  [{ name: null, firstName: 1 }, "half-a-name"],
  [{ firstName: 4 }, "two-names"],
  [{ email: 1 }, "column-twice"],
])("a choice of columns with %j: %s", (change, fault) => {
  expect(findColumnFault({ ...GOOD, ...change }, columnsOf("a,b,c,d,e"))).toBe(fault);
});

test("a column of many words is no standing, and a word means one thing", () => {
  const columns = columnsOf("a,b,c,d").map((column) => ({ ...column, words: null }));
  expect(findColumnFault(GOOD, columns)).toBe("too-many-words");
  expect(findWordFault({ current: [], lapsed: ["a"] })).toBe("no-current");
  expect(findWordFault({ current: ["a"], lapsed: ["a"] })).toBe("word-twice");
  expect(findWordFault({ current: ["a"], lapsed: ["b"] })).toBeNull();
});
