import { existsSync } from 'node:fs';

const debian = '/usr/bin/chromium';

/** The browser that pages are looked at with: CHROMIUM, Debian's, or else the one that Playwright installs. */
export const executablePath = process.env.CHROMIUM ?? (existsSync(debian) ? debian : undefined);
