import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REFERENCE_FOLDER } from './read-folder.ts';

// The references are not ours to adapt: a changed number or a widened tolerance must be seen here, and meant.
const SHA_256: Readonly<Record<string, string>> = {
  'SCHEMA.md': 'c38a803df1d9ce0d82e30a2110798e3677f7c4639c26a27fd495240075ae7f49',
  'aggregate.json': '2d45a2caf7931aca2e93769a28cfcb824c2277f8191b02dc11063d7ac5f5c82d',
  'credibility.json': '5d38c11c34d18e068e2d1c5064001c489c13be544f4cd1a3e3b2a02c50d89f27',
  'discretise.json': 'a3d5125a61c1b568502efe05f7efc035218f3e87d5c1913d5d49ce74a8bdebd1',
  'ep.json': '9dbbc281267a8ac6f889916a99e932c60fd4e9fa13704eec7db09b9443dd572a',
  'exposure.json': '77d525e9c4ea72d99f01d7f21f42d81c03c2809343198dd87972571bd72a5f74',
  'frequency.json': '4b88e2f549c07ac12fad76322374db21349fbd270cffc2fb00c63ecaf08861ea',
  'lattice.json': '896f2cc37b7de82c3817a5cd2db736cc3d5a6eadfb99994744841498b76bff90',
  'layer.json': 'fa3290498eafaa4ab86f2837e5ee4f914e094d317ae27907d450b3a49018cd34',
  'moments.json': 'fcf3ace115c1c954c70bce5dd11c0cbbcb9543e9e2c6d4ed226301794e998dae',
  'premium.json': 'd4b0f17243b2582ba2361ba50749874ce40288cba3eac3771defbd0a484a9fd3',
  'reinstatement.json': '094addbd85ae2d93d9b856075c67e6cd612cab9697987a84bcad6b627401aa11',
  'severity.json': '2a57d4f40b3049c8bbf2488837de8bb7147a5d3e42751d1324d3f0e7c5172946',
};

test('the reference files are those of the suite, byte for byte', () => {
  const found = Object.fromEntries(
    readdirSync(REFERENCE_FOLDER)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(REFERENCE_FOLDER, name)))
          .digest('hex'),
      ]),
  );
  expect(found).toEqual(SHA_256);
});
