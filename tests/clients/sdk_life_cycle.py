"""A life cycle by the official SDK, as its users write it. Arguments: endpoint, AK, SK, project. Prints what it saw as JSON."""
import json
import sys
import time

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkims.v2 import *

endpoint, ak, sk, project = sys.argv[1:5]
client = ImsClient.new_builder().with_credentials(BasicCredentials(ak, sk, project)).with_endpoints([endpoint]).build()


def finished(job_id):
    while True:
        job = client.show_job(ShowJobRequest(job_id=job_id))
        if job.status not in ("INIT", "RUNNING"):
            return job
        time.sleep(0.05)


seen = {}
body = CreateImageRequestBody(name="from-sdk", image_url="ims-images:cirros.qcow2", min_disk=40, description="by the SDK")
job = finished(client.create_image(CreateImageRequest(body=body)).job_id)
seen["created"] = job.status
image = job.entities.image_id

[listed] = client.list_images(ListImagesRequest(id=image)).images
seen["listed"] = [listed.name, listed.status, listed.min_disk, listed.imagetype]

tag = AddImageTagRequestBody(tag=ResourceTag(key="purpose", value="test"))
client.add_image_tag(AddImageTagRequest(image_id=image, body=tag))
seen["tags"] = [[t.key, t.value] for t in client.list_image_tags(ListImageTagsRequest(image_id=image)).tags]

change = [UpdateImageRequestBody(op="replace", path="/name", value="renamed")]
seen["renamed"] = client.update_image(UpdateImageRequest(image_id=image, body=change)).name

copy = CopyImageInRegionRequestBody(name="copied")
copied = finished(client.copy_image_in_region(CopyImageInRegionRequest(image_id=image, body=copy)).job_id)
seen["copied"] = copied.status

wish = ExportImageRequestBody(bucket_url="ims-exports:by-sdk.vhd", file_format="vhd", is_quick_export=False)
seen["exported"] = finished(client.export_image(ExportImageRequest(image_id=image, body=wish)).job_id).status
wish = ExportImageRequestBody(bucket_url="ims-exports:by-sdk.zvhd2", is_quick_export=True)
job = client.export_image_in_safe_mode(ExportImageInSafeModeRequest(image_id=image, body=wish)).job_id
seen["exported quickly"] = finished(job).status

failed = CreateImageRequestBody(name="lost", image_url="ims-images:none.qcow2", min_disk=40)
job = finished(client.create_image(CreateImageRequest(body=failed)).job_id)
seen["failed"] = [job.status, job.error_code, bool(job.fail_reason)]

seen["quota"] = client.show_image_quota(ShowImageQuotaRequest()).quotas.resources[0].used
for gone in (copied.entities.image_id, image):
    client.glance_delete_image(GlanceDeleteImageRequest(image_id=gone, body=GlanceDeleteImageRequestBody()))
seen["left"] = len(client.list_images(ListImagesRequest(imagetype="private")).images)
try:
    client.list_image_tags(ListImageTagsRequest(image_id=image))
except ClientRequestException as error:
    seen["refused"] = [error.status_code, error.error_code, len(error.request_id)]
print(json.dumps(seen))
