const certificate: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an unknown authority',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
};

/** Why an endpoint could not be reached, as a sentence with what to do next. */
export function connectionMistake(error: unknown, endpoint: string, seconds: number): string {
  const { host, hostname, protocol } = new URL(endpoint);
  const { code, name, message } = innermost(error);
  const failed = `Failed to reach ${endpoint}:`;
  if (name === 'TimeoutError' || code.includes('TIMEOUT') || code === 'ETIMEDOUT') {
    return `${failed} no answer within ${seconds} seconds. Check the address, or raise timeouts.requestSeconds.`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `${failed} the host name "${hostname}" cannot be resolved (${code}). Check the address and the DNS.`;
  }
  if (code === 'ECONNREFUSED') {
    return `${failed} ${host} refuses the connection; nothing listens there. Check the address and that the service runs.`;
  }
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH') {
    return `${failed} there is no route to ${host} (${code}). Check the network, or a VPN that it needs.`;
  }
  if (certificate[code]) {
    return `${failed} ${certificate[code]} (${code}). Name its authority in tls.caFile, or set tls.insecure in a laboratory.`;
  }
  if (code.startsWith('ERR_SSL') || code === 'EPROTO') {
    return `${failed} the TLS handshake failed (${code}). If the endpoint speaks plain HTTP, write http:// instead.`;
  }
  if (code.startsWith('HPE_') || name === 'HTTPParserError') {
    return `${failed} what it answers is not HTTP (${code}). Check the port.`;
  }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return `${failed} its answer to limit=1 is over 8 MiB. Check the address.`;
  const tls = protocol === 'http:' ? ' If the endpoint speaks TLS, write https:// instead.' : '';
  return `${failed} the connection was closed without an answer (${code || message}). Check that it is an IMS.${tls}`;
}

/** The error below the wrappers: fetch failures and attempts on several addresses hide it. */
function innermost(error: unknown): { code: string; name: string; message: string } {
  let current = error as NodeJS.ErrnoException & { cause?: unknown; errors?: unknown[] };
  for (let depth = 0; depth < 4; depth++) {
    const next = current.cause ?? (current.code ? undefined : current.errors?.[0]);
    if (!(next instanceof Error)) break;
    current = next as typeof current;
  }
  return { code: current.code ? String(current.code) : '', name: current.name, message: current.message };
}
