import { enhance } from './enhance.js';

/** The page's inline script. */
export const script = `(${enhance.toString()})()`.replaceAll('</', '<\\/');
