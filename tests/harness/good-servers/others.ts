import { newImage, type RunningEmulator } from '../../../fixtures/emulator/index.js';

/** What every image shows. */
const properties = {
  __imagetype: 'private',
  __image_source_type: 'uds',
  __isregistered: 'true',
  __os_type: 'Linux',
  virtual_env_type: 'FusionCompute',
};

/** Puts images of somebody else's into the project, which no run may touch: tagged, some protected, some shared. */
export function addOthers({ world, configuration }: RunningEmulator, count: number): void {
  const { auth, provided } = configuration();
  const { projectId: owner } = auth;
  for (let index = 0; index < count; index += 1) {
    const createdAt = world.clock.now() - index * 1000;
    const image = newImage({
      id: world.ids.uuid(),
      owner,
      createdAt,
      name: `other-${index}`,
      properties: { ...properties, __description: `of somebody's, ${index}` },
      status: 'active',
      protected: index % 10 === 0,
      tags: [['team', `t${index % 7}`]],
    });
    world.images.add(image);
    const [projectId] = index % 6 === 0 ? (provided.receivers ?? []) : [];
    if (!projectId) continue;
    world.images.setVisibility(image, 'shared');
    world.images.setMember(image, { projectId, status: 'pending', createdAt, updatedAt: createdAt });
  }
}

/** All that there is in every project: each image with all its fields, tags and members, and each object and backup. */
export function everything({ world }: RunningEmulator): unknown {
  world.finish();
  return structuredClone({
    images: [...world.images.all()],
    backups: [...world.backups.values()],
    objects: [...world.buckets.values()].flatMap(({ name, objects }) =>
      [...objects.values()].map(({ key, modifiedAt, metadata }) => ({ name, key, modifiedAt, metadata })),
    ),
  });
}
