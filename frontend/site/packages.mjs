// Scripts outside this folder get the packages of this one: the folders above them may hold others, Vaadin's for instance.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

export const ourPackages = {
  name: 'our-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind, resolveDir, pluginData }) =>
      kind === 'entry-point' || pluginData === ourPackages || resolveDir.includes('node_modules')
        ? undefined
        : build.resolve(path, { kind, resolveDir: here, pluginData: ourPackages }),
    );
  },
};
