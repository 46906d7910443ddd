/** Units of time, long and short, to the noun that names them. */
const TIME_UNITS: ReadonlyMap<string, string> = new Map(
  [
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "fortnight",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
  ].flatMap(
    (unit) =>
      [
        [unit, unit],
        [unit === "century" ? "centuries" : `${unit}s`, unit],
      ] as const,
  ),
)

/** Units that measure rather than count, by every form news writes. */
const MEASURES: ReadonlyMap<string, string> = new Map(
  (
    [
      ["kilometer", "kilometers kilometre kilometres km kms"],
      ["meter", "meters metre metres"],
      ["centimeter", "centimeters centimetre centimetres cm"],
      ["mile", "miles"],
      ["foot", "feet ft"],
      ["inch", "inches"],
      ["yard", "yards"],
      ["acre", "acres"],
      ["hectare", "hectares"],
      ["kilogram", "kilograms kilogramme kilogrammes kg kgs kilos kilo"],
      ["gram", "grams gramme grammes"],
      ["milligram", "milligrams mg"],
      ["ton", "tons"],
      ["tonne", "tonnes"],
      ["pound", "pounds lb lbs"],
      ["barrel", "barrels"],
      ["liter", "liters litre litres"],
      ["gallon", "gallons"],
      ["megawatt", "megawatts mw"],
      ["gigawatt", "gigawatts gw"],
      ["kiloton", "kilotons"],
      ["megaton", "megatons"],
      ["degree", "degrees °"],
      ["point", "points"],
    ] as const
  ).flatMap(([unit, forms]) =>
    [unit, ...forms.split(" ")].filter((form) => form !== "").map((form) => [form, unit] as const),
  ),
)

export const timeUnit = (form: string): string | undefined => TIME_UNITS.get(form)
export const measureUnit = (form: string): string | undefined => MEASURES.get(form)
