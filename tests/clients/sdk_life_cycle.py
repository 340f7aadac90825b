"""A life cycle by the official SDK, as its users write it. Arguments: endpoint, then AK, SK and project of the owner and of a member. Prints what it saw as JSON."""
import json
import sys
import time

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkims.v2 import *

endpoint, project, partner = sys.argv[1], sys.argv[4], sys.argv[7]


def client_of(*keys):
    return ImsClient.new_builder().with_credentials(BasicCredentials(*keys)).with_endpoints([endpoint]).build()


client, member = client_of(*sys.argv[2:5]), client_of(*sys.argv[5:8])


def finished(job_id, of=client):
    while True:
        job = of.show_job(ShowJobRequest(job_id=job_id))
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

shared = BatchAddMembersRequestBody(images=[image], projects=[partner])
finished(client.batch_add_members(BatchAddMembersRequest(body=shared)).job_id)
accepted = BatchUpdateMembersRequestBody(images=[image], project_id=partner, status="accepted")
finished(member.batch_update_members(BatchUpdateMembersRequest(body=accepted)).job_id, member)
members = client.glance_list_image_members(GlanceListImageMembersRequest(image_id=image)).members
seen["shared"] = [[one.member_id == partner, one.status] for one in members]
query = ListImagesRequest(imagetype="shared", member_status="accepted")
seen["received"] = [one.name for one in member.list_images(query).images]
finished(client.batch_delete_members(BatchDeleteMembersRequest(body=shared)).job_id)
seen["taken back"] = len(member.list_images(query).images)

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
