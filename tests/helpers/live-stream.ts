import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** RFC 6455, 1.3. */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** The server's side of a web socket that only speaks: answers the handshake and sends what `listen` hands it. */
export function openStream(
  request: IncomingMessage,
  socket: Socket,
  listen: (say: (text: string) => void) => () => void,
): void {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${MAGIC}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
  );
  const stop = listen((text) => socket.write(frame(Buffer.from(text))));
  socket.on('error', stop);
  socket.on('close', stop);
  socket.on('data', (data: Buffer) => {
    if (((data[0] ?? 0) & 0x0f) === 8) socket.end(Buffer.from([0x88, 0]));
  });
}

/** One whole text frame of fewer than 65,536 bytes. */
function frame(text: Buffer): Buffer {
  const length = text.byteLength;
  const head = length < 126 ? [0x81, length] : [0x81, 126, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), text]);
}
