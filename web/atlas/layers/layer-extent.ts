import type { Bbox } from '../../../server/contract/geo.ts'
import type { LayerPicture } from '../../api.ts'

const around = (a: Bbox, b: Bbox): Bbox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** What the whole city is: all that stands in it, and of what has no marks (roads run on to the next county) what is shown. Undefined
 *  where there is nothing. */
export const extentOfCity = (layers: LayerPicture[], shown: string[]): Bbox | undefined =>
  layers
    .filter(({ id, symbol }) => symbol.mark || shown.includes(id))
    .flatMap(({ bounds }) => (bounds ? [bounds] : []))
    .reduce<Bbox | undefined>((all, box) => (all ? around(all, box) : box), undefined)

/** So few that each of them is looked for by itself. */
const FEW = 20

/** How many things of a layer lie outside a view: a number where its bounds say it, `ask` where only the server knows, undefined where
 *  there are so many that nobody asks. */
export function outsideOf(
  { count, countByStatus, bounds }: LayerPicture,
  [west, south, east, north]: Bbox,
  statuses: string[] | undefined,
): number | 'ask' | undefined {
  const all = countOf({ count, countByStatus }, statuses)
  if (!bounds || all > FEW) return undefined
  if (bounds[0] >= west && bounds[1] >= south && bounds[2] <= east && bounds[3] <= north) return 0
  if (bounds[0] > east || bounds[1] > north || bounds[2] < west || bounds[3] < south) return all
  return 'ask'
}

/** How many things of a layer are shown, in the view or not. */
export const countOf = (
  { count, countByStatus }: Pick<LayerPicture, 'count' | 'countByStatus'>,
  statuses: string[] | undefined,
): number => statuses?.reduce((sum, id) => sum + (countByStatus[id] ?? 0), 0) ?? count
