import { useTranslation } from 'react-i18next'
import { WithAge } from '../../console/WithAge.tsx'
import { changedMembers, valueWords } from './changed-members.ts'
import { useAuditChange } from './queries.ts'

/** What a row changed: each member of the thing's state that is not as it was. */
export function AuditChangeOf({ seq }: { seq: number }) {
  const { t } = useTranslation()
  return (
    <WithAge of={useAuditChange(seq)} title={t('audit.changeFailed')}>
      {({ before, after, hash }) => (
        <div className="audit-change">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('audit.member')}</th>
                <th scope="col">{t('audit.before')}</th>
                <th scope="col">{t('audit.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changedMembers(before, after).map((member) => (
                <tr key={member.name}>
                  <th scope="row">{member.name}</th>
                  <td>{valueWords(member.before)}</td>
                  <td>{valueWords(member.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {after === null ? <p>{t('audit.gone')}</p> : null}
          <small>{t('audit.hash', { hash })}</small>
        </div>
      )}
    </WithAge>
  )
}
