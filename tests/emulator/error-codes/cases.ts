import type { Desk, Recipe } from './recipe.js';
import { copyTo, wholeToVault } from './regions.js';

/** A further way to a code, beside its recipe. */
export interface FurtherCase {
  code: string;
  title: string;
  recipe: Recipe;
}

/** What is sent to decide on, or take away, what is shared with no project. */
const nobodys = async (desk: Desk, more: object) => ({ images: [await desk.active()], ...more });

/** Second cases of what the catalogue says about reaching a code. */
export const furtherCases: FurtherCase[] = [
  ...['/v2/cloudimages', '/v1/cloudimages/fuzzy', '/v2/images', '/v1/cloudimages/tags'].map((path) => ({
    code: 'IMG.0024',
    title: `GET ${path} of an unknown kind of image`,
    recipe: (desk: Desk) => desk.send('GET', `${path}?__imagetype=silver`),
  })),
  {
    code: 'IMG.0212',
    title: 'a list of an unknown architecture',
    recipe: (desk) => desk.send('GET', '/v2/cloudimages?architecture=mips'),
  },
  ...['no.such.flavor', 'physical.s3.large'].map((flavor) => ({
    code: 'IMG.0192',
    title: `a list of ${flavor}`,
    recipe: (desk: Desk) => desk.send('GET', `/v2/cloudimages?flavor_id=${flavor}`),
  })),
  {
    code: 'IMG.0055',
    title: 'a patch that asks for more memory than is borne',
    recipe: async (desk) =>
      desk.patch(
        await desk.active(),
        { op: 'replace', path: '/min_ram', value: 4096 },
        { op: 'add', path: '/max_ram', value: 1024 },
      ),
  },
  {
    code: 'IMG.0067',
    title: 'a decision of no project',
    recipe: async (desk) => {
      const body = await nobodys(desk, { project_id: 'nope', status: 'accepted' });
      return desk.send('PUT', '/v1/cloudimages/members', body);
    },
  },
  {
    code: 'IMG.0067',
    title: 'an image taken from no project',
    recipe: async (desk) => desk.send('DELETE', '/v1/cloudimages/members', await nobodys(desk, { projects: ['nope'] })),
  },
  {
    code: 'IMG.0146',
    title: 'a copy of an image whose file is large',
    recipe: async (desk) => {
      const id = crypto.randomUUID();
      await desk.seed({ images: [{ name: 'large', id, properties: { __image_size: String(129 * 1024 ** 3) } }] });
      return copyTo(desk, id);
    },
  },
  { code: 'IMG.0182', title: 'a copy to a small vault', recipe: wholeToVault({ capacity: 5 }) },
  { code: 'IMG.0188', title: 'a copy to a frozen vault', recipe: wholeToVault({ status: 'frozen' }) },
  { code: 'IMG.0193', title: 'a copy to a vault of disks', recipe: wholeToVault({ keeps: 'disks' }) },
  {
    code: 'IMG.0184',
    title: 'a copy to no vault',
    recipe: async (desk) => {
      const { instanceId: instance_id, vaultId: vault_id } = desk.provided;
      return copyTo(desk, await desk.made(desk.whole({ instance_id, vault_id })), { vault_id: crypto.randomUUID() });
    },
  },
];
