/** Sentences of our own, with {names} to fill in. `first` of a kind tell the act; the rest of an article is made of the others. */

/** An act between two states (and perhaps a third), told as a lead. `plan` says that it lies ahead. */
export interface ActTemplates {
  readonly leads: readonly string[]
  readonly headlines: readonly string[]
  readonly plan?: boolean
  readonly parties?: number
}

export const ACTS: readonly ActTemplates[] = [
  {
    headlines: ["{A} president visits {B}", "{PA} arrives in {cityB}"],
    leads: [
      "{PA} arrived in {cityB} on {weekday} for talks with {PB}.",
      "The president of {A} met {PB} in {cityB} on {weekday}, the two governments said.",
      "{PB} received {PA} in {cityB} on {weekday}, the first meeting of the two in months.",
    ],
  },
  {
    headlines: ["{A} and {B} to hold talks", "{PA} to travel to {cityB}"],
    leads: [
      "{PA} is due to visit {cityB} on {dayAhead}, officials in {cityA} said on {weekday}.",
      "{A} and {B} plan to hold a new round of talks in {cityB} on {dayAhead}.",
      "{PA} will travel to {B} next week to meet {PB}, the government of {A} announced.",
    ],
    plan: true,
  },
  {
    headlines: ["{A} imposes new sanctions on {B}", "New {adjA} sanctions hit {B}"],
    leads: [
      "{A} imposed new sanctions on {B} on {weekday}, freezing the assets of {count} officials.",
      "The government of {A} announced sanctions against {count} companies from {B} on {weekday}.",
    ],
  },
  {
    headlines: ["{A} accuses {B} over border", "{A} condemns {B}"],
    leads: [
      "{A} accused {B} on {weekday} of violating its border near {cityA}.",
      "{PA} condemned {B} on {weekday} and called its latest statement an insult.",
      "The foreign ministry of {A} criticised {B} sharply on {weekday}.",
    ],
  },
  {
    headlines: ["{A} and {B} sign trade agreement", "Accord between {cityA} and {cityB}"],
    leads: [
      "{A} and {B} signed an agreement on trade worth {count} million dollars in {cityB} on {weekday}.",
      "{PA} and {PB} signed a joint statement in {cityA} on {date}.",
    ],
  },
  {
    headlines: ["{A} sends aid to {B}", "{adjA} aid reaches {cityB}"],
    leads: [
      "{A} delivered {count} tonnes of medical supplies to {B} on {weekday}.",
      "{A} provided humanitarian aid worth {count} million dollars to {B}, its foreign ministry said on {weekday}.",
    ],
  },
  {
    headlines: ["{adjA} forces strike {B}", "Shelling near {cityB}"],
    leads: [
      "Forces of {A} shelled positions of the army of {B} near {cityB} on {weekday}, killing {few} soldiers.",
      "{A} attacked a depot outside {cityB} with drones on {weekday}, the military of {B} said.",
    ],
  },
  {
    headlines: ["Ministers of {A}, {B} and {C} meet", "Three-way talks in {cityC}"],
    leads: [
      "The foreign ministers of {A}, {B} and {C} met in {cityC} on {weekday} to discuss security in the region.",
      "{A}, {B} and {C} held talks in {cityC} on {date}, a few minutes before midnight.",
    ],
    parties: 3,
  },
  {
    headlines: ["Leaders gather in {cityA}", "Summit of five opens in {cityA}"],
    leads: [
      "Leaders of {A}, {B}, {C}, {D} and {E} met in {cityA} on {weekday} for a summit on energy and transport.",
      "The presidents of {A}, {B}, {C}, {D} and {E} gathered in {cityA} on {date}.",
    ],
    parties: 5,
  },
  {
    headlines: ["{A} rejects proposal of {B}", "{cityA} says no to {cityB}"],
    leads: [
      "{A} rejected a proposal of {B} to reopen the border on {weekday}.",
      "{PA} refused on {weekday} to take part in the talks that {B} had proposed.",
    ],
  },
]

/** What follows in the same article about the same act. */
export const DETAILS: readonly string[] = [
  "The talks lasted for {few} hours and took place behind closed doors.",
  "{PA} spoke of “a new page in the relations of the two countries”.",
  "“We expect the other side to keep its word,” a spokesman for the government of {A} told reporters in {cityA}.",
  "The foreign ministry of {B} said that it would study the matter and respond in due time.",
  "Analysts in {cityB} doubted that much would come of it.",
  "Trade between {A} and {B} fell by {few} per cent last year, according to figures of the customs office.",
  "A senior diplomat of {B}, who asked not to be named, denied that any agreement had been broken.",
  "Neither government has published the text of the document.",
  "{PB} had said a day earlier that {B} would never accept conditions.",
  "The opposition in {A} called the step a mistake and demanded a debate in parliament.",
  "Both sides agreed to set up a working group that is expected to meet in {cityA} within a month.",
  "The two armies exchanged {count} prisoners in {month}.",
]

/** Looks back. */
export const RECAPS: readonly string[] = [
  "In {pastMonth}, {A} and {B} signed a memorandum on transport.",
  "{PA} last visited {B} in {pastYear}.",
  "{A} imposed sanctions on {B} in {pastYear} after a dispute over fishing rights.",
  "Relations had been tense since {B} expelled {few} diplomats of {A} in {pastMonth}.",
]

/** Sentences that tell of no act between states: most of what news consists of. */
export const FILLERS: readonly string[] = [
  "The weather in {cityA} was mild for the season, with temperatures of up to {few} degrees.",
  "Shops along the main avenue stayed open late, and traffic was heavier than usual.",
  "The national currency lost about {few} per cent of its value over the week before it recovered slightly on Friday.",
  "A spokeswoman for the railways said that repairs on the line would take until the end of the month.",
  "The report, which runs to {count} pages, lists shortcomings in schools, hospitals and the energy grid.",
  "Economists surveyed by the central bank expect prices to rise more slowly in the coming quarter.",
  "Residents of the old town complained about noise and about the lack of parking spaces.",
  "The museum reopened after two years of work with an exhibition on the history of printing.",
  "Farmers in the south of the country have been waiting for rain for weeks.",
  "The company, which employs {count} people, makes parts for agricultural machines.",
  "Observers noted that the parliamentary session would end without a vote on the budget.",
  "The university announced that it would open {few} new laboratories next autumn.",
  "Police asked drivers to avoid the bridge, where a lorry had lost part of its load.",
  "The team lost its last match of the season and finished in the middle of the table.",
  "A court in {cityC} postponed the hearing because one of the lawyers had fallen ill.",
  "The price of wheat rose by {few} per cent in a month, and bakers warned of dearer bread.",
  "Volunteers planted {count} trees along the river that runs through the city.",
  "The airport of {cityB} handled {count} flights a day in {month}, more than in any month before.",
  "Teachers asked for smaller classes and for books that arrive before the school year begins.",
  "A novel of {count} pages about three generations of fishermen won the prize of the national library.",
  "Engineers found cracks in {few} of the pillars and closed the road for a week.",
  "The hospital, built in the nineteenth century, treats about {count} patients a day.",
  "Its director, who took office in {month}, said that the plan had been drawn up with care.",
  "Older voters remember the bread queues of their childhood and speak of them without bitterness.",
  "Critics of the plan point to its cost, supporters to the {count} jobs that it would bring.",
  "A map in the entrance hall shows the railway as it was before the war.",
  "Fishing boats stayed in port for {few} days because of high waves.",
  "The committee will publish its findings at the end of {month}.",
  "Many households heat with wood, and the price of a cubic metre has doubled in {few} years.",
  "The mayor opened a new tram line that links the station with the {adjA} quarter.",
  "Scientists counted {count} pairs of storks in the wetlands, {few} more than a year ago.",
  "At the market, traders sold apples, honey and cheese from the mountains.",
]
