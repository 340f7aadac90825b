import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The fastest server that node:http allows: reads the body, answers the bytes it was started with. */
const [status = '200', body = ''] = process.argv.slice(2);
const bytes = Buffer.from(body);
const headers = { 'Content-Type': 'application/json', 'Content-Length': bytes.length, 'X-Request-Id': '0'.repeat(32) };

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(Number(status), status === '204' ? { 'X-Request-Id': '0'.repeat(32) } : headers);
    response.end(status === '204' ? undefined : bytes);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
