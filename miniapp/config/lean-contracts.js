/**
 * Of a contract the mini-program needs where to call and who may; the schemas of input and output, the refusals and the
 * summary are the server's. This Babel plugin leaves them out of shared/, and marks what shared/ makes when it is loaded
 * as pure (it has no effects by rule), so that what nobody uses is not shipped. Saves a good 30 KB.
 */
const serversOwn = ['input', 'output', 'refuses', 'summary']

const isServersOwn = ({ key }) => key !== undefined && serversOwn.includes(key.name)

module.exports = ({ types }) => ({
  name: 'lean-contracts',
  visitor: {
    Program(program, { filename = '' }) {
      if (!/[\\/]shared[\\/](?!.*node_modules)/.test(filename) || /node_modules/.test(filename)) return
      program.traverse({
        CallExpression(call) {
          const [declared] = call.node.arguments
          if (call.get('callee').isIdentifier({ name: 'endpoint' }) && types.isObjectExpression(declared)) {
            declared.properties = declared.properties.filter((property) => !isServersOwn(property))
          }
        },
      })
      program.scope.crawl()
      program.traverse({
        'CallExpression|NewExpression'(call) {
          if (!call.getFunctionParent()) types.addComment(call.node, 'leading', '#__PURE__')
        },
      })
    },
  },
})
