import type { LayerSpecification } from 'maplibre-gl'
import { type BaseContext, fill, RELIEF } from '../base-context.ts'

export const land = ({ ink }: BaseContext): LayerSpecification => ({
  id: 'land',
  type: 'background',
  paint: { 'background-color': ink['map-land'] },
})

/** Bands of height above the valley floor, 1 … 5. */
export const hills = ({ ink }: BaseContext): LayerSpecification =>
  fill('hills', 'hills', {
    // Each band covers all ground above its height, so a higher one lies over a lower.
    layout: { 'fill-sort-key': ['to-number', ['get', 'band']] },
    paint: {
      'fill-color': [
        'match',
        ['to-number', ['get', 'band']],
        1,
        ink['map-hill-1'],
        2,
        ink['map-hill-2'],
        3,
        ink['map-hill-3'],
        4,
        ink['map-hill-4'],
        ink['map-hill-5'],
      ],
      'fill-antialias': false,
    },
  })

/** Lit along the valley: a light from the north-west blackens the whole slope above a town in a valley that runs east. The method is
 *  the one that leaves level ground in the land's own colour. */
export const relief = ({ ink, theme }: BaseContext): LayerSpecification => ({
  id: 'relief',
  type: 'hillshade',
  source: RELIEF,
  paint: {
    'hillshade-method': 'standard',
    'hillshade-illumination-anchor': 'map',
    'hillshade-illumination-direction': 300,
    'hillshade-highlight-color': ink['map-relief-lit'],
    'hillshade-shadow-color': ink['map-relief-shade'],
    'hillshade-accent-color': ink['map-relief-shade'],
    'hillshade-exaggeration': [
      'interpolate',
      ['linear'],
      ['zoom'],
      9,
      theme === 'dark' ? 0.4 : 0.34,
      14,
      theme === 'dark' ? 0.22 : 0.17,
      17,
      0.12,
    ],
  },
})
