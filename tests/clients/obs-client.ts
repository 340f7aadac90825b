import { createRequire } from 'node:module';
import { setImmediate as turn } from 'node:timers/promises';

/** What the SDK gives back: never an error of its own for a refusal, but its status and code. */
export interface ObsReply {
  CommonMsg: { Status: number; Code: string; Message: string; RequestId: string };
  // biome-ignore lint/suspicious/noExplicitAny: results of every shape
  InterfaceResult: any;
}

type Call = (parameters?: Record<string, unknown>) => Promise<ObsReply>;

/** The calls of the official OBS SDK for Node that the tests make; it comes without types. */
export type ObsClient = Record<
  | 'listBuckets'
  | 'createBucket'
  | 'headBucket'
  | 'getBucketLocation'
  | 'getBucketMetadata'
  | 'deleteBucket'
  | 'listObjects'
  | 'putObject'
  | 'getObject'
  | 'getObjectMetadata'
  | 'setObjectMetadata'
  | 'copyObject'
  | 'deleteObject'
  | 'deleteObjects'
  | 'initiateMultipartUpload'
  | 'uploadPart'
  | 'copyPart'
  | 'listParts'
  | 'listMultipartUploads'
  | 'completeMultipartUpload'
  | 'abortMultipartUpload',
  Call
> & {
  uploadFile: Call;
  createSignedUrlSync(parameters: Record<string, unknown>): {
    SignedUrl: string;
    ActualSignedRequestHeaders: Record<string, string>;
  };
  close(): void;
};

/** A client of that SDK. */
export async function obsClient(options: Record<string, unknown>): Promise<ObsClient> {
  const Client = createRequire(import.meta.url)('esdk-obs-nodejs') as new (options: object) => ObsClient;
  const client = new Client({ max_retry_count: 0, timeout: 20, ...options });
  // It sets itself up a turn later.
  await turn();
  return client;
}
