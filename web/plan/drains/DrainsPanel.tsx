import { useTranslation } from 'react-i18next'
import { Choice } from '../../ui/Choice.tsx'
import { CleanFirstList } from './CleanFirstList.tsx'
import { DredgingList } from './DredgingList.tsx'
import { LISTS } from './drains-search.ts'
import { useDrains } from './use-drains.ts'

/** Ahead of the rain, or by the calendar. */
export function DrainsPanel() {
  const { t } = useTranslation()
  const { asked, change } = useDrains()
  return (
    <div className="ranked drains">
      <Choice
        label={t('drains.lists')}
        value={asked.list}
        options={LISTS.map((id) => ({ id, name: t(`drains.list.${id}`) }))}
        onChange={(list) => change({ list: list === 'rain' ? undefined : list, at: undefined }, { step: true })}
      />
      {asked.list === 'rain' ? <CleanFirstList /> : <DredgingList />}
    </div>
  )
}
