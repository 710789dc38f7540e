/** A life as a table: from which statuses an action leads to which. Buttons and server checks both read it. */
export type Lifecycle<Status extends string, Action extends string> = Readonly<
  Record<Action, { readonly from: readonly Status[]; readonly to: Status }>
>

/** The actions that may follow a status. */
export const actionsFrom = <Status extends string, Action extends string>(
  lifecycle: Lifecycle<Status, Action>,
  status: Status,
): Action[] =>
  (Object.keys(lifecycle) as Action[]).filter((action) => lifecycle[action].from.includes(status))
