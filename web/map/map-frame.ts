import './city-map.css'
import type { City } from '../../server/contract/city.ts'
import type { MapWords } from './map-words.ts'
import { metresInWords, type ScaleBar } from './scale-bar.ts'

/** The texts of the frame in their order: what every map, on screen or printed, says about itself. */
export function frameTexts(city: City, words: MapWords): { approval: string; demo: string | null; source: string } {
  return {
    approval: `${words.approval} ${city.mapApproval ?? words.approvalPending}`,
    demo: city.demo ? words.demo : null,
    source: words.source,
  }
}

export interface MapFrame {
  element: HTMLElement
  say(words: MapWords): void
  scale(bar: ScaleBar): void
}

/** Scale, 审图号, 演示数据 and source at the foot of the map. */
export function mapFrame(city: City, words: MapWords): MapFrame {
  const element = document.createElement('div')
  element.className = 'city-map-frame'
  const part = (name: string) => {
    const span = document.createElement('span')
    span.className = `city-map-${name}`
    element.append(span)
    return span
  }
  const scale = part('scale')
  const approval = part('approval')
  const demo = part('demo')
  const source = part('source')
  const say = (now: MapWords) => {
    const texts = frameTexts(city, now)
    approval.textContent = texts.approval
    demo.textContent = texts.demo
    demo.hidden = texts.demo === null
    source.textContent = texts.source
  }
  say(words)
  return {
    element,
    say,
    scale: ({ metres, pixels }) => {
      scale.style.width = `${pixels.toFixed(1)}px`
      scale.textContent = metresInWords(metres)
    },
  }
}
