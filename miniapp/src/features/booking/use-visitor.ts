import { useState } from 'react'
import type { Relation } from '@one-window/shared/booking/booking'
import { tellPhone, whoAmI } from '@one-window/shared/identity/endpoints'
import { call } from '@/gateways/api'
import type { Session } from '@/gateways/session'
import { useDraft } from '../foundation/use-draft'
import { useLoad, valueOf } from '../foundation/use-load'

const nobody = { name: '', phone: '' }
const empty = { who: 'self' as Relation, self: nobody, family: nobody, villager: nobody }

/** For whom a booking is, as far as it is filled in: kept as a draft until the place is booked, and then forgotten. */
export function useVisitor(session: Session | undefined) {
  const [draft, change, drop] = useDraft('visitor', empty)
  const [agreed, setAgreed] = useState(false)
  const [typing, setTyping] = useState(false)
  const me = useLoad(whoAmI, {}, { when: session?.role === 'resident' })
  const { who } = draft
  const typed = draft[who]
  const known = valueOf(me)?.phone
  const isSelf = who === 'self'
  const name = typed.name || (isSelf ? (session?.greeting ?? '') : '')
  const typesPhone = known === undefined || typing || typed.phone !== ''
  const fill = (next: Partial<typeof typed>) => change({ [who]: { ...typed, name, ...next } })

  return {
    who,
    name,
    phone: typed.phone,
    /** The phone of the account, masked. */
    known,
    /** Not known yet whether the account has a phone. */
    isLooking: me.state === 'loading' || me.state === 'idle',
    typesPhone,
    /** Somebody else has agreed to be booked for; asked anew each time. */
    agreed,
    choose: (next: Relation) => {
      setAgreed(false)
      setTyping(false)
      change({ who: next })
    },
    setName: (next: string) => fill({ name: next }),
    setPhone: (phone: string) => fill({ phone }),
    setAgreed,
    typePhone: () => setTyping(true),
    useKnown: () => {
      setTyping(false)
      fill({ phone: '' })
    },
    /** What the booking says of the visitor. */
    said: {
      name,
      relation: who,
      phone: typesPhone ? typed.phone : undefined,
      agreed: isSelf ? undefined : agreed,
    },
    /** After the booking: one's own number is told for the next time, nothing of others stays on the phone. */
    booked: () => {
      if (isSelf && known === undefined && typed.phone)
        call(tellPhone, { phone: typed.phone }).catch(() => undefined)
      drop()
    },
  }
}

export type VisitorDraft = ReturnType<typeof useVisitor>
