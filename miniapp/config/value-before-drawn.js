/** Taro's fields take a new value only once they are drawn; one that comes sooner is drawn with them. */
module.exports = function (source) {
  const guarded = source.replace(
    'watchValue(newValue) {',
    '$& if (!(this.inputRef || this.textareaRef)) return;',
  )
  if (guarded === source) throw new Error(`${this.resourcePath}: no watchValue to guard`)
  return guarded
}
