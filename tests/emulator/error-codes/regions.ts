import type { SeedData } from '../../../fixtures/emulator/index.js';
import type { Reply } from '../caller.js';
import type { Desk, Recipe } from './recipe.js';

/** Asks for a copy in the other region. */
export async function copyTo(desk: Desk, id: string, changes: object = {}): Promise<Reply> {
  const { region, projectName: project_name, agencyName: agency_name } = far(desk);
  const body = { name: 'far', region, project_name, agency_name, ...changes };
  return desk.send('POST', `/v1/cloudimages/${id}/cross_region_copy`, body);
}

/** The other region, and what the account has there. */
export function far({ stage }: Desk) {
  const { otherRegion } = stage.emulator.configuration();
  if (!otherRegion) throw new Error('The seed has one region only.');
  return otherRegion;
}

type Vault = NonNullable<SeedData['vaults']>[number];

/** A copy of a whole image into a vault with these traits in the other region. */
export const wholeToVault =
  (traits: Partial<Vault>): Recipe =>
  async (desk) => {
    const id = crypto.randomUUID();
    const vault = { name: 'far vault', id, project: 'ims-main-2', protection: 'replication' as const, ...traits };
    await desk.seed({ vaults: [vault] });
    const { instanceId: instance_id, vaultId: vault_id } = desk.provided;
    return copyTo(desk, await desk.made(desk.whole({ instance_id, vault_id })), { vault_id: id });
  };

/** A copy of a fresh image, with one thing of the request changed. */
const changed =
  (changes: object): Recipe =>
  async (desk) =>
    copyTo(desk, await desk.active(), changes);

/** Of copies to other regions, and of sharing with them. */
export const regionRecipes: Record<string, Recipe> = {
  'IMG.0036': changed({ agency_name: 'nobody' }),
  'IMG.0104': changed({ project_name: undefined }),
  'IMG.0142': changed({ region: 'emulator-1' }),
  'IMG.0143': async (desk) => copyTo(desk, await desk.active({ cmk_id: desk.provided.cmkId })),
  'IMG.0145': changed({ project_name: 'nowhere' }),
  'IMG.0146': async (desk) => copyTo(desk, await desk.active({ min_disk: 129 })),
  'IMG.0147': changed({ region: 'atlantis-1' }),
  'IMG.0149': async (desk) => {
    const id = await desk.active();
    await desk.slow();
    for (let copies = 0; copies < 5; copies++) await copyTo(desk, id);
    return copyTo(desk, id);
  },
  'IMG.0150': async (desk) => {
    const id = await desk.made(desk.whole({ instance_id: desk.provided.instanceId }));
    await desk.done(copyTo(desk, id));
    return copyTo(desk, id);
  },
  'IMG.0151': async (desk) => copyTo(desk, await desk.active(), { agency_name: far(desk).powerlessAgencyName }),
  'IMG.0152': async (desk) => {
    await desk.seed({ deployment: { backupSeconds: 600 } });
    return copyTo(desk, await desk.made(desk.whole({ instance_id: desk.provided.instanceId })));
  },
  'IMG.0177': async (desk) => desk.share([await desk.active()], { projects: [far(desk).projectId] }),
  'IMG.0189': async (desk) => {
    const { instanceId: instance_id, vaultId: vault_id } = desk.provided;
    const id = await desk.made(desk.whole({ instance_id, vault_id }));
    return copyTo(desk, id, { vault_id: far(desk).backupVaultId });
  },
};
