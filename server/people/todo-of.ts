import { needsSecondFactor, type Person } from '../contract/person.ts'
import type { Todo } from '../contract/session.ts'
import type { Secrets } from './secret-store.ts'

/** What a person must set up before anything is open to them. */
export function todoOf(person: Person, { password, totp }: Pick<Secrets, 'password' | 'totp'>): Todo[] {
  const todo: Todo[] = []
  if (!person.demo && password === null) todo.push('password')
  if (needsSecondFactor(person) && totp === null) todo.push('second-factor')
  return todo
}
