export interface ScaleBar {
  metres: number
  pixels: number
}

/** The longest of 1, 2, 5 × 10ⁿ metres that fits into `most` pixels. */
export function scaleBar(metresPerPixel: number, most = 130): ScaleBar {
  const limit = metresPerPixel * most
  const power = 10 ** Math.floor(Math.log10(limit))
  const metres = power * ([5, 2].find((step) => step * power <= limit) ?? 1)
  return { metres, pixels: metres / metresPerPixel }
}

/** 200 m, 5 km: one blank before the unit. */
export const metresInWords = (metres: number): string =>
  metres >= 1000 ? `${Math.round(metres / 100) / 10} km` : `${Math.round(metres)} m`
