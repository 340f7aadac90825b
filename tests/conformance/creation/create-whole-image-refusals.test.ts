import { randomUUID } from 'node:crypto';
import { tagsAreWhole } from '../../../fixtures/creation/creation-checks.js';
import { test } from '../../../fixtures/creation/whole-image-test.js';
import { proves } from '../../../fixtures/index.js';

test.describe.configure({ mode: 'default' });

test('a whole image needs a source', proves('create-whole-image.source-required'), async ({ server }) => {
  await server.needs({}, 'a body with a server');
  await server.refuses({ instance_id: undefined }, 'a body with a vault alone');
  await server.refuses({ instance_id: undefined, vault_id: undefined }, 'a body with a name alone');
});

test('an absent server makes no whole image', proves('create-whole-image.absent-server'), async ({ server }) => {
  await server.needs({}, 'a server that is there');
  await server.comesToNothing({ instance_id: randomUUID() }, 'a server that does not exist');
});

test(
  "another project's server makes no whole image",
  proves('create-whole-image.foreign-server'),
  async ({ server, member }) => {
    await server.needs({}, 'the own server');
    await server.comesToNothing({}, "another project's server", member);
    await server.comesToNothing({ vault_id: undefined }, "another project's server without a vault", member);
  },
);

test('a server is named by its id', proves('create-whole-image.server-id'), async ({ server }) => {
  await server.needs({}, 'the id of a server');
  for (const id of ['', 'not-a-uuid', 'ims conformance']) {
    await server.comesToNothing({ instance_id: id }, `a server with the id "${id}"`);
  }
});

test('an absent vault takes no backup', proves('create-whole-image.absent-vault'), async ({ server }) => {
  await server.needs({}, 'a vault that is there');
  await server.comesToNothing({ vault_id: randomUUID() }, 'a vault that does not exist');
});

test(
  "another project's vault takes no backup",
  proves('create-whole-image.foreign-vault'),
  async ({ server, images, provided }) => {
    await server.needs({}, 'the own vault');
    await server.makesNone({ vault_id: provided.memberVaultId }, "another project's vault", images);
  },
);

test('a tag has a key and a value', proves('create-whole-image.tag-members'), async ({ server }) => {
  await tagsAreWhole(server);
});

test('a server may need a vault', proves('create-whole-image.vault-required'), async ({ server, creation, judge }) => {
  const body = server.body({ vault_id: undefined });
  const { exchange, job } = await creation.send('CreateWholeImage', body);
  judge.observe(
    job ? `without a vault, the job ends in ${job.status}` : `without a vault: ${exchange.response.status}`,
  );
});

test('an absent backup makes no whole image', proves('create-whole-image.absent-backup'), async ({ cbr }) => {
  await cbr.needs({}, 'a backup that is there');
  for (const type of ['CBR', 'CSBS']) {
    await cbr.comesToNothing({ backup_id: randomUUID(), whole_image_type: type }, `an absent ${type} backup`);
  }
});

test(
  "another project's backup makes no whole image",
  proves('create-whole-image.foreign-backup'),
  async ({ cbr, member }) => {
    await cbr.needs({}, 'the own backup');
    await cbr.comesToNothing({}, "another project's backup", member);
  },
);
