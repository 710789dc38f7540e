import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const output = process.env.TARO_OUTPUT ?? `dist/${process.env.TARO_ENV}`
const root = path.resolve(__dirname, '..')
/** uqr ships ES2020 and shared/ is TypeScript source: both must become ES5 for old phones. */
const transpiled = [
  path.resolve(root, '../shared'),
  (file: string) => /node_modules[\\/]uqr[\\/]/.test(file),
  path.resolve(__dirname, 'components'),
  path.resolve(__dirname, 'unchecked-zod'),
]
/** A name that is imported and not there stops the build. */
const namesMustExist = { parser: { javascript: { exportsPresence: 'error' } } }

/** Pages of those who work here; residents do not load what only these share. */
const atWork = /subpackages\/(approvals|catalogue-desk|desk|oversight|papers|precheck-desk|staff)\//
interface Chunk {
  groupsIterable: Iterable<{ origins: { request: string }[] }>
}
interface Graph {
  chunkGraph: { getModuleChunksIterable(module: object): Iterable<Chunk> }
}
const isOfResidents = (module: object, { chunkGraph }: Graph): boolean =>
  [...chunkGraph.getModuleChunksIterable(module)].some(({ groupsIterable }) =>
    [...groupsIterable].some(({ origins }) => origins.some(({ request }) => !atWork.test(request))),
  )

export default defineConfig<'webpack5'>({
  projectName: 'one-window',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: output,
  plugins: [path.resolve(__dirname, 'components-plugin.js')],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Off: with subpackages a cached build may pair chunks of different builds.
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  alias: { '@': path.resolve(root, 'src'), 'zod/mini': path.resolve(__dirname, 'unchecked-zod.js') },
  env: {
    TARO_APP_API: JSON.stringify(process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'),
    TARO_APP_LOCAL_SIGN_IN: JSON.stringify(process.env.TARO_APP_LOCAL_SIGN_IN ?? 'false'),
  },
  // theme.json names the tab icons, which no import does.
  copy: {
    patterns: process.env.TARO_ENV === 'weapp' ? [{ from: 'src/assets', to: `${output}/assets` }] : [],
    options: {},
  },
  mini: {
    compile: { include: transpiled },
    webpackChain(chain) {
      chain.module.merge(namesMustExist)
    },
    optimizeMainPackage: { enable: true },
    runtime: { enableInnerHTML: false },
    // Pages nest at most this deep; every level repeats the templates. (Missing in Taro's types.)
    ...{ baseLevel: 12 },
    // Sizes are written in px and stay px on every platform: one --fs scales them.
    postcss: {
      pxtransform: { enable: false },
      autoprefixer: { enable: false },
      cssModules: { enable: false },
    },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    // What three pages share is fetched once, not with each page; what only pages of a desk share, with them.
    webpackChain(chain) {
      chain.module.merge(namesMustExist)
      chain.module
        .rule('value before drawn')
        .test(/taro-(input|textarea)-core\.js$/)
        .use('guard')
        .loader(path.resolve(__dirname, 'value-before-drawn.js'))
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          shared: { name: 'shared', chunks: 'async', minChunks: 3, priority: 5, test: isOfResidents },
          work: { name: 'work', chunks: 'async', minChunks: 3, priority: 4 },
        },
      })
    },
    compile: { include: transpiled },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      pxtransform: { enable: false },
      autoprefixer: { enable: false },
      cssModules: { enable: false },
    },
  },
})
