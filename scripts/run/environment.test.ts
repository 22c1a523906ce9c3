import { expect, test } from 'vitest';
import { withoutNpmNoise } from './environment.mjs';

test('drops what npm adds for its scripts and keeps how the registry is reached', () => {
  const clean = withoutNpmNoise({
    PATH: '/usr/bin',
    HOME: '/someone',
    npm_config_registry: 'https://registry.example',
    npm_config_cache: '/cache',
    npm_config_local_prefix: '/here',
    npm_config_verify_deps_before_run: 'true',
    npm_lifecycle_event: 'test',
    npm_package_name: 'x',
    NPM_TOKEN: 'kept',
  });
  expect(Object.keys(clean).sort()).toEqual([
    'HOME',
    'NPM_TOKEN',
    'PATH',
    'npm_config_cache',
    'npm_config_registry',
  ]);
});

test('puts the tools of the workspace first on the path', () => {
  expect(withoutNpmNoise({ PATH: '/usr/bin' }).PATH).toMatch(/node_modules[/\\]\.bin[:;]\/usr\/bin$/);
});
