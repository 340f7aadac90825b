import { fc, proves, test } from '../../../fixtures/index.js';

test('an unknown path answers 404', proves('common.unknown-route'), async ({ ims, image, forAll, judge }) => {
  const { projectId } = ims;
  const word = fc.stringMatching(/^[a-z]{8,20}$/).map((letters) => `zz${letters}`);
  const paths = [
    (odd: string) => `/v2/cloudimages/${image.id}/${odd}`,
    (odd: string) => `/v2/${odd}/${odd}`,
    (odd: string) => `/v9/cloudimages/${odd}`,
    (odd: string) => `/v1/cloudimages/${odd}/${odd}`,
    (odd: string) => `/v2/${projectId}/images/${image.id}/${odd}`,
  ];
  judge.needs(await ims.call('ListImageTags', { path: { image_id: image.id } }), 'a known path is answered');
  await forAll(fc.tuple(fc.constantFrom(...paths), word), async ([path, odd]) => {
    const exchange = await ims.raw({ method: 'GET', path: path(odd), headers: { Accept: 'application/json' } });
    judge.rejected(exchange, 'an unknown path is refused');
  });
});
