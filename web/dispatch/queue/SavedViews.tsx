import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { isView, LONGEST_NAME, type SavedView } from '../desk/saved-views.ts'
import type { DispatchSearch } from '../dispatch-search.ts'

export interface SavedViewsProps {
  views: readonly SavedView[]
  search: DispatchSearch
  onShow: (view: DispatchSearch) => void
  onSave: (name: string) => void
  onRename: (id: string, name: string) => void
  onRemove: (id: string) => void
}

/** Filters under a name, kept in this browser. */
export function SavedViews({ views, search, onShow, onSave, onRename, onRemove }: SavedViewsProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [renamed, setRenamed] = useState<string>()
  const given = name.trim()
  const done = (): void => {
    if (renamed === undefined) onSave(given)
    else onRename(renamed, given)
    setName('')
    setRenamed(undefined)
  }
  return (
    <div className="saved-views">
      <h2>{t('desk.savedViews')}</h2>
      {views.map((view) => (
        <p key={view.id}>
          <button type="button" aria-pressed={isView(search, view.search)} onClick={() => onShow(view.search)}>
            {view.name}
          </button>
          <Button
            small
            look="quiet"
            onClick={() => {
              setRenamed(view.id)
              setName(view.name)
            }}
          >
            {t('desk.rename')}
          </Button>
          <Button small look="quiet" onClick={() => onRemove(view.id)}>
            {t('desk.remove')}
          </Button>
        </p>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (given) done()
        }}
      >
        <input
          value={name}
          maxLength={LONGEST_NAME}
          placeholder={t('desk.viewName')}
          aria-label={t('desk.viewName')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button small type="submit" disabled={!given}>
          {t(renamed === undefined ? 'desk.saveView' : 'desk.rename')}
        </Button>
      </form>
    </div>
  )
}
