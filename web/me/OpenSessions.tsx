import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { endSession, getSessions } from '../api-people.ts'
import { moment } from '../format.ts'
import { Button } from '../ui/Button.tsx'
import { nameOfBrowser } from './name-of-browser.ts'

/** Where somebody is signed in, each to be ended. */
export function OpenSessions() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const open = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => getSessions(signal), staleTime: 0 })
  const ending = useMutation({
    mutationFn: endSession,
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <section>
      <h2>{t('me.sessions')}</h2>
      <ul className="sessions">
        {open.data?.map(({ id, address, browser, seenAt, current }) => (
          <li key={id}>
            <span>
              <b>{nameOfBrowser(browser) ?? t('me.browser')}</b> {address}
            </span>
            <span>{current ? t('me.here') : t('me.seen', { time: moment(seenAt, Date.now()) })}</span>
            {current ? null : (
              <Button small disabled={ending.isPending} onClick={() => ending.mutate(id)}>
                {t('me.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
