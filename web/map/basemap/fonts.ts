import type { StyleSpecification } from 'maplibre-gl'
import { FONT } from './base-context.ts'

type FontFaces = NonNullable<StyleSpecification['font-faces']>

const FAMILY = 'Noto Sans SC Variable'

/** The files of our own font by unicode range, read from the page's style sheets (theme/fonts.css), which list them already.
 *  Declared in the style, each is fetched before the first glyph that needs it is drawn: with the family's name alone MapLibre draws
 *  Chinese from whatever the system has, because the browser has not yet loaded that slice. */
export function fontFaces(sheets: Iterable<CSSStyleSheet> = document.styleSheets): FontFaces {
  const files = [...sheets].flatMap((sheet) => rulesOf(sheet).flatMap((rule) => faceOf(rule, sheet.href)))
  return files.length > 0 ? { [FONT[0] as string]: files } : {}
}

/** Another host's sheet may not be read; ours always may. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    return []
  }
}

function faceOf(rule: CSSRule, base: string | null): { url: string; 'unicode-range': string[] }[] {
  if (!(rule instanceof CSSFontFaceRule)) return []
  const { style } = rule
  if (!style.getPropertyValue('font-family').includes(FAMILY)) return []
  const url = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1]
  if (!url) return []
  const ranges = style.getPropertyValue('unicode-range').split(',')
  return [
    {
      url: new URL(url, base ?? document.baseURI).href,
      'unicode-range': ranges.map((range) => range.trim()).filter(Boolean),
    },
  ]
}
