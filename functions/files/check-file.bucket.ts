/** An upload has arrived in the bucket: it is looked through, and kept only when it is what it says. */
import { withKeys } from '../platform/key-ring'
import { checkArrived } from './check-arrived'

/** The notice of a new object, as the bucket's events and the local run deliver it. */
interface ObjectCreated {
  readonly detail: { readonly object: { readonly key: string } }
}

export const handler = withKeys(
  ({ detail }: ObjectCreated): Promise<void> => checkArrived(detail.object.key, new Date()),
  ['index'],
)
