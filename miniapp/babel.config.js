module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
  plugins: [require.resolve('./config/lean-contracts')],
  // What holds for this code and for the few packages compiled with it; makes the ES5 a tenth smaller.
  assumptions: {
    constantSuper: true,
    enumerableModuleMeta: true,
    ignoreFunctionLength: true,
    ignoreToPrimitiveHint: true,
    noClassCalls: true,
    noDocumentAll: true,
    objectRestNoSymbols: true,
    setClassMethods: true,
    setPublicClassFields: true,
    setSpreadProperties: true,
  },
}
