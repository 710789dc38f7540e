import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Id } from '../foundation/id'
import { matrix } from '../identity/matrix'

/** A paper of a case as a PDF of A4, base64; names whole for the owner and masked for others, without numbers. */
export const downloadPaper = endpoint({
  method: 'GET',
  path: '/cases/{caseId}/papers/{paper}',
  summary: '下载办件的凭证',
  allow: matrix.casePapers,
  input: z.object({ caseId: Id, paper: Id }),
  output: z.object({ fileName: z.string(), pdf: z.string() }),
  refuses: ['not-found'],
})
