/** The few words in and around the map; they come from the page, in its language. */
export interface MapWords {
  /** Read out for the map as a whole. */
  map: string
  /** 审图号 */
  approval: string
  /** 待配置: stands where the number is missing. */
  approvalPending: string
  /** 底图 本单位数据 CGCS2000 */
  source: string
  /** 演示数据 */
  demo: string
  /** The graphics card lost the map; it is being drawn again in so many seconds. */
  redrawingIn(seconds: number): string
  /** This browser or machine draws no map (WebGL 2 is missing). */
  noWebgl: string
  /** Some tiles of this layer could not be had. */
  tilesFailed(layer: string): string
}
