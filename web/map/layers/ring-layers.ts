import type { LayerSpecification } from 'maplibre-gl'
import { type AssetContext, draw, hasMarks, markSource } from './asset-context.ts'
import { type AssetGroups, assetLayers } from './asset-layers.ts'

/** Where things stand and nothing else: what is drawn over them is what counts. Lines and areas are as ever. */
export function ringLayers(context: AssetContext): AssetGroups {
  const usual = assetLayers(context)
  return {
    ...{ areas: usual.areas, lines: usual.lines, names: [], titles: usual.titles },
    ...{ lights: [], quietCounts: [], quiet: hasMarks(context.layer) ? [ring(context)] : [] },
  }
}

const ring = (context: AssetContext): LayerSpecification => {
  const { layer, ink } = context
  return draw(context, 'ring', 'thing', markSource(layer), {
    type: 'circle',
    minzoom: Math.max(layer.detailZoom - 1, 0),
    paint: {
      'circle-color': ink['n-2'],
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 13, 0.7, 14.5, 1.4, 15.5, 2.4, 17, 4.5],
      'circle-stroke-color': ink['text-1'],
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 13, 0.5, 14.5, 0.9, 15.5, 1.5, 17, 2],
    },
  })
}
