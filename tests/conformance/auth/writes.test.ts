import { randomUUID } from 'node:crypto';
import type { OperationId } from '../../../fixtures/client.js';
import type { Provided } from '../../../fixtures/config/run-configuration.js';
import { proves } from '../../../fixtures/index.js';
import { elsewhereOf, makeHoldings } from '../../../fixtures/isolation/holdings.js';
import { test } from '../../../fixtures/isolation/isolation-test.js';

/** The calls that make an image, each with a body that it accepts but for the name; those of other names make it alike. */
function makingCalls({ objects, instanceId = randomUUID(), vaultId }: Provided) {
  const file = { image_url: objects.qcow2, min_disk: 40 };
  const quick = { ...file, image_url: objects.zvhd2 ?? objects.qcow2, os_version: 'CentOS 7.3 64bit' };
  const server = { instance_id: instanceId, vault_id: vaultId };
  return {
    CreateImage: file,
    CreateImageInSafeMode: file,
    CreateDataImage: file,
    CreateDataImageInSafeMode: file,
    CreateDataImageLegacy: file,
    CreateWholeImage: server,
    ImportImageQuick: quick,
    ImportImageQuickInSafeMode: quick,
    GlanceCreateImageMetadata: {},
  } satisfies Partial<Record<OperationId, object>>;
}

test(
  'every call that writes answers 401 to nobody',
  proves('auth.every-write'),
  async ({ ims, isolation, images, resources, provided, session, tags, judge }) => {
    const nobody = ims.authenticated({ headers: ({ headers }) => headers });
    const { timeouts, otherRegion } = session.configuration;
    const means = { resources, provided, jobSeconds: timeouts.jobSeconds, elsewhere: elsewhereOf(otherRegion) };
    const theirs = await makeHoldings(ims, { ...means, hasFile: true });
    const names: string[] = [];
    for (const [call, body] of Object.entries(makingCalls(provided)) as ['CreateImage', object][]) {
      if (!session.profile.operations.includes(call)) continue;
      const name = resources.uniqueName();
      const send = () => nobody.call(call, { body: { name, ...body } });
      const exchange = await resources.creating(call, ims, name, send);
      if (exchange.response.status >= 400) resources.forget(name);
      judge.rejected(exchange, `${call} without credentials is refused`);
      names.push(name);
    }
    // What there is before is looked at once reads may no longer lag.
    await tags.lapse();
    await isolation.nobodyIsLetIn({ caller: nobody, theirs });
    for (const name of names) judge.equal(await images.namedLeft(name), [], `the images named ${name}`);
  },
);
