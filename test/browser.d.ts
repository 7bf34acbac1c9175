// What browser.js gives to tests in TypeScript.
export function browserPath(): string | null;
export function obtainBrowser(say: (why: string) => void): void;
