import { texts } from './i18n.ts'

/** The words of a workspace come with it: the map page does not carry them. Both languages are whole, or this does not compile. */
export function addWords<Key extends string>(zh: Record<Key, string>, en: Record<Key, string>): void {
  texts.addResourceBundle('zh', 'words', zh, true)
  texts.addResourceBundle('en', 'words', en, true)
}
