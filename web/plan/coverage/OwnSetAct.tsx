import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../server/contract/permission.ts'
import type { CoverageSet } from '../../../server/contract/rule.ts'
import { removeCoverageSet } from '../../api-coverage.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'

const SETS = ['coverage', 'sets']

/** Takes back what the bureau itself set: its own set goes, a shipped one stands as it was shipped. Who may not is told who may. */
export function OwnSetAct({ set }: { set: CoverageSet }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const queries = useQueryClient()
  const actor = useActor()
  const [asking, setAsking] = useState(false)
  const removing = useMutation({
    mutationFn: () => removeCoverageSet(set.id, set.version),
    onSuccess: async () => {
      await queries.refetchQueries({ queryKey: SETS })
      // A shipped one is looked at by its own rules again; by one that is gone nothing can be reckoned any more.
      const stands = queries.getQueryData<CoverageSet[]>(SETS)?.some(({ id }) => id === set.id)
      await queries.invalidateQueries({
        predicate: ({ queryKey: [study, what, of] }) =>
          study === 'coverage' && (what === 'outcome' || (what === 'look' && of === set.id)),
        refetchType: stands ? 'active' : 'none',
      })
    },
  })
  if (!actor || !may(actor, 'write', 'rule')) return <p className="sets-own">{t('coverage.sheet.ownBy')}</p>
  return (
    <>
      <p className="sets-own">
        {t(asking ? 'coverage.sheet.removeSays' : 'coverage.sheet.ownSays')}
        <Button
          small
          look="quiet"
          disabled={removing.isPending}
          aria-label={`${t(asking ? 'coverage.sheet.removeSure' : 'coverage.sheet.remove')} ${set.name[language]}`}
          onClick={() => (asking ? removing.mutate() : setAsking(true))}
          onBlur={() => setAsking(false)}
        >
          {t(asking ? 'coverage.sheet.removeSure' : 'coverage.sheet.remove')}
        </Button>
      </p>
      {removing.error ? <Refused fault={removing.error} title={t('coverage.sheet.removeFailed')} /> : null}
    </>
  )
}
