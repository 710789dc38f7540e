import downloadPaper from './download-paper'

/** Papers to take home (凭证下载). */
export default [downloadPaper]
