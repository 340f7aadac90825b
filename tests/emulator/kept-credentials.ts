/** The token of the main project in the tests of `--data`, and the seed data that has it. */
export const accessToken = 'a-token-that-outlives-the-process';
export const keptSeed = `projects: [{ name: ims-main, token: ${accessToken}, quota: { image: 100000 } }]\n`;
