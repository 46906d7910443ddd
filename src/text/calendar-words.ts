/** Month names and their newspaper abbreviations, lower case and without the stop, to their number. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ["january", "jan"],
    ["february", "feb"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sept", "sep"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

export const WEEKDAYS: ReadonlySet<string> = new Set([
  ..."monday tuesday wednesday thursday friday saturday sunday".split(" "),
  ..."mon tue tues wed weds thu thur thurs fri sat sun".split(" "),
])

/** Zone abbreviations of datelines, in minutes east of UTC. Ambiguous ones (IST, CST in China) are read as newspapers in English use them, or left out. */
export const ZONES: ReadonlyMap<string, number> = new Map([
  ["z", 0],
  ["utc", 0],
  ["gmt", 0],
  ["wet", 0],
  ["bst", 60],
  ["cet", 60],
  ["cest", 120],
  ["eet", 120],
  ["eest", 180],
  ["msk", 180],
  ["ast", -240],
  ["est", -300],
  ["edt", -240],
  ["cst", -360],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["hkt", 480],
  ["sgt", 480],
  ["kst", 540],
  ["jst", 540],
  ["aest", 600],
  ["aedt", 660],
])

/** Zones that change with the season under the rule of the United States: standard minutes east of UTC. */
export const SEASONAL_ZONES: ReadonlyMap<string, number> = new Map([
  ["et", -300],
  ["ct", -360],
  ["mt", -420],
  ["pt", -480],
])
