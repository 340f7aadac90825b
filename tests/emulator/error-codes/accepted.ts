import type { Desk } from './recipe.js';
import { far } from './regions.js';

/** A request that is accepted as it is. */
export interface Asked {
  method: string;
  path: string;
  body?: unknown;
}

type Make = (desk: Desk, image: string) => Asked;
type Json = Record<string, unknown>;

const file = ({ stage }: Desk): Json => ({ name: 'of a file', image_url: stage.objects.qcow2, min_disk: 40 });
const tag = { key: 'k', value: 'v' };
const create: Make = (desk) => ({ method: 'POST', path: '/v2/cloudimages/action', body: file(desk) });
const data: Make = (desk) => ({ method: 'POST', path: '/v1/cloudimages/dataimages/action', body: file(desk) });
const copy: Make = (_desk, image) => ({
  method: 'POST',
  path: `/v1/cloudimages/${image}/copy`,
  body: { name: 'copy' },
});
const quick: Make = (desk) => ({
  method: 'POST',
  path: '/v2/cloudimages/quickimport/action',
  body: { ...file(desk), image_url: desk.stage.objects.zvhd2, os_version: 'CentOS 7.3 64bit' },
});
const exported: Make = (_desk, image) => ({
  method: 'POST',
  path: `/v1/cloudimages/${image}/file`,
  body: { bucket_url: `ims-exports:${crypto.randomUUID()}.qcow2`, file_format: 'qcow2' },
});
const patch =
  (path: string): Make =>
  (_desk, image) => ({
    method: 'PATCH',
    path: path + image,
    body: [{ op: 'replace', path: '/name', value: 'renamed' }],
  });
const members =
  (method: string, more: (member: string) => Json): Make =>
  (desk, image) => ({
    method,
    path: '/v1/cloudimages/members',
    body: { images: [image], ...more(desk.stage.member.projectId) },
  });
const get =
  (path: (image: string, desk: Desk) => string): Make =>
  (desk, image) => ({ method: 'GET', path: path(image, desk) });
const job = 'ff80808200000000000000000000dead';

/** The same call of version 2.1. */
const safe =
  (make: Make): Make =>
  (desk, image) => {
    const asked = make(desk, image);
    return { ...asked, path: asked.path.replace(/^\/v\d/, '/v2.1') };
  };

/** By operation: an accepted request, about that image where it is about one. */
export const accepted: Record<string, Make> = {
  AddImageTag: (_desk, image) => ({ method: 'POST', path: `/v2/{p}/images/${image}/tags`, body: { tag } }),
  BatchAddOrDeleteTags: (_desk, image) => ({
    method: 'POST',
    path: `/v2/{p}/images/${image}/tags/action`,
    body: { action: 'create', tags: [tag] },
  }),
  BatchDeleteTags: (_desk, image) => ({
    method: 'DELETE',
    path: `/v1/{p}/cloudimages/${image}/tags/delete`,
    body: { tags: [tag] },
  }),
  CreateOrUpdateTags: (_desk, image) => ({
    method: 'PUT',
    path: '/v1/cloudimages/tags',
    body: { image_id: image, image_tag: tag },
  }),
  DeleteImageTag: (_desk, image) => ({ method: 'DELETE', path: `/v2/{p}/images/${image}/tags/k` }),
  ListImageTags: get((image) => `/v2/{p}/images/${image}/tags`),
  ListImagesTags: get(() => '/v2/{p}/images/tags'),
  ListImageByTags: () => ({
    method: 'POST',
    path: '/v2/{p}/images/resource_instances/action',
    body: { action: 'count', tags: [{ key: 'k', values: [] }] },
  }),
  ListTags: get(() => '/v1/cloudimages/tags?limit=5'),
  ListImages: get(() => '/v2/cloudimages?limit=5'),
  GlanceListImages: get(() => '/v2/images?limit=5'),
  BatchAddMembers: members('POST', (member) => ({ projects: [member] })),
  BatchUpdateMembers: members('PUT', (project_id) => ({ project_id, status: 'accepted' })),
  BatchDeleteMembers: members('DELETE', (member) => ({ projects: [member] })),
  GlanceAddImageMember: (desk, image) => ({
    method: 'POST',
    path: `/v2/images/${image}/members`,
    body: { member: desk.stage.member.projectId },
  }),
  ListImageMembers: get((image) => `/v1/{p}/cloudimages/${image}/members`),
  ShowImageMember: get((image, { stage }) => `/v1/{p}/cloudimages/${image}/members/${stage.member.projectId}`),
  CopyImageInRegion: copy,
  CopyImageInRegionInSafeMode: safe(copy),
  CopyImageCrossRegion: (desk, image) => {
    const { region, projectName: project_name, agencyName: agency_name } = far(desk);
    return {
      method: 'POST',
      path: `/v1/cloudimages/${image}/cross_region_copy`,
      body: { name: 'far', region, project_name, agency_name },
    };
  },
  CreateImage: create,
  CreateImageInSafeMode: safe(create),
  CreateDataImage: data,
  CreateDataImageInSafeMode: safe(data),
  ImportImageQuick: quick,
  ImportImageQuickInSafeMode: safe(quick),
  CreateWholeImage: ({ provided }) => ({
    method: 'POST',
    path: '/v1/cloudimages/wholeimages/action',
    body: { name: 'whole', instance_id: provided.instanceId, vault_id: provided.vaultId },
  }),
  GlanceDeleteImage: (_desk, image) => ({ method: 'DELETE', path: `/v2/images/${image}` }),
  GlanceCreateImageMetadata: () => ({ method: 'POST', path: '/v2/images', body: { name: 'metadata' } }),
  ExportImage: exported,
  ExportImageInSafeMode: safe(exported),
  RegisterImage: ({ stage }, image) => ({
    method: 'PUT',
    path: `/v1/cloudimages/${image}/upload`,
    body: { image_url: stage.objects.qcow2 },
  }),
  UpdateImage: patch('/v2/cloudimages/'),
  GlanceUpdateImage: patch('/v2/images/'),
  ShowJob: get(() => `/v1/{p}/jobs/${job}`),
  ShowJobProgress: get(() => `/v1/cloudimages/job/${job}`),
};
