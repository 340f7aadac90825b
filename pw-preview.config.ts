export default { testDir: './tests/harness', testMatch: /zz-preview/, reporter: 'line' };
