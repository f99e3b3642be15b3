import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type adminEn from './admin.en.json'
import type auditEn from './audit.en.json'
import casesEn from './cases.en.json' with { type: 'json' }
import casesZh from './cases.zh-CN.json' with { type: 'json' }
import type dispatchEn from './dispatch.en.json'
import pageEn from './en.json' with { type: 'json' }
import type evaluationEn from './evaluation.en.json'
import type fencesEn from './fences.en.json'
import peopleEn from './people.en.json' with { type: 'json' }
import peopleZh from './people.zh-CN.json' with { type: 'json' }
import type planEn from './plan.en.json'
import type planCensusEn from './plan-census.en.json'
import type planCoverageEn from './plan-coverage.en.json'
import type planDrainsEn from './plan-drains.en.json'
import type planLandfillEn from './plan-landfill.en.json'
import type planLightingEn from './plan-lighting.en.json'
import type planParkingEn from './plan-parking.en.json'
import type planPrintEn from './plan-print.en.json'
import type planRankedEn from './plan-ranked.en.json'
import type planReplacementEn from './plan-replacement.en.json'
import type planSpotsEn from './plan-spots.en.json'
import type planWasteEn from './plan-waste.en.json'
import type remoteEn from './remote.en.json'
import type scenesEn from './scenes.en.json'
import type shiftEn from './shift.en.json'
import type wallEn from './wall.en.json'
import type wallEmergencyEn from './wall-emergency.en.json'
import type wallEndureEn from './wall-endure.en.json'
import type wallMapEn from './wall-map.en.json'
import type wallPanelsEn from './wall-panels.en.json'
import pageZh from './zh-CN.json' with { type: 'json' }

/** One file for each part of the product; no key stands in two (test/web/i18n). */
export const en = { ...pageEn, ...casesEn, ...peopleEn }
export const zh: Record<keyof typeof en, string> = { ...pageZh, ...casesZh, ...peopleZh }

export type Language = 'zh' | 'en'

/** Those that come with their workspace (add-words.ts) are words too. */
type Words = typeof en &
  typeof adminEn &
  typeof auditEn &
  typeof dispatchEn &
  typeof evaluationEn &
  typeof fencesEn &
  typeof planEn &
  typeof planLandfillEn &
  typeof planLightingEn &
  typeof planCoverageEn &
  typeof planDrainsEn &
  typeof planReplacementEn &
  typeof planParkingEn &
  typeof planWasteEn &
  typeof planCensusEn &
  typeof planRankedEn &
  typeof planPrintEn &
  typeof planSpotsEn &
  typeof remoteEn &
  typeof scenesEn &
  typeof shiftEn &
  typeof wallEn &
  typeof wallEmergencyEn &
  typeof wallPanelsEn &
  typeof wallEndureEn &
  typeof wallMapEn

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: Words }
    keySeparator: false
    nsSeparator: false
  }
}

/** Texts of the screen by flat keys. Both languages are in the page: switching asks nothing of the network. */
export const texts = i18next.createInstance()
void texts.use(initReactI18next).init({
  lng: 'zh',
  fallbackLng: 'zh',
  ns: ['words'],
  defaultNS: 'words',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { zh: { words: zh }, en: { words: en } },
  initAsync: false,
  returnNull: false,
})

export const words = texts.t
