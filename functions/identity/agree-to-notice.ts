import { agreeToNotice } from '@one-window/shared/identity/endpoints'
import { hasAgreed, noticeVersion } from '@one-window/shared/identity/notice'
import { implement } from '../platform/implement'
import { Problem } from '../platform/problem'
import { changed } from './changed'

/** Agreeing once more to the same version keeps the first day. */
export default implement(agreeToNotice, async ({ version }, context) => {
  if (!hasAgreed(version)) throw new Problem('consent-required', { version: noticeVersion })
  const { agreed } = await changed(context, (account) => ({
    changes:
      account.agreed?.version === version ? {} : { agreed: { version, at: context.now.toISOString() } },
  }))
  return { ...agreed! }
})
