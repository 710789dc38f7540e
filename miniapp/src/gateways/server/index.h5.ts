/** The app and its API are served from one origin. */
export const serverUrl = ''
