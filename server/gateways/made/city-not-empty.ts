/** A made city is written into an empty one only: nothing that a bureau brought in is ever mixed with made-up data. */
export class CityNotEmpty extends Error {
  constructor(area: string) {
    super(`City ${area} already has data. Give a made city an empty DATA_DIR, or another area code.`)
    this.name = 'CityNotEmpty'
  }
}
