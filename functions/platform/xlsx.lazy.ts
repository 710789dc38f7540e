/** The libraries for XLSX: 135 KB that no cold start reads. */
export { readSheet } from 'read-excel-file/universal'
export { default as writeXlsx } from 'write-excel-file/universal'
