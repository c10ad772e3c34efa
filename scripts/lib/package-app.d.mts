/** See package-app.mjs. */
export function packagedProgram(): string;
