/** One place on its way into the packed gazetteer. */
export interface PlaceRow {
  readonly name: string
  /** Other names worth finding, unnormalised. */
  readonly aliases: readonly string[]
  readonly latitude: number
  readonly longitude: number
  readonly geonames: number
  readonly population: number
  /** GeoNames feature code. */
  readonly feature: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** GeoNames codes of the first- and second-level regions: "US.TX", "US.TX.201"; empty where none. */
  readonly admin1: string
  readonly admin2: string
}
