import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { useCoverage } from './coverage-desk.tsx'

/** Which draft is open, its name as a field, and that it is nothing but a draft; the others are in a list. */
export function DraftName() {
  const { t } = useTranslation()
  const { draft, change } = useCoverage()
  const one = draft.draft
  const [name, setName] = useState(one?.name ?? '')
  const [dropping, setDropping] = useState(false)
  useEffect(() => {
    setName(one?.name ?? '')
    setDropping(false)
  }, [one?.name])
  const rename = (): void => {
    const next = name.trim()
    if (one && next && next !== one.name) draft.rename(next)
    else setName(one?.name ?? '')
  }
  return (
    <div className="draft-name">
      <label className="hidden" htmlFor="draft-choice">
        {t('coverage.draft.choose')}
      </label>
      {one ? (
        <p>
          <input
            value={name}
            aria-label={t('coverage.draft.nameField')}
            readOnly={!one.mine}
            maxLength={60}
            size={Math.max(6, name.length + 1)}
            onChange={(event) => setName(event.target.value)}
            onBlur={rename}
            onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
          />
          <span className="tag">
            {one.mine ? t('coverage.draft.unpublished') : t('coverage.draft.of', { name: one.byName })}
          </span>
        </p>
      ) : (
        <h2>{t('coverage.draft')}</h2>
      )}
      <p>
        <select
          id="draft-choice"
          value={one?.id ?? ''}
          onChange={(event) => change({ draft: event.target.value || undefined }, { step: true })}
        >
          <option value="">{draft.drafts.length > 0 ? t('coverage.draft.none') : t('coverage.draft.noneYet')}</option>
          {draft.drafts.map(({ id, name: its, count, mine, byName }) => (
            <option key={id} value={id}>
              {mine
                ? t('coverage.draft.option', { name: its, n: count })
                : t('coverage.draft.optionOf', { name: its, n: count, by: byName })}
            </option>
          ))}
        </select>
        <Button small look="quiet" onClick={draft.begin}>
          {t('coverage.draft.begin')}
        </Button>
        {one?.mine ? (
          <Button
            small
            look="quiet"
            onClick={() => (dropping ? draft.drop() : setDropping(true))}
            onBlur={() => setDropping(false)}
          >
            {t(dropping ? 'coverage.draft.dropSure' : 'coverage.draft.drop')}
          </Button>
        ) : null}
      </p>
    </div>
  )
}
