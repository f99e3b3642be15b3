import type { Text } from '../../server/contract/layer.ts'
import { type texts as Texts, texts } from './i18n.ts'

type Key = Parameters<(typeof Texts)['t']>[0] & string

/** A word of the screen as data that others read in their own language. */
export const inBothLanguages = (key: Key): Text => ({
  zh: texts.getFixedT('zh')(key as 'app.name'),
  en: texts.getFixedT('en')(key as 'app.name'),
})
