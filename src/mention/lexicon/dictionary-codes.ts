/** What a CAMEO actor code says: alpha-3 country and PLOVER sectors. */
export interface CodedActor {
  readonly country: string | null
  readonly sectors: readonly string[]
}

/** CAMEO's codes for countries that ISO writes otherwise. */
const COUNTRIES: Readonly<Record<string, string>> = {
  KSV: "XKX",
  KOS: "XKX",
  ROM: "ROU",
  TMP: "TLS",
  ZAR: "COD",
  PAL: "PSE",
  YUG: "SRB",
  MTN: "MNE",
}

/** CAMEO's roles and PLOVER's own codes by PLOVER's sector. */
const SECTORS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    "AGR BUS COP CRM CVL EDU ELI GOV IGO JRN JUD LAB LEG MIL NGO OPP PRM PTY REB REF REL SOC SPY UAF"
      .split(" ")
      .map((code) => [code, code]),
  ),
  DEV: "CVL",
  ENV: "CVL",
  HLH: "MED",
  HRI: "CVL",
  IMG: "UAF",
  INS: "REB",
  MED: "JRN",
  MNC: "BUS",
  NGM: "NGO",
  RAD: "UAF",
  SEP: "REB",
  SET: "CVL",
}
const PART = 3

/** Reads "BLRGOVMIL" three letters at a time; parts that say neither a country nor a sector (religions, groups) are passed over. */
export function readActorCode(code: string, isCountry: (code: string) => boolean): CodedActor {
  let country: string | null = null
  const sectors: string[] = []
  for (let at = 0; at + PART <= code.length; at += PART) {
    const part = code.slice(at, at + PART).toUpperCase()
    const nation = COUNTRIES[part] ?? part
    const sector = SECTORS[part]
    if (country === null && at === 0 && isCountry(nation)) country = nation
    else if (sector !== undefined && !sectors.includes(sector)) sectors.push(sector)
  }
  return { country, sectors }
}
