// The version that the build wrote in.
declare const BIAOLI_VERSION: string | undefined;

/** From package.json at build time; in unit tests, which are not built, a word that no release bears. */
export const VERSION: string = typeof BIAOLI_VERSION === 'string' ? BIAOLI_VERSION : '0.0.0-unbuilt';
