// Builds the page; installs its packages first when the lock file is newer than what is installed.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function npm(...args) {
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

// npm writes this file last, so an installation that broke off is made anew.
if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  npm('ci', '--no-audit', '--no-fund');
}
npm('run', '--silent', 'build');
