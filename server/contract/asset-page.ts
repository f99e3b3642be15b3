import type { Asset } from './asset.ts'

/** Things of one layer, column by column: each column is a JSON array in UTF-8 with an element for each thing, in the same order in all. So a
 *  million things come from the store to the city without an object, or even a string, for each. */
export type AssetPage = { readonly count: number } & Readonly<Record<Exclude<keyof Asset, 'layer'>, Uint8Array>>
