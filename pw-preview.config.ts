export default { testDir: './tests/harness', testMatch: /(verdict|reports|reporter)\.test/, reporter: 'line', timeout: 120000 };
