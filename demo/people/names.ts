/** Where a name comes from: given names, surnames, how many of a hundred members, and the languages that may go with it. */
export interface Heritage {
  share: number;
  given: readonly string[];
  surnames: readonly string[];
  /** Labels of settings; a member of this heritage may speak one of them. */
  languages: readonly string[];
  /** Regions where it is usual, by label; elsewhere at random. */
  home?: string;
}

const list = (words: string) => words.split(", ");

export const HERITAGES: readonly Heritage[] = [
  {
    share: 34,
    given: list(
      "Alice, Andrew, Anna, Ben, Beth, Caroline, Charlotte, Chris, Claire, Daniel, David, Debbie, Diane, Edward, Eleanor, Emma, Frances, George, Gillian, Graham, Hannah, Harriet, Jack, James, Jane, Jessica, Joe, Judith, Kate, Laura, Lewis, Lucy, Mark, Martin, Matthew, Michael, Natalie, Nicola, Oliver, Paul, Peter, Philippa, Rachel, Rebecca, Richard, Robert, Rosie, Sam, Sarah, Simon, Sophie, Stephen, Sue, Thomas, Tim, Vicky, William, Zoe",
    ),
    surnames: list(
      "Abbott, Ashworth, Atkinson, Barlow, Bennett, Birch, Booth, Bradshaw, Carter, Chapman, Clarke, Cole, Cooper, Crowther, Dawson, Dixon, Ellis, Fletcher, Foster, Fox, Gibson, Goddard, Hargreaves, Harrison, Haworth, Holland, Hughes-Carr, Ingham, Jackson, Kemp, Lawson, Leigh, Marshall, Mason, Newton, Nuttall, Parkin, Pearce, Pickering, Poole, Radcliffe, Reeve, Rowley, Saunders, Shaw, Slater, Stone, Sutton, Thornton, Tomlinson, Turner, Underwood, Wainwright, Walker, Webb, Whitaker, Wilkinson, Yardley",
    ),
    languages: ["French", "Spanish", "German", "British Sign Language", "Italian"],
  },
  {
    share: 7,
    given: list(
      "Angharad, Aled, Bethan, Bronwen, Catrin, Dafydd, Dylan, Elin, Emyr, Ffion, Geraint, Gwen, Huw, Ieuan, Lowri, Megan, Nia, Rhiannon, Rhys, Sioned",
    ),
    surnames: list(
      "Bevan, Bowen, Davies, Evans, Gittins, Griffiths, Howells, Jenkins, Llewellyn, Lloyd, Morgan, Parry, Powell, Price, Rees, Thomas, Vaughan, Watkins",
    ),
    languages: ["Welsh"],
    home: "Wales",
  },
  {
    share: 9,
    given: list(
      "Ailsa, Alasdair, Angus, Callum, Catriona, Craig, Eilidh, Euan, Fiona, Fraser, Gordon, Gregor, Iona, Iain, Isla, Kirsty, Lorna, Mairi, Malcolm, Morag, Rory, Shona",
    ),
    surnames: list(
      "Baird, Buchanan, Cameron, Dalgleish, Drummond, Farquhar, Ferguson, Gillespie, Kerr, Lockhart, MacAskill, Macdonald, MacInnes, Mackenzie, McKay, Menzies, Murray, Rennie, Sinclair, Strachan, Sutherland, Tulloch",
    ),
    languages: ["Scottish Gaelic", "French"],
    home: "Scotland",
  },
  {
    share: 7,
    given: list(
      "Aisling, Aoife, Brendan, Ciara, Conor, Declan, Deirdre, Eoin, Fergal, Grainne, Kevin, Maeve, Niall, Orla, Padraig, Roisin, Sean, Sinead",
    ),
    surnames: list(
      "Boyle, Brennan, Byrne, Carville, Devlin, Doherty, Donnelly, Fitzpatrick, Gallagher, Keane, Lavery, McAleer, McCann, Mulholland, Nolan, O'Hagan, O'Neill, Quigley, Rafferty, Toner",
    ),
    languages: ["Irish"],
    home: "Northern Ireland",
  },
  {
    share: 7,
    given: list(
      "Anita, Arjun, Deepa, Divya, Harpreet, Jaspal, Kavita, Kiran, Manjit, Meera, Neel, Nikhil, Nisha, Rajesh, Ravi, Sandeep, Simran, Sunita, Vikram",
    ),
    surnames: list(
      "Bhatt, Chauhan, Dhillon, Gill, Iyer, Joshi, Kapoor, Kaur, Mehta, Mistry, Patel, Rao, Sandhu, Shah, Sharma, Sidhu, Solanki, Verma",
    ),
    languages: ["Hindi", "Gujarati", "Punjabi"],
  },
  {
    share: 6,
    given: list(
      "Adeel, Aisha, Asma, Bilal, Faisal, Farah, Hamza, Imran, Khadija, Nadia, Omar, Rukhsana, Saima, Shazia, Tariq, Usman, Yasmin, Zainab",
    ),
    surnames: list(
      "Ahmed, Akhtar, Ali, Aslam, Bashir, Chaudhry, Hussain, Iqbal, Javed, Khan, Mahmood, Malik, Mirza, Qureshi, Rafiq, Raza, Siddiqui",
    ),
    languages: ["Urdu", "Punjabi"],
  },
  {
    share: 3,
    given: list("Farhana, Jamil, Nasima, Rafiqul, Rehana, Salma, Shafiq, Tahmina"),
    surnames: list("Begum, Chowdhury, Haque, Islam, Miah, Rahman, Uddin"),
    languages: ["Bengali"],
  },
  {
    share: 6,
    given: list(
      "Adaeze, Adebayo, Bukola, Chidi, Chinwe, Emeka, Folake, Ifeoma, Kunle, Ngozi, Obinna, Seun, Temitope, Tunde, Yemi",
    ),
    surnames: list(
      "Adeyemi, Afolabi, Balogun, Chukwu, Eze, Ibekwe, Nwosu, Obi, Ogunleye, Okeke, Okonkwo, Oladipo, Onyeka, Uche",
    ),
    languages: ["Yoruba", "Igbo"],
  },
  {
    share: 5,
    given: list(
      "Akua, Ama, Beverley, Curtis, Delroy, Denise, Desmond, Kofi, Kwame, Leroy, Marcia, Marlon, Sharon, Winston, Yaw, Yvonne",
    ),
    surnames: list(
      "Addo, Agyeman, Asante, Baptiste, Boateng, Campbell-Reid, Francis, Grant, Joseph, Mensah, Osei, Owusu, Pinnock, Samuels, Sewell",
    ),
    languages: ["French", "British Sign Language"],
  },
  {
    share: 4,
    given: list("Agnieszka, Bartosz, Ewa, Grzegorz, Joanna, Kasia, Krzysztof, Magda, Marek, Monika, Pawel, Tomasz"),
    surnames: list("Dąbrowska, Jankowski, Kaczmarek, Kowalczyk, Lewandowski, Mazur, Nowak, Pawlak, Sikora, Wójcik, Zając"),
    languages: ["Polish"],
  },
  {
    share: 4,
    given: list("Grace, Hao, Jenny, Kai, Kenneth, Li Na, Ming, Vivian, Wai Ling, Wei, Winnie, Xiaoyu"),
    surnames: list("Chan, Cheung, Ho, Huang, Kwok, Lam, Lau, Lin, Tang, Wong, Zhang, Zhou"),
    languages: ["Cantonese", "Mandarin"],
  },
  {
    share: 2,
    given: list("Andreas, Despina, Eleni, Giorgos, Katerina, Maria, Nikos, Stavros"),
    surnames: list("Antoniou, Christodoulou, Georgiou, Ioannou, Nikolaidis, Papadakis, Savva"),
    languages: ["Greek"],
  },
  {
    share: 2,
    given: list("Beatriz, Carlos, Ines, Javier, Lucia, Miguel, Pilar, Rui"),
    surnames: list("Almeida, Castro, Fernandes, García, Moreno, Pereira, Ruiz, Santos"),
    languages: ["Spanish", "Portuguese"],
    home: "Elsewhere in Europe",
  },
  {
    share: 2,
    given: list("Andreea, Chiara, Cristian, Elena, Francesca, Giulia, Ioana, Luca, Matteo, Mihai"),
    surnames: list("Bianchi, Conti, Dumitru, Esposito, Ionescu, Marin, Popescu, Ricci"),
    languages: ["Italian", "Romanian"],
  },
  {
    share: 2,
    given: list("Amal, Hassan, Khalid, Layla, Leyla, Mariam, Mehmet, Mustafa, Nour, Sahra, Samir"),
    surnames: list("Abdi, Aydin, Demir, El-Sayed, Farah, Haddad, Mansour, Warsame, Yilmaz"),
    languages: ["Arabic", "Somali", "Turkish"],
  },
  {
    share: 2,
    given: list("Anneke, Astrid, Camille, Étienne, Henrik, Ingrid, Jörg, Katrin, Lars, Mathilde, Sven"),
    surnames: list("Bergström, Dubois, Fischer, Hoffmann, Lefèvre, Lindqvist, Moreau, Nilsson, van Dijk, Weber"),
    languages: ["Swedish", "German", "French"],
    home: "Elsewhere in Europe",
  },
  {
    share: 2,
    given: list("Anushka, Dinesh, Hiroshi, Keiko, Nirmala, Sanjeev, Suresh, Thivya, Yuki"),
    surnames: list("Jeyaratnam, Kobayashi, Nadarajah, Perera, Sato, Selvarajah, Sivakumar, Yamamoto"),
    languages: ["Tamil", "Japanese"],
  },
];
