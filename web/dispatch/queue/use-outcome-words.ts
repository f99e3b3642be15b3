import { useTranslation } from 'react-i18next'
import { CASE_LIFE } from '../../../server/contract/case-life.ts'
import { moment, number } from '../../format.ts'
import { texts } from '../../i18n/i18n.ts'
import { useRefusedWords, useStepWords } from '../../refused.tsx'
import { type Outcome, type RefusedCase, reasonsOf } from '../desk/act-on-many.ts'

/** What became of a wish in words: 118 件已派遣，2 件没有：次仁 21:35 已结案. */
export function useOutcomeWords() {
  const { t } = useTranslation()
  const refusedWords = useRefusedWords()
  const stepWords = useStepWords()
  const whyWords = (refused: RefusedCase['refused']): string => {
    if ('fault' in refused) return refusedWords(refused.fault)
    const { code, detail, last } = refused
    if (last) return t('desk.was', { name: last.name, time: moment(last.at, Date.now()), did: stepWords(last.kind) })
    const key = `refused.${code}` as 'refused.fault'
    return texts.exists(key) ? t(key) : t('refused.other', { detail })
  }
  return {
    whyWords,
    outcomeWords({ action, done, refused }: Outcome): string {
      const did = stepWords(CASE_LIFE[action].kind)
      const went = done.length > 0 ? t('desk.done', { n: number(done.length), did }) : ''
      const [first, ...others] = reasonsOf(refused, whyWords)
      if (!first) return went
      const not = t('desk.notDone', { n: number(refused.length), why: first.words })
      const more = others.length > 0 ? t('desk.otherWhys', { n: others.length }) : ''
      return [went, not + more].filter(Boolean).join(t('desk.comma'))
    },
    undoneWords({ done, refused }: Outcome): string {
      const [first] = reasonsOf(refused, whyWords)
      const went = done.length > 0 ? t('desk.undone', { n: number(done.length) }) : ''
      if (!first) return went
      return [went, t('desk.notUndone', { why: first.words })].filter(Boolean).join(t('desk.comma'))
    },
  }
}
