import type { ChosenTable } from '@/gateways/choose-table'
import { Refusal } from '@/gateways/refusal'

/** Hands a table to the service; answers the id under which it is read. */
export const uploadTable = async (_hallId: string, _table: ChosenTable): Promise<string> => {
  throw new Refusal({
    type: 'urn:one-window:problem:feature-off',
    status: 503,
    code: 'feature-off',
    title: '这里还没接上传文件，请先在事项里一件一件改',
  })
}
